"""What the screen may ask for: each action is carried out on the state, and what goes wrong becomes a message."""

from collections.abc import Callable, Mapping
from typing import Any

from visitation.errors import VisitationError
from visitation.model import Table
from widgets.acts import mismatch
from widgets.rules import edits
from widgets.rules.ahead import ahead
from widgets.rules.state import RulesState

# By the name that the screen sends: what is done, and what is sent along.
EDITS: dict[str, tuple[Callable[..., Table], dict[str, type]]] = {
    "cell": (edits.set_cell, {"rule": str, "question": str, "answers": list}),
    "then": (edits.set_then, {"rule": str, "outcome": str}),
    "text": (edits.set_text, {"rule": str, "reason": str}),
    "order": (edits.set_out_of_order, {"rule": str, "why": str}),
    "kind": (edits.set_kind, {"rule": str, "kind": str}),
    "dates": (edits.set_dates, {"rule": str, "from": str, "to": str}),
    "cite": (edits.add_source, {"rule": str, "document": str, "section": str, "anchor": str}),
    "uncite": (edits.remove_source, {"rule": str, "number": int}),
    "delete": (edits.delete_rule, {"rule": str}),
    "move": (edits.move_rule, {"rule": str, "way": str}),
    "section": (edits.add_section, {"rule": str, "label": str}),
    "heading": (edits.name_section, {"rule": str, "label": str}),
}
ACTIONS: dict[str, tuple[Callable[..., None], dict[str, type]]] = {
    "show": (RulesState.show, {"table": str}),
    "edit": (RulesState.edit, {}),
    "add": (RulesState.add, {"after": str}),
    "undo": (RulesState.undo, {}),
    "discard": (RulesState.discard, {}),
    "save": (RulesState.save, {"folder": str, "version": str, "valid_from": str}),
    "compare": (RulesState.compare, {"with": str}),
    "ahead": (ahead, {"of": str}),
}


def perform(state: RulesState, action: Mapping[str, Any], content: bytes | None = None) -> None:
    """Carries out an action of the screen, or takes in a spreadsheet's content; when it goes wrong, nothing is changed."""
    state.message = state.kept = None
    state.turn += 1
    try:
        if content is not None:
            state.take_sheet(str(action.get("name")), content)
        else:
            _perform(state, action)
    except VisitationError as error:
        state.message = ("error", str(error))


def _perform(state: RulesState, action: Mapping[str, Any]) -> None:
    do, asked = (EDITS | ACTIONS).get(action.get("do"), (None, {}))
    if do is None or not all(_is(action.get(name), kind) for name, kind in asked.items()):
        raise mismatch(state.session.lang)
    given = [action[name] for name in asked]
    if action["do"] in EDITS:
        state.change(do(state.table, *given))
    else:
        do(state, *given)


def _is(value: Any, kind: type) -> bool:
    return type(value) is kind and (kind is not list or all(isinstance(item, str) for item in value))
