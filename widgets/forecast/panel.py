"""The forecast on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.forecast.acts import begin, perform
from widgets.forecast.state import ForecastState
from widgets.forecast.view import frame, view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import ViewPanel, opened

PIECES = ("sender.js", "figure.js", "fields.js", "ahead.js", "scenarios.js", "past.js")


class ForecastPanel(ViewPanel):
    """Shows the forecast; every action of the screen is carried out by the state, and the view sent anew with the action's number."""

    _esm = esm("forecast", *PIECES, charts=True)
    _css = css("forecast", charts=True)

    def __init__(self, state: ForecastState):
        self.state, self.frame = state, frame(state)
        super().__init__(self.frame | view(state) | {"answers": 0})

    def act(self, action: dict, buffers=()) -> None:
        """Carries out an action of the screen and shows what came of it."""
        perform(self.state, action)
        self.view = self.frame | view(self.state) | {"answers": action.get("number", 0)}


def panel(session: Session | None = None) -> DOMWidget:
    """The forecast of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: ForecastPanel(begin(ForecastState(session))), session)
