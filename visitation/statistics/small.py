"""Shares and means that know when they rest on too few: then there is a count and never a percent."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from visitation.errors import VisitationError
from visitation.statistics.intervals import Interval, mean_interval, wilson
from visitation.statistics.quantiles import LEVEL

SMALL = 5


@dataclass(frozen=True)
class Few:
    """How few are too few for a percent or a mean, and how sure an interval is."""

    small: int = SMALL
    level: float = LEVEL

    def __post_init__(self):
        if self.small < 1:
            raise VisitationError(f"Grænsen for små tal er {self.small}; tilladt er 1 og opefter.")


FEW = Few()


@dataclass(frozen=True)
class Share:
    """k of n; VisitationError unless 0 <= k <= n. Below the limit `percent` and `interval` are None: say the counts."""

    k: int
    n: int
    few: Few = FEW

    def __post_init__(self):
        if not 0 <= self.k <= self.n:
            raise VisitationError(f"En andel kan ikke være {self.k} af {self.n}; tilladt er 0 til {self.n}.")

    @property
    def percent(self) -> float | None:
        """The share in per cent."""
        return None if self.n < self.few.small else 100 * self.k / self.n

    @property
    def interval(self) -> Interval | None:
        """Wilson's interval of it, in per cent."""
        if self.n < self.few.small:
            return None
        found = wilson(self.k, self.n, self.few.level)
        return Interval(100 * found.low, 100 * found.high)


@dataclass(frozen=True)
class Mean:
    """The mean of n values and its interval, in their unit; None where n is below the limit, the interval also where n is 1."""

    n: int
    mean: float | None
    interval: Interval | None


def mean(values: Sequence[float], few: Few = FEW) -> Mean:
    """The mean of these values."""
    n = len(values)
    if n < few.small:
        return Mean(n, None, None)
    return Mean(n, float(np.mean(values)), mean_interval(values, few.level) if n > 1 else None)
