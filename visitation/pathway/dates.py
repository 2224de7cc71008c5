"""Dates that promises count to: clipped months, weeks, days, and Danish working days."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from visitation.model.schema import Length

DAY = timedelta(days=1)
SATURDAY = 5
FIXED = ((1, 1), (12, 25), (12, 26))
FROM_EASTER = (-3, -2, 0, 1, 39, 49, 50)  # Thursday and Friday before, Sunday, Monday, Ascension Day, Whit Sunday and Monday
PRAYER_DAY, WITHOUT_PRAYER_DAY = 26, 2024  # store bededag, a working day from that year on (act 214 of 6 March 2023)


@lru_cache(maxsize=1 << 16)
def add(day: date, length: Length, end: bool = False) -> date:
    """The day that lies a length after `day`; with `end` the end of its window, if it has one.

    Months keep the day of the month, clipped to the last one; working days leave out weekends and Danish public holidays.
    ValueError for a length in calls, which lies on no date."""
    count = _count(length) if length.to is None or not end else length.to
    if length.months is not None:
        from dateutil.relativedelta import relativedelta

        return day + relativedelta(months=count)
    if length.workdays is not None:
        return _workdays_after(day, count)
    return day + count * (DAY if length.days is not None else 7 * DAY)


def dated(length: Length | None) -> bool:
    """Whether a length leads to a date; a number of calls does not."""
    return length is not None and length.calls is None


def is_workday(day: date) -> bool:
    """Whether the day is neither a Saturday, a Sunday nor a Danish public holiday."""
    return day.weekday() < SATURDAY and day not in _holidays(day.year)


def status(due: date, today: date, soon_days: int = 7) -> Literal["broken", "due", "soon", "later"]:
    """How a promise stands: its day has passed, is today, comes within `soon_days`, or lies further ahead."""
    if due < today:
        return "broken"
    if due == today:
        return "due"
    return "soon" if (due - today).days <= soon_days else "later"


def _count(length: Length) -> int:
    if length.calls is not None:
        raise ValueError("a length in calls lies on no date")
    return next(count for count in (length.days, length.weeks, length.months, length.workdays) if count is not None)


def _workdays_after(day: date, count: int) -> date:
    while count:
        day += DAY
        count -= is_workday(day)
    return day


@lru_cache(maxsize=256)
def _holidays(year: int) -> frozenset[date]:
    """The public holidays of a year; the fixed days and those that follow Easter are all that Denmark has."""
    from dateutil.easter import easter

    moving = (*FROM_EASTER, *((PRAYER_DAY,) if year < WITHOUT_PRAYER_DAY else ()))
    return frozenset({*(date(year, month, day) for month, day in FIXED), *(easter(year) + count * DAY for count in moving)})
