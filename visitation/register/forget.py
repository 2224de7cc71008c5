"""Forgetting: a case's reference and words go for good; that it was, when, and how it was decided stays, and the chain holds.

Of a citizen on a list beside the cases nothing stays but that there was one: what the list was for has been done by then."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

import sqlalchemy as sa

from visitation.register import rows
from visitation.register.beside import CITIZENS, reference, stands_beside
from visitation.register.engine import cleanse
from visitation.register.events import BESIDE, FORGOTTEN, OPAQUE, Draft, Event, Sealed, canonical, remains
from visitation.register.kept import left_of
from visitation.register.schema import DRAFTS, EVENTS
from visitation.register.store import Register


@dataclass(frozen=True)
class Forgotten:
    """How many cases and citizens on lists were forgotten, in how many events, and whether the database was rewritten without them."""

    cases: int
    citizens: int
    events: int
    cleansed: bool


def forget(register: Register, before: date, finished: Callable[[list[Event]], bool], at: str) -> Forgotten:
    """Forgets the cases whose last event lies before a day and of whose events `finished` is true; one transaction.

    A citizen on a list is forgotten once nothing was written about them since that day: nobody awaits an answer there."""
    with register.transaction(write=True) as connection:
        old = [events for events in _last_touched(connection, before) if _listed(events) or finished(events)]
        first = 1 + connection.scalar(sa.select(sa.func.count()).select_from(EVENTS).where(EVENTS.c.kind == FORGOTTEN))
        left = [[_left(event, _opaque(events, number)) for event in events] for number, events in enumerate(old, first)]
        _replace(connection, [event for events in left for event in events])
        connection.execute(sa.delete(DRAFTS).where(rows.among(connection, [events[0].case for events in old])))
        rows.write(connection, [_note(events, at) for events in left], register.salts)
    citizens = sum(map(_listed, old))
    return Forgotten(len(old) - citizens, citizens, sum(map(len, old)), cleanse(register.engine))


def _last_touched(connection: sa.Connection, before: date) -> list[list[Sealed]]:
    """The events of each case that has none from that day on, and is not forgotten yet; in the order the cases came in."""
    of_a_case = sa.and_(EVENTS.c.case_id != "", *(sa.not_(rows.begins(prefix)) for prefix in (OPAQUE, BESIDE)))
    named = sa.or_(of_a_case, *(rows.begins(reference(room, "")) for room in CITIZENS))
    quiet = sa.select(EVENTS.c.case_id).where(named).group_by(EVENTS.c.case_id).having(sa.func.max(EVENTS.c.at) < before.isoformat())
    events = list(rows.stream(connection, rows.among(connection, connection.scalars(quiet).all())))
    by_case = groupby(sorted(events, key=lambda event: (event.case, event.version)), key=lambda event: event.case)
    return sorted((list(own) for _, own in by_case), key=lambda own: own[0].seq)


def _listed(events: list[Event]) -> bool:
    return stands_beside(events[0].case)


def _opaque(events: list[Event], number: int) -> str:
    return f"{OPAQUE}{BESIDE if _listed(events) else ''}{number:06d}"


def _left(event: Sealed, opaque: str) -> Sealed:
    return replace(event, case=opaque, text=canonical(left_of(event.kind, event.data)), salt="")


def _replace(connection: sa.Connection, left: list[Event]) -> None:
    change = sa.update(EVENTS).where(EVENTS.c.seq == sa.bindparam("number"))
    change = change.values(case_id=sa.bindparam("opaque"), data=sa.bindparam("left"), salt="")
    if left:
        connection.execute(change, [{"number": event.seq, "opaque": event.case, "left": event.text} for event in left])


def _note(left: list[Event], at: str) -> Draft:
    """The event that explains to an audit why these have no salt, and holds fast what they still say."""
    return Draft(left[0].case, left[-1].version, FORGOTTEN, {"remains": [[event.seq, remains(event)] for event in left]}, at)
