"""Taking in a large export of enquiries, beside pandas only reading the same file, and beside what the database alone does of it."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

import pandas as pd
import yaml

from bench.timing import line, ratio, rounds
from visitation.intake import import_bytes, profiles
from visitation.model import load
from visitation.register.imports import Profile, load_profile, read_export
from visitation.register.rows import insert
from visitation.register.schema import EVENTS
from visitation.register.store import Register, open_register

ROWS = 100_000
SEED = 20210309
TODAY = date(2021, 3, 9)
VOICES = Path(__file__).resolve().parents[1] / "data_samples" / "stemmer.yaml"
TARGET = 6


def export(profile: Profile, rows: int) -> bytes:
    """A CSV file of so many invented enquiries; every other one has the citizen's words, and no text stands there twice."""
    rng = Random(SEED)
    voices = yaml.safe_load(VOICES.read_text(encoding="utf-8"))
    said = {what: [text for theme in voices.values() for text in theme[what]] for what in ("words", "asks")}

    def cell(column, number: int) -> str:
        match column.field.name:
            case "reference":
                return f"EKS-R-{number:06d}"
            case "received":
                return f"{TODAY - timedelta(days=rng.randrange(365)):%d-%m-%Y}"
            case "words":
                return f"{rng.choice(said['words'])} {number}" if number % 2 else ""
            case "asks_for":
                return f"{rng.choice(said['asks'])} {number}"
        return rng.choice([text for text in column.choices if text])

    text = io.StringIO(newline="")
    written = csv.writer(text, delimiter=";", lineterminator="\r\n")
    written.writerow(column.header for column in profile.columns)
    written.writerows([cell(column, number) for column in profile.columns] for number in range(1, rows + 1))
    return text.getvalue().encode("utf-8-sig")


@contextmanager
def new_register(folder: str, numbers: Iterator[int]) -> Iterator[Register]:
    """An empty register, closed and so written to the end afterwards."""
    register = open_register(f"sqlite:///{folder}/{next(numbers)}.sqlite")
    try:
        yield register
    finally:
        register.close()


def main() -> None:
    """An import of 100,000 rows into a new register; the part of it that reads and checks, and the part that inserts and commits."""
    model = load("ringsted")
    profile = load_profile(profiles(model)["henvendelser"])
    content = export(profile, ROWS)
    numbers = count()
    with TemporaryDirectory() as folder:

        def take_in() -> None:
            with new_register(folder, numbers) as register:
                done = import_bytes(content, "henvendelser.csv", "henvendelser", model, register, TODAY)
            assert (len(done.accepted), done.errors) == (ROWS, ())

        def store() -> None:
            with new_register(folder, numbers) as register, register.transaction(write=True) as connection:
                insert(connection, EVENTS, sealed)

        with new_register(folder, numbers) as register:
            import_bytes(content, "henvendelser.csv", "henvendelser", model, register, TODAY)
            sealed = [astuple(event) for event in register.events()]
        sides = {
            "pandas": lambda: pd.read_csv(io.BytesIO(content), sep=";"),
            "read": lambda: read_export(content, "henvendelser.csv", profile, TODAY),
            "store": store,
            "import": take_in,
        }
        times = rounds(sides, 5)
    parts = {"read": "read and checked", "store": "inserted and committed, sealed before", "import": "imported"}
    for side, what in parts.items():
        beside = ratio(times, side, "pandas")
        told = f"{median(times[side]) / 1000:.1f} s, {beside:.1f} x pandas"
        line(f"{ROWS:,} enquiry rows ({len(content) / 1e6:.0f} MB) {what}", told, f"<= {TARGET} x", beside <= TARGET)
