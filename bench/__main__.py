"""Runs all benchmarks, or those named: python -m bench [screening] [replay] [due] [intake]."""

import sys

from bench import due, intake, replay, screening

BENCHMARKS = {"screening": screening.main, "replay": replay.main, "due": due.main, "intake": intake.main}

for name in sys.argv[1:] or BENCHMARKS:
    if name not in BENCHMARKS:
        sys.exit(f"unknown benchmark {name!r}; allowed are {', '.join(BENCHMARKS)}")
    print(f"# {name}")
    BENCHMARKS[name]()
