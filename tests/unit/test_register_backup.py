"""A copy is of one moment, whole, and a register again: opened as it is, or copied into an empty one of either kind."""

from datetime import date
from itertools import count
from threading import Event, Thread

import pytest
import sqlalchemy as sa

from tests.postgres import on_database
from visitation.errors import VisitationError
from visitation.keeping import backup_report, backup_text, restore_report, restore_text
from visitation.register.copies import backup, copy_register
from visitation.register.events import Draft, first_break
from visitation.register.store import open_register

AT = "2021-03-09T09:00:00"
DAY = date(2021, 3, 9)


@pytest.fixture
def register(database):
    opened = open_register(database)
    opened.append_all([Draft(f"A-{i}", 0, "noted", {"tekst": "æøå \u0000", "i": i}, AT) for i in range(300)])
    opened.save_draft(DAY, "ringsted", "A-1", {"behov": "lille"}, AT)
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path):
    folder = tmp_path / "kopier med æøå"
    folder.mkdir()
    return folder / "kopi 100%.sqlite"


def opened(file):
    return open_register(sa.URL.create("sqlite", database=str(file)), make=False)


def test_a_copy_is_one_file_and_a_register_of_its_own(register, file):
    assert backup(register, file) == register.head()
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    copy = opened(file)
    assert copy.events() == register.events()
    assert copy.drafts(DAY, "ringsted") == {"A-1": {"behov": "lille"}}
    copy.append("A-1", 1, "noted", {}, AT)
    assert first_break(copy.events()) is None
    copy.close()
    assert register.head()[0] == 300


def test_a_copy_of_a_register_in_use_is_of_one_moment(register, file):
    stop = Event()

    def write():
        for i in count():
            if stop.is_set():
                return
            register.append_all([Draft(f"B-{i}-{j}", 0, "noted", {}, AT) for j in range(10)])

    writer = Thread(target=write)
    writer.start()
    try:
        while register.head()[0] < 320:
            pass
        events, head = backup(register, file)
    finally:
        stop.set()
        writer.join()
    assert events % 10 == 0
    assert (events, head) in {(event.seq, event.hash) for event in register.events()}
    assert register.head()[0] > events


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_copy_is_restored_into_an_empty_register_of_either_kind(register, file, kind, request, tmp_path):
    backup(register, file)
    empty = open_register(f"sqlite:///{tmp_path.as_posix()}/ny.sqlite" if kind == "sqlite" else request.getfixturevalue("second"))
    copy = opened(file)
    assert copy_register(copy, empty) == register.head()
    assert empty.events() == register.events()
    assert empty.drafts(DAY, "ringsted") == register.drafts(DAY, "ringsted")
    empty.append("A-1", 1, "noted", {}, AT)
    assert first_break(empty.events()) is None
    copy.close()
    empty.close()


def test_a_file_that_exists_is_not_overwritten(register, file):
    file.write_text("andet", encoding="utf-8")
    with pytest.raises(VisitationError, match="findes allerede og overskrives ikke"):
        backup(register, file)
    assert file.read_text(encoding="utf-8") == "andet"


def test_a_folder_that_is_missing_is_said(register, tmp_path):
    with pytest.raises(VisitationError, match="kopien kan ikke skrives; mappen skal findes"):
        backup(register, tmp_path / "ingen" / "a.sqlite")


def test_a_broken_register_gives_no_copy_and_no_file(register, file):
    on_database(
        register.engine.url,
        "DROP TRIGGER events_no_update" + ("" if register.engine.name == "sqlite" else " ON events"),
        "UPDATE events SET at = '' WHERE seq = 200",
    )
    with pytest.raises(VisitationError, match="brudt ved hændelse 200; intet er kopieret"):
        backup(register, file)
    assert list(file.parent.iterdir()) == []


@pytest.mark.parametrize("holds", ["an event", "a draft"])
def test_a_register_that_holds_something_is_no_target(register, tmp_path, holds):
    target = open_register(f"sqlite:///{tmp_path.as_posix()}/brugt.sqlite")
    if holds == "an event":
        target.append("Z-1", 0, "noted", {}, AT)
    else:
        target.save_draft(DAY, "ringsted", "Z-1", {}, AT)
    with pytest.raises(VisitationError, match="er ikke tomt"):
        copy_register(register, target)
    assert target.head()[0] == (holds == "an event")
    target.close()


def test_the_command_says_what_to_note(register, file):
    result = backup_report(file, register.engine.url.render_as_string(hide_password=False))
    events, head = register.head()
    assert result == {"file": str(file), "events": events, "head": head}
    assert f"{head}:{events}" in backup_text(result)


def test_the_command_puts_a_backup_into_an_empty_register_and_only_there(register, file, second):
    backup_report(file, register.engine.url.render_as_string(hide_password=False))
    done = restore_report(file, second)
    assert (done["events"], done["head"]) == register.head()
    assert restore_text(done) == f"Registret er hentet tilbage: 300 hændelser. Dets ende er {done['head']}:300."
    with pytest.raises(VisitationError, match="er ikke tomt; kopiér til et nyt"):
        restore_report(file, second)
    with pytest.raises(VisitationError, match="findes ikke; giv adressen på et, der er taget i brug"):
        restore_report(file.with_name("findes ikke.sqlite"), second)
