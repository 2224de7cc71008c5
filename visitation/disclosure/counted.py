"""Counts the register's cases where they stood at the end of each month: unit, step, target group and age band."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from visitation.disclosure.cube import Axis, Cube
from visitation.errors import VisitationError
from visitation.model import Model
from visitation.register.agenda import decided_on
from visitation.register.case import Case
from visitation.register.month import Month
from visitation.vocabulary import VOCABULARY

BESIDE, UNDECIDED = "ved_siden", "uafgjort"  # decided beside the ladder, not decided yet: as `standing` counts them


def axes_of(models: Sequence[Model]) -> tuple[Axis, ...]:
    """The axes of the published cube; the steps of all ladders, each once, and those who stand on none."""
    steps = dict.fromkeys(step.id for model in models for step in model.ladder.steps)
    return (
        Axis("unit", tuple(model.head.id for model in models)),
        Axis("step", (*steps, BESIDE, UNDECIDED)),
        *(Axis(name, VOCABULARY[name]) for name in ("target_group", "age_group")),
    )


def count(cases: Iterable[Case], axes: Sequence[Axis], months: Sequence[Month]) -> Cube:
    """How many stand where at the end of every month, true counts and not to be published; the axes are those of `axes_of`.

    VisitationError when a case stands where the axes have no place, without naming the case."""
    found = Counter((at, *place) for case in cases for at, place in _stood(case, months))
    counts = np.zeros((len(months), *(len(axis.members) for axis in axes)), np.int64)
    places = [{member: i for i, member in enumerate(axis.members)} for axis in axes]
    for (at, *cell), number in found.items():
        counts[at, *(_place(axis, known, one) for axis, known, one in zip(axes, places, cell, strict=True))] = number
    return Cube(tuple(axes), tuple(months), counts)


def _stood(case: Case, months: Sequence[Month]):
    made = [(decided_on(decision), decision["step"] or BESIDE) for decision in case.decisions]
    for at, month in enumerate(months):
        if case.enquiry.received <= month.last:
            step = _last(made, month.last)
            yield at, (case.model, step, case.enquiry.target_group, case.enquiry.age_group)


def _last(made: Iterable[tuple[date, str]], day: date) -> str:
    return next((step for on, step in reversed(list(made)) if on <= day), UNDECIDED)


def _place(axis: Axis, known: dict[str, int], member: str) -> int:
    if member not in known:
        raise VisitationError(f"En sag har {axis.name} '{member}', som tabellen ikke har plads til; tilladt er {', '.join(known)}.")
    return known[member]
