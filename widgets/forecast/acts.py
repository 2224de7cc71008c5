"""What the screen may ask for: each action is carried out on the state, and what goes wrong is taken back and said."""

from collections.abc import Callable, Mapping
from typing import Any

from visitation.errors import VisitationError
from widgets.acts import Actions, asked
from widgets.forecast.state import ForecastState

ACTIONS: Actions = {
    "set": (ForecastState.set, ("key", "value")),
    "reset": (ForecastState.reset, ("key",)),
    "horizon": (ForecastState.horizon, ("years",)),
    "show": (ForecastState.show, ("series",)),
    "weigh": (ForecastState.weigh, ("measure",)),
    "settle": (ForecastState.settle, ("part",)),
    "open": (ForecastState.open, ("name",)),
    "save": (ForecastState.save, ("name",)),
    "delete": (ForecastState.delete, ()),
    "compare": (ForecastState.compare, ("name",)),
    "look_back": (ForecastState.look_back, ()),
}


def perform(state: ForecastState, action: Mapping[str, Any]) -> None:
    """Carries out an action of the screen; a number that does not go is refused at its field."""
    state.answered = action.get("number", 0)
    if (error := attempt(state, lambda: _perform(state, action))) is None:
        return
    if action.get("do") == "set" and isinstance(action.get("key"), str) and isinstance(action.get("value"), str):
        state.refused = (action["key"], action["value"], str(error))
    else:
        state.message = ("error", str(error))


def begin(state: ForecastState) -> ForecastState:
    """The state with what its address asks for."""
    if error := attempt(state, lambda: state.ask(state.session.asked)):
        state.message = ("error", str(error))
    return state


def attempt(state: ForecastState, do: Callable[[], None]) -> VisitationError | None:
    """Does something with the choices and computes what comes of it; when that does not go, the last good ones stay and why is returned."""
    before, state.message, state.refused = state.chosen, None, None
    try:
        do()
        state.compute()
    except VisitationError as error:
        state.chosen = before
        return error
    return None


def _perform(state: ForecastState, action: Mapping[str, Any]) -> None:
    do, given = asked(ACTIONS, action, state.session.lang)
    do(state, *given)
