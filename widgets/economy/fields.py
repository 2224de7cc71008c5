"""The numbers that a reader can set: in which unit they are shown, and what is allowed."""

from dataclasses import dataclass
from typing import Any

from visitation.economy.case import MOST_KR, Case
from visitation.errors import VisitationError
from widgets.economy.says import HUNDRED
from widgets.numbers import number, parse
from widgets.text import translator

MOST_YEARS = 15  # of a case on the screen
INVESTMENT = "investment."  # before the year, in the key of what is invested in it


@dataclass(frozen=True)
class Field:
    """A number by its key. What is shown is the value times `factor`; `low` and `high` are the ends allowed, in what is shown."""

    key: str
    low: float
    high: float
    factor: int = 1
    whole: bool = True
    grouped: bool = True

    def text(self, value: float | None, lang: str) -> str:
        """What stands in the field."""
        return "" if value is None else self._shown(value * self.factor, lang)

    def read(self, given: str, name: str, lang: str) -> float | int:
        """The value of what was written; VisitationError in the words of the screen when it is not allowed."""
        _, shown = translator(lang), parse(given, lang)
        if not self.low <= shown <= self.high:
            said = _("%(name)s: %(given)s går ikke; tilladt er %(low)s til %(high)s.")
            told = {"given": shown, "low": self.low, "high": self.high}
            raise VisitationError(said % {"name": name, **{key: self._shown(value, lang) for key, value in told.items()}})
        if self.whole and shown != int(shown):
            raise VisitationError(_("%(name)s: skriv et helt tal.") % {"name": name})
        return int(shown) if self.whole else round(shown / self.factor, 9)

    def _shown(self, value: float, lang: str) -> str:
        return number(value, lang, 2, trim=True, grouped=self.grouped)


OWN = {field.key: field for field in (Field("kr", 1, MOST_KR), Field("courses", 1, 100_000), Field("week_kr", 1, 1_000_000))}


def case_fields(case: Case) -> dict[str, Field]:
    """The fields of a case by their keys; a year can be chosen where it leaves the others their place."""
    spent = [int(year) for year, kr in case.investment.items() if kr]
    fields = [
        *(Field(key, 0, HUNDRED, HUNDRED, whole=False) for key in ("saving_share", "discount_rate")),
        *(Field(key, 0, MOST_KR) for key in ("budget_am", "budget_hp")),
        *(Field(key, 0, HUNDRED, HUNDRED, whole=False) for key in ("covered_am", "covered_hp")),
        *(Field(f"{INVESTMENT}{year}", 0, MOST_KR) for year in case.years),
        Field("first_saving_year", case.first_year, case.last_year, grouped=False),
        Field("last_year", max([case.first_saving_year, *spent]), case.first_year + MOST_YEARS - 1, grouped=False),
    ]
    return {field.key: field for field in fields}


def value_of(case: Case, key: str) -> Any:
    """The number of a case that has this key."""
    return case.investment.get(key.removeprefix(INVESTMENT), 0) if key.startswith(INVESTMENT) else getattr(case, key)


def with_value(case: Case, key: str, value: Any) -> dict[str, Any]:
    """What a case says otherwise when this number is another; nothing invested is not named."""
    if not key.startswith(INVESTMENT):
        return {key: value}
    invested = dict(case.investment) | {key.removeprefix(INVESTMENT): value}
    return {"investment": {year: kr for year, kr in sorted(invested.items()) if kr}}


def read_shares(given: str, name: str, lang: str) -> list[float]:
    """Shares of what was written in per cent, one a year: "0; 50; 100"; VisitationError when one is not allowed."""
    one = Field("phase_in", 0, HUNDRED, HUNDRED, whole=False)
    written = [part for part in given.replace("%", " ").replace(";", " ").split() if part]
    if len(written) > MOST_YEARS:
        said = translator(lang)("%(name)s: %(given)s år går ikke; tilladt er 1 til %(high)s.")
        raise VisitationError(said % {"name": name, "given": len(written), "high": MOST_YEARS})
    return [one.read(part, name, lang) for part in written]


def shares_text(shares: tuple[float, ...], lang: str) -> str:
    """Shares as they are written."""
    return "; ".join(number(share * HUNDRED, lang, 2, trim=True) for share in shares)
