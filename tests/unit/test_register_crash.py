"""Whatever becomes of a writer, what the register has acknowledged is there, and nothing else."""

import os
import random
import signal
import time
from contextlib import ExitStack, contextmanager
from itertools import count

import pytest
import sqlalchemy as sa

from tests.postgres import on_database
from visitation.errors import VisitationError
from visitation.register.events import Draft, first_break
from visitation.register.store import Conflict, open_register

AT = "2021-03-09T09:00:00"
KILLS, LONGEST = 200, 0.05  # seconds that a writer is left to write at most
WRITERS, DECISIONS, SHARED = 8, 500, 20

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes of this kind here")


@contextmanager
def child(work, url):
    """A process that runs work(url, tell); gives its number and where to read what it told."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            work(url, lambda line: os.write(writing, f"{line}\n".encode()))
        finally:
            os._exit(0)  # none of the parent's own affairs are to be ended here
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        yield pid, told
        told.close()
        os.waitpid(pid, 0)


def appends(name):
    def work(url, tell):
        register = open_register(url)
        for i in count():
            register.append(f"{name}-{i}", 0, "noted", {"i": i}, AT)
            tell(i)

    return work


@forks
def test_no_kill_takes_back_what_was_acknowledged(database):
    delays = random.Random(20210309)
    open_register(database).close()
    acknowledged = 0
    for kill in range(KILLS):
        with child(appends(kill), database) as (pid, told):
            first = told.readline() if kill % 2 else ""  # every other one dies writing, the rest perhaps on its way in
            time.sleep(delays.uniform(0, LONGEST))
            os.kill(pid, signal.SIGKILL)
            lines = (first + told.read()).split()
        acknowledged += len(lines)
        register = open_register(database)
        held = register.events_of([f"{kill}-{i}" for i in range(len(lines) + 2)])
        register.close()
        assert [event.data["i"] for event in held][: len(lines)] == list(map(int, lines))
        assert len(held) <= len(lines) + 1  # one may be written and not yet told
    register = open_register(database)
    events = register.events()
    register.close()
    assert first_break(events) is None
    assert KILLS // 2 <= acknowledged <= len(events) <= acknowledged + KILLS


def decides(number):
    def work(url, tell):
        chance, register, seen = random.Random(number), open_register(url), {}
        for _ in range(DECISIONS):
            case = f"A-{chance.randrange(SHARED)}"
            try:
                seen[case] = register.append(case, seen.get(case, 0), "decided", {"by": number}, AT).version
                tell(f"{case} {seen[case]}")
            except Conflict as told:
                seen[case] = max((event.version for event in register.events(case)), default=0)
                tell(f"conflict {told}")

    return work


@forks
def test_eight_writers_end_with_exactly_what_was_acknowledged(database):
    open_register(database).close()
    with ExitStack() as running:
        readers = [running.enter_context(child(decides(number), database))[1] for number in range(WRITERS)]
        lines = [line for told in readers for line in told.read().splitlines()]
    conflicts = [line for line in lines if line.startswith("conflict")]
    register = open_register(database)
    events = register.events()
    register.close()
    assert first_break(events) is None
    assert sorted(f"{event.case} {event.version}" for event in events) == sorted(set(lines) - set(conflicts))
    assert len(lines) == WRITERS * DECISIONS and len(events) + len(conflicts) == len(lines)
    assert set(conflicts) == {"conflict En anden har skrevet i sagen imens; intet er skrevet. Åbn sagen igen, og gentag."}


def test_a_full_disk_under_postgres_is_said_and_loses_nothing(postgres):
    register = open_register(postgres)
    register.append("A-1", 0, "noted", {}, AT)
    on_database(
        postgres,
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " IF NEW.seq > 100 THEN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER full_disk BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION full_disk()",
    )
    with pytest.raises(VisitationError, match="disken er fuld; gør plads og prøv igen"):
        register.append_all([Draft(f"B-{i}", 0, "noted", {}, AT) for i in range(200)])
    assert [event.case for event in register.events()] == ["A-1"]
    assert register.append("A-1", 1, "noted", {}, AT).seq == 2
    register.close()


def test_a_writer_that_holds_postgres_is_said_and_loses_nothing(postgres):
    register = open_register(f"{postgres}?options=-c%20lock_timeout%3D200ms")
    other = sa.create_engine(postgres)
    with other.begin() as connection:
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(82085)"))
        with pytest.raises(VisitationError, match="er optaget, fordi en anden skriver"):
            register.append("A-1", 0, "noted", {}, AT)
    other.dispose()
    assert register.append("A-1", 0, "noted", {}, AT).seq == 1
    register.close()


def test_a_server_that_ends_our_connection_is_said_and_found_again(postgres):
    register = open_register(postgres)
    register.append("A-1", 0, "noted", {}, AT)
    on_database(
        postgres, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    with pytest.raises(VisitationError, match="svarer ikke"):
        register.append("A-1", 1, "noted", {}, AT)
    assert register.append("A-1", 1, "noted", {}, AT).seq == 2
    register.close()
