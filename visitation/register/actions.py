"""What staff do with a course: each gives a draft of a register event, refused where a guard of the model blocks it.

The drafts carry the case's version as their maker saw it: the register refuses them with a Conflict when somebody wrote first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from visitation.errors import VisitationError, allowed
from visitation.model import Guard, Model
from visitation.model.schema import Action
from visitation.pathway import Course, Pathway, contact_protocol, move, pathways, task_done, tried
from visitation.register.applications import waiting
from visitation.register.cases import Case, Enquiry
from visitation.register.courses import confirm
from visitation.register.events import Draft
from visitation.register.events import Event as Stored
from visitation.register.guards import blocked_actions
from visitation.register.history import undo

CLOSING = "afslutningsbrev"  # how the letters begin that end a course
PASSING_ON = ("partner",)  # contact by these channels tells somebody outside the authority about the citizen


@dataclass(frozen=True)
class Tried:
    """A try to reach the citizen as it is told: over which channel, when, how it turned out, by when an answer was asked for."""

    channel: str
    at: datetime
    result: str
    answer_by: date | None = None


def move_course(model: Model, case: Case, course_id: str, event_id: str, at: datetime, *, on: date | None = None, note: str = "") -> Draft:
    """A `course_moved` event, stored at `at` and dated `on` (without: the same day).

    VisitationError when the pathway does not allow it, a guard blocks it, or it lies in the future."""
    course, day = case.course(course_id), on or at.date()
    _not_after(day, at.date())
    data = move(_pathway(model, course), course, event_id, day, note)
    _refuse(blocked(model, case, course, event_id, at.date()))
    return _draft(case, "course_moved", data, at)


def try_contact(model: Model, case: Case, course_id: str, told: Tried, at: datetime) -> Draft:
    """A `contact_tried` event; VisitationError when the protocol does not know it, a guard blocks it, or it lies in the future."""
    course = case.course(course_id)
    _not_after(told.at.date(), at.date())
    protocol = contact_protocol(model)
    if protocol is None:
        raise VisitationError(f"Modellen {model.head.id} har ingen kontakttrappe; forsøg kan ikke gemmes.")
    data = tried(protocol, course, told.channel, told.at, told.result, told.answer_by)
    _refuse(blocked_contact(model, case, course, told.channel, at.date()))
    return _draft(case, "contact_tried", data, at)


def finish_task(case: Case, course_id: str, task_id: str, at: datetime) -> Draft:
    """A `task_done` event; VisitationError when the task is not open."""
    return _draft(case, "task_done", task_done(case.course(course_id), task_id, at.date()), at)


def answer_application(case: Case, section: str, reason: str, at: datetime) -> Draft:
    """A `confirmed` event: the application has been answered, and how; it ends the processing deadline."""
    return _draft(case, "confirmed", confirm(case, "application", section, reason), at)


def undo_last(case: Case, events: Sequence[Stored], at: datetime) -> Draft:
    """An `undone` event that takes back the latest action of the case, told by its events in order."""
    return _draft(case, "undone", undo(events), at)


def blocked(model: Model, case: Case, course: Course, event_id: str, today: date) -> list[Guard]:
    """The guards that block an event of the course that a closing letter follows."""
    pathway = _pathway(model, course)
    event = pathway.event(event_id)
    letters = (*event.documents, pathway.state(event.to or course.state).letter or "")
    closes = any(letter.startswith(CLOSING) for letter in letters)
    return _blocking(model, case, course, "afslutning", today) if closes else []


def blocked_contact(model: Model, case: Case, course: Course, channel: str, today: date) -> list[Guard]:
    """The guards that block a try over this channel."""
    return _blocking(model, case, course, "videregivelse", today) if channel in PASSING_ON else []


def _blocking(model: Model, case: Case, course: Course, action: Action, today: date) -> list[Guard]:
    """The guards met by the decision that began the course, until an event marks them as met; those without facts only remind."""
    begun_by = _pathway(model, course).begun_by
    decided = [one for one in case.decisions if f"{one['table']}.{one['outcome']}" in begun_by][-1:]
    met = [blocked_actions(model, facts, {one["outcome"]}, one["answers"]) for one in decided for facts in _enquiries(case, today)]
    found = {guard.id for guards in met for guard in guards.get(action, ())}
    return [guard for guard in model.guards.guards if guard.id in found and guard.when and guard.id not in course.marks]


def _pathway(model: Model, course: Course) -> Pathway:
    known = pathways(model)
    if course.pathway not in known:
        raise VisitationError(f"Modellen {model.head.id} har ikke længere forløbet '{course.pathway}'; tilladt er {allowed(known)}.")
    return known[course.pathway]


def _enquiries(case: Case, today: date) -> list[Enquiry]:
    """The enquiry as it stands today: once for each section that is applied for and not answered, else for none."""
    sections = {application.section for application in waiting(case, today)}
    return [replace(case.enquiry, asks_section=section) for section in sorted(sections) or [""]]


def _refuse(guards: list[Guard]) -> None:
    if guards:
        raise VisitationError(" ".join(f"{guard.label.da}: {guard.text.da}" for guard in guards))


def _not_after(day: date, today: date) -> None:
    if day > today:
        raise VisitationError(f"{day:%d-%m-%Y} ligger i fremtiden; tilladt er {today:%d-%m-%Y} eller tidligere.")


def _draft(case: Case, kind: str, data: dict, at: datetime) -> Draft:
    return Draft(case.reference, case.version, kind, data, at.isoformat(timespec="seconds"))
