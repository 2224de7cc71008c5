"""What may stand in a cell of an export; a message says what is allowed and never what stood there."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from visitation.errors import allowed
from visitation.register.imports.profile import Column, plain
from visitation.register.imports.workbook import FAULT, FORMULA
from visitation.register.personnumber import MASK, has_personnumber, lost_its_zero

REFERENCE = re.compile(r"(?=.*\d)\w[\w./-]{0,39}")
DATE = re.compile(r"(\d\d-\d\d-\d{4})(?: (\d\d:\d\d)(?::\d\d)?)?", re.ASCII)
NUMBER = re.compile(r"\d{1,4}(,\d{1,4})?", re.ASCII)
LIKE_A_FORMULA = re.compile(r"[=@]|[+-](?!\s)")  # a line that begins with a dash and a space is a list
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
RETURN_OR_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
EARLIEST = date(2000, 1, 1)  # Excel turns a stray number into a day of 1900
YEARS_AHEAD = 20


class WrongCell(Exception):  # noqa: N818 - never leaves the import
    """Carries to its row what is allowed in a cell."""


def read_cell(column: Column, cell: str, today: date) -> Any:
    """The value of a cell as the register keeps it, a date as a date; WrongCell says what is allowed."""
    if cell == FORMULA:
        raise WrongCell("cellen er en formel; kun værdier er tilladt")
    if cell == FAULT:
        raise WrongCell("cellen viser en fejl fra Excel; kun værdier er tilladt")
    if has_personnumber(cell) or (column.field.kind == "text" and lost_its_zero(cell)):
        raise WrongCell(f"ser ud til at indeholde et CPR-nummer ({MASK}), og det er ikke tilladt")
    if not cell and column.field.may_be_empty and column.field.kind != "text":
        return None
    return READ[column.field.kind](column, cell, today)


def absent_value(column: Column) -> str | None:
    """The value of a field whose column the file does not have: that of an empty cell."""
    return column.choices.get("", "" if column.field.kind == "text" else None)


def _reference(_column: Column, cell: str, _today: date) -> str:
    if not REFERENCE.fullmatch(cell):
        raise WrongCell("skal være et sagsnummer: højst 40 bogstaver, tal og - / . _ uden mellemrum, mindst ét tal")
    return cell


def _date(_column: Column, cell: str, today: date) -> date:
    return _day_until(cell, today, f"i dag ({today:%d-%m-%Y})")


def _plan(_column: Column, cell: str, today: date) -> date:
    last = date(today.year + YEARS_AHEAD, 12, 31)
    return _day_until(cell, last, f"{last:%d-%m-%Y}")


def _time(_column: Column, cell: str, today: date) -> datetime:
    day, clock = _day_until(cell, today, f"i dag ({today:%d-%m-%Y})"), DATE.fullmatch(cell)[2]
    try:
        return datetime.combine(day, datetime.strptime(clock or "", "%H:%M").time())
    except ValueError:
        raise WrongCell("skal være dato og klokkeslæt skrevet som dd-mm-åååå tt:mm") from None


def _day_until(cell: str, last: date, called: str) -> date:
    written = DATE.fullmatch(cell)
    try:
        day = datetime.strptime(written[1], "%d-%m-%Y").date() if written else None
    except ValueError:
        day = None
    if day is None:
        raise WrongCell("skal være en dato skrevet som dd-mm-åååå")
    if not EARLIEST <= day <= last:
        raise WrongCell(f"datoen skal ligge fra {EARLIEST:%d-%m-%Y} til {called}")
    return day


def _number(column: Column, cell: str, _today: date) -> float:
    number = float(cell.replace(",", ".")) if NUMBER.fullmatch(cell) else -1
    if not 0 <= number <= column.field.high:
        raise WrongCell(f"skal være et tal fra 0 til {column.field.high}, med komma før decimalerne")
    return number


def _choice(column: Column, cell: str, _today: date) -> str:
    if plain(cell) not in column.choices:
        raise WrongCell(f"skal være en af: {allowed(text or '(tom)' for text in column.choices)}")
    return column.choices[plain(cell)]


def _code(column: Column, cell: str, _today: date) -> str:
    if cell.lower() not in column.field.ids:
        raise WrongCell(f"skal være tom eller en af koderne {allowed(column.field.ids)}")
    return cell.lower()


def _text(_column: Column, cell: str, _today: date) -> str:
    if CONTROL.search(cell):
        raise WrongCell("indeholder styretegn; almindelig tekst er tilladt")
    if LIKE_A_FORMULA.match(cell):
        raise WrongCell("begynder som en formel (= + - @); almindelig tekst er tilladt, også en bindestreg med mellemrum efter")
    return cell.replace("\r\n", "\n").replace("\r", "\n")


READ: dict[str, Callable[[Column, str, date], Any]] = {
    "reference": _reference,
    "date": _date,
    "plan": _plan,
    "time": _time,
    "number": _number,
    "choice": _choice,
    "code": _code,
    "text": _text,
}
