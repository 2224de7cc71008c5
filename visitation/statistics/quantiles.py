"""Quantiles and tails of the normal and of Student's t distribution."""

from math import atan2, erfc, exp, lgamma, log1p, pi, sqrt

import numpy as np

from visitation.errors import VisitationError

LEVEL = 0.95


def normal(level: float = LEVEL) -> float:
    """Within how many standard deviations of its mean a normal number lies this often: 1.96 at 0.95."""
    from statistics import NormalDist  # brings decimal and fractions along, which a forecast never needs

    return NormalDist().inv_cdf(0.5 + _checked(level) / 2)


def student(df: int, level: float = LEVEL) -> float:
    """As `normal` for Student's t with so many degrees of freedom, at least 1.

    Newton's steps from the normal's place: to the right of it the distribution is concave, so no step goes too far."""
    t = normal(level)
    while True:
        step = (level - _within(t, df)) / (2 * _density(t, df))
        t += step
        if step <= 1e-15 * t:
            return t


def two_sided(z: float) -> float:
    """How often a normal number lies at least `z` standard deviations from its mean, to either side."""
    return erfc(abs(z) / sqrt(2))


def _checked(level: float) -> float:
    if not 0 < level < 1:
        raise VisitationError(f"Sikkerheden er {level:g}; tilladt er over 0 og under 1.")
    return level


def _within(t: float, df: int) -> float:
    """How often Student's t lies between -t and t: finite sums for whole degrees of freedom (Abramowitz and Stegun 26.7.3-4)."""
    odd = df % 2
    root = sqrt(df + t * t)
    sine, cosine = t / root, sqrt(df) / root
    k = np.arange(2 + odd, df - 1, 2)
    series = sine * (1 + float(np.cumprod(cosine**2 * (k - 1) / k).sum()))
    if not odd:
        return series
    return 2 / pi * (atan2(sine, cosine) + (series * cosine if df > 1 else 0))


def _density(t: float, df: int) -> float:
    return exp(lgamma((df + 1) / 2) - lgamma(df / 2) - (df + 1) / 2 * log1p(t * t / df)) / sqrt(df * pi)
