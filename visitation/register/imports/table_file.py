"""Reads a case system's export as a table of texts: CSV with semicolons (UTF-8 or cp1252), or XLSX."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from pathlib import PurePath
from typing import NamedTuple

from visitation.errors import VisitationError
from visitation.register.imports import csv_file, workbook
from visitation.register.imports.limits import MAX_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, too_large
from visitation.register.personnumber import mask

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
STRIDE = 2_000  # rows between two reports of progress
PART = 250  # rows that are read and looked at together, while the processor still holds them

Progress = Callable[[int, int], None]  # rows read, and how many there seem to be


class Row(NamedTuple):
    """One row below the header: its number as Excel shows it, and a cell for every column of the header."""

    number: int
    cells: tuple[str, ...]


class Part(NamedTuple):
    """Some rows of a table: their numbers as Excel shows them, and column by column their cells as trimmed texts, workbook.FORMULA
    or workbook.FAULT. `overlong` are the numbers of the rows that go on behind the header's end."""

    numbers: tuple[int, ...]
    columns: tuple[tuple[str, ...], ...]
    overlong: list[int]


@dataclass(frozen=True)
class TableFile:
    """A file as a header and the rows below it without the empty ones, which are read while the parts are asked for, once."""

    name: str
    header: tuple[str, ...]
    parts: Iterator[Part]

    @property
    def rows(self) -> Iterator[Row]:
        """The table row by row."""
        return chain.from_iterable(map(Row, part.numbers, zip(*part.columns, strict=True)) for part in self.parts)


def silent(_done: int, _total: int) -> None:
    """Tells nobody of progress."""


def read_table(content: bytes, filename: str, progress: Progress = silent) -> TableFile:
    """The table in a file; VisitationError says in one sentence what is wrong and what is allowed, also while its parts are read."""
    name, rows = _opened(content, filename, progress)
    header = _header(name, rows)
    return TableFile(name, header, _parts(name, len(header), rows, progress))


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
        while cells and not cells[-1].strip():
            cells.pop()
        if number > MAX_ROWS or len(cells) > MAX_COLUMNS:
            raise too_large(name)
        if number % STRIDE == 0:
            progress(number, total if total > number else number + STRIDE)  # a sheet may claim less than it holds, or nothing
        if cells:
            yield number, cells


def _parts(name: str, width: int, rows: Iterator[tuple[int, list[str]]], progress: Progress) -> Iterator[Part]:
    read = 0
    while part := list(islice(rows, PART)):
        read += len(part)
        if read * width > MAX_CELLS:
            raise too_large(name)
        yield _part(width, part)
    progress(read, read)


def _part(width: int, rows: list[tuple[int, list[str]]]) -> Part:
    numbers, cells = zip(*rows, strict=True)
    overlong = [number for number, found in rows if len(found) > width]
    columns = islice(zip_longest([""] * width, *cells, fillvalue=""), width)  # the first row is there so that none is missing
    return Part(numbers, tuple(tuple(map(str.strip, column[1:])) for column in columns), overlong)


def _header(name: str, rows: Iterator[tuple[int, list[str]]]) -> tuple[str, ...]:
    first = next(rows, None)
    if first is None:
        raise VisitationError(f"{name}: filen er tom; første række skal være kolonnernes navne.")
    return tuple("" if cell in workbook.UNREADABLE.values() else cell.strip() for cell in first[1])
