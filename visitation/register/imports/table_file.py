"""Reads a case system's export as a table of texts: CSV with semicolons (UTF-8 or cp1252), or XLSX."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePath
from typing import NamedTuple

from visitation.errors import VisitationError
from visitation.register.imports import csv_file, workbook
from visitation.register.imports.limits import MAX_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, too_large
from visitation.register.personnumber import mask

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
STRIDE = 2_000  # rows between two reports of progress

Progress = Callable[[int, int], None]  # rows read, and how many there seem to be


class Row(NamedTuple):
    """One row below the header: its number as Excel shows it, and a cell for every column of the header."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class TableFile:
    """A file as a header and the columns below it, without empty rows; a cell is a trimmed text, workbook.FORMULA or workbook.FAULT.

    `numbers` are the rows' numbers as Excel shows them, `overlong` those of the rows that go on behind the header's end."""

    name: str
    header: tuple[str, ...]
    numbers: list[int]
    columns: tuple[list[str], ...]
    overlong: list[int]

    @property
    def rows(self) -> Iterator[Row]:
        """The table row by row."""
        return map(Row, self.numbers, zip(*self.columns, strict=True))


def silent(_done: int, _total: int) -> None:
    """Tells nobody of progress."""


def read_table(content: bytes, filename: str, progress: Progress = silent) -> TableFile:
    """The table in a file; VisitationError says in one sentence what is wrong and what is allowed."""
    name, rows = _opened(content, filename, progress)
    header = _header(name, rows)
    table = TableFile(name, header, [], tuple([] for _ in header), [])
    while batch := list(islice(rows, STRIDE)):
        _add(table, batch)
        if len(table.numbers) * len(header) > MAX_CELLS:
            raise too_large(name)
    progress(len(table.numbers), len(table.numbers))
    return table


def read_header(content: bytes, filename: str) -> tuple[str, ...]:
    """The first row of a file that is not empty; VisitationError as `read_table`."""
    return _header(*_opened(content, filename, silent))


def _opened(content: bytes, filename: str, progress: Progress) -> tuple[str, Iterator[tuple[int, list[str]]]]:
    name = mask(PurePath(filename).name)
    if len(content) > MAX_BYTES:
        raise VisitationError(f"{name}: filen er for stor; højst {MAX_BYTES // 1024 // 1024} MB er tilladt.")
    if content.startswith(OLE):
        raise VisitationError(f"{name}: filen er i gammelt Excel-format eller har adgangskode; gem som .xlsx.")
    total, rows = (workbook if content.startswith(ZIP) else csv_file).rows(name, content)
    return name, _used(name, rows, total, progress)


def _used(name: str, rows: Iterable[list[str]], total: int, progress: Progress) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, with their numbers and without the empty cells at their end."""
    for number, cells in enumerate(rows, start=1):
        while cells and not cells[-1]:
            cells.pop()
        if number > MAX_ROWS or len(cells) > MAX_COLUMNS:
            raise too_large(name)
        if number % STRIDE == 0:
            progress(number, total if total > number else number + STRIDE)  # a sheet may claim less than it holds, or nothing
        if cells:
            yield number, cells


def _add(table: TableFile, batch: list[tuple[int, list[str]]]) -> None:
    """Puts rows under the columns: a batch at a time, so that no more than that ever stands in memory twice."""
    width = len(table.header)
    for number, cells in batch:
        table.numbers.append(number)
        if len(cells) > width:
            table.overlong.append(number)
            del cells[width:]
        elif len(cells) < width:
            cells.extend([""] * (width - len(cells)))
    for column, cells in zip(table.columns, zip(*(cells for _, cells in batch), strict=True), strict=True):
        column.extend(cells)


def _header(name: str, rows: Iterator[tuple[int, list[str]]]) -> tuple[str, ...]:
    first = next(rows, None)
    if first is None:
        raise VisitationError(f"{name}: filen er tom; første række skal være kolonnernes navne.")
    return tuple("" if cell in workbook.UNREADABLE.values() else cell for cell in first[1])
