"""What the screen may ask for: each action is carried out on the state, and what goes wrong becomes a message."""

from collections.abc import Mapping
from typing import Any

from widgets.acts import Actions, carry_out
from widgets.outcomes.state import OutcomesState

ACTIONS: Actions = {
    "show": (OutcomesState.show, ("tab",)),
    "choose": (OutcomesState.choose, ("year",)),
    "group": (OutcomesState.group, ("by",)),
    "set": (OutcomesState.set, ("key", "value")),
}


def perform(state: OutcomesState, action: Mapping[str, Any]) -> None:
    """Carries out an action of the screen; what it cannot mean becomes a message."""
    state.message = state.refused = None
    carry_out(state, ACTIONS, action)
