"""From the register's URL to a database connection that keeps what it has acknowledged."""

import sqlite3
from importlib.util import find_spec
from pathlib import Path
from time import sleep

import sqlalchemy as sa
from sqlalchemy import event as hooks

from visitation.errors import VisitationError

BUSY_SECONDS = 10
OPENINGS = 100
WRITERS = 82085  # the advisory lock that all writers of a PostgreSQL register take in turn; any number, always the same
POSTGRES = "postgresql+psycopg"


def make_engine(url: str | sa.URL) -> sa.Engine:
    """The engine for a register's URL; its parameters never reach an error text. VisitationError for another URL."""
    address = _address(url)
    if address.drivername == POSTGRES:
        patience = {} if "options" in address.query else {"options": f"-c lock_timeout={BUSY_SECONDS}s"}
        return sa.create_engine(address, hide_parameters=True, connect_args={"connect_timeout": BUSY_SECONDS} | patience)
    patience = {} if "timeout" in address.query else {"timeout": BUSY_SECONDS}
    engine = sa.create_engine(address, hide_parameters=True, connect_args=patience)
    hooks.listen(engine, "connect", _prepare_sqlite)
    hooks.listen(engine, "begin", _begin_sqlite)
    return engine


def take_turn(connection: sa.Connection) -> None:
    """Waits until no other writer is in a transaction; SQLite has done so when the transaction began."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITERS)))


def is_there(engine: sa.Engine) -> bool:
    """False for a file that does not exist, which merely connecting would make."""
    file = engine.url.database or ""
    return engine.name != "sqlite" or file.startswith("file:") or Path(file).is_file()


def cleanse(engine: sa.Engine) -> bool:
    """Rewrites the database without what was forgotten; False when somebody else is at it or owns it, so that it has to be done again.

    PostgreSQL's own log and archives keep old content until the server lets go of them."""
    connection = engine.raw_connection()
    try:
        driver = connection.driver_connection
        if engine.name == "sqlite":
            driver.execute("VACUUM")
            return driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
        driver.rollback()
        driver.autocommit = True
        skipped = []  # a table of another owner is skipped with no more than a warning
        driver.add_notice_handler(skipped.append)
        driver.execute("VACUUM FULL events")
        driver.execute("VACUUM FULL drafts")
        return not skipped
    except engine.dialect.loaded_dbapi.OperationalError:
        return False
    finally:
        connection.invalidate()  # its settings are no longer those of the pool


def place(engine: sa.Engine) -> str:
    """Where the register is, for a message: the file, or the database's address without its password."""
    return engine.url.render_as_string() if engine.name == "postgresql" else engine.url.database or "i hukommelsen"


def _address(url: str | sa.URL) -> sa.URL:
    try:
        address = sa.make_url(url)
    except sa.exc.ArgumentError:
        address = sa.URL.create("")
    if address.drivername == "postgresql":
        address = address.set(drivername=POSTGRES)
    if address.drivername not in ("sqlite", POSTGRES):
        raise VisitationError(
            "Registrets adresse kan ikke læses; skriv den som sqlite:///mappe/register.sqlite"
            " eller postgresql+psycopg://bruger@server/database."
        )
    if address.drivername == POSTGRES and find_spec("psycopg") is None:
        raise VisitationError("Et register i PostgreSQL kræver Python-pakken psycopg; den er ikke installeret.")
    return address


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say so, not at the first write
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA secure_delete=ON")  # what is forgotten is overwritten, not only unlinked


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switches a new file to write-ahead logging; unlike a write, the switch itself never waits for another opener."""
    for _ in range(OPENINGS):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            sleep(0.02)
    connection.execute("PRAGMA journal_mode=WAL")


def _begin_sqlite(connection: sa.Connection) -> None:
    # A deferred transaction that turns into a writer half-way fails at once instead of waiting for its turn.
    writing = connection.get_execution_options().get("register_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
