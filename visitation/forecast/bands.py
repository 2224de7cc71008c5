"""What a forecast says of a series: its mean, and the range in which four of five futures lie, week by week."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PERCENTILES = np.array([0.1, 0.5, 0.9])


@dataclass(frozen=True)
class Band:
    """Per week the mean and the 10th, 50th and 90th percentile of the futures."""

    mean: NDArray
    p10: NDArray
    p50: NDArray
    p90: NDArray


@dataclass(frozen=True)
class Series:
    """A series with both its bands: what chance alone does to it (`process`), and that with all that is not known (`total`)."""

    process: Band
    total: Band


@dataclass(frozen=True)
class Waits:
    """The weeks that those who began a course had waited: mean and 90th percentile; None when nobody began."""

    mean: float | None
    p90: float | None


def band(paths: NDArray) -> Band:
    """The band of futures (weeks, replications); between two of them a percentile lies in proportion."""
    ordered, at = np.sort(paths, axis=1), PERCENTILES * (paths.shape[1] - 1)
    below, above = np.floor(at).astype(int), np.ceil(at).astype(int)
    ends = ordered[:, below] + (ordered[:, above] - ordered[:, below]) * (at - below)
    return Band(paths.mean(axis=1), *ends.T)


def waits(counts: NDArray) -> Waits:
    """Mean and 90th percentile of waits: `counts[w]` citizens waited w weeks."""
    total = counts.sum()
    if not total:
        return Waits(None, None)
    p90 = np.searchsorted(np.cumsum(counts), 0.9 * total)
    return Waits(float(counts @ np.arange(counts.size) / total), float(p90))
