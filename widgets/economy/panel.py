"""The economy on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.economy.acts import perform
from widgets.economy.state import EconomyState
from widgets.economy.view import frame, view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import StatePanel, opened

PIECES = ("entry.js", "unit.js", "case.js", "figure_one.js", "statbank.js")


class EconomyPanel(StatePanel):
    """Shows the economy."""

    _esm = esm("economy", *PIECES, charts=True)
    _css = css("economy", charts=True)
    frame, shown, perform = staticmethod(frame), staticmethod(view), staticmethod(perform)


def panel(session: Session | None = None) -> DOMWidget:
    """The economy of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: EconomyPanel(EconomyState(session)), session)
