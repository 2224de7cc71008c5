"""The economy on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.economy.acts import perform
from widgets.economy.state import EconomyState
from widgets.economy.view import frame, view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import ViewPanel, opened

PIECES = ("entry.js", "unit.js", "case.js", "figure_one.js", "statbank.js")


class EconomyPanel(ViewPanel):
    """Shows the economy; every action of the screen is carried out by the state, and the view sent anew."""

    _esm = esm("economy", *PIECES, charts=True)
    _css = css("economy", charts=True)

    def __init__(self, state: EconomyState):
        self.state, self.frame = state, frame(state)
        super().__init__(self.frame | view(state))

    def act(self, action: dict, buffers=()) -> None:
        """Carries out an action of the screen and shows what came of it."""
        perform(self.state, action)
        self.view = self.frame | view(self.state)


def panel(session: Session | None = None) -> DOMWidget:
    """The economy of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: EconomyPanel(EconomyState(session)), session)
