"""The rows of the events table, read and written within a transaction that the caller holds."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from itertools import islice
from sys import intern

import sqlalchemy as sa

from visitation.register.events import GENESIS, SALT_BYTES, Draft, Event, Sealed, canonical, sealed
from visitation.register.gate import admit_all
from visitation.register.schema import EVENTS
from visitation.register.trouble import lost_race

HASH = list(EVENTS.c.keys()).index("hash")
TOLD = list(EVENTS.c)[: len(fields(Event))]  # the columns of an event without its seal
BATCH = 5000  # rows held in memory while a whole register streams by
PART = 1000  # rows that are written together, while the processor still holds what they are made of
MARK = {"sqlite": "?", "postgresql": "%s"}

Salts = Callable[[int], bytes]  # so many bytes of chance, as os.urandom gives them


def stream(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> Iterator[Sealed]:
    """The events with their seals in the order they were written, a batch at a time."""
    return (Sealed(*row) for row in _in_order(connection, EVENTS.c, where))


def told(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> Iterator[Event]:
    """The events as `stream` gives them, but without their seals and with one text for all that name the same: half as much to carry."""
    found = _in_order(connection, TOLD, where)
    return (Event(seq, intern(case), version, intern(kind), text, at) for seq, case, version, kind, text, at in found)


def _in_order(connection: sa.Connection, columns: Iterable[sa.Column], where: Iterable[sa.ColumnElement[bool]]) -> Iterator[sa.Row]:
    wanted = sa.select(*columns).where(*where).order_by(EVENTS.c.seq)
    found = connection.execute(wanted, execution_options={"yield_per": BATCH})
    return (row for part in found.partitions() for row in part)


def among(connection: sa.Connection, cases: Iterable[str]) -> sa.TextClause:
    """The condition that an event belongs to one of the cases: one parameter, as a statement takes a limited number of them."""
    if connection.dialect.name == "sqlite":
        return sa.text("case_id IN (SELECT value FROM json_each(:cases))").bindparams(cases=canonical(list(cases)))
    return sa.text("case_id = ANY(:cases)").bindparams(cases=list(cases))


def begins(prefix: str) -> sa.ColumnElement[bool]:
    """The condition that a case reference begins with `prefix`, in capitals as given."""
    return sa.func.substr(EVENTS.c.case_id, 1, len(prefix)) == prefix


def head(connection: sa.Connection) -> tuple[int, str]:
    """The number of events and the hash of the last one."""
    last = connection.execute(sa.select(EVENTS.c.seq, EVENTS.c.hash).order_by(EVENTS.c.seq.desc()).limit(1)).first()
    return (last.seq, last.hash) if last else (0, GENESIS)


def write(connection: sa.Connection, drafts: Iterable[Draft], salts: Salts) -> tuple[int, tuple]:
    """How many rows were written for the drafts, and the last of them.

    Conflict when a case is not at its draft's version, VisitationError at a CPR number; both when some are written already."""
    drafts, (seq, previous) = iter(drafts), head(connection)
    count, last = 0, ()
    while part := list(islice(drafts, PART)):
        rows = _sealed(part, _versions(connection, dict.fromkeys(draft.case for draft in part)), seq + count, previous, salts)
        insert(connection, EVENTS, rows)
        count, last = count + len(rows), rows[-1]
        previous = last[HASH]
    return count, last


def _sealed(drafts: list[Draft], versions: dict[str, int], seq: int, previous: str, salts: Salts) -> list[tuple]:
    """The rows for drafts of cases at these versions, after number `seq` with the hash `previous`."""
    admit_all(drafts)
    salt, digits = salts(SALT_BYTES * len(drafts)).hex(), 2 * SALT_BYTES
    rows: list[tuple] = []
    for number, draft in enumerate(drafts):
        if versions.get(draft.case, 0) != draft.expected_version:
            raise lost_race()
        row = sealed(draft, seq + number + 1, previous, salt[digits * number : digits * (number + 1)])
        versions[draft.case], previous = draft.expected_version + 1, row[HASH]
        rows.append(row)
    return rows


def insert(connection: sa.Connection, table: sa.Table, rows: list[tuple]) -> None:
    """Writes rows as they are, past SQLAlchemy's own work on each: a register may hold a million."""
    if rows:
        marks = ", ".join([MARK[connection.dialect.name]] * len(table.c))
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({', '.join(table.c.keys())}) VALUES ({marks})", rows)


def _versions(connection: sa.Connection, cases: Iterable[str]) -> dict[str, int]:
    versions = sa.select(EVENTS.c.case_id, sa.func.max(EVENTS.c.version)).where(among(connection, cases))
    return dict(connection.execute(versions.group_by(EVENTS.c.case_id)).all())
