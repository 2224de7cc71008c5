"""The register read stretch by stretch, for whoever keeps up with one that is too big to be known whole."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import sqlalchemy as sa

from visitation.register import rows
from visitation.register.events import FORGOTTEN, GENESIS, Event
from visitation.register.schema import EVENTS
from visitation.register.store import Register


@dataclass(frozen=True)
class Stretch:
    """Some events in the order they were written, and the first event of each of their cases by its reference."""

    events: list[Event]
    opened: dict[str, Event]


@dataclass(frozen=True)
class Moment:
    """The register at one moment: the number of its events and the last one's hash."""

    events: int
    head: str
    _connection: sa.Connection = field(repr=False)

    def continues(self, after: int, head: str) -> bool:
        """Whether the event of that number has that hash: what was read until then is the beginning of this register."""
        found = self._connection.scalar(sa.select(EVENTS.c.hash).where(EVENTS.c.seq == after)) if after else GENESIS
        return found == head

    def forgotten(self, after: int) -> int:
        """How many cases and citizens on lists were forgotten after the event of that number."""
        later = sa.select(sa.func.count()).select_from(EVENTS).where(EVENTS.c.seq > after, EVENTS.c.kind == FORGOTTEN)
        return self._connection.scalar(later)

    def stretch(self, first: int, last: int, kinds: Collection[str]) -> Stretch:
        """The events of some kinds from one number to another."""
        found = list(rows.told(self._connection, EVENTS.c.seq.between(first, last), EVENTS.c.kind.in_(kinds)))
        among = rows.among(self._connection, {event.case for event in found})
        return Stretch(found, {event.case: event for event in rows.told(self._connection, EVENTS.c.version == 1, among)})


@contextmanager
def moment(register: Register) -> Iterator[Moment]:
    """The register as it is now, until the block ends; others may write meanwhile."""
    with register.transaction() as connection:
        yield Moment(*rows.head(connection), connection)
