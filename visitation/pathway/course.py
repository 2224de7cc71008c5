"""A course on a pathway as the fold of its events; it needs no model, so that old events stay readable."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from visitation.errors import VisitationError, allowed
from visitation.model import Text

Fact = TypeVar("Fact")


@dataclass(frozen=True)
class Move:
    """One event of the pathway: from which state to which, when, and what was noted."""

    event: str
    source: str
    to: str
    on: date
    note: str


@dataclass(frozen=True)
class Try:
    """One try to reach the citizen; `answer_by` when the citizen was given a date."""

    channel: str
    at: datetime
    result: str
    answer_by: date | None


@dataclass(frozen=True)
class OpenTask:
    """Something that somebody still has to do."""

    id: str
    label: Text
    owner: str
    due: date


@dataclass(frozen=True)
class Course:
    """A course as its events leave it. `marks` are the days of the anchor events since it began or was last reopened.

    `tries` are those since the present contact phase began, `contact` whether the course stands in one."""

    id: str
    pathway: str
    state: str
    begun: date
    marks: dict[str, date]
    moves: tuple[Move, ...]
    tries: tuple[Try, ...]
    tasks: tuple[OpenTask, ...]
    contact: bool
    ended: bool

    @property
    def latest(self) -> date:
        """The day of the last thing that happened."""
        return max([self.begun, *(move.on for move in self.moves[-1:]), *(one.at.date() for one in self.tries[-1:])])

    @property
    def since(self) -> date:
        """The day on which the course came to its state, or was last confirmed in it."""
        return self.moves[-1].on if self.moves else self.begun


def changed(fact: Fact, **what: Any) -> Fact:
    """A frozen fact with some of its fields otherwise; dataclasses.replace does the same, too slowly for all that a register holds."""
    made = object.__new__(type(fact))
    vars(made).update(vars(fact), **what)
    return made


def apply(course: Course | None, kind: str, data: Mapping[str, Any]) -> Course:
    """The course after a register event of one of KINDS."""
    if kind not in KINDS:
        raise VisitationError(f"Ukendt hændelse {kind} i et forløb; tilladt er {allowed(KINDS)}.")
    if (course is None) != (kind == "course_begun"):
        raise VisitationError(f"Forløb {data['course']}: {kind} står forkert; et forløb begynder med course_begun, og kun én gang.")
    return KINDS[kind](course, data)


def _begun(_: None, data: Mapping[str, Any]) -> Course:
    return Course(
        id=data["course"],
        pathway=data["pathway"],
        state=data["state"],
        begun=date.fromisoformat(data["on"]),
        marks=_marks(data),
        moves=(),
        tries=(),
        tasks=_tasks(data),
        contact=data["contact"],
        ended=False,
    )


def _moved(course: Course, data: Mapping[str, Any]) -> Course:
    move = Move(data["event"], data["from"], data["to"], date.fromisoformat(data["on"]), data["note"])
    return changed(
        course,
        state=move.to,
        marks=_marks(data),
        moves=(*course.moves, move),
        tries=() if data["contact"] and not course.contact else course.tries,
        tasks=_tasks(data),
        contact=data["contact"],
        ended=data["ended"],
    )


def _tried(course: Course, data: Mapping[str, Any]) -> Course:
    answer_by = date.fromisoformat(data["answer_by"]) if data["answer_by"] else None
    one = Try(data["channel"], datetime.fromisoformat(data["at"]), data["result"], answer_by)
    return changed(course, tries=(*course.tries, one), marks=_marks(data))


def _task_done(course: Course, data: Mapping[str, Any]) -> Course:
    return changed(course, tasks=tuple(task for task in course.tasks if task.id != data["task"]))


def _marks(data: Mapping[str, Any]) -> dict[str, date]:
    return {mark: date.fromisoformat(day) for mark, day in data["marks"].items()}


def _tasks(data: Mapping[str, Any]) -> tuple[OpenTask, ...]:
    return tuple(
        OpenTask(task["id"], Text(da=task["label"]["da"], en=task["label"]["en"]), task["owner"], date.fromisoformat(task["due"]))
        for task in data["tasks"]
    )


KINDS = {"course_begun": _begun, "course_moved": _moved, "contact_tried": _tried, "task_done": _task_done}
