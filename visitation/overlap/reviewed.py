"""What the review measures of what the business case of 2015 assumed: how many both centres know, and how much is granted twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import sqrt

from visitation.overlap.citizen import FIRST
from visitation.overlap.fold import Progress, Review
from visitation.overlap.grants import DAYS_A_WEEK, WEEKS_A_YEAR, Granted, granted, mentor_kr, spans, weeks
from visitation.overlap.schema import Overlap
from visitation.overlap.types import in_both
from visitation.register.store import Register
from visitation.statistics.intervals import Interval, wilson
from visitation.statistics.quantiles import student

YEAR = timedelta(days=DAYS_A_WEEK * WEEKS_A_YEAR - 1)  # from its first day to its last


@dataclass(frozen=True)
class Known:
    """Of `n` citizens reviewed `k` are known to both centres."""

    k: int
    n: int

    @property
    def share(self) -> float:
        """The share, 0-1."""
        return self.k / self.n

    @property
    def interval(self) -> Interval:
        """Wilson's interval of the share."""
        return wilson(self.k, self.n)


@dataclass(frozen=True)
class Twice:
    """How much of what was spent on a mentor and § 85 was granted twice, 0-1, from `first` to `last`.

    `n` citizens reviewed and known to both centres had either, `double` of them both at once. `in_kroner` is False where no price
    of § 85 is known: then a week of each counts the same. The interval is None for fewer than two citizens."""

    n: int
    double: int
    share: float
    interval: Interval | None
    first: date
    last: date
    in_kroner: bool


@dataclass(frozen=True)
class Reviewed:
    """How far the review is, and what it says so far; `known` is None while nobody is reviewed, `twice` while nobody had a service."""

    progress: Progress
    known: Known | None
    twice: Twice | None


def reviewed(data: Overlap, register: Register, review: Review, today: date, support_week_kr: int | None = None) -> Reviewed:
    """What the citizens rated so far say; services count on the 52 weeks that end with `today`."""
    rated = [one for one in review.citizens.values() if one.rating(FIRST)]
    both = in_both(data, rated)
    there = granted(spans(register, [one.reference for one in both]), today - YEAR, today)
    known = Known(len(both), len(rated)) if rated else None
    return Reviewed(review.progress(), known, twice(there, today, data.mentor.kr, support_week_kr))


def twice(there: Sequence[Granted], today: date, mentor_year_kr: int, support_week_kr: int | None) -> Twice | None:
    """The share granted twice in the year that ends with `today`; None when nobody had either service."""
    if not there:
        return None
    week = Decimal(mentor_year_kr) / WEEKS_A_YEAR if support_week_kr else Decimal(1)
    parts = [weeks(one.both) * week for one in there]
    wholes = [weeks(one.mentor) * week + weeks(one.support) * (support_week_kr or 1) for one in there]
    share, interval = ratio(parts, wholes)
    double = sum(bool(one.both) for one in there)
    return Twice(len(there), double, share, interval, today - YEAR, today, support_week_kr is not None)


def spent_twice(there: Iterable[Granted], mentor_year_kr: int) -> Decimal:
    """What the mentors cost on the days that also had § 85, in kroner."""
    return sum((mentor_kr(one.both, mentor_year_kr) for one in there), Decimal(0))


def ratio(parts: Sequence[Decimal], wholes: Sequence[Decimal]) -> tuple[float, Interval | None]:
    """The sum of the parts over the sum of the wholes, each pair one citizen's, and Student's interval of that ratio.

    The interval is linearised (Cochran 1977, 6.4) and cut to 0-1; None for fewer than two citizens."""
    part, whole, n = float(sum(parts)), float(sum(wholes)), len(parts)
    share = part / whole
    if n < 2:
        return share, None
    off = sum((float(one) - share * float(other)) ** 2 for one, other in zip(parts, wholes, strict=True))
    half = student(n - 1) * sqrt(off * n / (n - 1)) / whole
    return share, Interval(max(0.0, share - half), min(1.0, share + half))
