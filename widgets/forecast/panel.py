"""The forecast on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.forecast.acts import begin, perform
from widgets.forecast.state import ForecastState
from widgets.forecast.view import frame, view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import StatePanel, opened

PIECES = ("sender.js", "fields.js", "ahead.js", "scenarios.js", "past.js")


class ForecastPanel(StatePanel):
    """Shows the forecast."""

    _esm = esm("forecast", *PIECES, charts=True)
    _css = css("forecast", charts=True)
    frame, shown, perform = staticmethod(frame), staticmethod(view), staticmethod(perform)


def panel(session: Session | None = None) -> DOMWidget:
    """The forecast of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: ForecastPanel(begin(ForecastState(session))), session)
