"""A DMN file is written from a model, and read into a municipality's own model: proven, all or nothing, never into a shipped one."""

import shutil
from pathlib import Path

import pytest

from tests.unit.test_exchange_dmn import FOREIGN
from visitation.errors import VisitationError
from visitation.exchange import export_dmn, import_dmn
from visitation.model import load
from visitation.model.load import MUNICIPALITIES
from visitation.model.write import copy_model
from visitation.screening.exchange import from_dmn


@pytest.fixture
def own(tmp_path) -> Path:
    """A model folder of a municipality's own."""
    return copy_model(load("ringsted"), tmp_path / "nyby", "nyby")


@pytest.fixture
def foreign(tmp_path) -> Path:
    path = tmp_path / "bolig.dmn"
    path.write_text(FOREIGN, encoding="utf-8")
    return path


def test_a_table_is_exported_and_imported_unchanged(tmp_path, own):
    said = export_dmn("ringsted/T1", tmp_path / "t1.dmn")
    assert said == {"model": "ringsted", "version": "2021.1", "table": "T1", "file": "t1.dmn", "rules": 12}
    assert from_dmn((tmp_path / "t1.dmn").read_bytes()) == load("ringsted").tables["T1"]
    done = import_dmn(tmp_path / "t1.dmn", own)
    assert (done["ok"], done["model"], done["table"], done["file"], done["replaced"]) == (True, "nyby", "T1", "tables/T1.yaml", True)
    assert load(own).tables == load("ringsted").tables


def test_an_export_holds_the_rules_in_force_on_its_date(tmp_path):
    before, after = (export_dmn(f"slagelse@{day}/S5", tmp_path / "s5.dmn")["rules"] for day in ("2018-06-01", "2020-06-01"))
    rules = load("slagelse").tables["S5"].rules
    assert (before, after) != (len(rules), len(rules))
    assert from_dmn((tmp_path / "s5.dmn").read_bytes()) == load("slagelse").tables["S5"]


def test_a_new_table_is_written_and_its_gap_is_named(own, foreign):
    done = import_dmn(foreign, own)
    assert (done["ok"], done["table"], done["replaced"]) == (False, "Bolig", False)
    assert [(found["tone"], found["example"]) for found in done["findings"]] == [("wrong", {"egen bolig": "ja", "behov": "lille"})]
    assert load(own).tables["Bolig"] == from_dmn(FOREIGN, load("ringsted"))


@pytest.mark.parametrize("place", ["ringsted", "slagelse", "", "ringsted/../ringsted"])
def test_a_shipped_folder_is_never_written(foreign, place):
    before = {path: path.read_bytes() for path in MUNICIPALITIES.rglob("*") if path.is_file()}
    with pytest.raises(VisitationError, match="de leverede modeller ændres ikke"):
        import_dmn(foreign, MUNICIPALITIES / place)
    with pytest.raises(VisitationError, match="de leverede modeller ændres ikke"):
        export_dmn("ringsted/T1", MUNICIPALITIES / place / "t1.dmn")
    assert {path: path.read_bytes() for path in MUNICIPALITIES.rglob("*") if path.is_file()} == before


def test_a_link_into_a_shipped_folder_is_no_way_round(tmp_path, foreign):
    (tmp_path / "min").symlink_to(MUNICIPALITIES / "ringsted", target_is_directory=True)
    with pytest.raises(VisitationError, match="de leverede modeller ændres ikke"):
        import_dmn(foreign, tmp_path / "min")


def test_a_refused_file_changes_nothing(own, foreign):
    before = {path: path.read_bytes() for path in own.rglob("*.yaml")}
    foreign.write_text(FOREIGN.replace('"nej"</text>', 'not("ja")</text>', 2), encoding="utf-8")
    with pytest.raises(VisitationError, match=r"^bolig\.dmn: "):
        import_dmn(foreign, own)
    assert {path: path.read_bytes() for path in own.rglob("*.yaml")} == before


def test_a_table_that_the_rest_of_the_model_cannot_live_with_is_taken_back(tmp_path, own):
    named = next(outcome for guard in load(own).guards.guards for outcome in guard.outcomes if outcome in load(own).tables["T1"].outcomes)
    others = [table_id for table_id, table in load(own).tables.items() if named in table.outcomes]
    assert others == ["T1"], "the outcome a guard names must be T1's alone for this test"
    export_dmn("ringsted/T1", tmp_path / "t1.dmn")
    text = (tmp_path / "t1.dmn").read_text(encoding="utf-8").replace(f'"{named}"', '"ANDET"')
    (tmp_path / "t1.dmn").write_text(text, encoding="utf-8")
    before = (own / "tables" / "T1.yaml").read_bytes()
    with pytest.raises(VisitationError, match=f"ukendt udfald '{named}'"):
        import_dmn(tmp_path / "t1.dmn", own)
    assert (own / "tables" / "T1.yaml").read_bytes() == before


@pytest.mark.parametrize(("name", "message"), [("../ude", "kan ikke være et filnavn"), (".skjult", "kan ikke være et filnavn")])
def test_an_id_that_is_no_file_name_is_refused(own, foreign, name, message):
    foreign.write_text(FOREIGN.replace('id="Bolig"', f'id="{name}"'), encoding="utf-8")
    with pytest.raises(VisitationError, match=message):
        import_dmn(foreign, own)
    assert not (own / "ude.yaml").exists()


def test_wrong_use_is_said_in_one_sentence(tmp_path, own, foreign):
    for call, message in [
        (lambda: export_dmn("T1", tmp_path / "t1.dmn"), "'T1': skriv MODEL/TABEL"),
        (lambda: export_dmn("ringsted/T9", tmp_path / "t1.dmn"), "ukendt tabel 'T9'"),
        (lambda: export_dmn("ringsted/T1", tmp_path / "T1.yaml"), r"T1\.yaml: en DMN-fil skal ende på \.dmn, \.xml"),
        (lambda: export_dmn("ringsted/T1", tmp_path / "ingen" / "t1.dmn"), "der kan ikke skrives i ingen"),
        (lambda: import_dmn(tmp_path / "ingen.dmn", own), r"ingen\.dmn: filen kan ikke læses"),
        (lambda: import_dmn(foreign, tmp_path), "mappen er ikke en model"),
    ]:
        with pytest.raises(VisitationError, match=message):
            call()
    shutil.rmtree(own)
    with pytest.raises(VisitationError, match="mappen er ikke en model"):
        import_dmn(foreign, own)
