"""The rows of an Excel workbook's first sheet, as the texts that stand in its cells."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from visitation.errors import VisitationError
from visitation.register.imports.limits import MAX_CELL, MAX_REST, MAX_SHEET, too_long_cell

# Neither CSV nor XML can hold the character 0, so no cell reads like these.
FORMULA = "\0formula"  # stands in a cell whose value would have to be computed
FAULT = "\0fault"  # stands in a cell that holds an error of Excel's
UNREADABLE = {"f": FORMULA, "e": FAULT}
LARGE = ("xl/worksheets/", "xl/sharedStrings")  # parts that are read bit by bit
UNREAD = ("xl/media/", "xl/drawings/", "xl/printerSettings/")


def rows(name: str, content: bytes) -> tuple[int, Iterator[list[str]]]:
    """How many rows the sheet claims, and its rows; VisitationError when it is no such sheet, or while reading."""
    with _damage_told(name):
        _bounded(name, content)
        from openpyxl import load_workbook  # a quarter of a second, and most exports are CSV

        warnings.filterwarnings("ignore", module="openpyxl")  # it remarks on styles and dates; what counts is checked cell by cell
        sheet = load_workbook(io.BytesIO(content), read_only=True).worksheets[0]
        total = sheet.max_row or 0
        sheet.reset_dimensions()  # the size a sheet claims may be a million rows
    return total, _rows(name, sheet)


def _rows(name: str, sheet: Any) -> Iterator[list[str]]:
    with _damage_told(name):
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            texts = [_text(cell) for cell in cells]
            if any(len(text) > MAX_CELL for text in texts):
                raise too_long_cell(name, number)
            yield texts


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    """Turns whatever a damaged workbook makes zip, XML or a number say into one sentence."""
    try:
        yield
    except VisitationError:
        raise
    except Exception:
        raise VisitationError(f"{name}: filen er ikke et Excel-ark, der kan læses; gem den igen som .xlsx.") from None


def _bounded(name: str, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sizes = [(part.filename, part.file_size) for part in parts.infolist() if not part.filename.startswith(UNREAD)]
    large = sum(size for part, size in sizes if part.startswith(LARGE))
    rest = sum(size for part, size in sizes if not part.startswith(LARGE))
    if large > MAX_SHEET or rest > MAX_REST:
        raise VisitationError(f"{name}: Excel-arket fylder for meget pakket ud; gem det som CSV.")


def _text(cell: Any) -> str:
    """The text of a cell: dates dd-mm-yyyy, numbers with a comma, as a Danish Excel shows them."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in UNREADABLE:
        return UNREADABLE[cell.data_type]
    if isinstance(value, datetime):
        return f"{value:%d-%m-%Y}" if value.time() == datetime.min.time() else f"{value:%d-%m-%Y %H:%M}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    return str(value)
