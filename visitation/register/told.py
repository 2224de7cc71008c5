"""What imported events tell of some kinds."""

from collections.abc import Iterable

from visitation.register.events import Event
from visitation.register.records import Kind, Record, records
from visitation.register.store import Register


def told(register: Register, kind: Kind) -> list[Record]:
    """The records of a kind that begin on a known day, in the order they were written; one whose day is forgotten is left out."""
    return [one for one in records(register.known().events, kind) if one.facts[kind.dated]]


def events_told(register: Register, model: str, kinds: Iterable[Kind]) -> list[Event]:
    """The events of some kinds in one municipal model's cases, in the order they were written."""
    known, wanted = register.known(), {kind.event for kind in kinds}
    return [event for event in known.events if event.kind in wanted and known.model(event.case) == model]
