"""What a meeting can do: the actions of the screen, each carried out on the state and stored through the register."""

from visitation.errors import VisitationError
from widgets.acts import Actions, asked
from widgets.meeting.acts import closing, course, deciding, follow_up, people, undoing
from widgets.meeting.state import MeetingState

BEAT = "beat"  # comes by itself, while a message is being read or the participants are being noted

ACTIONS: Actions = {
    "open": (MeetingState.open, ("case",)),
    "next": (MeetingState.next, ()),
    "previous": (MeetingState.previous, ()),
    "answer": (MeetingState.answer, ("question", "value")),
    "text": (MeetingState.text, ("field", "value")),
    BEAT: (MeetingState.remember, ()),
    "decide": (deciding.decide, ()),
    "deviate_open": (deciding.deviate_open, ()),
    "deviate_cancel": (deciding.deviate_cancel, ()),
    "deviate": (deciding.deviate, ("step", "reason")),
    "park": (deciding.park, ()),
    "choose": (course.choose, ("event",)),
    "turn": (course.turn, ()),
    "undo": (undoing.undo, ()),
    "people": (people.toggle, ()),
    "people_save": (people.save, ("roles",)),
    "follow_up": (follow_up.toggle, ()),
    "follow_up_tick": (follow_up.tick, ("case", "value")),
    "follow_up_reason": (follow_up.reason, ("case", "value")),
    "follow_up_save": (follow_up.save, ()),
    "closing": (closing.toggle, ()),
    "closing_save": (closing.save, ()),
}


def perform(state: MeetingState, action: dict) -> None:
    """Carries out an action of the screen; what goes wrong becomes a message, and nothing is lost."""
    if action.get("do") != BEAT:
        state.message = None
    try:
        _perform(state, action)
    except VisitationError as error:
        state.message = ("error", str(error))
        state.reload()
    state.run_clock()


def _perform(state: MeetingState, action: dict) -> None:
    act, given = asked(ACTIONS, action, state.session.lang, str | None)
    if action.get("on", state.current) != state.current:
        return  # a key pressed while the next case was on its way was meant for the case before
    if action["do"] != BEAT:
        people.skip(state, unless=action["do"])
    act(state, *given)


def closing_file(state: MeetingState, action: dict) -> tuple[dict[str, str], bytes] | None:
    """The minutes as the file that was asked for, with its name and type; None, and a message, when there is none."""
    state.message = None
    try:
        return closing.export(state, action.get("kind"))
    except VisitationError as error:
        state.message = ("error", str(error))
        return None
