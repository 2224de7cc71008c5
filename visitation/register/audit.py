"""The audit: whether the register is whole, and whether it still ends where it was seen to end before."""

from dataclasses import dataclass

import sqlalchemy as sa

from visitation.register import rows
from visitation.register.events import GENESIS, first_break
from visitation.register.schema import EVENTS
from visitation.register.store import Register


@dataclass(frozen=True)
class Audit:
    """How many events there are, how many of them forgotten, the last one's hash, and the number of the first that is not as it was."""

    events: int
    forgotten: int
    head: str
    broken_at: int | None


def audit(register: Register, anchor: tuple[str, int] | None = None) -> Audit:
    """The audit of one moment; `anchor` is the hash of an event and its number, as noted outside the register earlier."""
    with register.transaction() as connection:
        events, head = rows.head(connection)
        forgotten = connection.scalar(sa.select(sa.func.count()).select_from(EVENTS).where(EVENTS.c.salt == ""))
        broken_at = first_break(rows.stream(connection))
        if broken_at is None and anchor:
            broken_at = _departure(connection, *anchor, events)
    return Audit(events, forgotten, head, broken_at)


def _departure(connection: sa.Connection, noted: str, count: int, events: int) -> int | None:
    """Where a whole chain is another one than the anchor's: the first event that is missing, or the one that differs."""
    if count > events:
        return events + 1
    found = connection.scalar(sa.select(EVENTS.c.hash).where(EVENTS.c.seq == count)) if count else GENESIS
    return None if found == noted else count
