"""What would pay for a unit at the municipality's own price of support, and how much that hangs on what is not known."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from visitation.economy.budget import Avoided, break_even
from visitation.economy.schema import Count

PRICES = (Decimal("0.75"), Decimal(1), Decimal("1.25"))  # times the price that was given


@dataclass(frozen=True)
class Row:
    """A number of courses a year, what it is by its count (None: the reader's own), and the weeks each has to avoid at PRICES."""

    volume: Count | None
    courses: Decimal
    weeks: tuple[Decimal, ...]


@dataclass(frozen=True)
class Balance:
    """So much support costs as much as the unit in a year; the same for each course; and for other numbers of courses, fewest first."""

    whole: Avoided
    per_course: Avoided
    rows: tuple[Row, ...]


def balance(kr: int, courses: int, week_kr: int, volumes: Iterable[Count]) -> Balance:
    """The balance of a unit that costs `kr` a year, at `week_kr` for a week of support under § 85."""
    own = _row(None, Decimal(courses), kr, week_kr)
    others = (_row(one, one.a_year, kr, week_kr) for one in volumes)
    per_course = break_even(Decimal(kr) / courses, week_kr)
    return Balance(break_even(kr, week_kr), per_course, tuple(sorted([own, *others], key=lambda row: row.courses)))


def _row(volume: Count | None, courses: Decimal, kr: int, week_kr: int) -> Row:
    return Row(volume, courses, tuple(break_even(kr / courses, week_kr * price).weeks for price in PRICES))
