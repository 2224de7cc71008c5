"""The courses of one month: who waited to begin, who began and ended, and what those who ended had scored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from visitation.outcomes import fit
from visitation.outcomes.followed import Followed, as_of
from visitation.outcomes.scores import STANDARD, Thresholds
from visitation.register.month import Month


@dataclass(frozen=True)
class Courses:
    """The courses of a month.

    `waiting` and `running` are as they stood at the end of the day `seen`: the days since referral of those not begun, and how many had
    begun and not ended. `waited` are the days from referral of those who began in the month. `completed` were completed in it; `stopped`
    are those whose help ended in it and who have not completed. `scores` are of those whose help ended in it."""

    seen: date
    waiting: tuple[int, ...]
    waited: tuple[int, ...]
    running: int
    completed: int
    stopped: int
    scores: fit.Report


def courses(followed: Iterable[Followed], month: Month, today: date, thresholds: Thresholds = STANDARD) -> Courses:
    """The month's courses, as they are known at the end of `today`."""
    now, seen = as_of(followed, today), min(month.last, today)
    then = as_of(now, seen)
    ended = [one for one in now if one.started and month.holds(one.ended)]
    return Courses(
        seen=seen,
        waiting=tuple((seen - one.referred).days for one in then if one.started is None and one.closed is None),
        waited=tuple((one.started - one.referred).days for one in now if month.holds(one.started)),
        running=sum(one.started is not None and one.ended is None for one in then),
        completed=sum(month.holds(one.completed) for one in now),
        stopped=sum(one.completed is None for one in ended),
        scores=fit.report(ended, thresholds),
    )
