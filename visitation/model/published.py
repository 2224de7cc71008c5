"""What a municipality has published: how long it may take to decide, and what things cost. Each holds in its own period."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import Literal

from visitation.model.base import Id, Part, Sourced, Text, Validity
from visitation.model.check import known
from visitation.model.schema import Length
from visitation.model.yaml import Document


class ProcessingDeadline(Sourced, kw_only=True):
    """How long after an application for help under a section the decision is to be there (retssikkerhedsloven § 3, stk. 2)."""

    id: Id
    label: Text
    section: Literal["§ 82", "§ 85", "§ 107/108"]
    length: Length
    valid: Validity


class Deadlines(Part):
    """All processing deadlines of a model, the earlier ones too."""

    deadlines: tuple[ProcessingDeadline, ...] = ()

    def of(self, section: str, on: date) -> ProcessingDeadline | None:
        """The deadline that holds for an application of that day, None when the municipality has published none."""
        return next((one for one in self.deadlines if one.section == section and one.valid.covers(on)), None)


class Price(Sourced, kw_only=True):
    """What one unit of something costs, in whole kroner of that period; `step` when a case on that step of the ladder costs one."""

    id: Id
    label: Text
    kr: int
    per: Literal["forloeb", "uge", "aarsvaerk"]
    valid: Validity
    step: Id | None = None

    def __post_init__(self):
        super().__post_init__()
        if self.kr < 0:
            raise ValueError(f"kr er {self.kr}; tilladt er 0 og opefter")


class Prices(Part):
    """All prices of a model, the earlier ones too."""

    prices: tuple[Price, ...] = ()

    def of(self, price_id: str, on: date) -> Price | None:
        """The price of that id on a day, None when no document gives one."""
        return next((one for one in self.prices if one.id == price_id and one.valid.covers(on)), None)


def check_deadlines(read: tuple[Document, Deadlines]) -> None:
    """No two deadlines hold for the same section on the same day."""
    _one_at_a_time(read[0], "deadlines", read[1].deadlines, [one.section for one in read[1].deadlines])


def check_prices(read: tuple[Document, Prices], steps: Iterable[str]) -> None:
    """No two prices of the same id hold on the same day, and a price's step is one of the ladder."""
    for i, price in enumerate(read[1].prices):
        if price.step is not None:
            known(read[0], ("prices", i, "step"), "trin", price.step, steps)
    _one_at_a_time(read[0], "prices", read[1].prices, [one.id for one in read[1].prices])


def _one_at_a_time(document: Document, key: str, items: Sequence, names: Iterable[str]) -> None:
    for (i, one, name), (j, other, same) in combinations([(i, *pair) for i, pair in enumerate(zip(items, names, strict=True))], 2):
        if name == same and _overlap(one.valid, other.valid):
            said = f"'{name}' gælder to gange fra {max(one.valid.from_, other.valid.from_)}; perioderne må ikke overlappe"
            raise document.wrong(document.line((key, max(i, j))), said)


def _overlap(one: Validity, other: Validity) -> bool:
    return one.covers(other.from_) or other.covers(one.from_)
