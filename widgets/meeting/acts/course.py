"""How a course goes on: one of the events its pathway allows, decided at the meeting like a decision."""

from dataclasses import replace
from datetime import datetime

from visitation.errors import VisitationError
from visitation.model import Guard
from visitation.pathway import Event, pathways
from visitation.register.actions import blocked as guards_against
from visitation.register.actions import move_course
from widgets.meeting.state import MeetingState
from widgets.text import translator

ASKED_ANEW = ("kontakt_tilbage",)  # the course was only to reach the citizen; now the meeting can answer its questions


def on_table(state: MeetingState) -> bool:
    """Whether the item on the table asks how its course goes on, rather than the screening questions."""
    item = state.item
    return bool(item and item.course and not state.decided and (item.section in ASKED_ANEW) == state.draft.turned)


def events(state: MeetingState) -> tuple[Event, ...]:
    """The events that can happen to the course on the table."""
    course = state.item.course
    pathway = pathways(state.session.model).get(course.pathway)
    return pathway.events_from(course.state) if pathway else ()


def chosen(state: MeetingState) -> Event | None:
    """The event that has been chosen but not stored."""
    return next((event for event in events(state) if event.id == state.draft.event), None)


def guards(state: MeetingState) -> list[Guard]:
    """The guards that block the chosen event."""
    event, item = chosen(state), state.item
    return guards_against(state.session.model, item.case, item.course, event.id, state.session.today) if event else []


def blocked(state: MeetingState) -> str | None:
    """Why the course cannot go on as chosen yet, in one sentence; None when it can."""
    _, event = translator(state.session.lang), chosen(state)
    if event is None:
        return _("Vælg, hvordan forløbet går videre.")
    if event.asks and not state.draft.note.strip():
        return _("Skriv noten, som valget kræver.")
    if met := guards(state):
        return _("Det er spærret: %(guards)s.") % {"guards": ", ".join(guard.label.in_(state.session.lang) for guard in met)}
    return None


def choose(state: MeetingState, event: str | None) -> None:
    """Chooses how the course goes on."""
    if not on_table(state) or event not in {known.id for known in events(state)}:
        raise VisitationError(translator(state.session.lang)("Vælg, hvordan forløbet går videre."))
    state.say(event=event)


def turn(state: MeetingState) -> None:
    """Turns from the course to the questions of the screening, or back."""
    if state.item and state.item.course:
        state.say(turned=not state.draft.turned)


def move(state: MeetingState) -> None:
    """Stores how the course goes on."""
    if sentence := blocked(state):
        raise VisitationError(sentence)
    item, draft, at = state.item, state.draft, state.at()
    moved = move_course(state.session.model, item.case, item.course.id, draft.event, datetime.fromisoformat(at), note=draft.note)
    state.write(replace(moved, at=at))
