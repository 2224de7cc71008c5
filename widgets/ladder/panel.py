"""The ladder on the screen; panel.js draws it."""

from widgets.ladder.state import LadderState
from widgets.ladder.view import view
from widgets.parts import css, esm
from widgets.session import Session, open_session
from widgets.view_panel import ViewPanel


class LadderPanel(ViewPanel):
    """Shows a municipality's ladder."""

    _esm = esm("ladder")
    _css = css("ladder")


def panel(session: Session | None = None) -> LadderPanel:
    """The ladder of a session; without one, of the session that the environment asks for."""
    return LadderPanel(view(LadderState(session or open_session())))
