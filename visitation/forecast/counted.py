"""What a register's counts tell of a number: its value, and the 80 % range in which it may lie."""

from dataclasses import dataclass
from datetime import date
from math import sqrt

from visitation.forecast.uncertain import Q80

Period = tuple[date, date]


@dataclass(frozen=True)
class Counted:
    """A number with the ends of its 80 % range; it rests on `n` enquiries, citizens or events of the days `period`, the last included."""

    value: float
    low: float
    high: float
    n: int
    period: Period


def share(value: float, whole: float, n: int, period: Period) -> Counted:
    """A share of so many; the range is Wilson's (1927), which stays between 0 and 1."""
    spread = Q80**2 / whole
    middle = (value + spread / 2) / (1 + spread)
    half = sqrt(spread * (value * (1 - value) + spread / 4)) / (1 + spread)
    return Counted(value, min(max(middle - half, 0.0), value), max(min(middle + half, 1.0), value), n, period)


def rate(events: int, weeks: float, period: Period) -> Counted:
    """The events a week; the range is the Gamma law's with Jeffreys' prior, its quantiles those of Wilson and Hilferty (1931)."""
    shape = events + 0.5
    low, high = (shape * (1 - 1 / (9 * shape) + z / (3 * sqrt(shape))) ** 3 / weeks for z in (-Q80, Q80))
    return Counted(events / weeks, min(low, events / weeks), high, events, period)
