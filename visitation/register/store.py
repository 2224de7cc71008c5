"""The store: events are appended and read; nothing but forgetting changes them."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

import sqlalchemy as sa

from visitation.errors import VisitationError
from visitation.register import drafts, rows, scenarios
from visitation.register.engine import is_there, make_engine, place, take_turn
from visitation.register.events import Draft, Event, Sealed
from visitation.register.memory import MEMORY, Known
from visitation.register.scenarios import Saved
from visitation.register.schema import DRAFTS, EVENTS, SCENARIOS
from visitation.register.shape import absent, bring_up_to_date
from visitation.register.trouble import Conflict, lost_race, sentence
from visitation.register.uncollected import uncollected

DEFAULT_URL = "sqlite:///visitationsbordet.sqlite"


class Register:
    """An open register; every write is one transaction that holds completely or not at all."""

    def __init__(self, engine: sa.Engine, salts: rows.Salts):
        self.engine = engine
        self.salts = salts
        self.where = place(engine)

    def append(self, case: str, expected_version: int, kind: str, data: dict[str, Any], at: str) -> Sealed:
        """The written event; Conflict when the case is no longer at `expected_version` (0: it does not exist)."""
        with self.transaction(write=True) as connection:
            return Sealed(*rows.write(connection, [Draft(case, expected_version, kind, data, at)], self.salts)[1])

    def append_all(self, drafts: Iterable[Draft], after: int | None = None) -> int:
        """How many events were written: all, or none and a Conflict; also when the register has grown past `after`."""
        with self.transaction(write=True) as connection:
            if after is not None and rows.head(connection)[0] != after:
                raise Conflict("En anden har skrevet i registret imens; intet er skrevet. Gentag.")
            return rows.write(connection, drafts, self.salts)[0]

    def known(self) -> Known:
        """Everything that the register tells: remembered by this process as far as it still holds, the rest read."""
        with uncollected(), self.transaction() as connection:
            return MEMORY.held_against(connection)

    def events(self, case: str | None = None) -> list[Sealed]:
        """All events with their seals in the order they were written; with `case` only its own ("": those of the register itself)."""
        with self.transaction() as connection:
            return list(rows.stream(connection, *([] if case is None else [EVENTS.c.case_id == case])))

    def events_of(self, references: Sequence[str]) -> list[Sealed]:
        """The events of some cases, in the order they were written."""
        with self.transaction() as connection:
            return list(rows.stream(connection, rows.among(connection, references)))

    def has_case(self, prefix: str) -> bool:
        """Whether some case reference begins with `prefix`, in capitals as given."""
        with self.transaction() as connection:
            return connection.execute(sa.select(EVENTS.c.seq).where(rows.begins(prefix)).limit(1)).first() is not None

    def count(self, kind: str) -> int:
        """How many events of a kind there are."""
        with self.transaction() as connection:
            return connection.scalar(sa.select(sa.func.count()).select_from(EVENTS).where(EVENTS.c.kind == kind))

    def head(self) -> tuple[int, str]:
        """The number of events and the hash of the last one: what to note outside the register."""
        with self.transaction() as connection:
            return rows.head(connection)

    def save_draft(self, day: date, model: str, case: str, data: dict[str, Any], at: str) -> None:
        """Keeps a case's undecided answers for the meeting of a day, in place of earlier ones."""
        with self.transaction(write=True) as connection:
            drafts.save(connection, day, model, case, data, at)

    def drafts(self, day: date, model: str) -> dict[str, dict[str, Any]]:
        """The undecided answers of one meeting by case reference."""
        with self.transaction() as connection:
            return drafts.of_meeting(connection, day, model)

    def drop_draft(self, day: date, model: str, case: str) -> None:
        """Lets go of a case's undecided answers, whether there are any or not."""
        with self.transaction(write=True) as connection:
            drafts.drop(connection, day, model, case)

    def save_scenario(self, model: str, name: str, data: dict[str, Any], on: date) -> Saved:
        """Keeps a scenario of a model under a name, in place of an earlier one of that name; VisitationError when it is no name."""
        with self.transaction(write=True) as connection:
            return scenarios.save(connection, model, name, data, on)

    def scenarios(self, model: str) -> dict[str, Saved]:
        """The saved scenarios of a model by name, in the order of their names."""
        with self.transaction() as connection:
            return scenarios.of_model(connection, model)

    def drop_scenario(self, model: str, name: str) -> None:
        """Lets go of a saved scenario, whether there is one or not."""
        with self.transaction(write=True) as connection:
            scenarios.drop(connection, model, name)

    def start_over(self, only_if: Callable[[list[Event]], bool]) -> None:
        """Empties the register when `only_if` accepts its events, else VisitationError; one transaction."""
        with self.transaction(write=True) as connection:
            if not only_if(list(rows.told(connection))):
                raise VisitationError(f"Registret {self.where} er ikke et eksempelregister og røres ikke.")
            EVENTS.drop(connection)
            EVENTS.create(connection)
            for table in (DRAFTS, SCENARIOS):
                connection.execute(sa.delete(table))

    def close(self) -> None:
        """Lets go of the database."""
        self.engine.dispose()

    @contextmanager
    def transaction(self, *, write: bool = False) -> Iterator[sa.Connection]:
        """One transaction, for the rooms of the register; a reader sees one moment, a writer waits for its turn."""
        options = {"register_write": write} | ({} if write or self.engine.name == "sqlite" else {"isolation_level": "REPEATABLE READ"})
        try:
            with self.engine.connect().execution_options(**options) as connection, connection.begin():
                if write:
                    take_turn(connection)
                yield connection
        except sa.exc.IntegrityError:
            raise lost_race() from None
        except sa.exc.DBAPIError as error:
            raise VisitationError(sentence(error.orig, self.where)) from None  # its own text quotes what was stored


def register_url(given: str | None) -> str:
    """The register to use: the given URL, else REGISTER of the environment, else a file in the current folder."""
    return given or os.environ.get("REGISTER") or DEFAULT_URL


def open_register(url: str | sa.URL, salts: rows.Salts = os.urandom, *, make: bool = True) -> Register:
    """The register at a URL, made when absent unless told not to; VisitationError when it cannot be opened or is something else.

    `salts` gives the bytes that seal new events: chance, unless the same events shall give the same register."""
    register = Register(make_engine(url), salts)
    try:
        if not make and not is_there(register.engine):
            raise absent(register.where)
        bring_up_to_date(register, make)
    except VisitationError:
        register.close()
        raise
    return register
