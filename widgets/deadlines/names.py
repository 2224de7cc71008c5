"""What the screen calls a course, its state and its events; what the model no longer knows keeps its id."""

from datetime import date

from babel.dates import format_date

from visitation.pathway import Course, Pathway, pathways
from visitation.pathway.deadlines import REVIEW
from visitation.register.due import DueItem
from widgets.session import Session
from widgets.text import LOCALES, full_date, short_date, translator


def pathway_of(session: Session, course: Course) -> Pathway | None:
    """The course's pathway as the model has it today."""
    return pathways(session.model).get(course.pathway)


def pathway_label(session: Session, course: Course) -> str:
    """What the course's pathway is called."""
    pathway = pathway_of(session, course)
    return pathway.label.in_(session.lang) if pathway else course.pathway


def state_label(session: Session, course: Course, state_id: str | None = None) -> str:
    """What the state the course stands in is called, or another of its states."""
    return _label(session, course, "states", state_id or course.state)


def event_label(session: Session, course: Course, event_id: str) -> str:
    """What an event of the course is called."""
    return _label(session, course, "events", event_id)


def _label(session: Session, course: Course, kind: str, wanted: str) -> str:
    known = getattr(pathway_of(session, course), kind, ())
    return next((one.label.in_(session.lang) for one in known if one.id == wanted), wanted)


def owed_label(session: Session, item: DueItem) -> str:
    """What is owed, where the state stands beside it."""
    return translator(session.lang)("Ses igen") if item.timer == REVIEW else item.label.in_(session.lang)


def day_label(session: Session, day: date) -> str:
    """A day as the list says it: the year only when it is another one than today's."""
    return (short_date if day.year == session.today.year else full_date)(day, session.lang)


def about(session: Session, day: date, approximate: bool) -> str:
    """A day, with "ca." when its promise is only about."""
    return f"{translator(session.lang)('ca.')} {day_label(session, day)}" if approximate else day_label(session, day)


def month(day: date, lang: str) -> str:
    """The name of a day's month."""
    return format_date(day, "LLLL", locale=LOCALES[lang])
