"""A decision table as a plain grid, as another tool wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from visitation.errors import VisitationError


@dataclass(frozen=True)
class Column:
    """A question: its name in FEEL, its label, the answers it allows, and our annex if it has one."""

    name: str
    label: str
    allowed: tuple[str, ...]
    annex: dict | None


@dataclass(frozen=True)
class Row:
    """A rule: a cell for each question (None allows all), its outcome, the words beside it, and our annex if it has one."""

    cells: tuple[tuple[str, ...] | None, ...]
    then: str
    description: str
    annex: dict | None


@dataclass(frozen=True)
class Grid:
    """A decision table; `outcomes` are those it may give, `outcome_annex` and `annex` what rode along with our own export."""

    id: str
    label: str
    columns: tuple[Column, ...]
    outcomes: tuple[str, ...]
    rows: tuple[Row, ...]
    annex: dict | None
    outcome_annex: dict | None


def wrong(row: int, column: str, what: str) -> VisitationError:
    """The refusal of a cell; rows are numbered as DMN editors do."""
    return VisitationError(f"række {row}, kolonne '{column}': {what}")


def overlapping(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> Iterator[tuple[int, int]]:
    """The numbers of two rules that share a combination of answers."""
    picked = [[set(cell or column.allowed) for cell, column in zip(row.cells, columns, strict=True)] for row in rows]
    for one, other in combinations(range(len(rows)), 2):
        if all(a & b for a, b in zip(picked[one], picked[other], strict=True)):
            yield one + 1, other + 1
