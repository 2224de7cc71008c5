"""The review on the screen; panel.js draws the view and sends the actions back."""

import traitlets
from ipywidgets import DOMWidget

from widgets.overlap.acts import perform
from widgets.overlap.state import OverlapState
from widgets.overlap.view import frame, view
from widgets.overlap.views.citizens import citizens
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import StatePanel, opened

PIECES = ("list.js", "form.js", "review.js", "fields.js", "boards.js", "grants.js")


class OverlapPanel(StatePanel):
    """Shows the review.

    `people` goes to the screen once, so that the next citizen is drawn before the kernel has answered."""

    _esm = esm("overlap", *PIECES)
    _css = css("overlap")
    frame, shown, perform = staticmethod(frame), staticmethod(view), staticmethod(perform)
    people = traitlets.Dict().tag(sync=True)

    def __init__(self, state: OverlapState):
        super().__init__(state)
        self.people = citizens(state)


def panel(session: Session | None = None) -> DOMWidget:
    """The review of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: OverlapPanel(OverlapState(session)), session)
