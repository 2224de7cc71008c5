"""An attack on what is published, made every time: what can be worked out of any number by adding and subtracting the others.

The attacker knows the way of rounding: that each number is less than BASE away, and not negative. Every margin is subtracted from
every other until nothing narrows; where counts only grow, the months are held against each other as well."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np

from visitation.disclosure import BASE, Cube, with_margins
from visitation.disclosure.cube import Ints

WIDTH = BASE - 1  # how far apart the least and the greatest possible number must stay


@dataclass(frozen=True)
class Audit:
    """What the attack came to: how many numbers it was made on, how many it found exactly, how far apart the ends of the others stay."""

    attacked: int
    exact: int
    narrowest: int
    against: str = "subtraction of margins"

    @property
    def ok(self) -> bool:
        """Whether every number keeps at least BASE possible values."""
        return self.exact == 0 and self.narrowest >= WIDTH

    def plain(self) -> dict:
        """The audit as a program reads it."""
        return {"ok": self.ok} | asdict(self)


def audit(published: Cube, grows: bool = False) -> Audit:
    """The attack on every cell and margin of every month; `grows` where a count never falls from month to month, which tells more."""
    shown = np.array([with_margins(table) for table in published.counts])
    low, high = bounds(shown, grows)
    widths = high - low
    against = "subtraction of margins and of months" if grows else "subtraction of margins"
    return Audit(shown.size, int((widths <= 0).sum()), int(widths.min(initial=BASE * BASE)), against)


def bounds(shown: Ints, grows: bool) -> tuple[Ints, Ints]:
    """The least and the greatest number that each can be, for numbers of shape (months, cells and margins of each axis)."""
    low, high = np.maximum(shown - BASE + 1, 0), shown + BASE - 1
    while True:
        before = low.copy(), high.copy()
        for axis in range(1, shown.ndim):
            _subtract(np.moveaxis(low, axis, -1), np.moveaxis(high, axis, -1))
        if grows:
            low, high = np.maximum.accumulate(low), np.minimum.accumulate(high[::-1])[::-1]
        if all(np.array_equal(*pair) for pair in zip(before, (low, high), strict=True)):
            return low, high


def _subtract(low: Ints, high: Ints) -> None:
    """Narrows parts and their sum, which stands last, by each other; in place."""
    least, most = low[..., :-1].sum(-1), high[..., :-1].sum(-1)
    np.maximum(low[..., -1], least, out=low[..., -1])
    np.minimum(high[..., -1], most, out=high[..., -1])
    from_above = low[..., -1:] - (most[..., None] - high[..., :-1])
    from_below = high[..., -1:] - (least[..., None] - low[..., :-1])
    np.maximum(low[..., :-1], from_above, out=low[..., :-1])
    np.minimum(high[..., :-1], from_below, out=high[..., :-1])
