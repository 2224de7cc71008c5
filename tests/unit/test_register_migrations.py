"""A register is made new in the newest shape, an older one becomes so, and any other is refused and left alone."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
import sqlalchemy as sa
from alembic.config import Config
from alembic.script import ScriptDirectory

from tests.postgres import on_database
from visitation.errors import VisitationError
from visitation.register import migrations
from visitation.register.engine import make_engine
from visitation.register.events import GENESIS, Draft, first_break, sealed
from visitation.register.schema import EVENTS, NEWEST
from visitation.register.store import open_register

AT = "2021-03-09T09:00:00"
TRIAL = (
    "CREATE TABLE events (seq INTEGER PRIMARY KEY, case_id TEXT NOT NULL, version INTEGER NOT NULL, kind TEXT NOT NULL, data TEXT NOT NULL,"
    " at TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL)"
)
SHAPE = {  # everything a database knows of its tables, in its own words
    "sqlite": ["SELECT type, name, tbl_name, sql FROM sqlite_master"],
    "postgresql": [
        "SELECT table_name, column_name, ordinal_position, data_type, is_nullable, column_default, character_maximum_length"
        " FROM information_schema.columns WHERE table_schema = 'public'",
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE connamespace = 'public'::regnamespace",
        "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
        "SELECT proname, pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
    ],
}


def migrated(url, to="head"):
    """Makes a register by its revisions alone."""
    engine = make_engine(url)
    with engine.connect().execution_options(register_write=True) as connection, connection.begin():
        migrations.upgrade(connection, to)
    return engine


def shape(engine):
    with engine.connect() as connection:
        found = [tuple(row) for query in SHAPE[engine.name] for row in connection.exec_driver_sql(query)]
    engine.dispose()
    return sorted([re.sub(r"\s+", " ", str(part)) for part in row] for row in found)


def names_of(url):
    engine = sa.create_engine(url)
    found = sorted(sa.inspect(engine).get_table_names())
    engine.dispose()
    return found


@pytest.fixture
def other(request, database, tmp_path):
    """A second, empty database of the same kind."""
    if database.startswith("sqlite"):
        return f"sqlite:///{tmp_path.as_posix()}/other.sqlite"
    return request.getfixturevalue("second")


def test_a_new_register_is_what_its_revisions_would_have_made(database, other):
    register = open_register(database)
    assert shape(register.engine) == shape(migrated(other))
    register.close()


def test_the_newest_revision_is_the_last_one_there_is():
    config = Config()
    config.set_main_option("script_location", migrations.__path__[0])
    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST


def test_an_older_register_gets_its_drafts_and_keeps_its_events(database):
    engine = migrated(database, "0001")
    row = sealed(Draft("A-1", 0, "noted", {"a": 1}, AT), 1, GENESIS, "ab" * 16)
    with engine.begin() as connection:
        connection.execute(EVENTS.insert().values(row))
    engine.dispose()
    assert "drafts" not in names_of(database)
    register = open_register(database)
    assert [event.data for event in register.events()] == [{"a": 1}]
    register.save_draft(date(2021, 3, 9), "ringsted", "A-1", {"behov": "lille"}, AT)
    register.append("A-1", 1, "noted", {}, AT)
    assert first_break(register.events()) is None
    register.close()


def test_all_who_open_an_older_register_at_the_same_moment_may_write(database):
    migrated(database, "0001").dispose()
    start = Barrier(4)

    def open_and_write(writer):
        start.wait()
        register = open_register(database)
        register.append(f"A-{writer}", 0, "noted", {}, AT)
        register.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(open_and_write, range(4)))
    register = open_register(database)
    assert register.head()[0] == 4
    register.close()


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        ([TRIAL], "er lavet af prøveudgaven 0.1 og kan ikke læses af denne; begynd et nyt register"),
        (["CREATE TABLE events (seq INTEGER, version_num TEXT)"], "ikke et register fra Visitationsbordet"),
        (["CREATE TABLE alembic_version (version_num TEXT)"], "ikke et register fra Visitationsbordet"),
        (
            [
                "CREATE TABLE events (id INTEGER)",
                "CREATE TABLE alembic_version (version_num TEXT)",
                "INSERT INTO alembic_version VALUES ('8a1f')",
            ],
            "ikke et register fra Visitationsbordet",
        ),
    ],
)
def test_another_shape_is_refused_in_one_sentence_and_left_alone(database, statements, said):
    on_database(database, *statements)
    before = names_of(database)
    with pytest.raises(VisitationError, match=said):
        open_register(database)
    assert names_of(database) == before


def test_a_newer_register_is_refused_in_one_sentence_and_left_alone(database):
    open_register(database).close()
    on_database(database, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(VisitationError, match="nyere udgave af Visitationsbordet; opdatér programmet"):
        open_register(database)


def test_alembic_is_not_imported_for_a_register_that_needs_no_revision(tmp_path):
    url = f"sqlite:///{tmp_path.as_posix()}/a.sqlite"
    program = (
        "import sys; from visitation.register.store import open_register\n"
        "open_register(sys.argv[1]).close(); print('alembic' in sys.modules)"
    )
    for _ in ("made", "opened"):
        assert subprocess.run([sys.executable, "-c", program, url], capture_output=True, text=True, check=True).stdout == "False\n"


@pytest.mark.parametrize("file", ["ingen.sqlite", "tom.sqlite"])
def test_a_register_that_must_be_there_is_not_made(tmp_path, file):
    (tmp_path / "tom.sqlite").touch()
    with pytest.raises(VisitationError, match="findes ikke; giv adressen på et, der er taget i brug"):
        open_register(f"sqlite:///{tmp_path.as_posix()}/{file}", make=False)
    assert [path.name for path in tmp_path.iterdir()] == ["tom.sqlite"]


def test_a_database_without_a_register_gets_none_when_it_must_be_there(postgres):
    with pytest.raises(VisitationError, match="findes ikke"):
        open_register(postgres, make=False)
    assert names_of(postgres) == []
