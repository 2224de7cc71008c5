"""A register in a file: what it says when it cannot be used, and that it keeps what it has acknowledged."""

import os
import signal
import sqlite3
import subprocess
import sys

import pytest

from visitation.errors import VisitationError
from visitation.register.events import Draft, first_break
from visitation.register.store import DEFAULT_URL, open_register, register_url

AT = "2021-03-09T09:00:00"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "register med æøå.sqlite"


def address(file, query=""):
    return f"sqlite:///{file.as_posix()}{query}"


def filled(file):
    register = open_register(address(file))
    register.append("A-1", 0, "noted", {"hemmeligt": "ord"}, AT)
    register.close()


def test_the_given_register_goes_before_the_environment_and_the_folder(monkeypatch):
    monkeypatch.setenv("REGISTER", "sqlite:///b.sqlite")
    assert register_url("sqlite:///a.sqlite") == "sqlite:///a.sqlite"
    assert register_url(None) == "sqlite:///b.sqlite"
    monkeypatch.delenv("REGISTER")
    assert register_url(None) == DEFAULT_URL


@pytest.mark.parametrize("url", ["register.sqlite", "mysql://a/b", "postgresql+psycopg2://a/b", ""])
def test_an_address_of_another_kind_is_refused_with_two_that_work(url):
    with pytest.raises(VisitationError, match=r"sqlite:///mappe/register\.sqlite eller postgresql\+psycopg://"):
        open_register(url)


def test_a_folder_that_is_missing_is_said(tmp_path):
    with pytest.raises(VisitationError, match="kan ikke åbnes"):
        open_register(address(tmp_path / "ingen" / "a.sqlite"))


def test_a_file_of_another_program_is_refused_and_left_alone(tmp_path):
    picture, other = tmp_path / "a.png", tmp_path / "b.sqlite"
    picture.write_bytes(b"\x89PNG\r\n" + bytes(5000))
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE events (id)")
    connection.close()
    for file in (picture, other):
        before = file.read_bytes()
        with pytest.raises(VisitationError, match="ikke et register fra Visitationsbordet"):
            open_register(address(file))
        assert file.read_bytes()[100:] == before[100:]  # the first page counts openings


def test_a_second_writer_waits_its_turn_and_then_says_who_was_first(file):
    filled(file)
    register = open_register(address(file, "?timeout=0.2"))
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert len(register.events()) == 1
    with pytest.raises(VisitationError, match=r"er optaget, fordi en anden skriver"):
        register.append("A-1", 1, "noted", {}, AT)
    other.execute("ROLLBACK")
    other.close()
    assert register.append("A-1", 1, "noted", {}, AT).seq == 2
    register.close()


def test_a_full_disk_is_said_and_loses_nothing(file):
    filled(file)
    register = open_register(address(file))
    with register.engine.connect() as connection:  # the pool hands the same connection out again
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(VisitationError, match="disken er fuld") as refused:
        register.append_all([Draft(f"B-{i}", 0, "noted", {"hemmeligt": "ord" * 99}, AT) for i in range(200)])
    assert "ordord" not in str(refused.value)
    assert [event.case for event in register.events()] == ["A-1"]
    register.close()


def test_a_register_that_may_only_be_read_can_be_read(file):
    filled(file)
    register = open_register(f"sqlite:///file:{file.as_posix()}?mode=ro&uri=true")
    assert len(register.events()) == 1
    with pytest.raises(VisitationError, match="må ikke ændres herfra"):
        register.append("A-1", 1, "noted", {}, AT)
    register.close()


def test_a_damaged_file_is_said(file):
    filled(file)
    content = bytearray(file.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(VisitationError, match=r"beskadiget|ikke et register"):
        register = open_register(address(file))
        register.events()


def test_an_event_needs_a_time():
    with pytest.raises(ValueError, match="isoformat"):
        Draft("A-1", 0, "noted", {}, "i går")


WRITER = """
import sys
from visitation.register.store import open_register
register = open_register(sys.argv[1])
for i in range(100_000):
    register.append(f"A-{i}", 0, "noted", {"i": i}, "2021-03-09T09:00:00")
    print(i, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_what_was_acknowledged_survives_a_killed_process(file):
    writer = subprocess.Popen([sys.executable, "-c", WRITER, address(file)], stdout=subprocess.PIPE, text=True)
    acknowledged = [int(writer.stdout.readline()) for _ in range(50)]
    writer.kill()
    acknowledged += [int(line) for line in writer.stdout.read().splitlines()]
    writer.wait()
    register = open_register(address(file))
    events = register.events()
    register.close()
    assert first_break(events) is None
    assert [event.data["i"] for event in events][: len(acknowledged)] == acknowledged
