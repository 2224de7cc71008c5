"""A file becomes a table of texts, or one sentence says why not."""

import io
import re
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitation.errors import VisitationError
from visitation.register.imports import table_file
from visitation.register.imports.limits import MAX_BYTES, MAX_CELL, MAX_REST, MAX_ROWS, MAX_SHEET
from visitation.register.imports.table_file import read_header, read_table, silent
from visitation.register.imports.workbook import FAULT, FORMULA
from visitation.register.personnumber import MASK, has_personnumber, lost_its_zero, mask


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def cells(content, name="udtræk.csv", progress=silent):
    """All that stands in the file, from its header on."""
    table = read_table(content, name, progress)
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
    assert list(table.rows) == [(3, ("to\nlinjer; og semikolon", "2")), (5, ("x", "y"))]


def test_quotes_inside_a_field_are_doubled():
    assert cells(b'a\n"han sagde ""ja"""\n')[1] == ('han sagde "ja"',)


@pytest.mark.parametrize("damaged", [b'a;b\n"ingen ende;x\ny;z\n', b'a;b\n"x"y;z\n'])
def test_quotes_that_do_not_match_are_refused_with_their_row(damaged):
    with pytest.raises(VisitationError, match=r"a\.csv, række 2: anførselstegn"):
        cells(damaged, "a.csv")


def test_a_workbook_is_read_as_the_texts_that_stand_in_it():
    content = workbook(
        ["Sagsnummer", "Modtaget", "Tal", "Dato og tid"],
        [20210001, date(2021, 3, 2), 1.5, datetime(2021, 3, 2, 8, 30)],
        [None, None, None, None],
        ["x", "02-03-2021", 7.0, None],
    )
    table = read_table(content, "a.xlsx")
    assert list(table.rows) == [
        (2, ("20210001", "02-03-2021", "1,5", "02-03-2021 08:30")),
        (4, ("x", "02-03-2021", "7", "")),
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
        (b"x" * (MAX_BYTES + 1), "for stor; højst 50 MB"),
        (b"a;b\n" + b"x" * (MAX_CELL + 1), "række 2: en celle har over 131072 tegn"),
        (b"a;b\n" + b"x" * 2 * MAX_CELL, "række 2: en celle har over 131072 tegn"),
        (b";".join([b"a"] * 1001), "1000 kolonner"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(content, said):
    with pytest.raises(VisitationError, match=said) as refused:
        cells(content, "mappe/udtræk.csv")
    assert str(refused.value).startswith("udtræk.csv")


def test_a_cell_as_long_as_allowed_is_read():
    assert cells(b"a\n" + b"x" * MAX_CELL)[1] == ("x" * MAX_CELL,)


@pytest.mark.parametrize(
    ("part", "size"), [("xl/workbook.xml", MAX_REST), ("xl/worksheets/sheet1.xml", MAX_SHEET), ("xl/sharedStrings.xml", MAX_SHEET)]
)
def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(part, size):
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open(part, "w") as file:
        for _ in range(size // 1024 // 1024 + 1):
            file.write(bytes(1024 * 1024))
    with pytest.raises(VisitationError, match="fylder for meget"):
        cells(raw.getvalue(), "a.xlsx")


def test_a_workbook_that_lies_about_its_size_is_refused():
    raw = workbook(["a"], ["b" * 1000])
    size = zipfile.ZipFile(io.BytesIO(raw)).getinfo("xl/worksheets/sheet1.xml").file_size
    with pytest.raises(VisitationError, match="ikke et Excel-ark"):
        cells(raw.replace(size.to_bytes(4, "little"), (99).to_bytes(4, "little")), "a.xlsx")


def with_sheet(change):
    """A workbook of two rows, a and b, with the XML of its sheet changed."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(["a"], ["b"]))) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == "xl/worksheets/sheet1.xml" else content)
    return changed.getvalue()


CELL = re.compile(rb'<c r="A2".*?</c>')


def test_entities_in_a_workbook_are_not_multiplied():
    entities = b'<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY a%d "%s">' % (i, b"&a%s;" % (b"%d" % (i - 1) if i else b"") * 10) for i in range(12)
    )
    bomb = b"<!DOCTYPE worksheet [" + entities + b"]>"
    cell = b'<c r="A2" t="inlineStr"><is><t>&a11;</t></is></c>'
    with pytest.raises(VisitationError, match="ikke et Excel-ark"):
        cells(with_sheet(lambda xml: xml.replace(b"<worksheet", bomb + b"<worksheet", 1).replace(CELL.search(xml)[0], cell)), "a.xlsx")


def test_a_cell_of_ten_megabytes_in_a_workbook_is_refused():
    cell = b'<c r="A2" t="inlineStr"><is><t>' + b"b" * 9_000_000 + b"</t></is></c>"
    with pytest.raises(VisitationError, match="række 2: en celle har over"):
        cells(with_sheet(lambda xml: CELL.sub(cell, xml)), "a.xlsx")


@pytest.mark.parametrize("make", [workbook, lambda *rows: "\n".join(";".join(row) for row in rows).encode()], ids=["xlsx", "csv"])
def test_thousands_of_columns_are_refused(make):
    with pytest.raises(VisitationError, match="1000 kolonner"):
        cells(make(["a"], ["b"] * 5_000), "a")


def test_short_rows_below_a_wide_header_do_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(table_file, "MAX_CELLS", 10_000)
    with pytest.raises(VisitationError, match="celler er tilladt; del udtrækket"):
        cells(b";".join([b"a"] * 1_000) + b"\nb" * 5_000, "a.csv")


def test_cells_behind_the_header_are_told_by_row():
    (part,) = read_table(b"a;b\n1;2\n1;2;3\n1; 2 ;; ;\n1\n", "a.csv").parts
    assert part == ((2, 3, 4, 5), (("1", "1", "1", "1"), ("2", "2", "2", "")), [3])


@pytest.mark.parametrize("make", [workbook, lambda *rows: b"\n".join(row[0].encode() for row in rows)], ids=["xlsx", "csv"])
def test_progress_goes_up_and_ends_with_all_rows(make):
    told = []
    cells(make(["a"], *[["b"]] * 5_000), "a", lambda done, total: told.append((done, total)))
    assert told == sorted(told) and len(told) == 3
    assert all(done < total for done, total in told[:-1]) and told[-1] == (5_000, 5_000)


def test_the_header_alone_is_read_without_the_rows_below():
    assert read_header(b'\r\na;b\r\n"x', "a.csv") == ("a", "b")


def test_a_sheet_that_claims_endless_rows_is_refused():
    with pytest.raises(VisitationError, match=f"{MAX_ROWS} rækker"):
        cells(with_sheet(lambda xml: xml.replace(b'<row r="2"', b'<row r="99999999"')), "a.xlsx")


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_random_bytes_are_a_table_or_a_plain_refusal(content):
    for start in (b"", b"PK\x03\x04", b"\xef\xbb\xbf"):
        try:
            cells(start + content, "a.csv")
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
        cells(bytes(content), "a.xlsx")
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
        cells(b"", "sag 010270-1234.csv")
    assert str(refused.value).startswith(f"sag {MASK}.csv: ")
