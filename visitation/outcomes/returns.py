"""Return to support by the year in which a course started: as published, with equal follow-up, and as a curve.

On one and the same day the latest starters have been followed the shortest, so that their share is low by that alone; equal follow-up and
the curve do away with it. Death and moving away are not known, and count as being without support."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from visitation.model.schema import Length
from visitation.outcomes.cohorts import Completed, Period, Started
from visitation.outcomes.followed import Followed, as_of
from visitation.pathway import add
from visitation.statistics.small import FEW, Few, Share
from visitation.statistics.survival import Survival, survival

MONTHS = (12, 24)
WEEK = 7  # days


@dataclass(frozen=True)
class EqualFollowUp:
    """Of those whose help ended at least so many months ago, how many had support that long after; `too_short` ended later than that."""

    months: int
    share: Share
    too_short: int


@dataclass(frozen=True)
class Returns:
    """One year of starters.

    `on_the_day` is the share with support on the day seen, whatever the follow-up. `equal` and `curve` are of those whose help has ended:
    `curve` is the share who have not had support since, by weeks, None when they are too few. `running` are still in the course, and
    `unknown` those of whose support the register cannot tell: they are in nothing here."""

    year: int
    on_the_day: Started
    equal: tuple[EqualFollowUp, ...]
    curve: Survival | None
    running: int
    unknown: int


def returns(followed: Iterable[Followed], seen: date, months: Sequence[int] = MONTHS, few: Few = FEW) -> tuple[Returns, ...]:
    """The return to support as it stands on the day `seen`, one for every year in which a course started."""
    years: dict[int, list[Followed]] = {}
    for one in as_of(followed, seen):
        if one.started:
            years.setdefault(one.started.year, []).append(one)
    return tuple(_of_year(year, years[year], seen, months, few) for year in sorted(years))


def completions(followed: Iterable[Followed], first: date, last: date, seen: date, few: Few = FEW) -> Completed:
    """The courses completed from `first` to `last`, and how many of them have support on the day `seen`, where the register can tell."""
    courses = [one for one in as_of(followed, seen) if one.completed and first <= one.completed <= last and one.supports is not None]
    return Completed(Period(first, last, seen), _supported(courses, [seen] * len(courses), few))


def _of_year(year: int, courses: Sequence[Followed], seen: date, months: Sequence[int], few: Few) -> Returns:
    known = [one for one in courses if one.supports is not None]
    ended = [one for one in known if one.ended]
    period = Period(min(one.started for one in courses), max(one.started for one in courses), seen)
    return Returns(
        year=year,
        on_the_day=Started(period, _supported(known, [seen] * len(known), few)),
        equal=tuple(_equal(ended, seen, length, few) for length in months),
        curve=_curve(ended, seen) if len(ended) >= few.small else None,
        running=len(known) - len(ended),
        unknown=len(courses) - len(known),
    )


def _equal(ended: Sequence[Followed], seen: date, months: int, few: Few) -> EqualFollowUp:
    looked = [(one, day) for one in ended if (day := add(one.ended, Length(months=months))) <= seen]
    return EqualFollowUp(months, _supported([one for one, _ in looked], [day for _, day in looked], few), len(ended) - len(looked))


def _supported(courses: Sequence[Followed], days: Sequence[date], few: Few) -> Share:
    return Share(sum(one.supported(day) for one, day in zip(courses, days, strict=True)), len(courses), few)


def _curve(ended: Sequence[Followed], seen: date) -> Survival:
    """From the end of the help to the first support after it; one who has it on that day has returned at once."""
    back = [one.next_support(one.ended, seen) for one in ended]
    lengths = [((day or seen) - one.ended).days / WEEK for one, day in zip(ended, back, strict=True)]
    return survival(lengths, [day is not None for day in back])
