"""Two of the true tables that are protected before anybody sees them: who stands where on the ladder, and what came of the courses.

The second one counts all results known until the end of a month, not those of the month alone: a year is then the difference of two
months, and off by less than twice the base, where twelve months rounded one by one could be off by twelve times as much."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from visitation.disclosure import Axis, Cube
from visitation.model import Model
from visitation.model.schema import Length
from visitation.outcomes.followed import Followed, as_of
from visitation.outcomes.measures import MEASURES, Terms
from visitation.outcomes.read import read_outcomes
from visitation.outcomes.schema import Criterion
from visitation.outcomes.scores import STANDARD
from visitation.pathway import add
from visitation.register import flow
from visitation.register.agenda import decided_on
from visitation.register.case import Case
from visitation.register.month import Month
from visitation.register.standing import BESIDE, Helps, steps_of
from visitation.vocabulary import VOCABULARY

REACHED, NOT_REACHED = "naaet", "ikke_naaet"
UNDECIDED = "uafgjort"  # stands nowhere before the meeting's first decision
Known = tuple[date, str, str]  # the day on which a result became known, the criterion, and REACHED or NOT_REACHED


def stock(models: Sequence[Model], cases: Mapping[str, Case], granted: Helps, months: Sequence[Month]) -> Cube:
    """How many stand where at the end of every month: on a step, beside the ladder, or waiting for the first decision.

    Whose help has ended stands nowhere and is not counted. True numbers, not to be published."""
    found: Counter[tuple] = Counter()
    for model in models:
        own = [case for case in cases.values() if case.model == model.head.id]
        paths = flow.paths(own, granted, steps_of(model), months[-1].last)
        for case, path in zip(own, paths, strict=True):
            found.update((at, *place) for at, place in _stood(case, path, months))
    return cube_of(_axes(models), months, found)


def results(criteria: Mapping[str, Sequence[Criterion]], known: Mapping[str, Iterable[Known]], months: Sequence[Month]) -> Cube:
    """How many results were known at the end of every month, by municipality, criterion and result.

    True numbers, not to be published; `criteria` and `known` are by municipality."""
    measured = dict.fromkeys(one.id for own in criteria.values() for one in own if one.measure)
    axes = (Axis("unit", tuple(criteria)), Axis("criterion", tuple(measured)), Axis("result", (REACHED, NOT_REACHED)))
    lasts = [month.last for month in months]
    days = {unit: sorted(told) for unit, told in known.items()}
    found: Counter[tuple] = Counter()
    for unit, told in days.items():
        for at, last in enumerate(lasts):
            until = bisect_right(told, last, key=lambda one: one[0])
            found.update((at, unit, criterion, result) for _, criterion, result in told[:until])
    return cube_of(axes, months, found)


def known_results(model: Model, courses: Iterable[Followed]) -> list[Known]:
    """The results of the courses started, each with the day on which it became known; what came later does not change it."""
    read = read_outcomes(model)
    counted = [one for one in read.criteria if one.measure]
    return [
        (day, criterion.id, REACHED if reached else NOT_REACHED)
        for course in courses
        if course.started and course.ended
        for criterion in counted
        for day, reached in _known(course, criterion, read.support.months)
        if reached is not None
    ]


def cube_of(axes: Sequence[Axis], months: Sequence[Month], found: Mapping[tuple, int]) -> Cube:
    """The table of numbers by (place of the month, member of the first axis, of the second, ...); what is not named is 0."""
    counts = np.zeros((len(months), *(len(axis.members) for axis in axes)), np.int64)
    places = [{member: place for place, member in enumerate(axis.members)} for axis in axes]
    for (at, *cell), number in found.items():
        counts[at, *(known[one] for known, one in zip(places, cell, strict=True))] = number
    return Cube(tuple(axes), tuple(months), counts)


def _known(course: Followed, criterion: Criterion, months: int) -> list[tuple[date, bool | None]]:
    """The first day, from the end of the help on, on which the criterion can be told; none before that day."""
    later = [level.day for level in course.levels if level.day > course.ended]
    for day in sorted({course.ended, add(course.ended, Length(months=months)), *later}):
        pair = MEASURES[criterion.measure](as_of([course], day)[0], Terms(day, months, criterion.theme, STANDARD))
        if pair:
            return [(day, pair.reached)]
    return []


def _axes(models: Sequence[Model]) -> tuple[Axis, ...]:
    """The axes of the stock; the steps of all ladders, each once, and those who stand on none."""
    steps = dict.fromkeys(step.id for model in models for step in model.ladder.steps)
    return (
        Axis("unit", tuple(model.head.id for model in models)),
        Axis("step", (*steps, BESIDE, UNDECIDED)),
        *(Axis(name, VOCABULARY[name]) for name in ("target_group", "age_group")),
    )


def _stood(case: Case, path: flow.Path, months: Sequence[Month]) -> Iterable[tuple[int, tuple[str, ...]]]:
    decided = min(map(decided_on, case.decisions), default=date.max)
    for at, month in enumerate(months):
        if case.enquiry.received > month.last:
            continue
        where = flow.at(path, month.last)
        if where is None and decided > month.last:
            where = UNDECIDED
        if where is not None:
            yield at, (case.model, where, case.enquiry.target_group, case.enquiry.age_group)
