"""How long it lasts before something happens, when it has not happened to all: the Kaplan-Meier curve and how sure it is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from visitation.errors import VisitationError
from visitation.statistics.intervals import Interval
from visitation.statistics.quantiles import LEVEL, normal

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Survival:
    """A Kaplan-Meier curve of `lengths`, the shortest first.

    At `times[i]` it falls to `left[i]`; `low` and `high` are the ends of the log-log interval (Kalbfleisch and Prentice), nan where nobody
    is left."""

    times: Floats
    left: Floats
    low: Floats
    high: Floats
    lengths: Floats

    @property
    def n(self) -> int:
        """How many were followed."""
        return self.lengths.size

    @property
    def until(self) -> float:
        """The longest that anybody was followed."""
        return float(self.lengths[-1])

    def present_at(self, times: ArrayLike) -> NDArray[np.int64]:
        """To how many it had not happened before each time, of those followed so long (the numbers at risk)."""
        return self.n - np.searchsorted(self.lengths, times)

    def at(self, time: float) -> tuple[float, Interval | None] | None:
        """The share to whom it has not happened by then, and its interval; None for a time that nobody was followed to.

        There is no interval before it has happened to anybody, and none once nobody is left."""
        if time > self.until:
            return None
        place = int(np.searchsorted(self.times, time, side="right")) - 1
        if place < 0:
            return 1.0, None
        ends = Interval(float(self.low[place]), float(self.high[place]))
        return float(self.left[place]), ends if self.left[place] > 0 else None


def kaplan_meier(lengths: ArrayLike, ended: ArrayLike) -> tuple[Floats, Floats]:
    """The times at which it happened to somebody, and the share to whom it had not happened after each.

    `lengths` are how long each was followed, from 0 up; `ended` whether it happened then."""
    times, ends, present = _counted(lengths, ended)
    return times, np.cumprod(1 - ends / present)


def greenwood(lengths: ArrayLike, ended: ArrayLike) -> float:
    """The variance of the last share of `kaplan_meier` (Greenwood 1926); 0 where nobody is left."""
    _, ends, present = _counted(lengths, ended)
    left = np.prod(1 - ends / present)
    return float(left**2 * (ends / (present * (present - ends))).sum()) if left else 0.0


def survival(lengths: ArrayLike, ended: ArrayLike, level: float = LEVEL) -> Survival:
    """The curve of `kaplan_meier` with its intervals: Greenwood's variance of the log-log of the share left."""
    times, ends, present = _counted(lengths, ended)
    left = np.cumprod(1 - ends / present)
    with np.errstate(divide="ignore", invalid="ignore"):  # where nobody is left
        deviation = np.sqrt(np.cumsum(ends / (present * (present - ends)))) / np.log(left)
        low, high = (left ** np.exp(sign * normal(level) * deviation) for sign in (-1, 1))
    return Survival(times, left, low, high, np.sort(np.asarray(lengths, float)))


def _counted(lengths: ArrayLike, ended: ArrayLike) -> tuple[Floats, NDArray[np.int64], NDArray[np.int64]]:
    """The times at which it happened, to how many, and how many had been followed to then."""
    followed, over = np.asarray(lengths, float), np.asarray(ended, bool)
    if not followed.size or followed.shape != over.shape:
        raise VisitationError("Varigheder: der skal være mindst én, og for hver skal stå, om det skete.")
    if not (followed >= 0).all():
        raise VisitationError(f"Varigheder: {followed.min():g} er for lidt; tilladt er 0 og opefter.")
    times, place = np.unique(followed, return_inverse=True)
    ends = np.bincount(place, weights=over).astype(np.int64)
    present = followed.size - np.concatenate([[0], np.cumsum(np.bincount(place))[:-1]])
    return times[ends > 0], ends[ends > 0], present[ends > 0].astype(np.int64)
