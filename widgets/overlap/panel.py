"""The review on the screen; panel.js draws the view and sends the actions back."""

import traitlets
from ipywidgets import DOMWidget

from widgets.overlap.acts import perform
from widgets.overlap.state import OverlapState
from widgets.overlap.view import frame, view
from widgets.overlap.views.citizens import citizens
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import ViewPanel, opened

PIECES = ("list.js", "form.js", "review.js", "fields.js", "boards.js", "grants.js")


class OverlapPanel(ViewPanel):
    """Shows the review; every action is carried out by the state, and the view sent anew with the action's number.

    `people` goes to the screen once, so that the next citizen is drawn before the kernel has answered."""

    _esm = esm("overlap", *PIECES, charts=True)
    _css = css("overlap", charts=True)
    people = traitlets.Dict().tag(sync=True)

    def __init__(self, state: OverlapState):
        self.state, self.frame = state, frame(state)
        super().__init__(self.frame | view(state) | {"answers": 0})
        self.people = citizens(state)

    def act(self, action: dict, buffers=()) -> None:
        """Carries out an action of the screen and shows what came of it."""
        perform(self.state, action)
        self.view = self.frame | view(self.state) | {"answers": self.state.number}


def panel(session: Session | None = None) -> DOMWidget:
    """The review of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: OverlapPanel(OverlapState(session)), session)
