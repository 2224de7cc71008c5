"""Reads a column of an export, part by part."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from itertools import filterfalse
from typing import Any

from visitation.register.imports.cells import LIKE_A_FORMULA, REFERENCE, RETURN_OR_CONTROL, WrongCell, absent_value, read_cell
from visitation.register.imports.profile import Column
from visitation.register.imports.table_file import Part
from visitation.register.personnumber import many_digits


class Reader:
    """Reads the column at a place of the file, None when the file does not have it.

    Each distinct cell is looked at once, and of texts and references only those in which something might be wrong.
    `wrong` are the rows of wrong cells with what is allowed there, and `empty` is the number of empty cells, in all that is read."""

    def __init__(self, column: Column, place: int | None, today: date):
        self.column, self.place, self.today = column, place, today
        self.wrong: list[tuple[int, str]] = []
        self.empty = 0
        self._look_at = WORTH_A_LOOK.get(column.field.kind, set)
        self._values: dict[str, Any] = {}
        self._reasons: dict[str, str] = {}

    def read(self, part: Part) -> Sequence[Any]:
        """The values in a part's rows as the register keeps them; that of a wrong cell means nothing."""
        if self.place is None:
            return [absent_value(self.column)] * len(part.numbers)
        cells = part.columns[self.place]
        self.empty += cells.count("")
        for cell in self._look_at(set(cells)):
            if cell not in self._values:
                self._look(cell)
        if self._reasons:
            told = zip(part.numbers, map(self._reasons.get, cells), strict=True)
            self.wrong += [(number, reason) for number, reason in told if reason]
        return list(map(self._values.get, cells, cells)) if self._values else cells

    def _look(self, cell: str) -> None:
        try:
            self._values[cell] = read_cell(self.column, cell, self.today)
        except WrongCell as error:
            self._values[cell], self._reasons[cell] = None, str(error)


def _odd_references(cells: Collection[str]) -> set[str]:
    return {*filterfalse(REFERENCE.fullmatch, cells), *_numbered(cells)}


def _odd_texts(cells: Collection[str]) -> set[str]:
    return {*filter(RETURN_OR_CONTROL.search, cells), *filter(LIKE_A_FORMULA.match, cells), *_numbered(cells)}


def _numbered(cells: Collection[str]) -> Iterable[str]:
    """Those with many digits; mostly there are none, which one look at all of them tells."""
    return filter(many_digits, cells) if many_digits("\n".join(cells)) else ()


WORTH_A_LOOK: dict[str, Callable[[Collection[str]], set[str]]] = {"reference": _odd_references, "text": _odd_texts}
