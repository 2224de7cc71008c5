"""Copies of a register, of one moment and while it is in use, from either database to either."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from visitation.errors import VisitationError
from visitation.register import rows
from visitation.register.events import first_break
from visitation.register.schema import CONTENT
from visitation.register.store import Register, open_register


def copy_register(source: Register, target: Register) -> tuple[int, str]:
    """The number of events and the last hash of what was copied; VisitationError when the target is in use or the chain is broken."""
    with target.transaction(write=True) as connection:
        if any(connection.execute(sa.select(table).limit(1)).first() for table in CONTENT):
            raise VisitationError(f"Registret {target.where} er ikke tomt; kopiér til et nyt.")
        for table, batch in _batches(source):
            rows.insert(connection, table, batch)
        if broken := first_break(rows.stream(connection)):
            raise VisitationError(f"Registret {source.where} er brudt ved hændelse {broken}; intet er kopieret.")
        return rows.head(connection)


def backup(register: Register, file: Path) -> tuple[int, str]:
    """The number of events and the last hash of the copy, a new SQLite file; there is no file before it is whole.

    VisitationError when there is such a file already, or it cannot be written there."""
    _refuse(file)
    try:
        with TemporaryDirectory(dir=file.parent, prefix=".visitation-") as folder:
            unfinished = Path(folder) / file.name
            target = open_register(_address(unfinished))
            try:
                copied = copy_register(register, target)
            finally:
                target.close()
            _refuse(file)
            os.rename(unfinished, file)
            return copied
    except OSError:
        raise VisitationError(f"{file}: kopien kan ikke skrives; mappen skal findes, og der skal være skriveadgang.") from None


def restore(file: Path, register: Register) -> tuple[int, str]:
    """The number of events and the last hash of a backup that was copied into an empty register of either kind."""
    kept = open_register(_address(file), make=False)
    try:
        return copy_register(kept, register)
    finally:
        kept.close()


def _address(file: Path) -> sa.URL:
    return sa.URL.create("sqlite", database=str(file))


def _refuse(file: Path) -> None:
    if file.exists():
        raise VisitationError(f"{file}: filen findes allerede og overskrives ikke; vælg et nyt navn.")


def _batches(source: Register) -> Iterator[tuple[sa.Table, list[tuple]]]:
    with source.transaction() as connection:
        for table in CONTENT:
            wanted = sa.select(table).order_by(*table.primary_key)
            for part in connection.execute(wanted, execution_options={"yield_per": rows.BATCH}).partitions():
                yield table, [tuple(row) for row in part]
