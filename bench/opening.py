"""Opening each dashboard on the sample register: what it imports, its first view in a process that has done nothing else, and its view in
a process that has rehearsed, as a waiting kernel has. Beside reading every event of the register once, in the same process."""

import json
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from bench.timing import line

ROUNDS, VIEWS = 3, 5
LIBRARIES = "pandas, altair, ipywidgets"
IMPORTS = 0.6  # how many times as long as the libraries its imports may take
DASHBOARDS = {  # how many times as long as reading every event once each may take to open: at first, and after a rehearsal
    "start": (8, 1.0),
    "meeting": (6, 0.5),
    "deadlines": (6, 0.6),
    "rules": (1, 0.4),
    "overlap": (4, 0.8),
    "ladder": (7, 0.8),
    "guideposts": (9, 1.6),
    "forecast": (9, 1.7),  # most of it a thousand futures, which every page computes for itself
    "economy": (1, 0.4),
    "outcomes": (9, 1.6),
    "exercise": (1, 0.4),
}


def at_first(name: str, url: str) -> dict[str, list[float]]:
    """The seconds of importing a dashboard, of opening it, and of reading every event."""
    imported = _busy(lambda: import_module(f"widgets.{name}"))
    return {name: [imported, _opening(name, url), _reading(url)]}


def rehearsed(url: str) -> dict[str, list[float]]:
    """Per dashboard how many times as long its view takes as reading every event, and its seconds, in a process that has rehearsed."""
    from widgets.rehearsal import rehearse

    rehearse({"REGISTER": url})
    views = {name: [(_opening(name, url), _reading(url)) for _ in range(VIEWS)] for name in DASHBOARDS}
    return {name: [median(view / read for view, read in found), median(view for view, _ in found)] for name, found in views.items()}


def libraries() -> dict[str, list[float]]:
    """The seconds of importing what a notebook of this kind usually begins with."""
    return {LIBRARIES: [_busy(lambda: [import_module(name) for name in LIBRARIES.split(", ")])]}


def _opening(name: str, url: str) -> float:
    """The seconds of a dashboard's view, its session included."""
    from widgets.session import open_session

    panel = import_module(f"widgets.{name}").panel
    return _busy(lambda: panel(open_session({"REGISTER": url, "QUERY_STRING": "kommune=slagelse"})))


def _reading(url: str) -> float:
    """The seconds of reading every event by a process that remembers none."""
    from visitation.register.memory import Memory
    from visitation.register.store import open_register
    from visitation.register.uncollected import uncollected

    with uncollected(), open_register(url).transaction() as connection:
        return _busy(lambda: Memory().held_against(connection))


def _busy(run: Callable[[], object]) -> float:
    """How long the processor works on one call: other processes have their turns meanwhile, and do not count."""
    start = process_time()
    run()
    return process_time() - start


def _told(*what: str) -> dict[str, list[float]]:
    """What a process of its own tells of a side."""
    command = [sys.executable, "-m", "bench.opening", *what]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    """Every side once in each round."""
    from visitation.register.demo import make_demo  # here, so that a process that is measured begins with nothing

    sides: dict[str, list[list[float]]] = {}
    views: dict[str, list[list[float]]] = {}
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder)}/register.sqlite"
        make_demo(url)
        for _ in range(ROUNDS):
            for what in (("libraries",), *(("at_first", name, url) for name in DASHBOARDS)):
                for name, found in _told(*what).items():
                    sides.setdefault(name, []).append(found)
            for name, found in _told("rehearsed", url).items():
                views.setdefault(name, []).append(found)
    usual = [found for (found,) in sides[LIBRARIES]]
    print(f"import {LIBRARIES}: {median(usual):.2f} s")
    for name, (most, most_rehearsed) in DASHBOARDS.items():
        _lines(name, sides[name], usual, most)
        _line_rehearsed(name, views[name], most_rehearsed)


def _lines(name: str, found: list[list[float]], usual: list[float], most: float) -> None:
    imports, seconds = median(one for one, _, _ in found), median(one for _, one, _ in found)
    beside = median(one / other for (one, _, _), other in zip(found, usual, strict=True))
    times = median(one / read for _, one, read in found)
    line(f"{name}: its imports, beside {LIBRARIES}", f"{imports:.2f} s = {beside:.2f}x", f"<= {IMPORTS}x", beside <= IMPORTS)
    line(f"{name}: its first view, beside reading every event", f"{seconds:.2f} s = {times:.1f}x", f"<= {most}x", times <= most)


def _line_rehearsed(name: str, found: list[list[float]], most: float) -> None:
    times, seconds = (median(side) for side in zip(*found, strict=True))
    line(f"{name}: its view after a rehearsal", f"{seconds * 1000:.0f} ms = {times:.2f}x", f"<= {most}x", times <= most)


if __name__ == "__main__":
    print(json.dumps({"at_first": at_first, "rehearsed": rehearsed, "libraries": libraries}[sys.argv[1]](*sys.argv[2:])))
