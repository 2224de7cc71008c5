"""What may stand in a cell of an export; a message says what is allowed and never what stood there."""

import re
from datetime import date, datetime
from typing import Any

from visitation.errors import allowed
from visitation.register.personnumber import MASK, has_personnumber, lost_its_zero
from visitation.register.profile import Column, plain
from visitation.register.table_file import FAULT, FORMULA

REFERENCE = re.compile(r"(?=.*\d)[\w./-]{1,40}")
DATE = re.compile(r"\d\d-\d\d-\d{4}( \d\d:\d\d(:\d\d)?)?", re.ASCII)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
EARLIEST = date(2000, 1, 1)  # Excel turns a stray number into a day of 1900


class WrongCell(Exception):  # noqa: N818 - never leaves the import
    """Carries to its row what is allowed in a cell."""


def read_cell(column: Column, cell: Any, today: date) -> str | date:
    """The value of a cell as the register keeps it; WrongCell says what is allowed."""
    if cell is FORMULA:
        raise WrongCell("cellen er en formel; kun værdier er tilladt")
    if cell is FAULT:
        raise WrongCell("cellen viser en fejl fra Excel; kun værdier er tilladt")
    if has_personnumber(cell) or (column.kind == "text" and lost_its_zero(cell)):
        raise WrongCell(f"ser ud til at indeholde et CPR-nummer ({MASK}), og det er ikke tilladt")
    return READ[column.kind](column, cell, today)


def absent_cell(column: Column) -> str:
    """The value of a field whose column the file does not have."""
    return column.choices.get("", "")


def _reference(_column: Column, cell: str, _today: date) -> str:
    if not REFERENCE.fullmatch(cell):
        raise WrongCell("skal være et sagsnummer: højst 40 bogstaver, tal og - / . _ uden mellemrum, mindst ét tal")
    return cell


def _date(_column: Column, cell: str, today: date) -> date:
    try:
        day = datetime.strptime(cell[:10], "%d-%m-%Y").date() if DATE.fullmatch(cell) else None
    except ValueError:
        day = None
    if day is None:
        raise WrongCell("skal være en dato skrevet som dd-mm-åååå")
    if not EARLIEST <= day <= today:
        raise WrongCell(f"datoen skal ligge fra {EARLIEST:%d-%m-%Y} til i dag ({today:%d-%m-%Y})")
    return day


def _choice(column: Column, cell: str, _today: date) -> str:
    if plain(cell) not in column.choices:
        raise WrongCell(f"skal være en af: {allowed(text or '(tom)' for text in column.choices)}")
    return column.choices[plain(cell)]


def _text(_column: Column, cell: str, _today: date) -> str:
    if CONTROL.search(cell):
        raise WrongCell("indeholder styretegn; almindelig tekst er tilladt")
    return cell.replace("\r\n", "\n").replace("\r", "\n")


READ = {"reference": _reference, "date": _date, "choice": _choice, "text": _text}
