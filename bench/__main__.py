"""Runs all benchmarks, or those named, such as: python -m bench screening rounding."""

import sys

from bench import due, forecast, inflow, intake, opening, overlap, overlap_key, prognose, published, replay, rounding, screening, workshop

ALL = (screening, replay, workshop, due, intake, inflow, forecast, prognose, overlap, overlap_key, rounding, published, opening)
BENCHMARKS = {room.__name__.removeprefix("bench."): room.main for room in ALL}

for name in sys.argv[1:] or BENCHMARKS:
    if name not in BENCHMARKS:
        sys.exit(f"unknown benchmark {name!r}; allowed are {', '.join(BENCHMARKS)}")
    print(f"# {name}")
    BENCHMARKS[name]()
