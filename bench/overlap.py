"""The review of a thousand citizens: taken in and read, and one rating kept, beside an empty event appended to the same register."""

from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.timing import line, p95, ratio, rounds
from visitation.intake import import_bytes
from visitation.model import load
from visitation.overlap.citizen import Answers, Rater
from visitation.overlap.read import read_overlap
from visitation.overlap.review import keep, rate, read_review
from visitation.register.demo import SAMPLES, TODAY
from visitation.register.store import Register, open_register

LIST = SAMPLES / "slagelse" / "faellesmaengden.csv"
RATINGS = 500
TARGET, LOADED = 20, 2000  # milliseconds of a rating, and of taking the list in and reading it
AT = datetime(2021, 3, 9, 9)


def main() -> None:
    """Milliseconds of the list, and of each rating with the next citizen found, beside an append that does nothing else."""
    model = load("slagelse")
    data, by, content = read_overlap(model), Rater("bedømmer 1"), LIST.read_bytes()
    with TemporaryDirectory() as folder:
        register = open_register(f"sqlite:///{Path(folder).as_posix()}/register.sqlite")
        took = rounds({"take": lambda: import_bytes(content, LIST.name, None, model, register, TODAY)}, 1)["take"][0]
        review = read_review(register, "slagelse")
        assert len(review.citizens) == 1000

        def one() -> None:
            who = review.next(by)
            keep(register, review, rate(review, data, who.reference, Answers("type2", ("boern",), ("sag_i_hp",)), by, AT))

        times = rounds({"rating": one, "append": _appends(register)}, RATINGS)
        read = rounds({"read": lambda: read_review(register, "slagelse")}, 5)["read"]
        assert review.progress().done == RATINGS
        register.close()
    loaded = took + median(read)
    line("1,000 citizens taken in and read", f"{loaded:.0f} ms, {median(read):.0f} of them to read", f"<= {LOADED} ms", loaded <= LOADED)
    told = f"{p95(times['rating']):.1f} ms p95, {ratio(times, 'rating', 'append'):.1f} x an append"
    line("one rating kept, and the next citizen found", told, f"<= {TARGET} ms", p95(times["rating"]) <= TARGET)


def _appends(register: Register) -> Callable[[], object]:
    versions = count()
    return lambda: register.append("@bench/1", next(versions), "noted", {}, AT.isoformat())
