"""The courses that a case's decisions begin, and how the follow-up on them is closed."""

from datetime import date
from typing import Any

from visitation.errors import VisitationError, allowed
from visitation.model import Model
from visitation.pathway import Course, Pathway, begin, move, pathways
from visitation.register.agenda import decided_on
from visitation.register.cases import WHAT, Case
from visitation.register.events import Draft
from visitation.register.followup import DECIDED


def decision_drafts(model: Model, case: Case, data: dict[str, Any], at: str) -> list[Draft]:
    """A `decided` event with this data and what follows from it in the courses, to be written in one transaction.

    A final decision ends the search for the citizen's voice. What the outcome begins is begun, unless such a course still runs."""
    day, follows = decided_on({"at": at}), []
    if not data["returns"]:
        follows += [("course_moved", move(pathway, course, DECIDED, day)) for pathway, course in _waiting(model, case)]
    begun = [pathway for pathway in pathways(model).values() if _begins(pathway, case, data)]
    follows += [("course_begun", _begin(pathway, case, day)) for pathway in begun]
    tie = {"decision": case.version + 1}
    later = [Draft(case.reference, case.version + n, kind, told | tie, at) for n, (kind, told) in enumerate(follows, start=1)]
    return [Draft(case.reference, case.version, "decided", data, at), *later]


def _waiting(model: Model, case: Case) -> list[tuple[Pathway, Course]]:
    """The running courses that the meeting's decision ends."""
    known = [(pathways(model)[course.pathway], course) for course in case.courses if course.pathway in pathways(model)]
    return [(pathway, course) for pathway, course in known if any(e.id == DECIDED for e in pathway.events_from(course.state))]


def _begins(pathway: Pathway, case: Case, data: dict[str, Any]) -> bool:
    running = any(course.pathway == pathway.id and not course.ended for course in case.courses)
    return f"{data['table']}.{data['outcome']}" in pathway.begun_by and not running


def _begin(pathway: Pathway, case: Case, day: date) -> dict[str, Any]:
    number = 1 + sum(course.pathway == pathway.id for course in case.courses)
    return begin(pathway, f"{pathway.id}-{number}", day, {"henvendelse": case.enquiry.received})


def confirm(case: Case, what: str, which: str | int, reason: str) -> dict[str, Any]:
    """The data of a `confirmed` event: the follow-up on a decision (its event's number), a course (its id) or an application (its section)
    is closed. VisitationError when there is no such thing, or no reason."""
    known = {
        "decision": [decision["event"] for decision in case.decisions],
        "course": [course.id for course in case.courses],
        "application": [application.section for application in case.applications],
    }
    if what not in known or which not in known[what]:
        raise VisitationError(f"Sag {case.reference}: '{which}' kan ikke bekræftes; tilladt er {allowed(known.get(what, known))}.")
    if not reason.strip():
        raise VisitationError("Skriv en begrundelse for at lukke opfølgningen.")
    return {"what": what, WHAT[what]: which, "reason": reason.strip()}
