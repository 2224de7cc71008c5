"""Runs all benchmarks, or those named: python -m bench [screening] [replay]."""

import sys

from bench import replay, screening

BENCHMARKS = {"screening": screening.main, "replay": replay.main}

for name in sys.argv[1:] or BENCHMARKS:
    if name not in BENCHMARKS:
        sys.exit(f"unknown benchmark {name!r}; allowed are {', '.join(BENCHMARKS)}")
    print(f"# {name}")
    BENCHMARKS[name]()
