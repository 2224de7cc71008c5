"""A business case line by line: what each year costs and saves, per centre, in total and discounted; and how sure it has to be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from visitation.economy.case import Case, changed


@dataclass(frozen=True)
class Year:
    """A year in kroner. `net` is corrected budget and investment less the original budget: below zero is saved, as the document has it.

    `cumulative` is the net of this year and those before."""

    year: int
    original: Decimal
    corrected: Decimal
    investment: Decimal
    net: Decimal
    cumulative: Decimal


@dataclass(frozen=True)
class Centre:
    """A centre in a year of full saving, in kroner: its budget, the part the saving is taken of, the saving, and what is left."""

    budget: Decimal
    base: Decimal
    saving: Decimal
    rest: Decimal


@dataclass(frozen=True)
class Outcome:
    """What a case comes to. `total` is the net of all years, `present_value` the same discounted to the year of the prices.

    `break_even` is the share that has to be saved to pay the investment back within the years, also discounted; None when there is
    nothing to save of, above 1 when even all of it would not do. `payback_year` is the year from which on the investment stays paid
    back, undiscounted; None when it never is, or when nothing is invested."""

    case: Case
    years: tuple[Year, ...]
    am: Centre
    hp: Centre
    total: Decimal
    present_value: Decimal
    break_even: Decimal | None
    payback_year: int | None


@dataclass(frozen=True)
class Cell:
    """A corner of the sensitivity: a saving in per cent of what is covered, an investment in kroner, and what they come to."""

    saving_share: float
    investment: int
    total: Decimal
    break_even: Decimal | None
    payback_year: int | None


def outcome(case: Case) -> Outcome:
    """The case calculated, exactly; nothing is rounded."""
    am, hp = _centre(case, case.budget_am, case.covered_am), _centre(case, case.budget_hp, case.covered_hp)
    years = _years(case, am.budget + hp.budget, am.saving + hp.saving)
    return Outcome(
        case,
        years,
        am,
        hp,
        years[-1].cumulative,
        _present(case, (row.net for row in years)),
        _break_even(case, am.base + hp.base),
        _payback_year(years),
    )


def sensitivity(case: Case, shares: Sequence[float], times: Sequence[float]) -> tuple[Cell, ...]:
    """The case at every pair of a saving share and so many times its investment, each investment rounded to whole kroner.

    VisitationError when a pair makes no case."""
    return tuple(_cell(case, share, factor) for share in shares for factor in times)


def _centre(case: Case, budget: int, covered: float) -> Centre:
    whole = Decimal(budget)
    base = whole * _exact(covered)
    saving = base * _exact(case.saving_share)
    return Centre(whole, base, saving, whole - saving)


def _years(case: Case, original: Decimal, saving: Decimal) -> tuple[Year, ...]:
    begins = min([case.first_saving_year, *(int(year) for year, kr in case.investment.items() if kr)])
    investment = [Decimal(case.investment.get(str(year), 0)) for year in case.years]
    saved = [saving * share for share in _phases(case)]
    net = [spent - less for spent, less in zip(investment, saved, strict=True)]
    empty = Decimal(0) if case.before == "nul" else original
    corrected = [original - less if year >= begins else empty for year, less in zip(case.years, saved, strict=True)]
    rows = zip(case.years, corrected, investment, net, accumulate(net), strict=True)
    return tuple(Year(year, original, *row) for year, *row in rows)


def _phases(case: Case) -> list[Decimal]:
    """The share of the full saving in every year of the case."""
    steps = [_exact(share) for share in case.phase_in]
    since = (year - case.first_saving_year for year in case.years)
    return [Decimal(0) if at < 0 else steps[min(at, len(steps) - 1)] for at in since]


def _present(case: Case, stream: Iterable[Decimal]) -> Decimal:
    """A stream of one amount a year, discounted to the year of the prices."""
    rate = 1 + _exact(case.discount_rate)
    return sum((kr / rate ** (year - case.price_year) for year, kr in zip(case.years, stream, strict=True)), Decimal(0))


def _break_even(case: Case, base: Decimal) -> Decimal | None:
    all_of_it = _present(case, (base * share for share in _phases(case)))
    invested = _present(case, (Decimal(case.investment.get(str(year), 0)) for year in case.years))
    return invested / all_of_it if all_of_it else None


def _payback_year(years: tuple[Year, ...]) -> int | None:
    """The year of the first investment, or the one after the last in which more was invested than saved so far."""
    invested = [row.year for row in years if row.investment]
    owing = [row.year for row in years if row.cumulative > 0]
    if not invested or years[-1].year in owing:
        return None
    return max([invested[0], *(year + 1 for year in owing[-1:])])


def _cell(case: Case, share: float, factor: float) -> Cell:
    investment = {year: round(kr * factor) for year, kr in case.investment.items()}
    found = outcome(changed(case, {"saving_share": share, "investment": investment}, "Følsomhed"))
    return Cell(share, sum(investment.values()), found.total, found.break_even, found.payback_year)


def _exact(value: float) -> Decimal:
    """A share as it is written: 0.1 is a tenth."""
    return Decimal(str(value))
