"""The letters and notes that belong to a line, and one of them written with what is known."""

from collections.abc import Mapping
from typing import Any

from visitation.documents import Document, facts, write
from visitation.pathway import Event, next_contact, pathways
from widgets.deadlines.lines import Line
from widgets.session import Session

DELAY = "fristbrev"
OF_RUNNING_HELP = ("afslutningsbrev_uden_kontakt",)  # its words on appeal follow the help that ends, not the last decision


def choices(session: Session, line: Line) -> list[str]:
    """The template ids of the letters that what happened last calls for; of an application, the letter that says it takes longer."""
    if line.course is None:
        return [DELAY] if any(item.status != "later" for item in line.items) else []
    pathway = pathways(session.model).get(line.course.pathway)
    if pathway is None:
        return []
    last = last_event(session, line)
    state = next((state for state in pathway.states if state.id == line.course.state), None)
    called_for = (*(last or pathway).documents, *([state.letter] if state and state.letter else []))
    return list(dict.fromkeys(called_for))


def last_event(session: Session, line: Line) -> Event | None:
    """The event that brought the course where it stands; None when it has only begun, or the model knows it no more."""
    pathway = pathways(session.model)[line.course.pathway]
    return next((event for event in pathway.events for move in line.course.moves[-1:] if event.id == move.event), None)


def letter(session: Session, line: Line, template: str, blanks: Mapping[str, Any]) -> Document:
    """A letter with what is known of the line; `blanks` are what the worker has given."""
    model, case = session.model, line.case
    decided = case.decisions[-1:] if template not in OF_RUNNING_HELP else ()
    decision = next((one for one in decided if one["sha256"] == model.sha256), None)
    known = _of_course(session, line) if line.course else _of_application(line)
    return write(model, template, facts(model, case, course=line.course, decision=decision, day=session.today, **known | blanks))


def _of_course(session: Session, line: Line) -> dict[str, Any]:
    step, event = next_contact(session.model, line.course, session.today), last_event(session, line)
    known = {
        "svar_senest": step and step.answer_by,
        "vej": event and event.form and event.form.letter,
        "note": line.course.moves[-1].note if line.course.moves else "",
    }
    return {name: value for name, value in known.items() if value}


def _of_application(line: Line) -> dict[str, Any]:
    return {"frist": line.items[0].due} if line.items else {}
