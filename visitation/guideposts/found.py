"""What an indicator comes to in a period, with how sure it is; few are said as counts and never as a share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from visitation.statistics.intervals import wilson
from visitation.statistics.small import SMALL, Share

THOUSAND = 1000
QUARTER, YEAR = 3, 12  # months
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """The days `first` to `last`, both included."""

    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        """Whether it is one of its days."""
        return day is not None and self.first <= day <= self.last


@dataclass(frozen=True)
class Found:
    """`k` of `n` counted (`n` None: only counted), and the `amount` that makes in the indicator's unit, None where they are too few.

    `low` and `high` are Wilson's 95 % interval of a share or a rate, of days those between which at least half lie, and None of a
    count."""

    k: int
    n: float | None
    amount: float | None
    low: float | None = None
    high: float | None = None


def share(k: int, n: int) -> Found:
    """k of n, in per cent."""
    found = Share(k, n)
    return Found(k, n, found.percent, found.interval.low, found.interval.high) if found.interval else Found(k, n, None)


def counted(k: int) -> Found:
    """A count of all there are, which nothing makes uncertain."""
    return Found(k, None, k)


def rate(k: int, people: float | None) -> Found:
    """So many per thousand people; only the count where it is not known how many people there are."""
    if not people or k < SMALL:
        return Found(k, people, None)
    interval = wilson(k, round(people))
    return Found(k, people, THOUSAND * k / round(people), THOUSAND * interval.low, THOUSAND * interval.high)


def days(lengths: Sequence[int], n: int) -> Found:
    """The median length in days of those of the n that have one."""
    if len(lengths) < SMALL:
        return Found(len(lengths), n, None)
    ordered, outside = sorted(lengths), (len(lengths) - 1) // 4
    return Found(len(lengths), n, median(ordered), ordered[outside], ordered[-1 - outside])


def latest_year(today: date) -> Period:
    """The twelve months that end with the day."""
    return Period(_months_after(today, -YEAR) + DAY, today)


def whole_periods(begun: date, today: date, months: int) -> tuple[Period, ...]:
    """Every period of so many months that ends with a quarter, began after the data did, and is over, oldest first."""
    ends, last = [], date(today.year, today.month, 1)
    last = _months_after(last, -((last.month - 1) % QUARTER)) - DAY
    while (first := _months_after(last + DAY, -months)) >= begun:
        ends.append(Period(first, last))
        last = _months_after(last + DAY, -QUARTER) - DAY
    return tuple(reversed(ends))


def _months_after(day: date, months: int) -> date:
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=months)
