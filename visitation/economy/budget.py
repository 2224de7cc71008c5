"""Budgets and what they come to: shares and checksum, unit costs, changes, and how much avoided support would pay a unit."""

from dataclasses import dataclass
from decimal import Decimal

from visitation.economy.schema import Amount, Budget, Count
from visitation.errors import VisitationError

WEEKS = 52  # a year of support


@dataclass(frozen=True)
class Line:
    """A line of a budget and its share of the published total in per cent."""

    amount: Amount
    percent: Decimal


@dataclass(frozen=True)
class Table:
    """A budget with its lines. `difference` is what the lines come to less the published total, in kroner; None without lines.

    `per_course` and `per_post` are kroner; a course as the budget was to carry them, a post by the line that pays the posts."""

    budget: Budget
    lines: tuple[Line, ...]
    difference: int | None
    per_course: Decimal
    per_post: Decimal | None


@dataclass(frozen=True)
class Change:
    """From one amount to a later one: the difference, and the same in per cent of the first."""

    before: Decimal
    after: Decimal
    difference: Decimal
    percent: Decimal


@dataclass(frozen=True)
class Avoided:
    """So much support not given costs what something else does: weeks of it, and years of 52 weeks."""

    weeks: Decimal
    years: Decimal


def table(budget: Budget) -> Table:
    """The budget with shares, checksum and unit costs."""
    total = budget.total.kr
    staff = next((line.kr for line in budget.lines if line.id == budget.staff), None)
    return Table(
        budget,
        tuple(Line(line, Decimal(100 * line.kr) / total) for line in budget.lines),
        sum(line.kr for line in budget.lines) - total if budget.lines else None,
        unit_cost(budget.total, budget.courses),
        None if staff is None else Decimal(staff) / budget.posts.count,
    )


def unit_cost(amount: Amount, count: Count) -> Decimal:
    """Kroner for each; what was counted over another time than a year is taken at its yearly pace."""
    return Decimal(amount.kr) / count.a_year


def change(before: Decimal | int, after: Decimal | int) -> Change:
    """The change between two amounts; VisitationError when the first is zero or less."""
    if before <= 0:
        raise VisitationError(f"En ændring i procent kan ikke regnes fra {before}; det første tal skal være over 0.")
    first, last = Decimal(before), Decimal(after)
    return Change(first, last, last - first, 100 * (last - first) / first)


def break_even(kr: Decimal | int, s85_week_kr: Decimal | int) -> Avoided:
    """How much support under § 85 has to be avoided to pay `kr`, at the municipality's own price of a week.

    No document gives that price. VisitationError when it is zero or less."""
    if s85_week_kr <= 0:
        raise VisitationError(f"Prisen for en uges støtte efter § 85 er {s85_week_kr} kr.; skriv kommunens egen pris, over 0.")
    weeks = Decimal(kr) / Decimal(s85_week_kr)
    return Avoided(weeks, weeks / WEEKS)
