"""What a rule change would have meant for the past cases: how many stand on each step, and what those with a price cost."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from visitation.model import Model
from visitation.model.published import Price
from visitation.register.agenda import decided_on
from visitation.register.cases import Case
from visitation.register.replay import Transitions


@dataclass(frozen=True)
class Consequence:
    """One standing: cases before and after, and the price of one of them where the model has one."""

    standing: str
    before: int
    after: int
    price: Price | None

    @property
    def kr(self) -> int | None:
        """The change in whole kroner, None without a price."""
        return None if self.price is None else (self.after - self.before) * self.price.kr


def consequences(moved: Transitions, model: Model, on: date | None) -> list[Consequence]:
    """Every standing of the past cases, with the prices of the day `on` (None: without prices)."""
    standings = dict.fromkeys(standing for pair in moved.counts for standing in pair)
    return [Consequence(standing, *moved.standing(standing), _price(model, standing, on)) for standing in standings]


def _price(model: Model, step: str, on: date | None) -> Price | None:
    return next((p for p in model.prices.prices if p.step == step and on is not None and p.valid.covers(on)), None)


def period(cases: Iterable[Case], table: str) -> tuple[date, date] | None:
    """The days of the first and the last decision on a table, None when there is none."""
    days = [decided_on(made) for case in cases for made in case.decisions if made.get("table") == table]
    return (min(days), max(days)) if days else None
