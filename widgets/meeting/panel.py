"""The meeting on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.meeting.acts import closing_file, perform
from widgets.meeting.state import MeetingState
from widgets.meeting.view import view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import ViewPanel, opened

PIECES = ("frame.js", "deviate.js", "course.js", "levels.js", "people.js", "together.js", "closing.js")


class MeetingPanel(ViewPanel):
    """Shows a meeting; every action of the screen is carried out by the state and the view sent anew."""

    _esm = esm("meeting", *PIECES)
    _css = css("meeting")

    def __init__(self, state: MeetingState):
        self.state = state
        super().__init__(view(state))

    def act(self, action: dict, buffers=()) -> None:
        """Carries out an action of the screen and shows what came of it; the minutes are sent to be saved where the reader sits."""
        if action.get("do") == "download":
            if made := closing_file(self.state, action):
                self.send(made[0], [made[1]])
        else:
            perform(self.state, action)
        self.view = view(self.state)


def panel(session: Session | None = None) -> DOMWidget:
    """The meeting of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: MeetingPanel(MeetingState(session)), session)
