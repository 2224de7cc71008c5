"""The ladder on the screen; panel.js draws it."""

from ipywidgets import DOMWidget

from widgets.ladder.state import LadderState
from widgets.ladder.view import view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import ViewPanel, opened


class LadderPanel(ViewPanel):
    """Shows a municipality's ladder."""

    _esm = esm("ladder")
    _css = css("ladder")


def panel(session: Session | None = None) -> DOMWidget:
    """The ladder of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: LadderPanel(view(LadderState(session))), session)
