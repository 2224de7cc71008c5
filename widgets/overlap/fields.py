"""The whole numbers that somebody writes on the screen: what is usual, and what is allowed."""

from dataclasses import dataclass

from visitation.errors import VisitationError
from widgets.numbers import number, parse
from widgets.text import translator


@dataclass(frozen=True)
class Field:
    """A whole number that somebody writes: what is usual, and what is allowed at the most; the core says when a list allows less."""

    usual: int
    low: int
    high: int


FIELDS = {
    "second": Field(60, 1, 1000),
    "seed": Field(2015, 0, 999_999),
    "total": Field(120, 1, 1000),
    "pick": Field(2015, 0, 999_999),
}


def whole(field: Field, given: str, lang: str) -> int:
    """The number as written when it is allowed; else VisitationError."""
    value = parse(given, lang)
    if value != int(value) or not field.low <= value <= field.high:
        said = translator(lang)("Skriv et helt tal fra %(low)s til %(high)s.")
        raise VisitationError(said % {"low": number(field.low, lang), "high": number(field.high, lang)})
    return int(value)
