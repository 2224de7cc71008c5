"""The cells of a report's table as columns of numbers: what is said as "49 af 200 (24,5 %; 95 %: 19,1–30,9)" is five of them."""

import re
from collections.abc import Sequence
from itertools import zip_longest

NUMBER = r"([+-]?\d{1,3}(?:\.?\d{3})*(?:,\d+)?)"
TO = f"{NUMBER}(?:–| til ){NUMBER}"
SHAPES: dict[tuple[str, ...], re.Pattern[str]] = {  # what the numbers of a cell are, and how they are said
    ("",): re.compile(NUMBER),
    ("%",): re.compile(f"{NUMBER} %"),
    ("%", "af"): re.compile(f"{NUMBER} % af {NUMBER}"),
    ("", "af"): re.compile(f"{NUMBER} af {NUMBER}"),
    ("fra", "til"): re.compile(TO),
    ("%", "fra", "til"): re.compile(rf"{NUMBER} % \({TO}\)"),
    ("", "fra", "til"): re.compile(rf"{NUMBER} \({TO}\)"),
    ("", "95 % fra", "95 % til"): re.compile(rf"{NUMBER} \(95 %: {TO}\)"),
    ("", "af", "%", "95 % fra", "95 % til"): re.compile(rf"{NUMBER} af {NUMBER} \({NUMBER} %; 95 %: {TO}\)"),
}
NO_NUMBER = ("", "–", "ingen data", "ikke endnu")
FORMULA = ("=", "+", "-", "@")


def columns(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The rows with each column, but that of the headings, in as many as its cells have numbers; the first row is the columns' names."""
    found = [*zip_longest(*([_plain(cell) for cell in row] for row in rows), fillvalue="")]
    parts = [[(_text(cell),) for cell in column] for column in found[:1]] + [_parted(column) for column in found[1:]]
    return [sum(cells, ()) for cells in zip(*parts, strict=True)]


def _parted(column: Sequence[str]) -> list[tuple[str, ...]]:
    """A column's cells in their numbers, where one shape or its beginning fits them all; else as they are."""
    name, *cells = column
    told = [cell for cell in cells if cell not in NO_NUMBER]
    for shape in SHAPES:
        begins = [begin for begin in SHAPES if shape[: len(begin)] == begin]
        if told and all(any(SHAPES[begin].fullmatch(cell) for begin in begins) for cell in told):
            return [tuple(_named(name, part) for part in shape), *(_numbers(cell, begins, len(shape)) for cell in cells)]
    return [(_text(cell),) for cell in column]


def _numbers(cell: str, shapes: Sequence[tuple[str, ...]], wide: int) -> tuple[str, ...]:
    found = next((match for shape in shapes if (match := SHAPES[shape].fullmatch(cell))), None)
    numbers = [number.replace(".", "") for number in found.groups()] if found else [cell]
    return (*numbers, *[""] * (wide - len(numbers)))


def _named(name: str, part: str) -> str:
    return ", ".join(filter(None, (name, part)))


def _plain(cell: str) -> str:
    return cell.replace("\N{MINUS SIGN}", "-").replace("\N{NO-BREAK SPACE}", " ")


def _text(cell: str) -> str:
    """A cell alone: a number, or a text that a spreadsheet takes for no formula, whatever it begins with."""
    if SHAPES["",].fullmatch(cell):
        return cell.replace(".", "")
    return f"'{cell}" if cell.startswith(FORMULA) else cell
