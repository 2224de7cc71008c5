"""Intervals of shares, of the difference of two shares, and of means."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from visitation.errors import VisitationError
from visitation.statistics.quantiles import LEVEL, normal, student, two_sided


@dataclass(frozen=True)
class Interval:
    """Both ends of an interval, in the unit of what it is an interval of."""

    low: float
    high: float


@dataclass(frozen=True)
class Difference:
    """One share less another, with the interval of that, and the pooled test of whether they are equal: its z and two-sided p."""

    value: float
    interval: Interval
    z: float
    p: float


def wilson(k: int, n: int, level: float = LEVEL) -> Interval:
    """Wilson's score interval of the share k of n (Wilson 1927); VisitationError unless 0 <= k <= n and n > 0."""
    if not 0 <= k <= n or n == 0:
        raise VisitationError(f"En andel kan ikke være {k} af {n}; tilladt er mindst 1 i alt, og 0 til så mange som alle.")
    z = normal(level)
    middle, spread = k + z * z / 2, z * sqrt(k * (n - k) / n + z * z / 4)
    low, high = ((middle + sign * spread) / (n + z * z) for sign in (-1, 1))
    return Interval(low, high if k < n else 1.0)  # which rounding would miss


def difference(k: int, n: int, other_k: int, other_n: int, level: float = LEVEL) -> Difference:
    """The share k of n less the other: Newcombe's interval (1998, method 10), and the z test with pooled variance.

    Of two shares that are both none or both all z is 0 and p 1."""
    own, theirs = wilson(k, n, level), wilson(other_k, other_n, level)
    share, other = k / n, other_k / other_n
    value, pooled = share - other, (k + other_k) / (n + other_n)
    deviation = sqrt(pooled * (1 - pooled) * (1 / n + 1 / other_n))
    z = value / deviation if deviation else 0.0
    low = value - sqrt((share - own.low) ** 2 + (theirs.high - other) ** 2)
    high = value + sqrt((own.high - share) ** 2 + (other - theirs.low) ** 2)
    return Difference(value, Interval(low, high), z, two_sided(z))


def mean_interval(values: Sequence[float], level: float = LEVEL) -> Interval:
    """Student's interval of the mean; VisitationError for fewer than two values."""
    found = np.asarray(values, float)
    if found.size < 2:
        raise VisitationError(f"Et gennemsnit af {found.size} tal har intet interval; tilladt er mindst 2.")
    half = student(found.size - 1, level) * float(found.std(ddof=1)) / sqrt(found.size)
    return Interval(float(found.mean()) - half, float(found.mean()) + half)
