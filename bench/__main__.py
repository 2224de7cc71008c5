"""Runs all benchmarks, or those named, such as: python -m bench screening rounding."""

import sys

from bench import due, forecast, inflow, intake, opening, overlap, prognose, published, replay, rounding, screening

ALL = (screening, replay, due, intake, inflow, forecast, prognose, overlap, rounding, published, opening)
BENCHMARKS = {room.__name__.removeprefix("bench."): room.main for room in ALL}

for name in sys.argv[1:] or BENCHMARKS:
    if name not in BENCHMARKS:
        sys.exit(f"unknown benchmark {name!r}; allowed are {', '.join(BENCHMARKS)}")
    print(f"# {name}")
    BENCHMARKS[name]()
