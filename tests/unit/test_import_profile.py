"""A municipality's import profile is read strictly: what is wrong in it is said with its line."""

import pytest

from visitation.errors import VisitationError
from visitation.model.load import MUNICIPALITIES
from visitation.register.profile import is_personal, load_profile
from visitation.vocabulary import VOCABULARY

SHIPPED = sorted(MUNICIPALITIES.glob("*/imports/*.yaml"))
TEXT = SHIPPED[0].read_text(encoding="utf-8")


def changed(tmp_path, old, new):
    assert old in TEXT
    path = tmp_path / "imports" / "henvendelser.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    return path


def test_both_municipalities_ship_a_profile():
    assert [path.parts[-3] for path in SHIPPED] == ["ringsted", "slagelse"]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parts[-3])
def test_a_shipped_profile_fills_every_field_and_reaches_every_id(path):
    profile = load_profile(path)
    reached = {column.field: set(column.choices.values()) for column in profile.columns if column.kind == "choice"}
    assert reached == {field: set(ids) for field, ids in VOCABULARY.items()}
    assert [c.header for c in profile.columns if c.field in ("reference", "received")] == ["Sagsnummer", "Modtaget"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("columns:", "kolonner:", "columns"),
        ("columns:\n", "extra: x\ncolumns:\n", "columns"),
        (TEXT, "columns: x\n", "columns"),
        (TEXT, "- columns\n", "columns"),
        (TEXT, "", "columns"),
        ("field: reference", "field: sagsnummer", "linje 6: kolonnen 'Sagsnummer': field skal være en af reference"),
        ("kind: date", "kind: text", "kind skal være date"),
        ("kind: date, required: true", 'kind: date, required: "ja"', "required skal være true eller false"),
        ("kind: date", "kind: date, wanted: x", "ukendt nøgle wanted"),
        ("  Modtaget: {field: received, kind: date, required: true}", "  Modtaget: dato", "skal have nøglerne"),
        ("  Modtaget: {field: received, kind: date, required: true}\n", "", "mangler en kolonne til received"),
        ("Modtaget: {field: received, kind: date", "Modtaget: {field: words, kind: text", "feltet står to gange"),
        ("  Modtaget:", "  sagsnummer:", "kolonnen står to gange"),
        ("  Modtaget:", "  Borgers navn:", "navn, CPR-nummer, køn og adresse"),
        ("  Modtaget:", "  Sagsnummer:", "står to gange"),
        ('"telefon": "telefon"', '"telefon": "tlf"', "'telefon' skal betyde en af 'telefon', 'mail'"),
        ('"mail": "mail"', '"mail": "mail"\n      "MAIL ": "mail"', "to tekster er ens"),
        ('      "": "ukendt"\n', "", 'hvad "" betyder'),
        ("kind: text, required", 'kind: text, choices: {"a": "a"}, required', "kind: choice og kun dér"),
        ("kind: text, required", "kind: text, choices: [a], required", "choices skal være en tabel"),
        ("    choices:\n", "    choices_:\n", "ukendt nøgle choices_"),
        ("required: true", "required: yes", "anførselstegn"),
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
