"""What the screen may ask for: each action is carried out on the state, and what goes wrong becomes a message."""

from collections.abc import Callable, Mapping
from typing import Any

from widgets.ladder.state import LadderState
from widgets.text import translator

# By the name that the screen sends: what is done, and what is sent along.
ACTIONS: dict[str, tuple[Callable[..., None], tuple[str, ...]]] = {
    "show": (LadderState.show, ("tab",)),
    "period": (LadderState.period, ("first", "last")),
}


def perform(state: LadderState, action: Mapping[str, Any]) -> None:
    """Carries out an action of the screen; what it cannot mean becomes a message."""
    state.message = None
    do, names = ACTIONS.get(action.get("do"), (None, ()))
    given = [action.get(name) for name in names]
    if do is None or not all(isinstance(value, str) for value in given):
        state.message = translator(state.session.lang)("Skærmen og programmet passer ikke sammen; genindlæs siden.")
        return
    do(state, *given)
