"""The outcomes on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.outcomes.acts import perform
from widgets.outcomes.state import OutcomesState
from widgets.outcomes.view import frame, view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import ViewPanel, opened

PIECES = ("tiles.js", "cohorts.js", "scores.js")


class OutcomesPanel(ViewPanel):
    """Shows the outcomes; every action of the screen is carried out by the state, and the view sent anew."""

    _esm = esm("outcomes", *PIECES, charts=True)
    _css = css("outcomes", charts=True)

    def __init__(self, state: OutcomesState):
        self.state, self.frame = state, frame(state)
        super().__init__(self.frame | view(state))

    def act(self, action: dict, buffers=()) -> None:
        """Carries out an action of the screen and shows what came of it."""
        perform(self.state, action)
        self.view = self.frame | view(self.state)


def panel(session: Session | None = None) -> DOMWidget:
    """The outcomes of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: OutcomesPanel(OutcomesState(session)), session)
