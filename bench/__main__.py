"""Runs all benchmarks, or those named: python -m bench [screening]."""

import sys

from bench import screening

BENCHMARKS = {"screening": screening.main}

for name in sys.argv[1:] or BENCHMARKS:
    if name not in BENCHMARKS:
        sys.exit(f"unknown benchmark {name!r}; allowed are {', '.join(BENCHMARKS)}")
    print(f"# {name}")
    BENCHMARKS[name]()
