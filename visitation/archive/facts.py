"""What the archive holds of an event: who stood where and when, as few facts as the monthly numbers need.

A case is the number of its first event, which only the register can turn into a reference. Nothing that anybody wrote is here, and no
answer to a question."""

from collections.abc import Callable
from typing import Any, NamedTuple

from visitation.register.events import Event
from visitation.register.stretches import Stretch


class Fact(NamedTuple):
    """A row of the archive; dates as YYYY-MM-DD, None where a kind of event has no such fact.

    `version` orders the rows of a case; rows of one `action` are taken back together, by an `undone` row that names it. `until` is the
    first day without a service, and the day on which a move ended its course. `which` is what was decided (TABLE.OUTCOME), the pathway
    of a course, or the section of a service."""

    case_no: int
    version: int
    action: int
    kind: str
    municipality: str
    day: str | None = None
    until: str | None = None
    which: str | None = None
    step: str | None = None
    course: str | None = None


COLUMNS = {  # of the Parquet files, in the order of Fact
    "case_no": "INTEGER",
    "version": "INTEGER",
    "action": "INTEGER",
    "kind": "VARCHAR",
    "municipality": "VARCHAR",
    "day": "DATE",
    "until": "DATE",
    "which": "VARCHAR",
    "step": "VARCHAR",
    "course": "VARCHAR",
}


def facts(stretch: Stretch) -> list[Fact]:
    """The facts of events of the kinds in KINDS."""
    return [_fact(event, stretch.opened[event.case]) for event in stretch.events]


def _fact(event: Event, first: Event) -> Fact:
    action = event.data.get("decision", event.version)
    known = {"case_no": first.seq, "version": event.version, "action": action, "kind": event.kind, "municipality": first.data["model"]}
    return Fact(**known | KINDS[event.kind](event.data, event.at[:10]))


KINDS: dict[str, Callable[[dict[str, Any], str], dict[str, Any]]] = {  # from an event's content and the day it was written
    "enquiry_received": lambda data, _: {"day": data["received"]},
    "decided": lambda data, day: {"day": day, "which": f"{data['table']}.{data['outcome']}", "step": data["step"]},
    "course_begun": lambda data, _: {"day": data["on"], "which": data["pathway"], "course": data["course"]},
    "course_moved": lambda data, _: {"until": data["on"] if data["ended"] else None, "course": data["course"]},
    "service_granted": lambda data, _: {"day": data["start"] or None, "until": data["end"] or None, "which": data["section"]},
    "undone": lambda data, _: {"action": data["version"]},
}
