"""The ladder on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.ladder.acts import perform
from widgets.ladder.state import LadderState
from widgets.ladder.view import frame, view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import ViewPanel, opened

PIECES = ("stair.js", "sheet.js", "catalogue.js", "flow.js", "resources.js", "forms.js")


class LadderPanel(ViewPanel):
    """Shows a municipality's ladder; every action of the screen is carried out by the state, and the view sent anew."""

    _esm = esm("ladder", *PIECES, charts=True)
    _css = css("ladder", charts=True)

    def __init__(self, state: LadderState):
        self.state, self.frame = state, frame(state)
        super().__init__(self.frame | view(state))

    def act(self, action: dict, buffers=()) -> None:
        """Carries out an action of the screen and shows what came of it."""
        perform(self.state, action)
        self.view = self.frame | view(self.state)


def panel(session: Session | None = None) -> DOMWidget:
    """The ladder of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: LadderPanel(LadderState(session)), session)
