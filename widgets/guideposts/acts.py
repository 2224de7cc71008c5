"""What the screen may ask for: each action is carried out on the state, and what goes wrong becomes a message."""

from collections.abc import Mapping
from typing import Any

from widgets.acts import Actions, carry_out
from widgets.guideposts.state import GuidepostsState

ACTIONS: Actions = {
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
    carry_out(state, ACTIONS, action)
