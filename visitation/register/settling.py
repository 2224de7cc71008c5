"""A decision of the meeting also ends the course that brought the case back to it for one."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from visitation.model import Model
from visitation.pathway import Course, Event, pathways
from visitation.register.actions import move_course
from visitation.register.cases import Case
from visitation.register.courses import decision_drafts
from visitation.register.events import Draft


def decide(model: Model, case: Case, course: Course | None, data: dict[str, Any], at: str) -> list[Draft]:
    """The events of a decision, to be written in one transaction: itself, the courses it begins, and the end of the course it settles."""
    drafts = decision_drafts(model, case, data, at)
    event = settles(model, course) if course else None
    if event is None:
        return drafts
    ended = move_course(model, case, course.id, event.id, datetime.fromisoformat(at))
    tied = ended.data | {"decision": case.version + 1}
    return [*drafts, replace(ended, expected_version=case.version + len(drafts), data=tied, at=at)]


def settles(model: Model, course: Course) -> Event | None:
    """The event that says no more than that the meeting has decided: from a state that meets to an end without a letter or a note."""
    pathway = pathways(model).get(course.pathway)
    if pathway is None or not pathway.state(course.state).meets:
        return None
    ends = [event for event in pathway.events_from(course.state) if event.to and pathway.state(event.to).final and not event.asks]
    return next((event for event in ends if pathway.state(event.to).letter is None), None)
