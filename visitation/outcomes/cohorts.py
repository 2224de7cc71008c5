"""Cohorts as published, by plain counts: those who started in a period, those who completed in one, and what lies between the two."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from visitation.errors import VisitationError
from visitation.outcomes.published import CompletedCount, StartedCount
from visitation.statistics.intervals import Difference, difference
from visitation.statistics.small import FEW, Few, Share


@dataclass(frozen=True)
class Period:
    """The days `first` to `last`, both included, as seen on the day `seen`."""

    first: date
    last: date
    seen: date

    @property
    def months(self) -> float:
        """How long it is."""
        return _months(self.first, self.last + timedelta(days=1))

    @property
    def followed(self) -> tuple[float, float]:
        """For how many months those who came last and first in it have been followed."""
        return _months(self.last, self.seen), _months(self.first, self.seen)

    def a_year(self, count: int) -> float:
        """How many so many are in a whole year."""
        return 12 * count / self.months


@dataclass(frozen=True)
class Started:
    """A cohort: the courses started in a period, and how many of them have support on the day they are seen."""

    period: Period
    share: Share

    @property
    def a_year(self) -> float:
        """How many starts that makes in a whole year."""
        return self.period.a_year(self.share.n)


@dataclass(frozen=True)
class Completed:
    """Not a cohort of starts: the courses completed in a period, and how many of them have support on the day they are seen."""

    period: Period
    share: Share

    @property
    def a_year(self) -> float:
        """How many completions that makes in a whole year."""
        return self.period.a_year(self.share.n)


@dataclass(frozen=True)
class Remainder:
    """What is left of those completed when the cohorts of those started are taken away: a difference of two different events.

    It measures no year. Its citizens are also those followed the shortest, so that its share is low for that reason alone."""

    completed: Completed
    cohorts: tuple[Started, ...]
    share: Share


def started(count: StartedCount, few: Few = FEW) -> Started:
    """A published cohort."""
    return Started(Period(count.first, count.last, count.seen), Share(count.active, count.started, few))


def completed(count: CompletedCount, few: Few = FEW) -> Completed:
    """The published completions."""
    return Completed(Period(count.first, count.last, count.seen), Share(count.active, count.completed, few))


def remainder(whole: Completed, cohorts: Iterable[Started]) -> Remainder:
    """What the cohorts leave of the completions; VisitationError when they are more than those."""
    parts = tuple(cohorts)
    n, k = (getattr(whole.share, what) - sum(getattr(one.share, what) for one in parts) for what in ("n", "k"))
    return Remainder(whole, parts, Share(k, n, whole.share.few))


def compared(one: Started, other: Started) -> Difference:
    """The share of one cohort less the other's, and whether they differ; not for what is no cohort."""
    if not (isinstance(one, Started) and isinstance(other, Started)):
        raise VisitationError("Kun årgange af startede forløb kan sammenlignes; gennemførte og resten er noget andet.")
    return difference(one.share.k, one.share.n, other.share.k, other.share.n, one.share.few.level)


def agrees(percent: float, share: Share) -> bool:
    """Whether a published per cent is this share, rounded to its own decimals."""
    return round(100 * share.k / share.n, len(f"{percent:g}".partition(".")[2])) == percent


def _months(first: date, last: date) -> float:
    """Whole months and thirtieths."""
    from dateutil.relativedelta import relativedelta

    found = relativedelta(last, first)
    return 12 * found.years + found.months + found.days / 30
