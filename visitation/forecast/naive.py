"""Forecasts that anybody can make: what a model has to beat. Both draw futures of shape (replications, weeks_ahead)."""

import numpy as np
from numpy.typing import NDArray

from visitation.forecast.weeks import Weeks

YEAR = 52  # weeks


def steady(weeks: Weeks, weeks_ahead: int, replications: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Every week to come is one of the past, drawn by chance: the mean, with its scatter."""
    return rng.choice(weeks.counts, (replications, weeks_ahead))


def seasonal(weeks: Weeks, weeks_ahead: int, replications: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Every week to come is the same one a year before, give or take as much as such weeks have differed; at most a year ahead.

    In the first two years, with hardly a difference to draw from, as `steady`."""
    if len(weeks) < 2 * YEAR:
        return steady(weeks, weeks_ahead, replications, rng)
    counts = np.array(weeks.counts)
    differences = rng.choice(counts[YEAR:] - counts[:-YEAR], (replications, weeks_ahead))
    return np.maximum(0, counts[-YEAR:][:weeks_ahead] + differences)
