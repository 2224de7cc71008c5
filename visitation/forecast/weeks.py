"""Enquiries per ISO week, and what the calendar says of a week before anybody has enquired in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from visitation.errors import VisitationError

if TYPE_CHECKING:
    from visitation.register.case import Case

WEEK, WORKDAYS = timedelta(weeks=1), 5
YEAR = 365.2425 / 7  # weeks
HARMONICS = 2
CALENDAR = 2 * HARMONICS + 2  # what is known of a week: its season, its holidays, whether it is summer
SUMMER = range(28, 31)  # the ISO weeks of the common summer holiday


@dataclass(frozen=True)
class Weeks:
    """Whole weeks in a row: `counts[i]` enquiries in the week whose Monday lies i weeks after the Monday `first`."""

    first: date
    counts: tuple[int, ...]

    def __post_init__(self):
        if self.first.weekday():
            raise VisitationError(f"Ugerne begynder {self.first}; de skal begynde på en mandag.")
        if any(count < 0 for count in self.counts):
            raise VisitationError(f"Ugerne fra {self.first} har {min(self.counts)} henvendelser; tilladt er 0 og opefter.")

    def __len__(self) -> int:
        return len(self.counts)

    @property
    def after(self) -> date:
        """The Monday after the last week."""
        return self.first + len(self) * WEEK

    def between(self, start: int, end: int) -> "Weeks":
        """The weeks from number `start` up to, not with, number `end`."""
        return Weeks(self.first + start * WEEK, self.counts[start:end])


def enquiry_weeks(cases: Iterable["Case"], today: date) -> Weeks:
    """The enquiries of these cases per week, from the first whole week to the last with an enquiry that has ended by `today`.

    A week without enquiries in between counts zero; what comes after the last one may be a register not yet filled.
    VisitationError when an enquiry lies after `today`."""
    days = sorted(case.enquiry.received for case in cases)
    if not days:
        return Weeks(_monday(today), ())
    if days[-1] > today:
        raise VisitationError(f"En henvendelse er modtaget {days[-1]}; tilladt er til og med {today}.")
    end = min(_monday(days[-1]) + WEEK, _monday(today))
    first = min(_monday(days[0] + WEEK - timedelta(days=1)), end)  # a register that begins on a Wednesday knows half of that week
    known = [(day - first) // WEEK for day in days if first <= day < end]
    return Weeks(first, tuple(np.bincount(known, minlength=(end - first) // WEEK).tolist()))


def calendar(first: date, weeks: int) -> NDArray[np.float64]:
    """What is known of so many weeks from the Monday `first`, shape (weeks, CALENDAR).

    The columns are sine and cosine of each harmonic of the year, the share of the workdays that are holidays, and 1 in summer."""
    return np.array([_known(first + i * WEEK) for i in range(weeks)]).reshape(weeks, CALENDAR)


@lru_cache(maxsize=1 << 14)
def _known(monday: date) -> tuple[float, ...]:
    from visitation.pathway.dates import is_workday

    angle = 2 * np.pi * (monday + timedelta(days=3)).timetuple().tm_yday / (7 * YEAR)
    season = [float(wave(k * angle)) for k in range(1, HARMONICS + 1) for wave in (np.sin, np.cos)]
    holidays = sum(not is_workday(monday + timedelta(days=i)) for i in range(WORKDAYS))
    return (*season, holidays / WORKDAYS, float(monday.isocalendar().week in SUMMER))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
