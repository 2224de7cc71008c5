"""The store keeps its promises on SQLite and on PostgreSQL: the same tests on both."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Barrier

import pytest
import sqlalchemy as sa

from tests.postgres import on_database
from visitation.errors import VisitationError
from visitation.register import rows
from visitation.register.demo import make_demo
from visitation.register.events import GENESIS, Draft, canonical, first_break, seal
from visitation.register.rows import head
from visitation.register.store import Conflict, open_register

AT = "2021-03-09T09:00:00"
SALT = "0f" * 16


@pytest.fixture
def url(database):
    return database


@pytest.fixture
def register(url):
    opened = open_register(url)
    yield opened
    opened.close()


def test_what_was_appended_is_read_back_in_order(register):
    first = register.append("A-1", 0, "noted", {"tekst": "æøå „citat“ \u0000 \ud83d", "tal": [1, 2.5, None]}, AT)
    second = register.append("B-1", 0, "noted", {}, AT)
    third = register.append("A-1", 1, "noted", {"b": 1, "a": 2}, AT)
    assert register.events() == [first, second, third]
    assert register.events("A-1") == [first, third]
    assert register.events_of(["A-1", "B-1", "C-1"]) == [first, second, third]
    assert [(e.seq, e.version) for e in register.events()] == [(1, 1), (2, 1), (3, 2)]
    assert register.head() == (3, third.hash)
    assert (register.count("noted"), register.count("other")) == (3, 0)
    assert (register.has_case("A-"), register.has_case("a-"), register.has_case("C")) == (True, False, False)


def test_a_register_reopened_holds_the_same_events(register, url):
    written = register.append("A-1", 0, "noted", {"a": 1}, AT)
    again = open_register(url)
    assert again.events() == [written]
    again.close()


def test_an_empty_register_has_no_events_and_a_known_head(register):
    assert register.events() == []
    assert register.head() == (0, GENESIS)


@pytest.mark.parametrize("version", [0, 2])
def test_who_has_not_read_the_last_event_may_not_write(register, version):
    register.append("A-1", 0, "noted", {}, AT)
    before = register.events()
    with pytest.raises(Conflict, match="En anden har skrevet i sagen"):
        register.append("A-1", version, "noted", {}, AT)
    assert register.events() == before


def test_many_events_are_written_completely_or_not_at_all(register):
    register.append("A-1", 0, "noted", {}, AT)
    good = [Draft(f"B-{i}", 0, "noted", {}, AT) for i in range(1200)]
    with pytest.raises(Conflict):
        register.append_all([*good, Draft("A-1", 0, "noted", {}, AT)])
    assert len(register.events()) == 1
    with pytest.raises(TypeError):
        register.append_all([*good, Draft("C-1", 0, "noted", {"when": date(2021, 3, 9)}, AT)])
    assert len(register.events()) == 1
    assert register.append_all([*good, Draft("A-1", 1, "noted", {}, AT), Draft("A-1", 2, "noted", {}, AT)]) == 1202
    assert first_break(register.events()) is None


def test_a_case_grows_across_the_parts_that_are_written_together(register, monkeypatch):
    monkeypatch.setattr(rows, "PART", 2)
    drafts = [Draft(f"A-{i % 2}", i // 2, "noted", {"i": i}, AT) for i in range(7)]
    assert register.append_all(iter(drafts)) == 7
    assert [event.data["i"] for event in register.events()] == list(range(7))
    assert first_break(register.events()) is None
    with pytest.raises(Conflict):
        register.append_all([*(replace(draft, case=f"B-{draft.case}") for draft in drafts), Draft("A-0", 3, "noted", {}, AT)])
    assert register.head()[0] == 7
    register.append_all([Draft("A-0", 4, "noted", {}, AT), *(replace(draft, case=f"B-{draft.case}") for draft in drafts)])
    assert first_break(register.events()) is None


def test_nothing_is_written_once_the_register_has_grown_past_what_was_read(register):
    register.append("A-1", 0, "noted", {}, AT)
    with pytest.raises(Conflict, match="Gentag"):
        register.append_all([Draft("B-1", 0, "noted", {}, AT)], after=0)
    assert register.append_all([Draft("B-1", 0, "noted", {}, AT)], after=1) == 1


@pytest.mark.parametrize("statement", ["UPDATE events SET data = '{}'", "DELETE FROM events WHERE seq = 1"])
def test_the_database_itself_refuses_to_change_or_delete(register, url, statement):
    register.append("A-1", 0, "noted", {"a": 1}, AT)
    before = register.events()
    with pytest.raises(sa.exc.DBAPIError, match="registret kan kun udvides"):
        on_database(url, statement)
    assert register.events() == before


def test_no_event_can_take_the_place_of_another(register, url):
    register.append("A-1", 0, "noted", {"a": 1}, AT)
    before = register.events()
    columns = "VALUES ({seq}, 'A-1', {version}, 'noted', '{{}}', '', '', '', '', '', '')"
    for taken in (columns.format(seq=1, version=2), columns.format(seq=2, version=1)):
        verb = "INSERT OR REPLACE" if url.startswith("sqlite") else "INSERT"
        with pytest.raises(sa.exc.IntegrityError):
            on_database(url, f"{verb} INTO events {taken}")
    assert register.events() == before


def test_a_reader_sees_one_moment(register, url):
    other = open_register(url)
    with register.transaction() as connection:
        before = head(connection)
        other.append("A-1", 0, "noted", {}, AT)
        assert head(connection) == before
    assert register.head() == other.head() != before
    other.close()


def test_a_hundred_thousand_cases_are_asked_for_at_once(register):
    register.append("A-1", 0, "noted", {}, AT)
    assert [event.case for event in register.events_of([f"A-{i}" for i in range(100_000)])] == ["A-1"]


def test_writers_at_the_same_time_leave_one_unbroken_chain(url):
    def write(writer):
        register = open_register(url)
        lost = 0
        for i in range(25):
            try:
                register.append("shared", i, "noted", {"writer": writer}, AT)
            except Conflict:
                lost += 1
            register.append(f"own-{writer}-{i}", 0, "noted", {}, AT)
        register.close()
        return lost

    with ThreadPoolExecutor(4) as pool:
        lost = sum(pool.map(write, range(4)))
    register = open_register(url)
    events = register.events()
    register.close()
    assert first_break(events) is None
    assert len(events) == 200 - lost
    assert [e.version for e in events if e.case == "shared"] == list(range(1, len(events) - 100 + 1))


def test_all_who_open_a_new_register_at_the_same_moment_may_write(url):
    start = Barrier(6)

    def open_and_write(writer):
        start.wait()
        register = open_register(url)
        register.append(f"A-{writer}", 0, "noted", {}, AT)
        register.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(open_and_write, range(6)))
    register = open_register(url)
    assert first_break(register.events()) is None
    assert register.head()[0] == 6
    register.close()


def test_tampering_past_our_code_is_seen_at_its_place(register, url):
    for i in range(5):
        register.append("A-1", i, "noted", {"i": i}, AT)
    events = register.events()
    assert first_break(events) is None
    for changed in (
        {"text": canonical({"i": 9})}, {"salt": "0" * 32}, {"case_digest": "0" * 64}, {"data_digest": "0" * 64},
        {"at": "2021-03-10"}, {"kind": "other"}, {"case": "B"}, {"version": 9}, {"hash": "0" * 64},
    ):  # fmt: skip
        assert first_break([*events[:2], replace(events[2], **changed), *events[3:]]) == 3
    assert first_break([*events[:2], *events[3:]]) == 3
    assert first_break([events[1], events[0], *events[2:]]) == 1
    on_database(url, "DROP TRIGGER events_no_update" + ("" if url.startswith("sqlite") else " ON events"))
    on_database(url, """UPDATE events SET data = '{"i":7}' WHERE seq = 4""")
    assert first_break(register.events()) == 4


def test_an_event_sealed_anew_breaks_the_chain_at_the_next_one_or_at_its_number():
    drafts = [Draft("A-1", i, "noted", {"i": i}, AT) for i in range(4)]
    events, previous = [], GENESIS
    for number, draft in enumerate(drafts, start=1):
        events.append(seal(draft, number, previous, SALT))
        previous = events[-1].hash
    assert first_break(events) is None
    other = seal(replace(drafts[1], data={"i": 9}), 2, events[0].hash, SALT)
    assert first_break([events[0], other, *events[2:]]) == 3
    assert first_break([events[0], seal(drafts[1], 3, events[0].hash, SALT)]) == 2


def test_a_cut_off_end_is_seen_only_against_the_head_noted_before(register):
    for i in range(3):
        register.append("A-1", i, "noted", {}, AT)
    noted, events = register.head(), register.events()
    assert first_break(events[:2]) is None
    assert (len(events[:2]), events[1].hash) != noted


def test_a_register_starts_over_only_when_its_events_allow_it(register):
    register.append("A-1", 0, "noted", {}, AT)
    with pytest.raises(VisitationError, match="ikke et eksempelregister"):
        register.start_over(only_if=lambda _: False)
    assert len(register.events()) == 1
    register.start_over(only_if=lambda events: [e.case for e in events] == ["A-1"])
    assert register.head() == (0, GENESIS)
    register.append("A-1", 0, "noted", {}, AT)
    assert register.head()[0] == 1


def test_after_starting_over_the_database_still_refuses_changes(register, url):
    register.start_over(only_if=lambda _: True)
    register.append("A-1", 0, "noted", {}, AT)
    with pytest.raises(sa.exc.DBAPIError, match="registret kan kun udvides"):
        on_database(url, "DELETE FROM events")


def test_the_sample_register_is_the_same_on_both(url, tmp_path):
    other = f"sqlite:///{tmp_path.as_posix()}/other.sqlite"
    assert make_demo(url) == make_demo(other)
    first, second = open_register(url), open_register(other)
    assert first.head() == second.head()
    first.close()
    second.close()


def test_postgres_refuses_to_be_emptied(postgres):
    register = open_register(postgres)
    register.append("A-1", 0, "noted", {}, AT)
    with pytest.raises(sa.exc.DBAPIError, match="registret kan kun udvides"):
        on_database(postgres, "TRUNCATE events")
    assert len(register.events()) == 1
    register.close()


def test_a_database_or_table_that_is_not_ours_is_refused_in_words(postgres):
    with pytest.raises(VisitationError, match="svarer ikke"):
        open_register(postgres.rsplit("/", 1)[0] + "/nowhere")
    on_database(postgres, "CREATE TABLE events (id integer)")
    with pytest.raises(VisitationError, match="ikke et register"):
        open_register(postgres)
    with pytest.raises(VisitationError, match="svarer ikke") as refused:
        open_register("postgresql://someone:secret@127.0.0.1:1/x")
    assert "secret" not in str(refused.value)
