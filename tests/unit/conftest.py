"""Both databases for what must hold on either; the server starts when the first test asks for it."""

from itertools import count

import pytest

from tests.postgres import fresh_database, postgres_url

NAMES = count()


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
