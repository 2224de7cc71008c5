"""Excel workbooks as bytes: the same bytes for the same cells, and a reader that is safe with files from outside."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from visitation.errors import VisitationError

if TYPE_CHECKING:
    from openpyxl import Workbook

MAX_BYTES = 5 * 1024 * 1024
MAX_UNPACKED = 20 * MAX_BYTES  # a small zip file may hold gigabytes of nothing
MAX_ROWS, MAX_COLUMNS = 5_000, 200
MAX_CELL = 32_767  # Excel's own
EPOCH = (1980, 1, 1, 0, 0, 0)
CLOCK = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")

COMPUTED = object()  # stands in a cell with a formula or an error of Excel's


def saved(book: "Workbook") -> bytes:
    """The workbook's bytes, without the time at which it was saved."""
    raw, stable = io.BytesIO(), io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as parts, zipfile.ZipFile(stable, "w", zipfile.ZIP_DEFLATED) as written:
        for name in parts.namelist():
            content = CLOCK.sub(rb"\g<1>2000-01-01T00:00:00Z", parts.read(name)) if name == "docProps/core.xml" else parts.read(name)
            written.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return stable.getvalue()


def writable(text: str) -> str:
    """The text, if a cell can hold it."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if len(text) > MAX_CELL or ILLEGAL_CHARACTERS_RE.search(text):
        raise VisitationError(f"'{text[:40]}': en celle i Excel rummer højst {MAX_CELL} tegn og ingen styretegn")
    return text


def read_rows(content: bytes, name: str, title: str) -> list[tuple[int, list]]:
    """The rows of the sheet of that title (else the first) that are not empty, with Excel's numbers; formulas and errors are COMPUTED.

    VisitationError says why the file cannot be read."""
    if len(content) > MAX_BYTES:
        raise VisitationError(f"{name}: filen er for stor; højst {MAX_BYTES // 1024 // 1024} MB er tilladt")
    try:
        with warnings.catch_warnings(action="ignore"):  # openpyxl tells of styles it does not know
            return list(_rows(content, name, title))
    except VisitationError:
        raise
    except Exception:  # a damaged workbook fails in any way that zip, XML or a number can
        raise VisitationError(f"{name}: filen er ikke et Excel-ark, der kan læses; gem den igen som .xlsx") from None


def _rows(content: bytes, name: str, title: str) -> Iterator[tuple[int, list]]:
    from openpyxl import load_workbook

    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > MAX_UNPACKED:
            raise VisitationError(f"{name}: Excel-arket fylder for meget pakket ud")
    book = load_workbook(io.BytesIO(content), read_only=True)
    sheet = next((sheet for sheet in book.worksheets if sheet.title == title), book.worksheets[0])
    sheet.reset_dimensions()  # the size a sheet claims may be a million rows
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row = [COMPUTED if cell.data_type in ("f", "e") else cell.value for cell in cells]
        while row and row[-1] in (None, ""):
            row.pop()
        if row and (number > MAX_ROWS or len(row) > MAX_COLUMNS):
            raise VisitationError(f"{name}: højst {MAX_ROWS} rækker og {MAX_COLUMNS} kolonner er tilladt")
        if row:
            yield number, row
