"""Reads a case system's export as a table of texts: CSV with semicolons (UTF-8 or cp1252), or XLSX."""

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Any

from visitation.errors import VisitationError
from visitation.register.personnumber import mask

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED = 20 * MAX_BYTES  # a small zip file may hold gigabytes of nothing
MAX_CELL = 100_000
MAX_ROWS, MAX_COLUMNS = 1_048_576, 1_000  # Excel's own number of rows; a damaged sheet may claim any
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"

FORMULA = object()  # stands in a cell whose value would have to be computed
FAULT = object()  # stands in a cell that holds an error of Excel's


@dataclass(frozen=True)
class Row:
    """One row below the header; `number` is the one Excel shows, cells are trimmed texts, FORMULA or FAULT."""

    number: int
    cells: tuple[Any, ...]


@dataclass(frozen=True)
class TableFile:
    """A file as a header and the rows below it that are not empty."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(content: bytes, filename: str) -> TableFile:
    """The table in a file; VisitationError says in one sentence what is wrong and what is allowed."""
    name = mask(PurePath(filename).name)
    if len(content) > MAX_BYTES:
        raise VisitationError(f"{name}: filen er for stor; højst {MAX_BYTES // 1024 // 1024} MB er tilladt.")
    if content.startswith(OLE):
        raise VisitationError(f"{name}: filen er i gammelt Excel-format eller har adgangskode; gem som .xlsx.")
    rows = _workbook(name, content) if content.startswith(ZIP) else list(_used(name, _csv(name, content)))
    if not rows:
        raise VisitationError(f"{name}: filen er tom; første række skal være kolonnernes navne.")
    header = tuple(cell if isinstance(cell, str) else "" for cell in rows[0].cells)
    return TableFile(name, header, tuple(rows[1:]))


def _used(name: str, rows: Iterable[Iterable]) -> Iterator[Row]:
    """The rows that are not empty, without the empty cells at their end."""
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() if isinstance(cell, str) else cell for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if any(len(cell) > MAX_CELL for cell in cells if isinstance(cell, str)):
            raise _too_long(name, number)
        if number > MAX_ROWS or len(cells) > MAX_COLUMNS:
            raise VisitationError(f"{name}: højst {MAX_ROWS} rækker og {MAX_COLUMNS} kolonner er tilladt.")
        if cells:
            yield Row(number, tuple(cells))


def _too_long(name: str, number: int) -> VisitationError:
    return VisitationError(f"{name}, række {number}: en celle har over {MAX_CELL} tegn; kortere tekster er tilladt.")


def _csv(name: str, content: bytes) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(_text(name, content), newline=""), delimiter=";", strict=True)
    number = 1
    try:
        for number, cells in enumerate(reader, start=2):  # noqa: B007 - the row that fails is the next one
            yield cells
    except csv.Error as error:
        if "limit" in str(error):
            raise _too_long(name, number) from None
        raise VisitationError(f"{name}, række {number}: anførselstegn skal stå om hele feltet og dobbelt inde i det.") from None


def _text(name: str, content: bytes) -> str:
    if b"\0" in content:
        raise VisitationError(f"{name}: filen er ikke en tekstfil; gem den som CSV (semikolon, UTF-8) eller .xlsx.")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise VisitationError(f"{name}: filens tegn kan ikke læses; gem den som CSV i UTF-8 eller cp1252 (Windows).")


def _workbook(name: str, content: bytes) -> list[Row]:
    try:
        with warnings.catch_warnings(action="ignore"):  # openpyxl tells of styles it does not know
            return list(_used(name, _sheet(name, content)))
    except VisitationError:
        raise
    except Exception:  # a damaged workbook fails in any way that zip, XML or a number can
        raise VisitationError(f"{name}: filen er ikke et Excel-ark, der kan læses; gem den igen som .xlsx.") from None


def _sheet(name: str, content: bytes) -> Iterator[Iterator]:
    from openpyxl import load_workbook  # a quarter of a second, and most exports are CSV

    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > MAX_UNPACKED:
            raise VisitationError(f"{name}: Excel-arket fylder for meget pakket ud; gem det som CSV.")
    sheet = load_workbook(io.BytesIO(content), read_only=True).worksheets[0]
    sheet.reset_dimensions()  # the size a sheet claims may be a million rows
    for cells in sheet.iter_rows():
        yield map(_value, cells)


def _value(cell: Any) -> Any:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in ("f", "e"):
        return FORMULA if cell.data_type == "f" else FAULT
    if isinstance(value, datetime):
        return f"{value:%d-%m-%Y}" if value.time() == datetime.min.time() else f"{value:%d-%m-%Y %H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
