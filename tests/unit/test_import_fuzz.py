"""Whatever a file holds: one plain sentence or error rows, and a register as it was; or every row of it is there."""

import io
import tracemalloc
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.registers import enquiries, register_with
from tests.unit.test_import_enquiries import GOOD as ENQUIRY
from tests.unit.test_import_enquiries import export as enquiry_export
from tests.unit.test_import_records import GOOD, MODELS, PROFILES, TODAY, export
from visitation.errors import VisitationError
from visitation.intake import import_bytes
from visitation.register.imports.limits import MAX_BYTES

LIKE_FORMULAS = ["=1+1", "+45", "-1", "@SUM(A1)", '=HYPERLINK("x")', "-cmd", "=", "+"]
HEADER = b"Sagsnummer;Sessionsdato;Trivsel i alt\n"
RINGSTED = MODELS["ringsted"]


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    opened = register_with(f"sqlite:///{tmp_path_factory.mktemp('r').as_posix()}/r.sqlite", *enquiries(2))
    yield opened
    opened.close()


def told(register, content, kind=None, name="udtræk.csv"):
    """Imports a file that must not be taken in; what was said of it."""
    before = register.head()
    try:
        done = import_bytes(content, name, kind, RINGSTED, register, TODAY)
    except VisitationError as refused:
        said = [str(refused)]
    else:
        said = [error.message for error in done.errors] or [""] * done.rows
        assert bool(done.errors) == bool(done.rejected)
    assert register.head() == before
    assert all(text and "\n" not in text and "Traceback" not in text for text in said)
    return said


def sheet(*rows):
    book, raw = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(raw)
    return raw.getvalue()


@settings(deadline=None)
@given(
    st.binary(max_size=500), st.sampled_from([b"", b"PK\x03\x04", b"\xef\xbb\xbf", b"\xff\xfe", b"Sagsnummer;Sessionsdato;Trivsel i alt\n"])
)
def test_random_bytes(register, content, start):
    told(register, start + content)


@settings(deadline=None)
@given(st.sampled_from(["utf-16", "utf-16-le", "utf-32", "cp850", "mac-roman", "cp037"]), st.sampled_from(list(GOOD)))
def test_wrong_encodings(register, encoding, kind):
    text = export(PROFILES["ringsted", kind], GOOD[kind] | {"reference": "EKS-R-øå1"}).decode()
    told(register, text.encode(encoding, errors="replace"), kind)


@pytest.mark.parametrize("cell", LIKE_FORMULAS)
@pytest.mark.parametrize("header", list(ENQUIRY))
def test_cells_that_a_spreadsheet_would_compute(register, cell, header):
    row = ENQUIRY | {header: cell}
    assert told(register, enquiry_export(row), "henvendelser")
    assert told(register, sheet(list(row), list(row.values())), "henvendelser", "u.xlsx")


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_shuffled_and_spoilt_columns(register, data):
    kind = data.draw(st.sampled_from(list(GOOD)))
    header, *cells = export(PROFILES["ringsted", kind], GOOD[kind] | {"reference": "EKS-R-0099"}).decode().splitlines()
    order = data.draw(st.permutations(range(header.count(";") + 1)))
    rows = [[line.split(";")[i] for i in order] for line in (header, *cells)]
    rows[data.draw(st.integers(0, 1))][data.draw(st.integers(0, len(order) - 1))] = data.draw(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters='\0\r\n;"'), max_size=8)
    )
    told(register, "\n".join(";".join(row) for row in rows).encode(), kind)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_a_workbook_with_damaged_parts(register, data):
    whole, spoilt = sheet(list(ENQUIRY), [*ENQUIRY.values(), "for meget"]), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(spoilt, "w") as new:
        hurt = data.draw(st.sampled_from([name for name in old.namelist() if not name.startswith("docProps")]))
        for name in old.namelist():
            content = bytearray(old.read(name))
            if name == hurt:
                start = data.draw(st.integers(0, len(content)))
                content[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
            new.writestr(name, bytes(content))
    told(register, spoilt.getvalue(), "henvendelser", "u.xlsx")


@pytest.mark.parametrize(
    "content",
    [
        HEADER + b"x" * 10_000_000 + b";01-03-2021;17\n",
        HEADER + b";" * 5_000_000 + b"x",
        b";".join([b"k%d" % i for i in range(1_000)]) + b"\n" + b"1\n" * 200_000,
        HEADER + b"1;2;3\n" * 100_000,
        b"\n" * 20_000_000,
    ],
    ids=["ten megabytes in a cell", "millions of columns", "a wide header", "nothing but wrong cells", "empty lines"],
)
def test_memory_is_bounded(register, content):
    tracemalloc.start()
    try:
        assert told(register, content, "fit")
        assert tracemalloc.get_traced_memory()[1] < 8 * MAX_BYTES
    finally:
        tracemalloc.stop()
