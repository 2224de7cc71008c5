"""A case that is forgotten is gone, also from the file; what statistics need stays, and the chain holds."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.postgres import on_database
from tests.registers import ENQUIRY, TODAY, enquiries, register_with
from visitation.errors import VisitationError
from visitation.keeping import finished, forget_report, forget_text
from visitation.register import kept
from visitation.register.audit import audit
from visitation.register.cases import STEPS, cases
from visitation.register.engine import cleanse, make_engine
from visitation.register.events import first_break
from visitation.register.forget import forget
from visitation.register.store import open_register

DECIDED = {"outcome": "P85", "step": "p85", "returns": False, "answers": {"behov": "stort"}, "deviation": "fordi kælderen er våd"}
LONG_AGO, SINCE = "2021-03-09T10:00:00", date(2021, 6, 1)
NOW = "2022-01-01T00:00:00"
WORDS = ("bussen", "hverdagen", "kælderen", "k\\u00e6lderen", "EKS-R-0001")


@pytest.fixture
def register(database):
    """Three cases: one decided long ago, one that came back since, one never decided."""
    opened = register_with(database, *enquiries(3))
    opened.append("EKS-R-0001", 1, "decided", DECIDED, LONG_AGO)
    opened.append("EKS-R-0002", 1, "decided", DECIDED, "2021-06-01T10:00:00")
    yield opened
    opened.close()


def on_disk(register):
    """Everything in the register's own files."""
    if register.engine.name == "sqlite":
        file = Path(register.engine.url.database)
        return b"".join(path.read_bytes() for path in file.parent.glob(file.name + "*"))
    with register.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("CHECKPOINT")
        folder = Path(connection.scalar(sa.text("SHOW data_directory")))
        own = connection.scalar(sa.text("SELECT oid FROM pg_database WHERE datname = current_database()"))
    return b"".join(path.read_bytes() for path in (folder / "base" / str(own)).iterdir())


def says(content, word):
    return word.encode() in content


def test_only_what_is_over_and_long_untouched_is_forgotten(register):
    done = forget(register, SINCE, finished, NOW)
    assert (done.cases, done.events, done.cleansed) == (1, 2, True)
    after = cases(register, "ringsted")
    assert list(after) == ["glemt-000001", "EKS-R-0002", "EKS-R-0003"]
    assert [case.forgotten for case in after.values()] == [True, False, False]
    assert audit(register).broken_at is None
    assert audit(register).forgotten == 2


def test_statistics_stay_and_words_go(register):
    forget(register, SINCE, finished, NOW)
    case = cases(register, "ringsted")["glemt-000001"]
    assert (case.enquiry.words, case.enquiry.asks_for, case.alias) == ("", "", "")
    assert (case.enquiry.channel, case.enquiry.received) == (ENQUIRY.channel, TODAY.replace(day=1))
    assert case.decisions[0] | DECIDED | {"deviation": ""} == case.decisions[0]


def test_it_is_gone_from_the_files_too(register):
    forget(register, date(2000, 1, 1), finished, NOW)  # forgets nothing, and writes everything to its place
    before = on_disk(register)
    assert all(says(before, word) for word in ("EKS-R-0001", "k\\u00e6lderen", "EKS-R-0002", "bussen"))
    forget(register, date(2022, 1, 1), lambda _: True, NOW)
    after = on_disk(register)
    assert [word for word in WORDS if says(after, word)] == []
    assert says(after, "P85")


def test_a_draft_of_the_case_goes_with_it(register):
    for reference in ("EKS-R-0001", "EKS-R-0002"):
        register.save_draft(TODAY, "ringsted", reference, {"behov": "lille"}, LONG_AGO)
    forget(register, SINCE, finished, NOW)
    assert list(register.drafts(TODAY, "ringsted")) == ["EKS-R-0002"]


def test_forgetting_again_goes_on_counting_and_takes_nobody_twice(register):
    forget(register, SINCE, finished, NOW)
    assert forget(register, SINCE, finished, NOW).cases == 0
    assert forget(register, date(2023, 1, 1), finished, NOW).cases == 1
    assert list(cases(register, None)) == ["glemt-000001", "glemt-000002", "EKS-R-0003"]
    assert audit(register).broken_at is None


def test_the_same_reference_can_come_in_again_as_another_case(register):
    forget(register, SINCE, finished, NOW)
    register.append("EKS-R-0001", 0, "enquiry_received", {}, NOW)
    assert register.events("EKS-R-0001")[0].version == 1


@pytest.mark.parametrize(
    ("kind", "data", "over"),
    [
        ("decided", DECIDED, True),
        ("decided", DECIDED | {"returns": True}, False),
        ("parked", {}, False),
        ("reopened", {}, False),
    ],
)
def test_a_case_is_over_when_it_is_decided_and_not_to_come_back(tmp_path, kind, data, over):
    register = register_with(f"sqlite:///{tmp_path.as_posix()}/a.sqlite", ENQUIRY)
    register.append(ENQUIRY.reference, 1, kind, data, LONG_AGO)
    assert finished(register.events(ENQUIRY.reference)) is over
    register.close()


def test_a_case_with_a_running_course_is_not_over(tmp_path):
    register = register_with(f"sqlite:///{tmp_path.as_posix()}/a.sqlite", ENQUIRY)
    register.append(ENQUIRY.reference, 1, "decided", DECIDED, LONG_AGO)
    begun = {"course": "p-1", "pathway": "p", "state": "s", "on": "2021-03-09", "marks": {}, "tasks": [], "contact": False}
    register.append(ENQUIRY.reference, 2, "course_begun", begun, LONG_AGO)
    assert not finished(register.events(ENQUIRY.reference))
    ended = {"course": "p-1", "event": "e", "from": "s", "to": "t", "on": "2021-03-10", "note": "", "marks": {}, "tasks": []}
    register.append(ENQUIRY.reference, 3, "course_moved", ended | {"contact": False, "ended": True}, LONG_AGO)
    assert finished(register.events(ENQUIRY.reference))
    register.close()


ALLOWED = "UPDATE events SET case_id = 'glemt-000009', data = '{}', salt = ''"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET data = '{}' WHERE seq = 1",
        "UPDATE events SET salt = '' WHERE seq = 1",
        "UPDATE events SET case_id = 'glemt-000009', salt = 'x' WHERE seq = 1",
        *(f"{ALLOWED}, {name} = 'x' WHERE seq = 1" for name in ("kind", "at", "previous", "hash", "case_digest", "data_digest")),
        f"{ALLOWED}, seq = 77 WHERE seq = 1",
        f"{ALLOWED}, version = 77 WHERE seq = 1",
        "DELETE FROM events WHERE seq = 1",
    ],
)
def test_the_database_lets_nothing_but_forgetting_change_an_event(register, statement):
    with pytest.raises(sa.exc.DBAPIError, match="registret kan kun udvides"):
        on_database(register.engine.url, statement)
    assert audit(register).broken_at is None


def test_the_database_lets_an_event_be_forgotten_once(register):
    on_database(register.engine.url, f"{ALLOWED} WHERE seq = 1")
    with pytest.raises(sa.exc.DBAPIError, match="registret kan kun udvides"):
        on_database(register.engine.url, f"{ALLOWED} WHERE seq = 1")


def test_forgetting_cannot_push_another_event_out(register):
    on_database(register.engine.url, f"{ALLOWED} WHERE seq = 1")
    verb = ALLOWED.replace("UPDATE", "UPDATE OR REPLACE" if register.engine.name == "sqlite" else "UPDATE")
    with pytest.raises(sa.exc.DBAPIError):
        on_database(register.engine.url, f"{verb} WHERE seq = 2")
    assert register.head()[0] == len(register.events())


def test_a_register_in_use_says_that_it_must_be_cleansed_again(tmp_path):
    url = f"sqlite:///{tmp_path.as_posix()}/a.sqlite?timeout=0.1"
    register = register_with(url, ENQUIRY)
    register.append(ENQUIRY.reference, 1, "decided", DECIDED, LONG_AGO)
    reader = sqlite3.connect(tmp_path / "a.sqlite", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM events").fetchone()
    first = forget_report(date(2022, 1, 1), url, date(2022, 1, 2))
    assert (first["cases"], first["cleansed"]) == (1, False)
    assert "luk dashboards, og kør kommandoen igen" in forget_text(first)
    reader.close()
    assert says(on_disk(register), "lderen")
    again = forget_report(date(2022, 1, 1), url, date(2022, 1, 2))
    assert (again["cases"], again["cleansed"]) == (0, True)
    assert not says(on_disk(register), "lderen")
    register.close()


def test_what_another_program_deleted_and_left_lying_is_cleansed_too(tmp_path):
    register = open_register(f"sqlite:///{tmp_path.as_posix()}/a.sqlite")
    register.save_draft(TODAY, "ringsted", "A-1", {"note": "bussen"}, NOW)
    tool = sqlite3.connect(tmp_path / "a.sqlite")
    tool.execute("PRAGMA secure_delete=OFF")
    with tool:
        tool.execute("DELETE FROM drafts")
    tool.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    tool.close()
    assert says(on_disk(register), "bussen")
    assert cleanse(register.engine)
    assert not says(on_disk(register), "bussen")
    register.close()


def test_postgres_in_use_or_of_another_owner_says_that_it_must_be_cleansed_again(postgres):
    register = open_register(f"{postgres}?options=-c%20lock_timeout%3D100ms")
    assert cleanse(register.engine)
    other = open_register(postgres)
    with other.transaction() as connection:
        connection.exec_driver_sql("SELECT 1 FROM events")
        assert not cleanse(register.engine)
    other.close()
    register.close()
    on_database(postgres, "CREATE ROLE guest LOGIN", "GRANT ALL ON events, drafts TO guest")
    guest = make_engine(postgres.replace("postgres@", "guest@"))
    assert not cleanse(guest)
    guest.dispose()


def test_the_command_counts_and_dates_by_the_calendar_or_the_sample_day(register):
    url = register.engine.url.render_as_string(hide_password=False)
    result = forget_report(SINCE, url, date(2022, 5, 6))
    assert {name: result[name] for name in ("before", "cases", "events", "cleansed")} == {
        "before": "2021-06-01", "cases": 1, "events": 2, "cleansed": True,
    }  # fmt: skip
    assert register.events()[-1].at == "2022-05-06T00:00:00"
    assert "Glemt: 1 sager med 2 hændelser" in forget_text(result)
    assert ("PostgreSQL" in forget_text(result)) == (register.engine.name == "postgresql")


def test_an_absent_register_is_not_made_to_forget(tmp_path):
    with pytest.raises(VisitationError, match="findes ikke"):
        forget_report(SINCE, f"sqlite:///{tmp_path.as_posix()}/a.sqlite", SINCE)


SECRET = "hemmelig"
texts = st.sampled_from(["", SECRET, f"{SECRET} {SECRET}"])
values = st.recursive(
    texts | st.integers() | st.booleans() | st.none(), lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2)
)


@given(
    kinds=st.lists(st.sampled_from(["noted", "mødt", "task_done", "applied"]), min_size=1, max_size=5),
    content=st.dictionaries(st.sampled_from(["words", "nyt", "note", "reason"]), values, max_size=4),
)
@settings(max_examples=40)
def test_no_event_of_any_kind_keeps_what_is_not_named(tmp_path_factory, kinds, content):
    register = open_register(f"sqlite:///{tmp_path_factory.mktemp('r').as_posix()}/a.sqlite")
    for version, kind in enumerate(kinds):
        register.append(f"A-{SECRET}", version, kind, content, LONG_AGO)
    forget(register, SINCE, lambda _: True, NOW)
    assert first_break(register.events()) is None
    assert SECRET not in "".join(event.text + event.case for event in register.events())
    assert [event.data.keys() for event in register.events()[:-1]] == [content.keys()] * len(kinds)
    register.close()


def test_no_text_that_somebody_writes_is_on_the_list():
    written = {"words", "asks_for", "alias", "why_not_lower", "deviation", "note", "reason", "reference", "summary"}
    assert {name for names in kept.KEPT.values() for name in names} & written == set()


def test_every_kind_of_a_case_is_on_the_list_or_says_nothing():
    assert set(STEPS) - set(kept.KEPT) == {"parked", "reopened", "forgotten"}
