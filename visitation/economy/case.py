"""A business case: its parameters, refused by name when they make no sense."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from visitation.economy.schema import Investments
from visitation.errors import VisitationError
from visitation.model.base import Part, Refused

MOST_KR, MOST_YEARS = 10_000_000_000, 50
SHARES = ("saving_share", "covered_am", "covered_hp", "discount_rate")


class Case(Part, kw_only=True):
    """What a business case goes by. Kroner are whole, in the prices of `price_year`; shares lie between 0 and 1.

    `saving_share` is taken of the part of each centre's budget that is `covered_`. The saving grows by `phase_in` from
    `first_saving_year` on, its last share holding for the rest. `before` is what the corrected budget says until the first year in which
    anything is invested or saved: "nul" as the document prints it, or the budget unchanged; the net is 0 either way."""

    budget_am: int
    budget_hp: int
    saving_share: float
    covered_am: float = 1.0
    covered_hp: float = 1.0
    investment: dict[str, int]
    first_saving_year: int
    phase_in: tuple[float, ...] = (1.0,)
    before: Literal["nul", "uaendret"] = "nul"
    discount_rate: float = 0.0
    price_year: int
    first_year: int
    last_year: int

    def __post_init__(self):
        if refused := [*_years(self), *_amounts(self), *_shares(self)]:
            raise ValueError(refused[0])

    @property
    def years(self) -> range:
        """The years of the case."""
        return range(self.first_year, self.last_year + 1)


def case_of(data: Investments) -> Case:
    """The case as the document has it, undiscounted; ValueError when its figures make none."""
    return Case(
        budget_am=data.am.kr,
        budget_hp=data.hp.kr,
        saving_share=data.saving.share,
        investment={str(one.year): one.kr for one in data.investments},
        first_saving_year=data.saving.first_year,
        price_year=data.years.price,
        first_year=data.years.first,
        last_year=data.years.last,
    )


def changed(base: Case, given: Mapping[str, Any], what: str) -> Case:
    """The base with other values of some keys; VisitationError names `what` it is, the key and what is allowed."""
    try:
        return Case.read(base.data() | dict(given))
    except Refused as refused:
        place, said = refused.faults[0]
        where = ".".join(str(part) for part in place)
        raise VisitationError(f"{what}: {where + ': ' if where else ''}{said}") from None


def _years(case: Case) -> Iterator[str]:
    if not case.first_year <= case.last_year < case.first_year + MOST_YEARS:
        yield f"last_year er {case.last_year}; tilladt er {case.first_year} til {case.first_year + MOST_YEARS - 1}"
    period = f"tilladt er {case.first_year} til {case.last_year}"
    if case.first_saving_year not in case.years:
        yield f"first_saving_year er {case.first_saving_year}; {period}"
    if abs(case.price_year - case.first_year) > MOST_YEARS:
        yield f"price_year er {case.price_year}; tilladt er {case.first_year - MOST_YEARS} til {case.first_year + MOST_YEARS}"
    years = [str(year) for year in case.years]
    yield from (f"investment.{year}: der er ikke noget sådant år i beregningen; {period}" for year in case.investment if year not in years)


def _amounts(case: Case) -> Iterator[str]:
    amounts = {"budget_am": case.budget_am, "budget_hp": case.budget_hp}
    amounts |= {f"investment.{year}": kr for year, kr in case.investment.items()}
    yield from (f"{key} er {kr}; tilladt er 0 til {MOST_KR} kr." for key, kr in amounts.items() if not 0 <= kr <= MOST_KR)


def _shares(case: Case) -> Iterator[str]:
    if not case.phase_in:
        yield "phase_in er tom; skriv mindst én andel, for eksempel 1"
    shares = {key: getattr(case, key) for key in SHARES} | {f"phase_in.{i}": share for i, share in enumerate(case.phase_in)}
    yield from (f"{key} er {share:g}; tilladt er 0 til 1" for key, share in shares.items() if not 0 <= share <= 1)
