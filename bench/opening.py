"""Opening each dashboard on the sample register: its state and its first view, in a process of its own as a page has it."""

import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from bench.timing import line
from visitation.register.demo import make_demo

ROUNDS = 3
DASHBOARDS = {  # how many times as long as reading every event of the register once each may take to open
    "start": 4,
    "meeting": 4,
    "deadlines": 4,
    "rules": 1,
    "overlap": 1,
    "ladder": 3.5,
    "guideposts": 5,
    "forecast": 6,
    "economy": 1,
    "outcomes": 4,
}


def opening(dashboard: str, url: str) -> None:
    """Prints the seconds of opening a dashboard, and of reading every event of the register, what they need being imported."""
    from widgets.session import open_session

    panel = import_module(f"widgets.{dashboard}.panel").panel
    session = open_session({"REGISTER": url, "QUERY_STRING": "kommune=slagelse"})
    print(_busy(lambda: panel(session)), median(_busy(session.register.events) for _ in range(3)))


def _busy(run: Callable[[], object]) -> float:
    """How long the processor works on one call: other processes have their turns meanwhile, and do not count."""
    start = process_time()
    run()
    return process_time() - start


def main() -> None:
    """Every dashboard once in each round."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder)}/register.sqlite"
        make_demo(url)
        times = {name: [] for name in DASHBOARDS}
        for _ in range(ROUNDS):
            for name in DASHBOARDS:
                command = [sys.executable, "-m", "bench.opening", name, url]
                told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
                times[name].append([float(number) for number in told.split()])
    for name, most in DASHBOARDS.items():
        found = median(opened / read for opened, read in times[name])
        seconds = median(opened for opened, _ in times[name])
        line(f"{name}, beside reading every event", f"{seconds:.2f} s = {found:.1f}x", f"<= {most}x", found <= most)


if __name__ == "__main__":
    opening(*sys.argv[1:])
