"""What the screen may ask for: each action is carried out on the state, and what goes wrong becomes a message."""

from collections.abc import Mapping
from typing import Any

from visitation.errors import VisitationError
from visitation.overlap.citizen import Answers
from widgets.acts import Actions, asked, mismatch
from widgets.overlap.state import OverlapState

ACTIONS: Actions = {
    "show": (OverlapState.show, ("tab",)),
    "undo": (OverlapState.undo, ()),
    "draw": (OverlapState.draw, ()),
    "name": (OverlapState.name, ("type", "value")),
    "set": (OverlapState.set, ("key", "value")),
}
LISTS = ("subcategories", "criteria", "tags")


def perform(state: OverlapState, action: Mapping[str, Any]) -> None:
    """Carries out an action of the screen; what goes wrong becomes a message, and nothing is lost."""
    state.message = state.fault = None
    state.number = action.get("number", state.number + 1)
    try:
        _perform(state, action)
    except VisitationError as error:
        state.message = str(error)


def _perform(state: OverlapState, action: Mapping[str, Any]) -> None:
    if action.get("do") == "rate":
        state.rate(_text(state, action.get("citizen")), _answers(state, action.get("rating")))
        return
    do, given = asked(ACTIONS, action, state.session.lang)
    do(state, *given)


def _answers(state: OverlapState, given: Any) -> Answers:
    """A rating as the screen sends it."""
    if not isinstance(given, Mapping) or not all(isinstance(given.get(name), list) for name in LISTS):
        raise mismatch(state.session.lang)
    lists = {name: tuple(_text(state, one) for one in given[name]) for name in LISTS}
    return Answers(type=_text(state, given.get("type")), note=_text(state, given.get("note")), **lists)


def _text(state: OverlapState, given: Any) -> str:
    if not isinstance(given, str):
        raise mismatch(state.session.lang)
    return given
