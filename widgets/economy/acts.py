"""What the screen may ask for: each action is carried out on the state, and what goes wrong becomes a message."""

from collections.abc import Mapping
from typing import Any

from widgets.acts import Actions, carry_out
from widgets.economy.state import EconomyState

ACTIONS: Actions = {
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
    carry_out(state, ACTIONS, action)
