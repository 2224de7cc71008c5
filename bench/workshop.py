"""The workshop of the rules: every rule deleted and brought back, each edit with its proof, beside an action that changes nothing."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.timing import line, p95, ratio, rounds
from visitation.model import load, shipped
from widgets.rules.panel import panel
from widgets.session import open_session

TARGET = 100  # milliseconds
TODAY = date(2021, 3, 9)


def main() -> None:
    """Milliseconds of an edit until its answer, per municipality."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder).as_posix()}/register.sqlite"
        for name in shipped():
            times = {"edit": [], "nothing": []}
            rules = panel(open_session({"REGISTER": url, "MODEL": name, "TODAY": TODAY.isoformat()}))
            for table in load(name).tables.values():
                rules.act({"do": "show", "table": table.id})
                for rule in table.rules:
                    took = rounds({"edit": _deletes(rules, rule.id), "nothing": _shows(rules, table.id)}, 1)
                    rules.act({"do": "undo"})
                    for what, found in took.items():
                        times[what] += found
            told = f"{median(times['edit']):.0f} ms median, {p95(times['edit']):.0f} p95, {ratio(times, 'edit', 'nothing'):.1f} x nothing"
            line(f"a rule deleted and proven, {name}", told, f"<= {TARGET} ms", p95(times["edit"]) <= TARGET)


def _deletes(rules, rule: str) -> Callable[[], object]:
    return lambda: rules.act({"do": "delete", "rule": rule})


def _shows(rules, table: str) -> Callable[[], object]:
    return lambda: rules.act({"do": "show", "table": table})
