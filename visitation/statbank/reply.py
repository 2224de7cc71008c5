"""A reply of the StatBank, JSON-stat as it documents it, as rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from visitation.errors import VisitationError

SHAPE = "JSON-stat med dataset, dimension, id, size og value"


@dataclass(frozen=True)
class Dimension:
    """A variable of a table: its code, its name, and the name of every value by code, in the table's order."""

    code: str
    label: str
    values: Mapping[str, str]


@dataclass(frozen=True)
class Row:
    """A number of a table and the code of each variable it stands at; None when the StatBank does not give it."""

    at: Mapping[str, str]
    value: float | None


@dataclass(frozen=True)
class Table:
    """What a table replied: its title, when the StatBank last changed it (as it says so), its variables and its numbers."""

    title: str
    updated: str
    dimensions: tuple[Dimension, ...]
    rows: tuple[Row, ...]

    def dimension(self, code: str) -> Dimension:
        """The variable of that code; VisitationError names those there are."""
        found = {one.code: one for one in self.dimensions}
        if code not in found:
            raise VisitationError(f"{self.title}: ukendt variabel '{code}'; tilladt er {', '.join(found)}")
        return found[code]


def read_reply(reply: Any, name: str) -> Table:
    """The table that a reply holds; VisitationError, with the table's name, when the reply has another shape."""
    try:
        dataset = reply["dataset"]
        dimensions = tuple(_dimension(code, dataset["dimension"][code]) for code in dataset["dimension"]["id"])
        sizes = [len(one.values) for one in dimensions]
        values = [None if value is None else float(value) for value in dataset["value"]]
        if sizes != dataset["dimension"]["size"] or prod(sizes) != len(values):
            raise ValueError
        return Table(str(dataset["label"]), str(dataset.get("updated", "")), dimensions, _rows(dimensions, values))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise VisitationError(f"{name}: svaret fra Danmarks Statistik har en anden form end ventet; tilladt er {SHAPE}.") from None


def _dimension(code: str, found: Mapping) -> Dimension:
    """Its values stand in the order of their places, which have to be 0, 1, 2 and so on."""
    places = found["category"]["index"]
    codes = sorted(places, key=places.__getitem__)
    if [places[one] for one in codes] != list(range(len(codes))):
        raise ValueError
    labels = found["category"]["label"]
    return Dimension(code, str(found["label"]), {one: str(labels[one]) for one in codes})


def _rows(dimensions: tuple[Dimension, ...], values: list[float | None]) -> tuple[Row, ...]:
    """The last variable runs fastest."""
    codes = [one.code for one in dimensions]
    cells = product(*(one.values for one in dimensions))
    return tuple(Row(dict(zip(codes, cell, strict=True)), value) for cell, value in zip(cells, values, strict=True))
