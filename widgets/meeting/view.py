"""The meeting's state as plain data for the screen (panel.js draws it); no choosing and no computing here."""

from widgets.header import header
from widgets.meeting.state import MeetingState
from widgets.meeting.texts import texts
from widgets.meeting.views import over
from widgets.meeting.views.agenda import agenda, progress
from widgets.meeting.views.case import case
from widgets.meeting.views.closing import closing
from widgets.text import translator


def view(state: MeetingState) -> dict:
    """Everything the screen shows."""
    _, session = translator(state.session.lang), state.session
    return {
        "lang": session.lang,
        "texts": texts(session.lang),
        "header": header(session, "moede", _("Visitationsmøde")) | {"progress": progress(state)},
        "agenda": agenda(state),
        "case": case(state) if state.item else None,
        "message": {"tone": state.message[0], "text": state.message[1]} if state.message else None,
        "over": state.over,
        "people": over.people(state),
        "together": over.together(state) if state.over == "follow_up" else None,
        "closing": closing(state) if state.over == "closing" else None,
        "can_undo": bool(state.actions),
    }
