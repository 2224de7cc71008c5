"""What the unit's own sheet (styringsark) says is used: how many citizens, how many hours, how long, and what was never reported."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from visitation.register.cases import Case
from visitation.register.records import ACTIVITIES, Record
from visitation.register.store import Register
from visitation.register.told import told
from visitation.statistics.small import SMALL

WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Activity:
    """One citizen's part in an activity, `hours` a week or None when not reported. Its last day is the one before `end`, None while it
    runs; `reported` is False when the end is not in the sheet and the day stands in its place on which the citizen's courses had ended."""

    case: str
    activity: str
    form: str
    start: date
    end: date | None
    hours: float | None
    reported: bool = True

    def runs(self, day: date) -> bool:
        """Whether it ran on that day."""
        return self.start <= day and (self.end is None or day < self.end)

    def days(self, first: date, last: date) -> int:
        """On how many of the days after `first`, until `last`, it ran."""
        begins, ends = max(self.start, first + timedelta(days=1)), last + timedelta(days=1)
        return max(0, (min(ends, self.end or ends) - begins).days)


@dataclass(frozen=True)
class Use:
    """One activity in one form over a period.

    `citizens` took part in it, `running` on its last day with `weekly` hours a week; `hours` over the whole period. Both sums leave out
    the `unpriced`: parts without hours. `weeks` is the median length of the `ended` parts, None where they are fewer than SMALL;
    `unreported` of them have no end in the sheet."""

    activity: str
    form: str
    citizens: int
    running: int
    weekly: float
    hours: float
    unpriced: int
    ended: int
    weeks: float | None
    unreported: int


def activities(register: Register, cases: Mapping[str, Case]) -> tuple[Activity, ...]:
    """The activities of these cases."""
    return tuple(_activity(one, cases[one.case]) for one in told(register, ACTIVITIES) if one.case in cases)


def _activity(one: Record, case: Case) -> Activity:
    facts = {name: one.facts[name] for name in ("activity", "form", "start", "end", "hours")}
    over = None if facts["end"] else _over(case, facts["start"])
    return Activity(one.case, **facts | {"end": facts["end"] or over}, reported=over is None)


def _over(case: Case, start: date) -> date | None:
    """The day on which all courses of the case had ended, None while one runs or none was begun."""
    ended = max((course.since for course in case.courses), default=None)
    return None if ended is None or not all(course.ended for course in case.courses) else max(start, ended)


def used(found: Iterable[Activity], first: date, last: date) -> tuple[Use, ...]:
    """The activities that ran after `first` until `last`, the one with the most hours a week first."""
    groups: dict[tuple[str, str], list[Activity]] = {}
    for one in found:
        if one.days(first, last):
            groups.setdefault((one.activity, one.form), []).append(one)
    uses = (_use(*key, group, first, last) for key, group in groups.items())
    return tuple(sorted(uses, key=lambda use: (-use.weekly, -use.citizens, use.activity, use.form)))


def _use(activity: str, form: str, group: Sequence[Activity], first: date, last: date) -> Use:
    running = [one for one in group if one.runs(last)]
    ended = [one for one in group if one.end is not None and one.end <= last]
    lengths = [(one.end - one.start) / WEEK for one in ended if one.reported]
    return Use(
        activity,
        form,
        citizens=len({one.case for one in group}),
        running=len({one.case for one in running}),
        weekly=sum(one.hours or 0 for one in running),
        hours=sum((one.hours or 0) * one.days(first, last) / WEEK.days for one in group),
        unpriced=sum(one.hours is None for one in group),
        ended=len(ended),
        weeks=median(lengths) if len(lengths) >= SMALL else None,
        unreported=sum(not one.reported for one in ended),
    )
