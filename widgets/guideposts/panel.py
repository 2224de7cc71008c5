"""The guideposts on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.guideposts.acts import perform
from widgets.guideposts.state import GuidepostsState
from widgets.guideposts.view import frame, view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import StatePanel, opened

PIECES = ("overview.js", "detail.js", "entry.js", "year.js")


class GuidepostsPanel(StatePanel):
    """Shows the guideposts."""

    _esm = esm("guideposts", *PIECES)
    _css = css("guideposts")
    frame, shown, perform = staticmethod(frame), staticmethod(view), staticmethod(perform)


def panel(session: Session | None = None) -> DOMWidget:
    """The guideposts of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: GuidepostsPanel(GuidepostsState(session)), session)
