"""What the register keeps beside its cases, sealed in the same chain: notes on a guidepost, citizens on a list under review.

A room names its own and folds its own events; no case reference begins as theirs do, and the import lets none in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visitation.register.events import BESIDE, OPAQUE, Event

if TYPE_CHECKING:
    from visitation.register.store import Register


CITIZENS = ("faellesmaengden",)  # the rooms whose things are citizens: what is forgotten of them follows the rules of a case


def reference(*path: str) -> str:
    """What stands as the case of an event beside the cases: `reference("pejlemaerker", "slagelse", "P4.3")`."""
    return BESIDE + "/".join(path)


def stands_beside(reference: str) -> bool:
    """Whether a reference is that of no case, forgotten or not."""
    return reference.removeprefix(OPAQUE).startswith(BESIDE)


def of_room(register: Register, *path: str) -> dict[str, list[Event]]:
    """The events whose reference lies below a path, by the rest of it, each in the order they were written."""
    below, found = reference(*path, ""), {}
    for event in register.known().below(below):
        found.setdefault(event.case.removeprefix(below), []).append(event)
    return found
