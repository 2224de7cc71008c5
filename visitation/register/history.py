"""What a case's events amount to once what was taken back is left out: an `undone` event names the action it takes back."""

from collections.abc import Sequence

from visitation.errors import VisitationError
from visitation.register.events import FORGOTTEN, Event

ACTIONS = ("decided", "parked", "reopened", "confirmed", "applied", "course_begun", "course_moved", "contact_tried", "task_done")


def live(events: Sequence[Event]) -> list[Event]:
    """The events of one case, in order, that still count.

    VisitationError when an `undone` names anything but the latest action."""
    found: list[Event] = []
    for event in events:
        if event.kind != "undone":
            found.append(event)
            continue
        action = _latest(found)
        if not action or action[0].version != event.data.get("version"):
            raise VisitationError(f"Sag {event.case}: hændelse {event.version} fortryder noget andet end det seneste.")
        found = [kept for kept in found if kept not in action]
    return found


def undo(events: Sequence[Event]) -> dict:
    """The data of the `undone` event that takes back the latest action of a case, told by all its events in order.

    A decision and the courses it began are one action. VisitationError when nothing can be undone."""
    if not (action := _latest(live(events))):
        raise VisitationError("Der er intet at fortryde i sagen.")
    return {"version": action[0].version}


def _latest(found: list[Event]) -> list[Event]:
    """The events of the latest action; none when there is none, or when the case has been forgotten."""
    actions = [event for event in found if event.kind in ACTIONS]
    if not actions or any(event.kind == FORGOTTEN for event in found):
        return []
    first = actions[-1].data.get("decision", actions[-1].version)
    return [event for event in actions if first in (event.version, event.data.get("decision"))]
