"""A municipality's import profile is read strictly: what is wrong in it is said with its line."""

from dataclasses import fields

import pytest

from visitation.errors import VisitationError
from visitation.model.load import MUNICIPALITIES
from visitation.register.cases import Enquiry
from visitation.register.imports import load_profile
from visitation.register.imports.profile import is_personal
from visitation.register.records import KINDS

SHIPPED = sorted(MUNICIPALITIES.glob("*/imports/*.yaml"))
TEXT = (MUNICIPALITIES / "ringsted" / "imports" / "henvendelser.yaml").read_text(encoding="utf-8")


def changed(tmp_path, old, new):
    assert old in TEXT
    path = tmp_path / "imports" / "henvendelser.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    return path


def test_both_municipalities_ship_a_profile_of_every_kind_of_cases_and_slagelse_of_its_review():
    of_cases = {name for name, kind in KINDS.items() if not kind.room}
    shipped = {place: {path.stem for path in SHIPPED if path.parts[-3] == place} for place in ("ringsted", "slagelse")}
    assert shipped == {"ringsted": of_cases, "slagelse": of_cases | {"faellesmaengden"}}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_shipped_profile_fills_every_field_and_reaches_every_id(path):
    profile = load_profile(path)
    assert profile.record == KINDS[path.stem]
    assert tuple(column.field for column in profile.columns) == profile.record.fields
    assert all(set(column.choices.values()) == set(column.field.ids) for column in profile.columns if column.field.kind == "choice")


def test_an_enquiry_has_the_fields_of_its_record():
    assert [f.name for f in fields(Enquiry)] == [f.name for f in KINDS["henvendelser"].fields]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("columns:", "kolonner:", "columns"),
        ("columns:\n", "extra: x\ncolumns:\n", "columns"),
        (TEXT, "columns: x\n", "columns"),
        (TEXT, "record: henvendelser\ncolumns: x\n", "columns"),
        (TEXT, "- columns\n", "columns"),
        (TEXT, "", "columns"),
        ("record: henvendelser", "record: breve", "linje 5: record skal være en af henvendelser, sager"),
        ("record: henvendelser", "record: [henvendelser]", "record skal være en af"),
        ("field: reference", "field: sagsnummer", "linje 7: kolonnen 'Sagsnummer': field skal være en af reference"),
        ("{field: received}", '{field: received, required: "ja"}', "required skal være true eller false"),
        ("{field: received}", "{field: received, wanted: x}", "ukendt nøgle wanted"),
        ("  Modtaget: {field: received}", "  Modtaget: dato", "skal have nøglerne"),
        ("  Modtaget: {field: received}\n", "", "mangler en kolonne til received"),
        ("Modtaget: {field: received}", "Modtaget: {field: words}", "feltet står to gange"),
        ("  Modtaget:", "  sagsnummer:", "kolonnen står to gange"),
        ("  Modtaget:", "  Borgers navn:", "navn, CPR-nummer, køn og adresse"),
        ("  Modtaget:", "  Sagsnummer:", "står to gange"),
        ('"telefon": "telefon"', '"telefon": "tlf"', "'telefon' skal betyde en af 'telefon', 'mail'"),
        ('"mail": "mail"', '"mail": "mail"\n      "MAIL ": "mail"', "to tekster er ens"),
        ('      "": "ukendt"\n', "", 'hvad "" betyder'),
        ("{field: received}", "{field: received, required: false}", "at received må være tom"),
        ("{field: words}", '{field: words, choices: {"a": "a"}}', "choices hører til et valg og kun dér; words er text"),
        ("{field: words}", "{field: words, choices: [a]}", "choices skal være en tabel"),
        ("    choices:\n", "    choices_:\n", "ukendt nøgle choices_"),
        ("    required: false", "    required: no", "anførselstegn"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(tmp_path, old, new, said):
    with pytest.raises(VisitationError) as refused:
        load_profile(changed(tmp_path, old, new))
    assert str(refused.value).startswith("imports/henvendelser.yaml, linje ")
    assert said in str(refused.value)


def test_a_profile_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(VisitationError, match=r"henvendelser\.yaml"):
        load_profile(tmp_path / "imports" / "henvendelser.yaml")


@pytest.mark.parametrize("header", ["Sagsnummer", "Henvendt af", "Modtaget", "Kanal", "Funktionsnedsættelse", "Kønt team"])
def test_ordinary_headers_promise_no_person(header):
    assert not is_personal(header)
