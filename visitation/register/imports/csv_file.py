"""The rows of a CSV file: semicolons, UTF-8 or cp1252."""

import csv
import io
from collections.abc import Iterator

from visitation.errors import VisitationError
from visitation.register.imports.limits import too_long_cell

ENCODINGS = ("utf-8-sig", "cp1252")


def rows(name: str, content: bytes) -> tuple[int, Iterator[list[str]]]:
    """How many rows there seem to be, and the rows as texts; VisitationError when it is no such text, or while reading."""
    lines = io.TextIOWrapper(io.BytesIO(content), _encoding(name, content), newline="")
    return content.count(b"\n"), _rows(name, csv.reader(lines, delimiter=";", strict=True))


def _rows(name: str, reader: Iterator[list[str]]) -> Iterator[list[str]]:
    number = 1
    try:
        for number, cells in enumerate(reader, start=2):  # noqa: B007 - the row that fails is the next one
            yield cells
    except csv.Error as error:
        if "limit" in str(error):
            raise too_long_cell(name, number) from None
        raise VisitationError(f"{name}, række {number}: anførselstegn skal stå om hele feltet og dobbelt inde i det.") from None


def _encoding(name: str, content: bytes) -> str:
    if b"\0" in content:
        raise VisitationError(f"{name}: filen er ikke en tekstfil; gem den som CSV (semikolon, UTF-8) eller .xlsx.")
    for encoding in ENCODINGS:
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    raise VisitationError(f"{name}: filens tegn kan ikke læses; gem den som CSV i UTF-8 eller cp1252 (Windows).")
