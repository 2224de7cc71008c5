"""What the screen may ask for: each action is carried out on the state, and what goes wrong becomes a message."""

from collections.abc import Mapping
from typing import Any

from widgets.acts import Actions, carry_out
from widgets.ladder.state import LadderState

ACTIONS: Actions = {
    "show": (LadderState.show, ("tab",)),
    "period": (LadderState.period, ("first", "last")),
}


def perform(state: LadderState, action: Mapping[str, Any]) -> None:
    """Carries out an action of the screen; what it cannot mean becomes a message."""
    state.message = None
    carry_out(state, ACTIONS, action)
