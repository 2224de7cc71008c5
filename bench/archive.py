"""The months of ten million events by DuckDB, beside plain pandas on the same files; each in a process of its own."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from bench.timing import line
from visitation.archive.database import database
from visitation.archive.folder import Manifest, part_name, write_manifest
from visitation.archive.update import update
from visitation.model import load
from visitation.register.demo import TODAY, make_demo
from visitation.register.standing import Steps, steps_of
from visitation.register.store import open_register

EVENTS, TARGET, ROUNDS, SEED = 10_000_000, 3, 3, 20210309
SIDES = {"duckdb": "visitation.archive.monthly", "pandas": "bench.archive_pandas"}
TWINS = 49  # of each of the sample's two municipalities: 98 in all
LATER = 28  # days that a copied case may lie later than the case it is copied from
GROWN = f"""
SELECT (case_no + $stride * copy)::INTEGER AS case_no, version, action, kind, municipality || '-' || copy % {TWINS} AS municipality,
    (day + later)::DATE AS day, (until + later)::DATE AS until, which, step, course
FROM (SELECT *, (hash(case_no, copy, {SEED}) % {LATER})::INTEGER AS later FROM read_parquet($file), range($copies) AS copies(copy))
"""


def ladders() -> dict[str, Steps]:
    """The ladder of each municipality in the grown archive."""
    return {f"{name}-{twin}": steps_of(load(name)) for name in ("ringsted", "slagelse") for twin in range(TWINS)}


def grow(folder: Path) -> Path:
    """An archive of so many events, grown from the sample register's: every case copied, each copy some days later; the same every time."""
    url = f"sqlite:///{(folder / 'register.sqlite').as_posix()}"
    make_demo(url)
    register = open_register(url)
    small = update(register, folder / "small", TODAY).manifest
    register.close()
    copies, large = -(-EVENTS // small.facts), folder / "large"
    large.mkdir()
    name, given = part_name(1, EVENTS), {"stride": small.events + 1, "copies": copies, "file": str(folder / "small" / small.parts[0])}
    with database() as connection:
        connection.execute(f"CREATE TABLE grown AS {GROWN}", given)
        connection.table("grown").write_parquet(str(large / name), compression="zstd")
    write_manifest(large, Manifest(EVENTS, small.head, small.today, small.facts * copies, tuple(ladders()), (name,)))
    return large


def count(side: str, folder: Path) -> dict:
    """What one side takes in this process: seconds, seconds of both processors, MB at most; and a digest of what it counted."""
    given, monthly = ladders(), import_module(SIDES[side]).monthly
    began, used = perf_counter(), process_time()
    found = monthly(folder, given)
    took = {"seconds": perf_counter() - began, "processors": process_time() - used}
    return took | {"mb": getrusage(RUSAGE_SELF).ru_maxrss / 1024, "found": sha256(repr(found).encode()).hexdigest()}


def _apart(side: str, folder: Path) -> dict:
    run = subprocess.run([sys.executable, "-m", "bench.archive", side, str(folder)], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def main() -> None:
    """Medians of rounds that run both sides, one after the other."""
    with TemporaryDirectory() as scratch:
        large = grow(Path(scratch))
        size = sum(path.stat().st_size for path in large.iterdir()) / 1e6
        rounds = [{side: _apart(side, large) for side in SIDES} for _ in range(ROUNDS)]
    assert len({took["found"] for turn in rounds for took in turn.values()}) == 1
    middle = {side: {what: median(turn[side][what] for turn in rounds) for what in ("seconds", "processors", "mb")} for side in SIDES}
    print(f"{EVENTS:,} events of {len(ladders())} municipalities in {size:.0f} MB; load average {os.getloadavg()[0]:.1f}")
    for side, took in middle.items():
        told = f"{took['seconds']:.1f} s, {took['processors']:.1f} s of processors, {took['mb']:.0f} MB"
        target = (f"<= {TARGET} s", took["seconds"] <= TARGET) if side == "duckdb" else ("printed", True)
        line(f"the months of 10 million events, {side}", told, *target)
    ratio = median(turn["pandas"]["seconds"] / turn["duckdb"]["seconds"] for turn in rounds)
    line("  pandas beside DuckDB", f"{ratio:.1f}x as long", ">= 1x", ratio >= 1)


if __name__ == "__main__":
    print(json.dumps(count(sys.argv[1], Path(sys.argv[2]))))
