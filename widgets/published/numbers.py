"""The published numbers, each with how far it can be from the true one, and how they are said."""

from __future__ import annotations

from dataclasses import dataclass

from visitation.disclosure import BASE, pieces, shown, uncertainty
from visitation.publishing.counted import NOT_REACHED, REACHED
from visitation.register.month import MONTHS
from widgets.numbers import number
from widgets.published.part import Marked
from widgets.published.public import Public
from widgets.text import count, translator

ENOUGH = 40  # fewer results say nothing in per cent: each number is up to 8 off
COLUMNS = ("antal_naaet", "hoejst_fra", "antal_kendt", "hoejst_fra_kendt", "andel", "andel_mindst", "andel_hoejst")
AWAY = BASE - 1  # of one published number from the true one


@dataclass(frozen=True)
class Number:
    """A published number, and how far at most from the true one."""

    value: int
    off: int = AWAY

    @property
    def low(self) -> int:
        """The least that the true number can be."""
        return max(0, self.value - self.off)

    @property
    def high(self) -> int:
        """The greatest that the true number can be."""
        return max(0, self.value + self.off)


@dataclass(frozen=True)
class Results:
    """The results known in a period: how many reached the criterion and how many did not."""

    reached: Number
    not_reached: Number

    @property
    def known(self) -> Number:
        """All of them."""
        return Number(self.reached.value + self.not_reached.value, self.reached.off + self.not_reached.off)

    @property
    def share(self) -> tuple[float, float, float] | None:
        """The share that reached it in per cent: as published, the least and the greatest possible; None where they are too few."""
        if self.known.value < ENOUGH:
            return None
        ends = ((self.reached.low, self.not_reached.high), (self.reached.high, self.not_reached.low))
        low, high = (100 * reached / (reached + not_reached) for reached, not_reached in ends)
        return 100 * self.reached.value / self.known.value, low, high


def standing(public: Public, **chosen: list[str]) -> list[Number]:
    """How many stood there at the end of every month; an axis that is not named counts whole."""
    cube, unit = public.stock.cube, {"unit": [public.unit]}
    off = AWAY * pieces(cube.axes, **unit, **chosen)
    return [Number(int(value), off) for value in cube.series(**unit, **chosen)]


def results(public: Public, criterion: str, last: int, first: int | None = None) -> Results:
    """The results that became known after the month `first` (None: since the beginning) until the month `last`, by their places."""
    ends = [_ever(public, criterion, result) for result in (REACHED, NOT_REACHED)]
    if first is None:
        return Results(*(Number(ever[last]) for ever in ends))
    return Results(*(Number(ever[last] - ever[first], 2 * AWAY) for ever in ends))


def years(public: Public, criterion: str) -> list[tuple[int, Results]]:
    """The results of the twelve months until each month, by its place."""
    return [(at, results(public, criterion, at, at - MONTHS)) for at in range(MONTHS, len(public.months))]


def said(told: Number, lang: str) -> str:
    """The number as it is read."""
    if told.value > 0:
        return count(told.value, lang)
    return shown(0, lang) if told.off == AWAY else translator(lang)("højst %s") % told.off


def marked(told: Number, lang: str) -> Marked:
    """The number as it is read, told from all others."""
    return data(told.value, said(told, lang))


def data(value: float, text: str) -> Marked:
    """A number that follows from the published tables."""
    return Marked(f'<data value="{round(value, 1):.12g}">{text}</data>')


def percent(value: float, lang: str) -> str:
    """A share in whole per cent: the numbers behind it allow no more."""
    return f"{number(value, lang)}\N{NO-BREAK SPACE}%"


def columns(found: Results) -> list[object]:
    """The results as a file has them: counts with how far they can be off, the share and its ends; empty where there is none."""
    shares = [plain(value) for value in found.share] if found.share else [""] * 3
    return [found.reached.value, found.reached.off, found.known.value, found.known.off, *shares]


def plain(value: float) -> str:
    """A number as a Danish spreadsheet reads it."""
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


def between(low: float, high: float, lang: str) -> str:
    """The range that a share must lie in."""
    return translator(lang)("mellem %(low)s og %(high)s") % {"low": number(low, lang), "high": percent(high, lang)}


def away(told: Number, lang: str) -> str:
    """How far the number can be from the true one."""
    return uncertainty(told.off // AWAY, lang)


def _ever(public: Public, criterion: str, result: str) -> list[int]:
    cube = public.results.cube
    return [int(value) for value in cube.series(unit=[public.unit], criterion=[criterion], result=[result])]
