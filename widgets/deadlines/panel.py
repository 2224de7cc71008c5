"""Courses and deadlines on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.deadlines.acts import perform
from widgets.deadlines.state import DeadlinesState
from widgets.deadlines.view import frame, view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import StatePanel, opened

PIECES = ("glyphs.js", "timeline.js", "filters.js", "forms.js", "detail.js")


class DeadlinesPanel(StatePanel):
    """Shows what is due."""

    _esm = esm("deadlines", *PIECES)
    _css = css("deadlines")
    frame, shown, perform = staticmethod(frame), staticmethod(view), staticmethod(perform)

    def act(self, action: dict, buffers=()) -> None:
        """Carries out an action of the screen and shows what came of it; a file is sent to be saved where the reader sits."""
        super().act(action)
        if self.state.file:
            name, media, content = self.state.file
            self.send({"name": name, "type": media}, [content])


def panel(session: Session | None = None) -> DOMWidget:
    """The deadlines of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: DeadlinesPanel(DeadlinesState(session)), session)
