"""What the acts of all rooms have in common: an action of the screen is looked up by its name, and what it sends along is checked."""

from collections.abc import Callable, Mapping
from types import UnionType
from typing import Any

from visitation.errors import VisitationError
from widgets.text import translator

# By the name that the screen sends: what is done, and what is sent along.
Actions = Mapping[str, tuple[Callable[..., None], tuple[str, ...]]]


def asked(actions: Actions, action: Mapping[str, Any], lang: str, kind: type | UnionType = str) -> tuple[Callable[..., None], list]:
    """What is to be done and with what; VisitationError for another action, or when something sent along is not of the kind."""
    do, names = actions.get(action.get("do"), (None, ()))
    given = [action.get(name) for name in names]
    if do is None or not all(isinstance(value, kind) for value in given):
        raise mismatch(lang)
    return do, given


def carry_out(state: Any, actions: Actions, action: Mapping[str, Any]) -> None:
    """Carries out an action on a state; what goes wrong becomes its message."""
    try:
        do, given = asked(actions, action, state.session.lang)
        do(state, *given)
    except VisitationError as error:
        state.message = str(error)


def mismatch(lang: str) -> VisitationError:
    """That the page asks for what the program does not know: one of them is older than the other."""
    return VisitationError(translator(lang)("Skærmen og programmet passer ikke sammen; genindlæs siden."))
