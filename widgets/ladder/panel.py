"""The ladder on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.ladder.acts import perform
from widgets.ladder.state import LadderState
from widgets.ladder.view import frame, view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import StatePanel, opened

PIECES = ("stair.js", "sheet.js", "catalogue.js", "flow.js", "resources.js", "forms.js")


class LadderPanel(StatePanel):
    """Shows the ladder."""

    _esm = esm("ladder", *PIECES, charts=True)
    _css = css("ladder", charts=True)
    frame, shown, perform = staticmethod(frame), staticmethod(view), staticmethod(perform)


def panel(session: Session | None = None) -> DOMWidget:
    """The ladder of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: LadderPanel(LadderState(session)), session)
