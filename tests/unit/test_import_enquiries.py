"""An export is read as enquiries; each wrong cell is named by row and column and never shown."""

import csv
import io
import re
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitation.errors import VisitationError
from visitation.model.load import MUNICIPALITIES
from visitation.register.imports import load_profile, read_export, table_file
from visitation.register.imports.export import row_of
from visitation.register.records import ENQUIRIES

TODAY = date(2021, 3, 9)
PROFILE = load_profile(MUNICIPALITIES / "ringsted" / "imports" / "henvendelser.yaml")
GOOD = {
    "Sagsnummer": "2021-0433",
    "Modtaget": "02-03-2021",
    "Kanal": "mail",
    "Henvendt af": "fagprofessionel",
    "Aldersgruppe": "18-29",
    "Funktionsnedsættelse": "psykisk",
    "Borgerens egne ord": "Jeg vil gerne kunne tage bussen selv; og komme ud.",
    "Søger om": "hjælp i hverdagen",
    "Søgt paragraf": "§ 85",
    "Støtte i dag": "Ingen",
    "Samtykke": "",
}
ENQUIRY = row_of(ENQUIRIES)(
    reference="2021-0433",
    received=date(2021, 3, 2),
    channel="mail",
    sender="fagprofessionel",
    age_group="18-29",
    target_group="psykisk",
    words=GOOD["Borgerens egne ord"],
    asks_for="hjælp i hverdagen",
    asks_section="§ 85",
    support_now="ingen",
    consent="ukendt",
)


def export(*rows, header=None, encoding="utf-8-sig"):
    names = list(header or GOOD)
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows([names, *([row.get(name, "") for name in names] for row in rows)])
    return text.getvalue().encode(encoding)


def read(content, name="udtræk.csv"):
    return read_export(content, name, PROFILE, TODAY)


def numbered(count, **other):
    return [GOOD | {"Sagsnummer": f"2021-{i:04d}"} | other for i in range(1, count + 1)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_row_becomes_an_enquiry_in_every_encoding(encoding):
    intake = read(export(GOOD, encoding=encoding))
    assert intake.accepted == (ENQUIRY,)
    assert (intake.rows, intake.errors, intake.numbers) == (1, (), (2,))


def test_an_excel_sheet_with_real_dates_gives_the_same_enquiry():
    book, raw = openpyxl.Workbook(), io.BytesIO()
    book.active.append(list(GOOD))
    book.active.append([date(2021, 3, 2) if name == "Modtaget" else value for name, value in GOOD.items()])
    book.save(raw)
    assert read(raw.getvalue(), "udtræk.xlsx").accepted == (ENQUIRY,)


def test_a_formula_in_a_sheet_is_refused_by_row_and_column():
    book, raw = openpyxl.Workbook(), io.BytesIO()
    book.active.append(list(GOOD))
    book.active.append(["=A1" if name == "Søger om" else value for name, value in GOOD.items()])
    book.save(raw)
    (error,) = read(raw.getvalue(), "udtræk.xlsx").errors
    assert (error.row, error.column) == (2, "Søger om")
    assert "formel" in error.message


@settings(deadline=None)
@given(st.permutations(list(GOOD)), st.lists(st.sampled_from(["Journal", "Team", "Bemærkning"]), unique=True))
def test_the_order_of_columns_does_not_matter_and_unknown_ones_are_named_and_ignored(header, extra):
    intake = read(export(GOOD, header=[*extra, *header]))
    assert intake.accepted == (ENQUIRY,)
    assert intake.ignored == tuple(extra)


def test_headers_and_choices_are_read_whatever_their_case_and_spaces():
    shouted = {f"  {name.upper()} ": value for name, value in (GOOD | {"Kanal": "  MAIL ", "Aldersgruppe": "18–29"}).items()}
    assert read(export(shouted, header=shouted)).accepted == (ENQUIRY,)


def test_a_date_may_carry_a_time_which_is_dropped():
    assert read(export(GOOD | {"Modtaget": "02-03-2021 08:15"})).accepted == (ENQUIRY,)


def test_a_column_that_may_be_left_out_is_told_and_reads_as_empty():
    intake = read(export(GOOD, header=[name for name in GOOD if name != "Samtykke"]))
    assert intake.accepted == (ENQUIRY,)
    assert intake.absent == ("Samtykke",)


SECRET = "Q7hemmelig"


@pytest.mark.parametrize("size", [1, 2, 3])
def test_a_file_reads_alike_in_parts_of_any_size(monkeypatch, size):
    rows = [row | {"Team": "Nord"} for row in numbered(9)]
    for i, column, cell in ((1, "Kanal", SECRET), (2, "Søger om", ""), (4, "Søger om", "a\rb"), (5, "Kanal", "fax"), (6, "Kanal", SECRET)):
        rows[i][column] = cell
    content = export(*rows, header=[*(name for name in GOOD if name != "Samtykke"), "Team"]).rstrip() + b";for meget\r\n"
    whole = read(content)
    assert ([(error.row, error.column) for error in whole.errors], whole.empty["Søger om"], len(whole.accepted)) == (
        [(3, "Kanal"), (7, "Kanal"), (8, "Kanal"), (10, "Team")], 1, 5)  # fmt: skip
    monkeypatch.setattr(table_file, "PART", size)
    assert read(content) == whole


WRONG = [
    ("Sagsnummer", "", "skal være et sagsnummer"),
    ("Sagsnummer", f"{SECRET} 1", "uden mellemrum"),
    ("Sagsnummer", "0" * 41, "højst 40"),
    ("Sagsnummer", "UdenTal", "mindst ét tal"),
    ("Modtaget", "", "dd-mm-åååå"),
    ("Modtaget", "2021-03-02", "dd-mm-åååå"),
    ("Modtaget", "2-3-2021", "dd-mm-åååå"),
    ("Modtaget", "31-02-2021", "dd-mm-åååå"),
    ("Modtaget", "02-03-2021x", "dd-mm-åååå"),
    ("Modtaget", "10-03-2021", r"til i dag \(09-03-2021\)"),
    ("Modtaget", "01-01-1900", "fra 01-01-2000"),
    ("Kanal", SECRET, "telefon, mail, fremskudt sagsbehandling, reham-møde, overdragelse ung til voksen"),
    ("Henvendt af", "", "borger eller pårørende, fagprofessionel"),
    ("Aldersgruppe", "17", "under 18, 18-29"),
    ("Funktionsnedsættelse", SECRET, "psykisk, fysisk, socialt problem"),
    ("Søgt paragraf", "§ 83", r"\(tom\), § 82"),
    ("Støtte i dag", "", "ingen, § 85, anden"),
    ("Samtykke", SECRET, "ukendt, ja, nej"),
    ("Borgerens egne ord", f"{SECRET}\x07", "styretegn"),
]


@pytest.mark.parametrize(("column", "value", "said"), WRONG)
def test_each_wrong_cell_is_named_by_row_and_column_with_what_is_allowed(column, value, said):
    first, last = numbered(2)
    intake = read(export(first, last | {column: value}))
    (error,) = intake.errors
    assert (error.row, error.column) == (3, column)
    assert re.search(said, error.message)
    assert not value or value not in error.message
    assert [enquiry.reference for enquiry in intake.accepted] == [first["Sagsnummer"]]


@pytest.mark.parametrize("column", [name for name in GOOD if name != "Modtaget"])
def test_a_personnumber_is_refused_in_every_column_and_never_shown(column):
    for written in ("0102701234", "010270-1234", "x 010270 1234 x"):
        (error,) = read(export(GOOD | {column: written})).errors
        assert (error.row, error.column) == (2, column)
        assert "CPR-nummer (******-****)" in error.message
        assert "1234" not in error.message


def test_a_text_that_is_nothing_but_a_number_without_its_zero_is_refused_but_a_reference_is_not():
    assert "CPR-nummer" in read(export(GOOD | {"Søger om": "102701234"})).errors[0].message
    assert read(export(GOOD | {"Sagsnummer": "102701234"})).errors == ()


def test_the_same_case_twice_in_a_file_names_the_row_it_first_stands_in():
    (error,) = read(export(GOOD, *numbered(1), GOOD)).errors
    assert (error.row, error.column) == (4, "Sagsnummer")
    assert "række 2" in error.message


def test_a_semicolon_that_moves_the_fields_is_refused():
    content = export(GOOD).rstrip() + b";ekstra\r\n"
    (error,) = read(content).errors
    assert (error.row, error.column) == (2, "Samtykke")
    assert "anførselstegn" in error.message


@pytest.mark.parametrize("column", [c.header for c in PROFILE.columns if c.required])
def test_a_missing_column_is_named_with_what_was_found(column):
    with pytest.raises(VisitationError, match=f"kolonnen '{column}' mangler; filen har kolonnerne ") as refused:
        read(export(GOOD, header=[name for name in GOOD if name != column]))
    assert all(name in str(refused.value) for name in GOOD)


@pytest.mark.parametrize("column", ["Navn", "CPR", "CPR-nr.", "Borgers adresse", "Personnummer", "Køn", "Efternavn", "CPR nr"])
def test_a_column_of_persons_is_refused_by_its_name(column):
    with pytest.raises(VisitationError, match=f"kolonnen '{column}' må ikke være i filen"):
        read(export(GOOD, header=[*GOOD, column]))


def test_a_column_that_stands_twice_is_refused():
    with pytest.raises(VisitationError, match="kolonnen 'Kanal' står flere gange"):
        read(export(GOOD, header=[*GOOD, "kanal"]))


def test_a_file_without_headers_is_refused_without_showing_its_first_row():
    with pytest.raises(VisitationError, match="skal være overskrifter") as refused:
        read(f"{SECRET};010270-1234\r\n".encode())
    assert SECRET not in str(refused.value)


def test_a_file_with_commas_is_told_of_semicolons():
    with pytest.raises(VisitationError, match="semikolon"):
        read(export(GOOD).replace(b";", b","))


def test_a_quiet_week_is_no_error():
    assert read(export()).rows == 0


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_random_bytes_are_refused_plainly(content):
    with pytest.raises(VisitationError):
        read(content)
