"""What the log mean of a week is made of, seen from the last week that is known, and what we expect of each piece beforehand.

First what lasts: the level now, a slight trend, and the calendar. Then what has passed: a break, and the steps that the level took."""

from datetime import date
from math import sqrt

import numpy as np

from visitation.forecast.posterior import Floats, Prior
from visitation.forecast.weeks import HARMONICS, WEEK, YEAR, Weeks, calendar

KNOT = 8  # weeks between the points at which the past level may turn
TREND_SD = 0.04  # a year
HOLIDAYS = (-0.4, 0.3)  # what a workday lost does to its week, mean and sd: most of it is made up for on the other days
SUMMER_SD = 0.1
BREAK_SD = 0.5


def lasting(now: date, first: date, weeks: int) -> Floats:
    """Level, years since the week before `now`, and calendar of so many weeks from the Monday `first`: (weeks, 2 + CALENDAR)."""
    years = ((first - now) / WEEK + 1 + np.arange(weeks)) / YEAR
    return np.column_stack([np.ones(weeks), years, calendar(first, weeks)])


def steps(weeks: int) -> Floats:
    """How far the level of a past week lies from the last one: a column for each step of the walk, in sd of a weekly step."""
    ago = np.arange(weeks)[::-1, None] / KNOT
    return sqrt(KNOT) * np.clip(ago - np.arange(np.ceil(ago.max(initial=0))), 0, 1)


def before(break_on: date | None, weeks: Weeks) -> Floats:
    """A column of 1 in the weeks before the break, so that the level now is the one after it; without a break none."""
    if break_on is None:
        return np.empty((len(weeks), 0))
    return (np.arange(len(weeks))[:, None] < (break_on - weeks.first) / WEEK).astype(float)


def expected(level: tuple[float, float], season: float, breaks: int, walk: int) -> Prior:
    """The prior of all coefficients: `level` is mean and sd, `season` the sd of a wave of the year (of its k-th harmonic that over k)."""
    waves = [(0.0, season / k) for k in range(1, HARMONICS + 1) for _ in ("sine", "cosine")]
    known = [level, (0.0, TREND_SD), *waves, HOLIDAYS, (0.0, SUMMER_SD), *[(0.0, BREAK_SD)] * breaks, *[(0.0, 1.0)] * walk]
    return Prior(*np.array(known).T)
