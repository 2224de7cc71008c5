"""Runs all benchmarks, or those named, such as: python -m bench screening rounding."""

import sys
from importlib import import_module

BENCHMARKS = (
    "screening replay workshop due intake inflow forecast prognose overlap overlap_key archive rounding published opening room"
).split()

for name in sys.argv[1:] or BENCHMARKS:
    if name not in BENCHMARKS:
        sys.exit(f"unknown benchmark {name!r}; allowed are {', '.join(BENCHMARKS)}")
    print(f"# {name}")
    import_module(f"bench.{name}").main()
