"""What this process knows of a register: every event it has read, held against the register each time, so that only the rest is read.

The chain says whether it still holds: the same hash at the same number is the same history. Only forgetting changes what is written, and
leaves a `forgotten` event behind; then everything is read anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

import sqlalchemy as sa

from visitation.register import rows
from visitation.register.events import FORGOTTEN, GENESIS, Event
from visitation.register.schema import EVENTS

if TYPE_CHECKING:
    from visitation.register.case import Case


@dataclass(frozen=True, eq=False)
class Known:
    """The first `count` events, the last with the hash `head`: in the order they were written, and each case's own.

    `folded` is for whoever folds cases: what is put there stays until the case has a new event."""

    count: int = 0
    head: str = GENESIS
    events: tuple[Event, ...] = ()
    by_case: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    folded: dict[str, Case] = field(default_factory=dict)

    def model(self, case: str) -> str | None:
        """The municipal model of a case: its first event names it."""
        return self.by_case[case][0].data.get("model")

    def below(self, prefix: str) -> list[Event]:
        """The events whose case reference begins with `prefix`, in the order they were written."""
        there = (own for case, own in self.by_case.items() if case.startswith(prefix))
        return sorted((event for own in there for event in own), key=attrgetter("seq"))

    def and_then(self, fresh: Sequence[Event], head: tuple[int, str]) -> Known:
        """The same with the events that follow; `head` is where they end."""
        added: dict[str, list[Event]] = {}
        for event in fresh:
            added.setdefault(event.case, []).append(event)
        by_case = {**self.by_case, **{case: (*self.by_case.get(case, ()), *own) for case, own in added.items()}}
        folded = {name: case for name, case in self.folded.items() if name not in added}
        return Known(*head, (*self.events, *fresh), by_case, folded)


NOTHING = Known()


class Memory:
    """What was read last, of whichever register that was: the chain tells them apart."""

    def __init__(self) -> None:
        self.known = NOTHING

    def held_against(self, connection: sa.Connection) -> Known:
        """Everything in the register that the connection reads, at the moment it reads."""
        head = rows.head(connection)
        if self.known.count and _hash(connection, self.known.count) != self.known.head:
            self.known = NOTHING
        if head[0] > self.known.count:
            self.known = _read_on(connection, self.known, head)
        return self.known


def _read_on(connection: sa.Connection, known: Known, head: tuple[int, str]) -> Known:
    fresh = tuple(rows.told(connection, EVENTS.c.seq > known.count))
    if known.count and any(event.kind == FORGOTTEN for event in fresh):
        return NOTHING.and_then(tuple(rows.told(connection)), head)
    return known.and_then(fresh, head)


def _hash(connection: sa.Connection, number: int) -> str | None:
    return connection.scalar(sa.select(EVENTS.c.hash).where(EVENTS.c.seq == number))


MEMORY = Memory()
