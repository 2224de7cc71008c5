"""What a report says of a number: words that still know the numbers in them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Self

from widgets import numbers

NONE = "–"
Number = int | float | Decimal


class Told(str):
    """Words, and what each number in them is: "49 af 200" is {"": 49, "af": 200}. A unit may stand beside its number; None is none.

    As the cell of a table it keeps its numbers (`piece.table`); in a sentence it is words alone."""

    __slots__ = ("numbers",)

    def __new__(cls, words: str, numbers: Mapping[str, Number | str | None]) -> Self:  # noqa: D102
        told = super().__new__(cls, words)
        told.numbers = {part: value for part, value in numbers.items() if value is not None}
        return told


def number(value: Number, decimals: int = 0) -> Told:
    """A number as Danish writes it: 1.234,5."""
    return Told(numbers.number(value, "da", decimals), {"": value})


def of(count: int, whole: int) -> Told:
    """ "49 af 200"."""
    return Told(f"{number(count)} af {number(whole)}", {"": count, "af": whole})


def percent(value: float | None, decimals: int = 1) -> str:
    """ "24,5 %"; a dash where there is none."""
    return NONE if value is None else Told(f"{number(value, decimals)}\N{NO-BREAK SPACE}%", {"%": value})


def between(low: Number, high: Number, decimals: int = 0) -> Told:
    """ "19,1–30,9"; with "til" where an end is below zero."""
    return Told(numbers.between(low, high, "da", decimals), {"fra": low, "til": high})


def around(middle: Number, low: Number, high: Number, decimals: int = 0) -> Told:
    """A number, and in brackets the ends that it lies between: "12 (9–15)"."""
    ends = between(low, high, decimals)
    return Told(f"{number(middle, decimals)} ({ends})", {"": middle} | ends.numbers)
