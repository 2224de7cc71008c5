"""A file becomes a table of texts, or one sentence says why not."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitation.errors import VisitationError
from visitation.register.personnumber import MASK, has_personnumber, lost_its_zero, mask
from visitation.register.table_file import FAULT, FORMULA, MAX_BYTES, MAX_CELL, read_table


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def cells(content, name="udtræk.csv"):
    table = read_table(content, name)
    return [table.header, *(row.cells for row in table.rows)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_danish_letters_survive_every_encoding(encoding):
    assert cells("Søger om;Beløb\r\næøå „citat“ – §;1,5\r\n".encode(encoding)) == [
        ("Søger om", "Beløb"),
        ("æøå „citat“ – §", "1,5"),
    ]


def test_everything_is_text_also_what_looks_like_a_number():
    assert cells(b"a;b\n0012;1,50\n")[1] == ("0012", "1,50")


def test_rows_are_numbered_as_excel_shows_them():
    table = read_table(b'a;b\r\n\r\n"to\nlinjer; og semikolon";2\r\n;;\r\nx;y\r\n', "a.csv")
    assert [(row.number, row.cells) for row in table.rows] == [(3, ("to\nlinjer; og semikolon", "2")), (5, ("x", "y"))]


def test_quotes_inside_a_field_are_doubled():
    assert cells(b'a\n"han sagde ""ja"""\n')[1] == ('han sagde "ja"',)


@pytest.mark.parametrize("damaged", [b'a;b\n"ingen ende;x\ny;z\n', b'a;b\n"x"y;z\n'])
def test_quotes_that_do_not_match_are_refused_with_their_row(damaged):
    with pytest.raises(VisitationError, match=r"a\.csv, række 2: anførselstegn"):
        read_table(damaged, "a.csv")


def test_a_workbook_is_read_as_the_texts_that_stand_in_it():
    content = workbook(
        ["Sagsnummer", "Modtaget", "Tal", "Dato og tid"],
        [20210001, date(2021, 3, 2), 1.5, datetime(2021, 3, 2, 8, 30)],
        [None, None, None, None],
        ["x", "02-03-2021", 7.0, None],
    )
    table = read_table(content, "a.xlsx")
    assert [(row.number, row.cells) for row in table.rows] == [
        (2, ("20210001", "02-03-2021", "1.5", "02-03-2021 08:30")),
        (4, ("x", "02-03-2021", "7")),
    ]


def test_a_workbook_is_known_by_its_content_not_by_its_name():
    assert cells(workbook(["a"], ["b"]), "a.csv") == [("a",), ("b",)]


def test_formulas_and_faults_are_marked_and_a_text_that_looks_like_one_is_not():
    book = openpyxl.Workbook()
    book.active.append(["a", "b", "c"])
    book.active.append(["=1+1", "#N/A", "x"])
    book.active["C2"].value = "=ikke en formel"
    book.active["C2"].data_type = "s"
    raw = io.BytesIO()
    book.save(raw)
    assert cells(raw.getvalue())[1] == (FORMULA, FAULT, "=ikke en formel")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "er tom"),
        (b"\xef\xbb\xbf\r\n;;\r\n", "er tom"),
        (b"a;b\n\x00\x01", "ikke en tekstfil"),
        ("a;b".encode("utf-16"), "ikke en tekstfil"),
        (b"a;\x81\x8d", "tegn kan ikke læses"),
        (b"\xd0\xcf\x11\xe0" + bytes(512), r"gammelt Excel-format .* \.xlsx"),
        (b"PK\x03\x04 og noget andet", "ikke et Excel-ark"),
        (b"x" * (MAX_BYTES + 1), "for stor; højst 20 MB"),
        (b"a;b\n" + b"x" * (MAX_CELL + 1), "række 2: en celle har over 100000 tegn"),
        (b"a;b\n" + b"x" * 2 * MAX_CELL, "række 2: en celle har over 100000 tegn"),
        (b";".join([b"a"] * 1001), "1000 kolonner"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(content, said):
    with pytest.raises(VisitationError, match=said) as refused:
        read_table(content, "mappe/udtræk.csv")
    assert str(refused.value).startswith("udtræk.csv")


def test_a_cell_as_long_as_allowed_is_read():
    assert cells(b"a\n" + b"x" * MAX_CELL)[1] == ("x" * MAX_CELL,)


def test_a_workbook_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked():
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/workbook.xml", "w") as part:
        for _ in range(450):
            part.write(bytes(1024 * 1024))
    with pytest.raises(VisitationError, match="fylder for meget"):
        read_table(raw.getvalue(), "a.xlsx")


def test_a_sheet_that_claims_endless_rows_is_refused():
    raw, sheet = io.BytesIO(workbook(["a"], ["b"])), "xl/worksheets/sheet1.xml"
    changed = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b'<row r="2"', b'<row r="99999999"') if name == sheet else content)
    with pytest.raises(VisitationError, match="1048576 rækker"):
        read_table(changed.getvalue(), "a.xlsx")


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_random_bytes_are_a_table_or_a_plain_refusal(content):
    for start in (b"", b"PK\x03\x04", b"\xef\xbb\xbf"):
        try:
            read_table(start + content, "a.csv")
        except VisitationError as refused:
            assert str(refused).startswith("a.csv")


WHOLE = workbook(["a", "b"], ["c", date(2021, 3, 2)])  # made once: its size varies with the time of its making


@settings(deadline=None)  # files take the time they take
@given(st.data())
def test_a_workbook_with_damaged_bytes_is_a_table_or_a_plain_refusal(data):
    content = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_table(bytes(content), "a.xlsx")
    except VisitationError as refused:
        assert str(refused).startswith("a.xlsx")


@given(st.dates(date(1900, 1, 1), date(2029, 12, 31)), st.integers(0, 9999), st.sampled_from(["", "-", " ", " - ", "–"]))
def test_every_date_with_four_digits_more_is_taken_for_a_personnumber(day, serial, gap):
    number = f"{day:%d%m%y}{gap}{serial:04d}"
    assert has_personnumber(number)
    assert mask(f"tekst {number}, tekst") == f"tekst {MASK}, tekst"


@pytest.mark.parametrize(
    "text",
    ["ring 0102701234.", "0102701234x", "(010270-1234)", "01 02 70 1234", "01.02.70-1234", "610270-1234", "9999 010270-1234"],
)
def test_a_personnumber_is_found_however_it_is_written(text):
    assert has_personnumber(text)


@pytest.mark.parametrize(
    "text",
    ["", "310299-1234", "001370-1234", "20304050", "20 30 40 50", "12345678901", "02-03-2021", "02-03-2021 08:30",
     "EKS-R-0001", "2021000433", "kr. 1.250.000", "§ 107/108", "0102-70"],
)  # fmt: skip
def test_other_numbers_are_not_taken_for_a_personnumber(text):
    assert not has_personnumber(text)


def test_a_number_that_lost_its_leading_zero_is_found_only_when_it_stands_alone():
    assert lost_its_zero("102701234")
    assert not lost_its_zero("ring 102701234")
    assert not lost_its_zero("992701234")


def test_a_file_name_with_a_personnumber_is_shown_masked():
    with pytest.raises(VisitationError) as refused:
        read_table(b"", "sag 010270-1234.csv")
    assert str(refused.value).startswith(f"sag {MASK}.csv: ")
