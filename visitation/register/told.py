"""What imported events tell of some kinds, read without the rest of the register."""

from collections.abc import Iterable

from visitation.register import rows
from visitation.register.events import Event
from visitation.register.records import Kind, Record, records
from visitation.register.schema import EVENTS
from visitation.register.store import Register
from visitation.register.uncollected import uncollected


def told(register: Register, kind: Kind) -> list[Record]:
    """The records of a kind that begin on a known day, in the order they were written; one whose day is forgotten is left out."""
    with uncollected(), register.transaction() as connection:
        found = records(rows.stream(connection, EVENTS.c.kind == kind.event), kind)
    return [one for one in found if one.facts[kind.dated]]


def events_told(register: Register, model: str, kinds: Iterable[Kind]) -> list[Event]:
    """The events of some kinds in one municipal model's cases, in the order they were written."""
    with uncollected(), register.transaction() as connection:
        wanted = EVENTS.c.kind.in_([kind.event for kind in kinds])
        return list(rows.stream(connection, wanted, rows.of_model(connection, model)))
