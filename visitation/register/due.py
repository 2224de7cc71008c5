"""What is due: promised dates, open tasks and next contacts of courses, and processing deadlines of applications."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from visitation.model import Model, Source, Text
from visitation.model.base import Kind
from visitation.pathway import ContactStep, Course, Deadline, OpenTask, Pathway, deadlines, next_contact, pathways, status
from visitation.register.applications import Owed, owed
from visitation.register.cases import Case
from visitation.screening.explain import source_text


class Origin(NamedTuple):
    """How a date is founded, and where it stands; whatever has these two will do."""

    kind: Kind
    source: tuple[Source, ...]


Dated = Deadline | ContactStep | OpenTask | Owed  # what has a day, a label and an owner
UNKNOWN = Origin("antagelse", ())  # a task of a pathway that the model no longer has


@dataclass(frozen=True)
class DueItem:
    """A date that somebody owes: `timer` is a timer's id, a task's, a contact channel or a processing deadline's id.

    `status` is broken, due, soon or later. `course` and `state` are empty for a processing deadline."""

    case: str
    alias: str
    course: str
    timer: str
    label: Text
    due: date
    status: str
    owner: str
    state: str
    source: str
    kind: str
    approximate: bool = False
    window_from: date | None = None


def due(cases: Iterable[Case], model: Model, today: date) -> list[DueItem]:
    """Everything owed in these cases of one municipality and not met at the end of `today`, the oldest date first."""
    finder = _Finder(model, today)
    found = [item for case in cases for item in finder.of_case(case)]
    return sorted(found, key=attrgetter("due", "alias", "course", "timer"))


class _Finder:
    """Finds what is owed under one model on one day; what a source is called is looked up once."""

    def __init__(self, model: Model, today: date):
        self.model, self.today = model, today
        self.said = cache(lambda sources: source_text(model, sources))
        self.origins = {pathway.id: _origins(pathway) for pathway in pathways(model).values()}

    def of_case(self, case: Case) -> Iterator[DueItem]:
        """What is owed in a case; a closed course owes its open tasks only."""
        for course in case.courses:
            promised = [] if course.ended else [one for one in deadlines(self.model, course, self.today) if not one.met]
            yield from (self._promise(case, course, one) for one in promised)
            yield from self._contact(case, course, {one.due for one in promised})
            yield from (self._task(case, course, task) for task in course.tasks)
        yield from (self._item(case, "", one.deadline.id, "", one, one.deadline) for one in owed(case, self.model, self.today))

    def _promise(self, case: Case, course: Course, one: Deadline) -> DueItem:
        return self._item(case, course.id, one.timer, one.state, one, one, one.approximate, one.window_from)

    def _contact(self, case: Case, course: Course, said: set[date]) -> Iterator[DueItem]:
        """The next try, unless a promise of the same day says it already."""
        step = next_contact(self.model, course, self.today)
        if step and step.due not in said:
            yield self._item(case, course.id, step.channel, course.state, step, step)

    def _task(self, case: Case, course: Course, task: OpenTask) -> DueItem:
        origin = self.origins.get(course.pathway, {}).get(task.id, UNKNOWN)
        return self._item(case, course.id, task.id, course.state, task, origin)

    def _item(self, case: Case, course: str, timer: str, state: str, one: Dated, origin: Origin, *window) -> DueItem:
        how, source = status(one.due, self.today), self.said(origin.source)
        return DueItem(case.reference, case.alias, course, timer, one.label, one.due, how, one.owner, state, source, origin.kind, *window)


def _origins(pathway: Pathway) -> dict[str, Origin]:
    """Where a pathway's tasks stand: with what makes them."""
    return {task.id: made_by for made_by in (pathway, *pathway.events) for task in made_by.tasks}
