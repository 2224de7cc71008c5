"""Courses followed by the day: who left the queue or the course, whom support under § 85 followed and when, and how long it lasts."""

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from visitation.forecast.counted import Counted, Period, rate, share
from visitation.forecast.durations import Curve, Weibull, curve
from visitation.pathway import Course
from visitation.statistics.survival import greenwood, kaplan_meier

BEGUN = "opstart"  # the mark of the day on which help begins
WEEK = 7  # days
DRAWS, SEED = 100, 1  # how often the stays are drawn anew to see how sure their mean is

Followed = list[tuple[float, bool]]  # the weeks of each, and whether they ended in what is asked for


def weeks(since: date, until: date) -> float:
    """The weeks between two days."""
    return (until - since).days / WEEK


def waited(courses: Iterable[Course], today: date) -> Followed:
    """The weeks from referral until somebody left the queue (True), began the course, or today."""
    return [(weeks(one.begun, one.marks.get(BEGUN) or _until(one, today)), one.ended and BEGUN not in one.marks) for one in courses]


def lasted(courses: Iterable[Course], today: date) -> Followed:
    """The weeks from the beginning of the help until it ended (True) or today, a day at least."""
    return [(_some(one.marks[BEGUN], _until(one, today)), one.ended) for one in courses if BEGUN in one.marks]


def went_on(courses: Sequence[Course], support: Iterable[Course], today: date) -> Followed:
    """The weeks from the end of a citizen's last course until the support that began after it did (True) or today, a day at least.

    Nothing, while a citizen is in a course or never was in one."""
    last = max((one for one in courses if BEGUN in one.marks), key=lambda one: one.marks[BEGUN], default=None)
    if last is None or not last.ended:
        return []
    begun = [one.marks[BEGUN] for one in support if BEGUN in one.marks and one.marks[BEGUN] >= last.marks[BEGUN]]
    return [(_some(last.since, min(begun, default=today)), bool(begun))]


def left_a_week(found: Followed, within: float, period: Period) -> Counted:
    """How many leave in one of the first so many weeks, a week of those who are still there."""
    there = sum(min(length, within) for length, _ in found)
    return rate(sum(left and length < within for length, left in found), max(there, 1 / WEEK), period)


def onward(found: Followed, period: Period) -> tuple[Counted, Curve]:
    """The share that goes on within the time that anybody was followed (its range by Greenwood's variance), and after how long they do.

    Who goes on later than that is unknown, and not counted."""
    times, left = kaplan_meier(*zip(*found, strict=True))
    stay, variance = float(left[-1]), greenwood(*zip(*found, strict=True))
    whole = stay * (1 - stay) / variance if variance else len(found)
    told = share(1 - stay, whole, sum(gone for _, gone in found), period)
    return told, Curve(times, (left - stay) / (1 - stay), Weibull(float(times[-1]), 1.0))  # comes down to 0, so that no tail is reached


def stays(found: Followed, period: Period) -> tuple[Counted, Curve]:
    """The mean stay, its range that of the same stays drawn anew, and their curve with its tail."""
    lengths, ended = (np.array(each) for each in zip(*found, strict=True))
    law, rng = curve(lengths, ended), np.random.default_rng(SEED)
    drawn = [rng.integers(0, len(found), len(found)) for _ in range(DRAWS)]
    low, high = np.percentile([curve(lengths[who], ended[who]).mean for who in drawn], (10, 90))
    return Counted(law.mean, min(float(low), law.mean), max(float(high), law.mean), int(ended.sum()), period), law


def _until(course: Course, today: date) -> date:
    return course.since if course.ended else today


def _some(since: date, until: date) -> float:
    return max(weeks(since, until), 1 / WEEK)
