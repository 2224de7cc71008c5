"""The end of the meeting: its summary is stored, and its minutes can be taken along."""

from dataclasses import replace

from visitation.documents.docx import to_docx
from visitation.documents.minutes import minutes, minutes_table
from visitation.documents.write import Document, as_text
from visitation.errors import VisitationError
from visitation.register import events
from visitation.register.meetings import CLOSED, closed
from visitation.register.summary import Summary, numbers, summary
from widgets.acts import mismatch
from widgets.meeting.state import MeetingState
from widgets.text import translator

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv",
    "txt": "text/plain",
}


def toggle(state: MeetingState) -> None:
    """Shows or leaves the summary."""
    state.over = None if state.over == "closing" else "closing"


def so_far(state: MeetingState, lang: str = "da") -> Summary:
    """What came of the meeting up to now; its minutes stand still once it is closed."""
    session, kept = state.session, state.meeting.closing
    found = summary(state.agenda, session.model, session.today, sum(state.clock.spent.values()), lang)
    return replace(found, minutes=kept.summary["minutes"]) if kept else found


def is_closed(state: MeetingState) -> bool:
    """Whether the meeting is closed and nothing has come of it since."""
    return state.meeting.closing is not None and state.meeting.closing.summary == numbers(so_far(state))


def save(state: MeetingState) -> None:
    """Closes the meeting with its summary, in Danish as all documents; the drafts of what it did not reach are let go."""
    session, head = state.session, state.session.register.head()
    state.reload()
    found = summary(state.agenda, session.model, session.today, sum(state.clock.spent.values()))
    data = closed(session.model, session.today, numbers(found), head)
    state.write(events.Draft("", state.meeting.version, CLOSED, data, state.at()), after=head[0])
    state.drafts.clear()


def document(state: MeetingState) -> Document:
    """The minutes of the closed meeting."""
    session = state.session
    return minutes(session.model, so_far(state), roles(state), session.today, state.meeting.closing.anchor)


def roles(state: MeetingState, lang: str = "da") -> list[str]:
    """Those who were noted as taking part."""
    known = state.session.model.head.participants
    present = {participant.role for participant in state.meeting.participants or ()}
    return [role.label.in_(lang) for role in known.roles if role.id in present] if known else []


def export(state: MeetingState, kind: str) -> tuple[dict[str, str], bytes]:
    """The minutes as a file, with its name and media type; VisitationError while the meeting is open, or for another kind."""
    _, session = translator(state.session.lang), state.session
    if kind not in TYPES:
        raise mismatch(session.lang)
    if not is_closed(state):
        raise VisitationError(_("Afslut mødet først; så kan referatet hentes."))
    made = {
        "docx": lambda: to_docx(document(state), session.model),
        "csv": lambda: minutes_table(so_far(state), state.meeting.closing.anchor),
        "txt": lambda: as_text(document(state)).encode(),
    }
    return {"name": f"referat-{session.model.head.id}-{session.today}.{kind}", "type": TYPES[kind]}, made[kind]()
