"""What happens to a course: it begins, moves and has its tasks done. Each gives the data of a register event, ready for `apply`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from visitation.errors import VisitationError, allowed
from visitation.model import Text
from visitation.pathway.course import Course
from visitation.pathway.dates import add
from visitation.pathway.schema import Event, Pathway, State, Task

FIRST_TRY = "foerste_kontaktforsoeg"  # the mark of the first try in a contact phase
ASKED = {
    "note": "hvorfor",
    "tovholder": "at borgeren selv har valgt tovholder og læringsforløb",
    "interval": "hvilket tidsinterval støtten bestilles i",
}


def begin(pathway: Pathway, course_id: str, on: date, known: Mapping[str, date] | None = None) -> dict[str, Any]:
    """The data of a `course_begun` event; `known` are days of its marks that lie before `on`, as the day of the enquiry."""
    days = known or {}
    return {
        "course": course_id,
        "pathway": pathway.id,
        "state": pathway.starts,
        "on": on.isoformat(),
        "marks": _plain({mark: days.get(mark, on) for mark in pathway.marks}),
        "tasks": [_opened(task, on) for task in pathway.tasks],
        "contact": pathway.state(pathway.starts).contact,
    }


def move(pathway: Pathway, course: Course, event_id: str, on: date, note: str = "") -> dict[str, Any]:
    """The data of a `course_moved` event; VisitationError when the event cannot happen here, is dated back, or its note is missing."""
    event = _possible(pathway, course, event_id)
    not_before(course, on)
    if event.asks and not note.strip():
        raise VisitationError(f"{event.label.da}: skriv i noten {' og '.join(ASKED[each] for each in event.asks)}.")
    target = pathway.state(event.to or course.state)
    return {
        "course": course.id,
        "event": event.id,
        "from": course.state,
        "to": target.id,
        "on": on.isoformat(),
        "note": note.strip(),
        "marks": _plain(_kept(course, target) | dict.fromkeys(event.marks, on)),
        "tasks": [*_still_open(course, event), *(_opened(task, on) for task in event.tasks)],
        "contact": target.contact,
        "ended": target.final,
    }


def task_done(course: Course, task_id: str, on: date) -> dict[str, Any]:
    """The data of a `task_done` event; VisitationError names the open tasks when that one is not."""
    if task_id not in (names := [task.id for task in course.tasks]):
        raise VisitationError(f"Forløb {course.id}: opgaven '{task_id}' er ikke åben; tilladt er {allowed(names)}.")
    return {"course": course.id, "task": task_id, "on": on.isoformat()}


def not_before(course: Course, on: date) -> None:
    """VisitationError when `on` lies before the last thing that happened in the course."""
    if on < course.latest:
        raise VisitationError(f"Forløb {course.id}: {on} ligger før det seneste, der er sket; tilladt er {course.latest} eller senere.")


def _possible(pathway: Pathway, course: Course, event_id: str) -> Event:
    possible = {event.id: event for event in pathway.events_from(course.state)}
    if event_id not in possible:
        raise VisitationError(
            f"Forløb {course.id} ({pathway.id}) står i '{course.state}'; '{event_id}' kan ikke ske her. Tilladt er {allowed(possible)}."
        )
    return possible[event_id]


def _kept(course: Course, target: State) -> dict[str, date]:
    """The marks that hold on: none when a closed course is reopened, and no first try when contact is sought anew."""
    if course.ended:
        return {}
    anew = target.contact and not course.contact
    return {mark: day for mark, day in course.marks.items() if not (anew and mark == FIRST_TRY)}


def _still_open(course: Course, event: Event) -> list[dict]:
    renewed = {task.id for task in event.tasks}
    return [_task(task.id, task.label, task.owner, task.due) for task in course.tasks if task.id not in renewed]


def _opened(task: Task, on: date) -> dict:
    return _task(task.id, task.label, task.owner, add(on, task.length) if task.length else on)


def _task(task_id: str, label: Text, owner: str, due: date) -> dict:
    return {"id": task_id, "label": label.data(), "owner": owner, "due": due.isoformat()}


def _plain(marks: dict[str, date]) -> dict[str, str]:
    return {mark: day.isoformat() for mark, day in marks.items()}
