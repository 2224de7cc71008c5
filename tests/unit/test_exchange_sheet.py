"""A table goes to Excel and back without loss; what a leader changes there is checked cell by cell."""

import io
import re
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.tables import both, rule, table, tables
from visitation.errors import VisitationError
from visitation.model import load, shipped
from visitation.screening.exchange import from_sheet, to_sheet

RINGSTED = load("ringsted")
T1 = RINGSTED.tables["T1"]
ALL = [(load(name), table_id) for name in shipped() for table_id in load(name).tables]
AWKWARD = ["ja", "Ja", "ja eller nej", "=1+1", "a | b", "  x ", "#N/A", "12", "+1", "-", "Regel", "eller", "'x"]
NEED, SO, KIND, SOURCE, REASON = "Hvor stort er behovet?", "Så", "Slags", "Kilde", "Begrundelse"
FROM, TO, SECTION, RULE = "Gyldig fra", "Gyldig til", "Afsnit", "Regel"


def book(content: bytes):
    return load_workbook(io.BytesIO(content))


def edited(change, subject=T1, model=RINGSTED):
    """The table read back after `change` was made to its sheet of rules."""
    opened = book(to_sheet(subject, model))
    change(opened["Regler"])
    saved = io.BytesIO()
    opened.save(saved)
    return from_sheet(saved.getvalue(), "mappe/tabel.xlsx", model, subject)


def put(row: int, title: str, value):
    """A change of one cell."""

    def change(sheet):
        sheet.cell(row, [cell.value for cell in sheet[1]].index(title) + 1).value = value

    return change


@pytest.mark.parametrize(("model", "table_id"), ALL, ids=lambda value: getattr(value, "folder", value))
def test_every_table_that_ships_reads_back_equal(model, table_id):
    subject = model.tables[table_id]
    assert from_sheet(to_sheet(subject, model), "x.xlsx", model, subject) == subject


@settings(max_examples=40, deadline=None)
@given(tables(gaps=True), st.data())
def test_random_tables_with_awkward_words_read_back_equal(subject, data):
    plain, word = subject.data(), st.sampled_from(AWKWARD)
    for part in (*plain["inputs"], *plain["outcomes"].values(), *plain["sections"], *(a for q in plain["inputs"] for a in q["answers"])):
        part["label"] = both(data.draw(word))
    for one in (r for section in plain["sections"] for r in section["rules"]):
        one["reason"] = {"da": data.draw(word), "en": "its own English"}
        one["valid"] = data.draw(st.sampled_from([None, {"from": "2021-02-03"}, {"from": "1850-01-01", "to": "2024-02-29"}]))
        one["out_of_order"] = data.draw(st.sampled_from([None, both("aftalt")]))
    subject = type(subject).read(plain)
    assert from_sheet(to_sheet(subject, RINGSTED), "x.xlsx", RINGSTED, subject) == subject


def test_a_sheet_holds_the_same_bytes_every_time_and_no_clock():
    content = to_sheet(T1, RINGSTED)
    assert content == to_sheet(load("ringsted").tables["T1"], load("ringsted"))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert set(re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+", parts.read("docProps/core.xml"))) == {b"2000-01-01T00:00:00"}


def test_the_grid_shows_words_and_offers_them():
    opened = book(to_sheet(T1, RINGSTED))
    rules, words = opened["Regler"], opened["Tilladte ord"]
    assert [cell.value for cell in rules[1]] == [
        "Regel", *(q.label.da for q in T1.inputs), "Så", "Slags", "Kilde", "Begrundelse", "Gyldig fra", "Gyldig til", "Afsnit",
        "Bryder rækkefølgen, fordi",
    ]  # fmt: skip
    assert [cell.value for cell in rules[2]][:3] == ["T1.01", "nej", None]
    assert rules.freeze_panes == "B2"
    assert "blokering eller færdigheder eller foranderlig" in [cell.value for cell in rules[10]]
    offered = {str(offer.sqref).partition("2:")[0]: offer for offer in rules.data_validations.dataValidation}
    column = {cell.value: cell.column_letter for cell in rules[1]}
    assert {title for title, letter in column.items() if letter in offered and offered[letter].showErrorMessage} == {"Så", "Slags"}
    assert set(offered) == {column[title] for title in (*(q.label.da for q in T1.inputs), "Så", "Slags", "Afsnit")}
    sheet, _, cells = offered[column[SO]].formula1.partition("!")
    assert sheet == "'Tilladte ord'"
    assert [cell.value for (cell,) in words[cells.replace("$", "")]] == [outcome.label.da for outcome in T1.outcomes.values()]


def test_changed_words_lose_their_english_and_others_keep_it():
    changed = edited(put(2, REASON, "En ny grund."))
    assert (changed.rules[0].reason.da, changed.rules[0].reason.en) == ("En ny grund.", "En ny grund.")
    assert changed.rules[1:] == T1.rules[1:]
    assert changed.inputs == T1.inputs


def test_answers_outcome_dates_and_source_can_be_changed():
    def change(sheet):
        for title, value in {
            NEED: "Mere  ELLER botilbud",
            SO: "åbent tilbud",
            KIND: "kilde",
            FROM: datetime(2022, 1, 1),
            TO: "31-12-2023",
            SOURCE: "Bilag om FOKUS (2021) | § 82 og § 85 | den § 85 der",
        }.items():
            put(2, title, value)(sheet)

    first = edited(change).rules[0]
    assert first.when == {"oensker": ("nej",), "behov": ("mere", "botilbud")}
    assert (first.then, first.kind, first.valid.from_, first.valid.to) == ("UVISITERET", "kilde", date(2022, 1, 1), date(2023, 12, 31))
    assert [(s.document, s.section, s.anchor) for s in first.source] == [("001", "§ 82 og § 85", "den § 85 der")]


def test_rules_can_be_moved_added_and_taken_away():
    def change(sheet):
        sheet.delete_rows(3)
        sheet.append(["T1.13", *[None] * len(T1.inputs), "Drøftes på mødet", "antagelse", None, "Til sidst.", None, None, "Nyt afsnit"])

    changed = edited(change)
    assert [r.id for r in changed.rules] == [r.id for r in T1.rules if r.id != "T1.02"] + ["T1.13"]
    assert (changed.sections[-1].label.da, changed.sections[-1].rules[0].when) == ("Nyt afsnit", {})
    assert [s.label for s in changed.sections[:-1]] == [s.label for s in T1.sections]


def test_columns_may_be_moved_and_empty_rows_left():
    def change(sheet):
        for y, row in enumerate(list(sheet.iter_rows(values_only=True)), start=1):
            for x, value in enumerate(reversed(row), start=1):
                sheet.cell(y, x).value = value
        sheet.insert_rows(4)

    assert edited(change) == T1


REFUSED = [
    (
        put(3, NEED, "måske"),
        rf"række 3, kolonne '{re.escape(NEED)}': ukendt værdi 'måske'; tilladt er lille, rummes i § 82, mere, botilbud",
    ),
    (put(3, NEED, "lille eller "), rf"række 3, kolonne '{re.escape(NEED)}': ukendt værdi 'lille eller'"),
    (put(3, NEED, "lille eller eller mere"), "ukendt værdi 'eller mere'"),
    (put(3, NEED, 7), "ukendt værdi '7'"),
    (put(3, NEED, True), "'True' er ikke tekst"),
    (
        put(3, NEED, '=IF(1,"lille","mere")'),
        rf"række 3, kolonne '{re.escape(NEED)}': cellen er en formel eller en fejl; skriv selve værdien",
    ),
    (put(3, REASON, "=A1"), "række 3, kolonne 'Begrundelse': cellen er en formel"),
    (put(3, REASON, "#REF!"), "række 3, kolonne 'Begrundelse': cellen er en formel eller en fejl"),
    (put(3, REASON, None), "række 3, kolonne 'Begrundelse': mangler"),
    (put(3, RULE, None), "række 3, kolonne 'Regel': mangler"),
    (put(3, RULE, "T1.01"), "række 3, kolonne 'Regel': reglen 'T1.01' står også i række 2"),
    (put(3, SO, "INGENTING"), "række 3, kolonne 'Så': ukendt værdi 'INGENTING'; tilladt er Ingen støtte nu, "),
    (put(3, SO, None), "række 3, kolonne 'Så': mangler"),
    (put(3, KIND, "gæt"), "række 3, kolonne 'Slags': ukendt værdi 'gæt'; tilladt er kilde, fortolkning, antagelse"),
    (put(3, SOURCE, None), "række 3, kolonne 'Kilde': mangler 'source'; kun slagsen antagelse må stå uden kilde"),
    (put(3, SOURCE, "Ringsted Indsatsmodel (2020) | Om"), "række 3, kolonne 'Kilde': '.*' kan ikke læses; skriv dokument | afsnit"),
    (put(3, SOURCE, "Loven | Om | to ord"), "række 3, kolonne 'Kilde': ukendt værdi 'Loven'; tilladt er Bilag om FOKUS"),
    (
        put(3, SOURCE, "Bilag om FOKUS (2021) | Om | et to tre fire fem seks syv otte ni"),
        "række 3, kolonne 'Kilde': anker skal være 1-8 ord",
    ),
    (put(3, FROM, "i morgen"), "række 3, kolonne 'Gyldig fra': 'i morgen' er ikke en dato; skriv den som 31-01-2021"),
    (put(3, FROM, "31-02-2021"), "'31-02-2021' er ikke en dato"),
    (put(3, FROM, datetime(2021, 1, 1, 8, 30)), "række 3, kolonne 'Gyldig fra': '2021-01-01 08:30:00' er ikke tekst"),
    (put(3, TO, "01-01-2020"), "række 3, kolonne 'Gyldig til': 2020-01-01 ligger før 2021-01-01"),
    (put(3, SECTION, None), "række 3, kolonne 'Afsnit': mangler"),
    (put(1, KIND, "Art"), "række 1: kolonnen 'Art' er ukendt eller står to gange"),
    (put(1, KIND, "Så"), "række 1: kolonnen 'Så' er ukendt eller står to gange"),
    (lambda sheet: sheet.delete_cols(2), rf"række 1: mangler kolonnen '{re.escape(T1.inputs[0].label.da)}'"),
    (lambda sheet: sheet.cell(2, 17, "mere"), "række 2: har 17 celler; tilladt er 16"),
    (lambda sheet: sheet.delete_rows(1, sheet.max_row), "arket er tomt; første række skal være Regel, "),
    (lambda sheet: sheet.cell(6000, 1, "x"), "højst 5000 rækker"),
]


@pytest.mark.parametrize(("change", "message"), REFUSED)
def test_what_may_not_stand_in_a_cell_is_refused_by_its_place(change, message):
    with pytest.raises(VisitationError, match=rf"^tabel\.xlsx(: |, (.*: )?){message}") as refused:
        edited(change)
    assert "\n" not in str(refused.value)


def test_what_the_model_refuses_is_refused_without_a_yaml_line():
    foreign = T1.replace(outcomes={**T1.outcomes, "INGEN": T1.outcomes["INGEN"].replace(step="p86")})
    with pytest.raises(VisitationError, match=r"^tabel\.xlsx: ukendt trin 'p86'; tilladt er netvaerk, "):
        edited(lambda sheet: None, foreign)


@pytest.mark.parametrize("content", [b"", b"Regel;", b"PK\x03\x04 broken", zipfile.ZipFile])
def test_what_is_no_workbook_is_refused(content):
    if not isinstance(content, bytes):
        empty = io.BytesIO()
        with zipfile.ZipFile(empty, "w") as parts:
            parts.writestr("a.txt", "a")
        content = empty.getvalue()
    with pytest.raises(VisitationError, match=r"^x\.xlsx: filen er ikke et Excel-ark, der kan læses"):
        from_sheet(content, "x.xlsx", RINGSTED, T1)


def test_a_workbook_too_large_or_that_unpacks_to_too_much_is_refused():
    with pytest.raises(VisitationError, match=r"^x\.xlsx: filen er for stor; højst 5 MB er tilladt"):
        from_sheet(b" " * (5 * 1024 * 1024 + 1), "x.xlsx", RINGSTED, T1)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", b" " * (101 * 1024 * 1024))
    with pytest.raises(VisitationError, match=r"^x\.xlsx: Excel-arket fylder for meget pakket ud"):
        from_sheet(bomb.getvalue(), "x.xlsx", RINGSTED, T1)


def test_a_sheet_without_its_name_is_the_first_one():
    opened, other = book(to_sheet(T1, RINGSTED)), Workbook()
    for row in opened["Regler"].iter_rows(values_only=True):
        other.active.append(row)
    saved = io.BytesIO()
    other.save(saved)
    assert from_sheet(saved.getvalue(), "x.xlsx", RINGSTED, T1) == T1


@pytest.mark.parametrize("words", ["x" * 32_768, "klokke\x07"])
def test_what_a_cell_cannot_hold_is_refused_when_written(words):
    subject = table({"a": ["ja"]}, [[rule("1", {}, "X") | {"reason": both(words)}]])
    with pytest.raises(VisitationError, match="en celle i Excel rummer højst 32767 tegn og ingen styretegn"):
        to_sheet(subject, RINGSTED)
