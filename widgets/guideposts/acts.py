"""What the screen may ask for: each action is carried out on the state, and what goes wrong becomes a message."""

from collections.abc import Callable, Mapping
from typing import Any

from widgets.guideposts.state import GuidepostsState
from widgets.text import translator

# By the name that the screen sends: what is done, and what is sent along.
ACTIONS: dict[str, tuple[Callable[..., None], tuple[str, ...]]] = {
    "open": (GuidepostsState.open, ("point",)),
    "close": (GuidepostsState.close, ()),
    "status": (GuidepostsState.choose_status, ("value",)),
    "theme": (GuidepostsState.choose_theme, ("value",)),
    "note": (GuidepostsState.note, ("what", "text", "on", "who", "indicator", "value", "corrects")),
    "withdraw": (GuidepostsState.withdraw, ("number", "reason", "who")),
}


def perform(state: GuidepostsState, action: Mapping[str, Any]) -> None:
    """Carries out an action of the screen; what it cannot mean becomes a message."""
    state.message = state.refused = None
    do, names = ACTIONS.get(action.get("do"), (None, ()))
    given = [action.get(name) for name in names]
    if do is None or not all(isinstance(value, str) for value in given):
        state.message = translator(state.session.lang)("Skærmen og programmet passer ikke sammen; genindlæs siden.")
        return
    do(state, *given)
