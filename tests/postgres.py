"""A throw-away PostgreSQL server for tests: made, started and removed by the test session."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path

import pytest
import sqlalchemy as sa

USER = "postgres"


@contextmanager
def postgres_url() -> Iterator[str]:
    """The address of an empty database on a server of its own, on 127.0.0.1; skips the test where none is installed."""
    programs = sorted(glob("/usr/lib/postgresql/*/bin"))
    if not programs:
        pytest.skip("PostgreSQL is not installed")
    with tempfile.TemporaryDirectory(prefix="visitation-pg-") as folder:
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(folder, USER)
        data, port = Path(folder) / "data", _free_port()
        _run(programs[-1], "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C")
        options = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder}"
        _run(programs[-1], "pg_ctl", "start", "-w", "-D", data, "-l", Path(folder) / "log", "-o", options)
        try:
            yield f"postgresql+psycopg://{USER}@127.0.0.1:{port}/postgres"
        finally:
            _run(programs[-1], "pg_ctl", "stop", "-w", "-m", "immediate", "-D", data)  # nothing of it is kept


def fresh_database(url: str, name: str) -> str:
    """The address of a new, empty database on the same server."""
    import psycopg

    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return url.rsplit("/", 1)[0] + "/" + name


def on_database(url: str, *statements: str) -> None:
    """Runs statements past our own code, on either database, as somebody with a database tool would."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


def _run(programs: str, name: str, *arguments: object) -> None:
    become = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
    command = [*become, str(Path(programs) / name), *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
