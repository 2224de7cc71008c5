"""The guideposts on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.guideposts.acts import perform
from widgets.guideposts.state import GuidepostsState
from widgets.guideposts.view import frame, view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import ViewPanel, opened

PIECES = ("overview.js", "detail.js", "entry.js", "year.js")


class GuidepostsPanel(ViewPanel):
    """Shows the guideposts; every action of the screen is carried out by the state, and the view sent anew."""

    _esm = esm("guideposts", *PIECES, charts=True)
    _css = css("guideposts", charts=True)

    def __init__(self, state: GuidepostsState):
        self.state, self.frame = state, frame(state)
        super().__init__(self.frame | view(state))

    def act(self, action: dict, buffers=()) -> None:
        """Carries out an action of the screen and shows what came of it."""
        perform(self.state, action)
        self.view = self.frame | view(self.state)


def panel(session: Session | None = None) -> DOMWidget:
    """The guideposts of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: GuidepostsPanel(GuidepostsState(session)), session)
