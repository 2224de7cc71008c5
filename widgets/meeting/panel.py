"""The meeting on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.meeting.acts import closing_file, perform
from widgets.meeting.state import MeetingState
from widgets.meeting.view import view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import StatePanel, opened

PIECES = ("frame.js", "onwards.js", "deviate.js", "course.js", "levels.js", "people.js", "together.js", "closing.js")


class MeetingPanel(StatePanel):
    """Shows a meeting."""

    _esm = esm("meeting", *PIECES)
    _css = css("meeting")
    shown, perform = staticmethod(view), staticmethod(perform)

    def act(self, action: dict, buffers=()) -> None:
        """Carries out an action of the screen and shows what came of it; the minutes are sent to be saved where the reader sits."""
        if action.get("do") != "download":
            super().act(action)
            return
        if made := closing_file(self.state, action):
            self.send(made[0], [made[1]])
        self.show()


def panel(session: Session | None = None) -> DOMWidget:
    """The meeting of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: MeetingPanel(MeetingState(session)), session)
