"""What a frame consists of, declared once: columns with type, unit, meaning and source. The frame is made by it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from visitation.errors import VisitationError, allowed
from visitation.model import Text

CATEGORY, DAY, TIME = "category", "datetime64[s]", "datetime64[s]"
WHOLE, NUMBER, WORD, YES_NO = "Int64", "float64", "string", "boolean"
UNITS = {
    "": Text(da="", en=""),
    "antal": Text(da="antal", en="count"),
    "dage": Text(da="dage", en="days"),
    "uger": Text(da="uger", en="weeks"),
    "timer_uge": Text(da="timer om ugen", en="hours a week"),
    "minutter_uge": Text(da="minutter om ugen", en="minutes a week"),
    "pct": Text(da="procent", en="per cent"),
    "andel": Text(da="andel, 0-1", en="share, 0-1"),
    "kr": Text(da="kroner", en="kroner"),
    "p40": Text(da="point, 0-40", en="points, 0-40"),
    "p10": Text(da="point, 0-10", en="points, 0-10"),
    "aar": Text(da="år", en="year"),
    "egen": Text(da="se kolonnen unit", en="see the column unit"),
}
NAME = "frame"  # under which a frame remembers what it is


@dataclass(frozen=True)
class Column:
    """A column: its type in pandas, what it means in Danish and English, its unit (a key of UNITS).

    A category says one of `values`, lowest first when `ordered`; without values those of the municipality's model, or those found.
    `source` is the part of the core that makes it, where that is another than the frame's."""

    name: str
    dtype: str
    da: str
    en: str
    unit: str = ""
    values: tuple[str, ...] = ()
    ordered: bool = False
    source: str = ""

    def meaning(self, lang: str) -> str:
        """What it means, in `lang`."""
        return self.en if lang == "en" else self.da


@dataclass(frozen=True)
class Schema:
    """A frame: its name, which is that of the function that makes it, what one row is, which part of the core tells it, and its columns."""

    name: str
    row: Text
    source: str
    columns: tuple[Column, ...]

    def made(self, rows: Iterable[Sequence[Any]], values: Mapping[str, Sequence[str]] | None = None) -> pd.DataFrame:
        """The frame of rows, each with a value for every column in order, None or "" where there is none.

        `values`: what a category without values of its own may say, by its column. VisitationError when one says something else."""
        by_column = list(zip(*rows, strict=True)) or [()] * len(self.columns)
        may = values or {}
        told = zip(self.columns, by_column, strict=True)
        frame = pd.DataFrame({column.name: _series(self, column, cells, may.get(column.name, ())) for column, cells in told})
        frame.attrs[NAME] = self.name
        return frame


def _series(schema: Schema, column: Column, cells: Sequence[Any], given: Sequence[str]) -> pd.Series:
    if column.dtype == CATEGORY:
        said = [cell or None for cell in cells]
        return pd.Series(pd.Categorical(said, _categories(schema, column, said, given), ordered=column.ordered))
    if column.dtype == WORD:
        return pd.Series([cell or None for cell in cells], dtype=WORD)
    return pd.Series(list(cells), dtype=column.dtype)


def _categories(schema: Schema, column: Column, said: Iterable[str | None], given: Sequence[str]) -> list[str]:
    """The values a category may say: its own, else those given with those found after them, since an old case may follow an old model."""
    found = set(said) - {None}
    if column.values:
        if other := found.difference(column.values):
            raise VisitationError(f"{schema.name}.{column.name}: ukendt '{min(other)}'; tilladt er {allowed(column.values)}.")
        return list(column.values)
    return [*given, *sorted(found.difference(given))]
