"""The store: events are appended and read, never changed."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from visitation.errors import VisitationError
from visitation.register.engine import make_engine, place, take_turn
from visitation.register.events import GENESIS, Draft, Event, canonical, seal
from visitation.register.schema import TABLE
from visitation.register.trouble import sentence

DEFAULT_URL = "sqlite:///visitationsbordet.sqlite"
CHUNK = 500  # SQLite may refuse a statement of 1,000 parameters


class Conflict(VisitationError):  # noqa: N818 - it is not an error to be second
    """Somebody else wrote first; nothing was written."""


class Register:
    """An open register; every write is one transaction that holds completely or not at all."""

    def __init__(self, engine: sa.Engine):
        self._engine = engine
        self.where = place(engine)

    def append(self, case: str, expected_version: int, kind: str, data: dict[str, Any], at: str) -> Event:
        """The written event; Conflict when the case is no longer at `expected_version` (0: it does not exist)."""
        with self._transaction(write=True) as connection:
            return _write(connection, [Draft(case, expected_version, kind, data, at)])[0]

    def append_all(self, drafts: Sequence[Draft], after: int | None = None) -> int:
        """How many events were written: all, or none and a Conflict; also when the register has grown past `after`."""
        with self._transaction(write=True) as connection:
            if after is not None and _head(connection)[0] != after:
                raise Conflict("En anden har skrevet i registret imens; intet er skrevet. Gentag.")
            return len(_write(connection, drafts))

    def events(self, case: str | None = None) -> list[Event]:
        """All events in the order they were written; with `case` only its own ("": those of the register itself)."""
        with self._transaction() as connection:
            return _read(connection, [] if case is None else [TABLE.c.case_id == case])

    def events_of(self, references: Sequence[str]) -> list[Event]:
        """The events of some cases, in the order they were written."""
        with self._transaction() as connection:
            found = [e for part in _chunks(references) for e in _read(connection, [TABLE.c.case_id.in_(part)])]
        return sorted(found, key=lambda event: event.seq)

    def has_case(self, prefix: str) -> bool:
        """Whether some case reference begins with `prefix`, in capitals as given."""
        begins = sa.func.substr(TABLE.c.case_id, 1, len(prefix)) == prefix
        with self._transaction() as connection:
            return connection.execute(sa.select(TABLE.c.seq).where(begins).limit(1)).first() is not None

    def count(self, kind: str) -> int:
        """How many events of a kind there are."""
        with self._transaction() as connection:
            return connection.scalar(sa.select(sa.func.count()).select_from(TABLE).where(TABLE.c.kind == kind))

    def head(self) -> tuple[int, str]:
        """The number of events and the hash of the last one: what to note outside the register."""
        with self._transaction() as connection:
            return _head(connection)

    def start_over(self, only_if: Callable[[list[Event]], bool]) -> None:
        """Empties the register when `only_if` accepts its events, else VisitationError; one transaction."""
        with self._transaction(write=True) as connection:
            if not only_if(_read(connection, [])):
                raise VisitationError(f"Registret {self.where} er ikke et eksempelregister og røres ikke.")
            TABLE.drop(connection)
            TABLE.create(connection)

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def create(self) -> None:
        """Makes the table when it is absent; VisitationError when another program's table has its name."""
        with self._transaction() as connection:
            if sa.inspect(connection).has_table(TABLE.name):
                connection.execute(sa.select(TABLE).limit(1))
                return
        with self._transaction(write=True) as connection:
            TABLE.create(connection, checkfirst=True)

    @contextmanager
    def _transaction(self, *, write: bool = False) -> Iterator[sa.Connection]:
        try:
            with self._engine.connect().execution_options(register_write=write) as connection, connection.begin():
                if write:
                    take_turn(connection)
                yield connection
        except sa.exc.IntegrityError:
            raise _lost_race() from None
        except sa.exc.DBAPIError as error:
            raise VisitationError(sentence(error.orig, self.where)) from None  # its own text quotes what was stored


def register_url(given: str | None) -> str:
    """The register to use: the given URL, else REGISTER of the environment, else a file in the current folder."""
    return given or os.environ.get("REGISTER") or DEFAULT_URL


def open_register(url: str) -> Register:
    """The register at a URL, made when absent; VisitationError when it cannot be opened or is something else."""
    register = Register(make_engine(url))
    try:
        register.create()
    except VisitationError:
        register.close()
        raise
    return register


def _lost_race() -> Conflict:
    return Conflict("En anden har skrevet i sagen imens; intet er skrevet. Åbn sagen igen, og gentag.")


def _chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    return (values[i : i + CHUNK] for i in range(0, len(values), CHUNK))


def _read(connection: sa.Connection, where: list[sa.ColumnElement[bool]]) -> list[Event]:
    rows = connection.execute(sa.select(TABLE).where(*where).order_by(TABLE.c.seq))
    return [Event(r.seq, r.case_id, r.version, r.kind, json.loads(r.data), r.at, r.previous, r.hash) for r in rows]


def _head(connection: sa.Connection) -> tuple[int, str]:
    last = connection.execute(sa.select(TABLE.c.seq, TABLE.c.hash).order_by(TABLE.c.seq.desc()).limit(1)).first()
    return (last.seq, last.hash) if last else (0, GENESIS)


def _versions(connection: sa.Connection, cases: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in _chunks(cases):
        versions = sa.select(TABLE.c.case_id, sa.func.max(TABLE.c.version)).where(TABLE.c.case_id.in_(part))
        found.update(dict(connection.execute(versions.group_by(TABLE.c.case_id)).all()))
    return found


def _write(connection: sa.Connection, drafts: Sequence[Draft]) -> list[Event]:
    versions = _versions(connection, sorted({draft.case for draft in drafts}))
    seq, previous = _head(connection)
    written: list[Event] = []
    for draft in drafts:
        if versions.get(draft.case, 0) != draft.expected_version:
            raise _lost_race()
        event = seal(draft, seq + len(written) + 1, previous)
        versions[draft.case], previous = event.version, event.hash
        written.append(event)
    if written:
        connection.execute(TABLE.insert(), [_row(event) for event in written])
    return written


def _row(event: Event) -> dict[str, Any]:
    row = {**vars(event), "case_id": event.case, "data": canonical(event.data)}
    del row["case"]
    return row
