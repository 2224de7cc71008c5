"""Courses and deadlines on the screen; panel.js draws the view and sends the actions back."""

from pathlib import Path

from ipywidgets import DOMWidget

from widgets.deadlines.acts import perform
from widgets.deadlines.state import DeadlinesState
from widgets.deadlines.view import frame, view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import ViewPanel, opened

PIECES = ("glyphs.js", "timeline.js", "forms.js", "detail.js")


def _script() -> str:
    """This panel's own pieces, the shared parts, and the panel itself, as one module."""
    return "\n".join([*((Path(__file__).parent / name).read_text(encoding="utf-8") for name in PIECES), esm("deadlines")])


class DeadlinesPanel(ViewPanel):
    """Shows what is due; every action of the screen is carried out by the state and the view sent anew."""

    _esm = _script()
    _css = css("deadlines")

    def __init__(self, state: DeadlinesState):
        self.state, self.frame = state, frame(state.session)
        super().__init__(self.frame | view(state))

    def act(self, action: dict, buffers=()) -> None:
        """Carries out an action of the screen and shows what came of it; a file is sent to be saved where the reader sits."""
        perform(self.state, action)
        if self.state.file:
            name, media, content = self.state.file
            self.send({"name": name, "type": media}, [content])
        self.view = self.frame | view(self.state)


def panel(session: Session | None = None) -> DOMWidget:
    """The deadlines of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: DeadlinesPanel(DeadlinesState(session)), session)
