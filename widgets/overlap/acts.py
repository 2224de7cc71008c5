"""What the screen may ask for: each action is carried out on the state, and what goes wrong becomes a message."""

from collections.abc import Callable, Mapping
from typing import Any

from visitation.errors import VisitationError
from visitation.overlap.citizen import Answers
from widgets.overlap.state import OverlapState
from widgets.text import translator

# By the name that the screen sends: what is done, and what is sent along.
ACTIONS: dict[str, tuple[Callable[..., None], tuple[str, ...]]] = {
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
    do, names = ACTIONS.get(action.get("do"), (None, ()))
    if do is None:
        raise _unlike(state)
    do(state, *(_text(state, action.get(name)) for name in names))


def _answers(state: OverlapState, given: Any) -> Answers:
    """A rating as the screen sends it."""
    if not isinstance(given, Mapping) or not all(isinstance(given.get(name), list) for name in LISTS):
        raise _unlike(state)
    lists = {name: tuple(_text(state, one) for one in given[name]) for name in LISTS}
    return Answers(type=_text(state, given.get("type")), note=_text(state, given.get("note")), **lists)


def _text(state: OverlapState, given: Any) -> str:
    if not isinstance(given, str):
        raise _unlike(state)
    return given


def _unlike(state: OverlapState) -> VisitationError:
    return VisitationError(translator(state.session.lang)("Skærmen og programmet passer ikke sammen; genindlæs siden."))
