"""Rounding a month of the whole country: 98 municipalities, 8 steps and 5 age bands, with all sums."""

from statistics import median

import numpy as np

from bench.timing import line, rounds
from visitation.disclosure import Axis, rounded, with_margins

SHAPE = (98, 8, 5)
MEANS = (1.5, 4.0, 12.0)  # citizens in a cell
KEY = bytes(range(32))


def country(mean: float, seed: int = 1) -> np.ndarray:
    """A month in which few municipalities have many: counts of mixed Poisson."""
    chance = np.random.default_rng(seed)
    return chance.poisson(mean * chance.gamma(0.7, 1 / 0.7, SHAPE))


def main() -> None:
    """One month after another month, sparse to dense."""
    axes = tuple(Axis(name, tuple(map(str, range(size)))) for name, size in zip(("unit", "step", "age_group"), SHAPE, strict=True))
    for mean in MEANS:
        tables = [country(mean, seed) for seed in range(3)]
        times = [rounds({"round": lambda table=table: rounded(table, axes, KEY)}, 1)["round"][0] / 1000 for table in tables]
        off = [np.abs(with_margins(rounded(table, axes, KEY)) - with_margins(table)).mean() for table in tables[:1]]
        measured = f"{median(times):.2f} s, max {max(times):.2f}, off by {off[0]:.2f}"
        line(f"a month of 98 x 8 x 5, {mean:g} citizens in a cell", measured, "<= 10 s", max(times) <= 10)
