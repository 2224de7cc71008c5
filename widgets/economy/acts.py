"""What the screen may ask for: each action is carried out on the state, and what goes wrong becomes a message."""

from collections.abc import Callable, Mapping
from typing import Any

from visitation.errors import VisitationError
from widgets.economy.state import EconomyState
from widgets.text import translator

# By the name that the screen sends: what is done, and what is sent along.
ACTIONS: dict[str, tuple[Callable[..., None], tuple[str, ...]]] = {
    "show": (EconomyState.show, ("tab",)),
    "budget": (EconomyState.budget, ("name",)),
    "set": (EconomyState.set, ("key", "value")),
    "choose": (EconomyState.choose, ("group", "alternative")),
    "reset": (EconomyState.reset, ()),
    "look": (EconomyState.look, ("kind",)),
}


def perform(state: EconomyState, action: Mapping[str, Any]) -> None:
    """Carries out an action of the screen; what goes wrong becomes a message, and the last good result stays."""
    state.message = state.refused = None
    try:
        do, names = ACTIONS.get(action.get("do"), (None, ()))
        given = [action.get(name) for name in names]
        if do is None or not all(isinstance(value, str) for value in given):
            raise VisitationError(translator(state.session.lang)("Skærmen og programmet passer ikke sammen; genindlæs siden."))
        do(state, *given)
    except VisitationError as error:
        state.message = str(error)
