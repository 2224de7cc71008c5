"""Commands as others call them, and both databases for what must hold on either; the server starts when the first test asks for it."""

import json
from itertools import count

import pytest

from tests.postgres import fresh_database, postgres_url
from visitation.cli import main

NAMES = count()


@pytest.fixture
def run(capsys):
    """Runs a command; returns its exit code, its output (JSON when asked for) and its error."""

    def run(*arguments: str):
        try:
            code = main(list(arguments))
        except SystemExit as stopped:
            code = stopped.code
        said = capsys.readouterr()
        return code, json.loads(said.out) if "--json" in arguments and said.out else said.out, said.err

    return run


@pytest.fixture(scope="session")
def server():
    """The address of a PostgreSQL server of this session."""
    with postgres_url() as url:
        yield url


@pytest.fixture
def postgres(server):
    """The address of an empty PostgreSQL database."""
    return fresh_database(server, f"register_{next(NAMES)}")


@pytest.fixture
def second(server):
    """The address of one more empty PostgreSQL database."""
    return fresh_database(server, f"register_{next(NAMES)}")


@pytest.fixture(params=["sqlite", "postgres"])
def database(request, tmp_path):
    """The address of a register to be, on each database in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path.as_posix()}/register.sqlite"
    return request.getfixturevalue("postgres")
