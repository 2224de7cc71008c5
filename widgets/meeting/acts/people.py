"""Who takes part in the meeting, by role."""

from visitation.register import events
from visitation.register.meetings import OPENED, opening
from widgets.meeting.state import MeetingState


def toggle(state: MeetingState) -> None:
    """Shows or leaves the list of roles."""
    state.over = None if state.over == "people" else "people"


def skip(state: MeetingState, unless: str) -> None:
    """Whoever goes on without noting who takes part has skipped it; a reload does not ask again."""
    if state.over == "people" and unless not in ("people", "people_save"):
        state.over = None
        state.remember()


def save(state: MeetingState, roles: str | None) -> None:
    """Stores the roles that take part, their ids parted by spaces."""
    data = opening(state.session.model, state.session.today, (roles or "").split())
    state.write(events.Draft("", state.meeting.version, OPENED, data, state.at()))
    state.over = None
