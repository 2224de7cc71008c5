"""What imported events tell of one kind, read without the rest of the register."""

from visitation.register import rows
from visitation.register.records import Kind, Record, records
from visitation.register.schema import EVENTS
from visitation.register.store import Register


def told(register: Register, kind: Kind) -> list[Record]:
    """The records of a kind that begin on a known day, in the order they were written; one whose day is forgotten is left out."""
    with register.transaction() as connection:
        found = records(rows.stream(connection, EVENTS.c.kind == kind.event), kind)
    return [one for one in found if one.facts[kind.dated]]
