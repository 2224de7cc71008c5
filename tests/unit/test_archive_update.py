"""The archive beside its register: it grows, it forgets, it is whole or not there, and it holds nothing that anybody wrote."""

import json
from datetime import date

import pytest

from tests.registers import ENQUIRY, TODAY, enquiries, register_with
from visitation.archive import update as module
from visitation.archive.database import database
from visitation.archive.facts import COLUMNS, Fact
from visitation.archive.folder import MANIFEST, read_manifest
from visitation.archive.monthly import monthly
from visitation.archive.update import update
from visitation.errors import VisitationError
from visitation.keeping import finished
from visitation.model import load
from visitation.register.cases import received
from visitation.register.copies import backup
from visitation.register.forget import forget
from visitation.register.standing import steps_of
from visitation.register.store import open_register

LADDERS = {"ringsted": steps_of(load("ringsted"))}
DECIDED = {
    "table": "T1",
    "outcome": "P85",
    "step": "p85",
    "returns": False,
    "answers": {"behov": "stort"},
    "deviation": "fordi kælderen er våd",
}
AT, LATER = "2021-03-09T10:00:00", "2022-01-01T00:00:00"


@pytest.fixture
def register(database_url):
    """Three cases, of which one is decided."""
    opened = register_with(database_url, *enquiries(3))
    opened.append("EKS-R-0001", 1, "decided", DECIDED, AT)
    yield opened
    opened.close()


@pytest.fixture
def database_url(tmp_path):
    return f"sqlite:///{tmp_path.as_posix()}/register.sqlite"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "arkiv"


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def rows(folder):
    files = [str(folder / name) for name in read_manifest(folder).parts]
    with database() as connection:
        return connection.execute("SELECT * FROM read_parquet($1)", [files]).fetchall()


def decide(register, case, at=AT):
    register.append(case, 1, "decided", DECIDED, at)


def test_an_update_says_how_far_it_goes(register, folder):
    done = update(register, folder, TODAY)
    assert (done.manifest.events, done.manifest.head) == register.head()
    assert (done.written, done.manifest.facts, done.manifest.municipalities, done.forgotten) == (4, 4, ("ringsted",), 0)
    assert set(content(folder)) == {MANIFEST, "0000000001-0000000004.parquet"}


def test_a_later_update_adds_what_is_new_and_leaves_the_rest(register, folder):
    update(register, folder, TODAY)
    first = content(folder)
    assert update(register, folder, TODAY).written == 0 and content(folder) == first
    decide(register, "EKS-R-0002")
    done = update(register, folder, TODAY)
    assert (done.written, done.manifest.facts) == (1, 5)
    assert content(folder).items() >= {name: data for name, data in first.items() if name != MANIFEST}.items()
    assert len(rows(folder)) == 5 and {row[0] for row in rows(folder)} == {1, 2, 3}


def test_a_long_register_is_written_in_files_and_stretches_of_a_bounded_length(register, folder, monkeypatch):
    update(register, folder, TODAY)
    at_once = rows(folder)
    monkeypatch.setattr(module, "PART", 3)
    monkeypatch.setattr(module, "STRETCH", 2)
    done = update(register, folder.with_name("delt"), TODAY)
    assert done.manifest.parts == ("0000000001-0000000003.parquet", "0000000004-0000000004.parquet")
    assert rows(folder.with_name("delt")) == at_once


def test_nothing_that_anybody_wrote_is_in_it_and_no_reference(register, folder):
    update(register, folder, TODAY)
    told = json.dumps(rows(folder), default=str) + "".join(map(str, content(folder).values()))
    assert not [word for word in ("EKS-R", "bussen", "hverdagen", "kælderen", "behov", "stort", "psykisk", "30-49") if word in told]
    assert tuple(COLUMNS) == Fact._fields


def test_what_is_forgotten_leaves_the_archive(register, folder):
    update(register, folder, TODAY)
    forget(register, date(2022, 1, 1), finished, LATER)
    done = update(register, folder, TODAY)
    assert (done.forgotten, done.written, done.manifest.facts) == (1, 4, 4)
    assert set(content(folder)) == {MANIFEST, "0000000001-0000000005.parquet"}
    assert [str(row[5]) for row in rows(folder) if row[3] == "enquiry_received"] == ["2021-03-01", "2021-03-06", "2021-03-06"]
    assert update(register, folder, TODAY).forgotten == 0


def test_an_update_that_is_broken_off_has_not_happened(register, folder, monkeypatch):
    update(register, folder, TODAY)
    before, counted = content(folder), monthly(folder, LADDERS)
    decide(register, "EKS-R-0002")

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(module, "write_manifest", killed)
        update(register, folder, TODAY)
    assert content(folder).items() >= before.items() and monthly(folder, LADDERS) == counted
    (folder / ".0000000001-0000000009.parquet.77").write_text("half")
    (folder / "0000000001-0000000009.parquet").write_text("of an update that was killed")
    assert update(register, folder, TODAY).written == 1
    assert set(content(folder)) == {MANIFEST, *read_manifest(folder).parts} and len(rows(folder)) == 5


def test_a_first_update_that_was_broken_off_is_no_foreign_folder(register, folder):
    folder.mkdir()
    (folder / "0000000001-0000000004.parquet").write_text("half")
    assert update(register, folder, TODAY).written == 4 == len(rows(folder))


def test_a_missing_file_is_made_again(register, folder):
    update(register, folder, TODAY)
    (folder / "0000000001-0000000004.parquet").unlink()
    assert update(register, folder, TODAY).written == 4 == len(rows(folder))


@pytest.mark.parametrize("name", ["brev.txt", "andre.parquet"])
def test_a_folder_with_anything_else_is_left_alone(register, folder, name):
    folder.mkdir()
    (folder / name).write_text("mit")
    with pytest.raises(VisitationError, match="rummer andet end et arkiv"):
        update(register, folder, TODAY)
    assert content(folder) == {name: b"mit"}


def test_the_archive_of_another_register_is_left_alone(register, folder, tmp_path):
    update(register, folder, TODAY)
    before = content(folder)
    other = register_with(f"sqlite:///{tmp_path.as_posix()}/andet.sqlite", *enquiries(9))
    with pytest.raises(VisitationError, match="ikke af dette register"):
        update(other, folder, TODAY)
    other.close()
    assert content(folder) == before


def test_a_register_that_was_restored_from_an_older_copy_is_another_one(register, folder, tmp_path):
    backup(register, tmp_path / "kopi.sqlite")
    decide(register, "EKS-R-0002")
    update(register, folder, TODAY)
    older = open_register(f"sqlite:///{tmp_path.as_posix()}/kopi.sqlite")
    with pytest.raises(VisitationError, match="ikke af dette register"):
        update(older, folder, TODAY)
    older.close()


@pytest.mark.parametrize("text", ["{", "[]", '{"format": 9}', '{"format": 1}'])
def test_a_manifest_that_cannot_be_read_is_said(register, folder, text):
    folder.mkdir()
    (folder / MANIFEST).write_text(text)
    for use in (lambda: update(register, folder, TODAY), lambda: monthly(folder, LADDERS)):
        with pytest.raises(VisitationError, match="intet arkiv, der kan læses"):
            use()


def test_a_file_that_cannot_be_read_is_said(register, folder):
    update(register, folder, TODAY)
    (folder / "0000000001-0000000004.parquet").write_text("ikke Parquet")
    with pytest.raises(VisitationError, match="filer kan ikke læses"):
        monthly(folder, LADDERS)


def test_a_place_that_cannot_be_written_is_said(register, tmp_path):
    (tmp_path / "fil").write_text("")
    with pytest.raises(VisitationError, match="kan ikke skrives"):
        update(register, tmp_path / "fil" / "arkiv", TODAY)


def test_both_databases_give_the_same_facts(register, tmp_path, postgres):
    other = register_with(postgres, *enquiries(3))
    decide(other, "EKS-R-0001")
    for each, name in ((register, "a"), (other, "b")):
        update(each, tmp_path / name, TODAY)
    other.append("EKS-R-0004", 0, "enquiry_received", received(ENQUIRY, "slagelse", "0004"), AT)
    assert rows(tmp_path / "a") == rows(tmp_path / "b")
    assert update(other, tmp_path / "b", TODAY).manifest.municipalities == ("ringsted", "slagelse")
    other.close()
