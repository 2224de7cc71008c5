"""The outcomes on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.outcomes.acts import perform
from widgets.outcomes.state import OutcomesState
from widgets.outcomes.view import frame, view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import StatePanel, opened

PIECES = ("tiles.js", "cohorts.js", "scores.js")


class OutcomesPanel(StatePanel):
    """Shows the outcomes."""

    _esm = esm("outcomes", *PIECES, charts=True)
    _css = css("outcomes", charts=True)
    frame, shown, perform = staticmethod(frame), staticmethod(view), staticmethod(perform)


def panel(session: Session | None = None) -> DOMWidget:
    """The outcomes of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: OutcomesPanel(OutcomesState(session)), session)
