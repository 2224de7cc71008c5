"""What session scores say of some people: how far the last lies from the first, and whether that is more than uncertainty."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from visitation.errors import VisitationError
from visitation.statistics.small import FEW, Few, Mean, Share, mean

DECIMALS = 6  # scores have one; rounding makes 21.2 - 16.2 the 5 that it is
Pairs = Sequence[tuple[float, float]]  # the first score and the last


@dataclass(frozen=True)
class Thresholds:
    """What is held against the scores.

    `gate`: the share of those started who must be measured twice before anything may be said of all. `reliable`: the points that a
    score must move to be more than its own uncertainty (5 is older practice, 6 is reported too). `cutoff`: where wellbeing passes from
    the range of those who seek help to that of others, for adults. `alliance`: below it the collaboration is to be talked about."""

    gate: float = 0.7
    reliable: float = 5.0
    cutoff: float = 25.0
    alliance: float = 36.0
    few: Few = FEW

    def __post_init__(self):
        if not 0 <= self.gate <= 1:
            raise VisitationError(f"Grænsen for dækning er {self.gate:g}; tilladt er 0 til 1.")
        for name, value in (("Sikker ændring", self.reliable), ("Skæringspunktet", self.cutoff), ("Grænsen for samarbejde", self.alliance)):
            if not 0 < value <= 40:
                raise VisitationError(f"{name} er {value:g} point; tilladt er over 0 og højst 40.")


STANDARD = Thresholds()


@dataclass(frozen=True)
class Change:
    """From the first to the last score of the same people, `points` being last less first.

    `mean_of_percents` is each one's change in per cent of where it began, averaged over those who began above 0; `percent_of_means` is
    the change of the mean. They are two definitions of progress, and rarely equal."""

    first: Mean
    last: Mean
    points: Mean
    mean_of_percents: Mean
    percent_of_means: float | None


@dataclass(frozen=True)
class Reliable:
    """Of those measured twice, how many are `better` or `worse` by a reliable change, or neither.

    `crossed` is of those of them who began below the cut-off: how many ended on it or above."""

    better: Share
    unchanged: Share
    worse: Share
    crossed: Share


def change(pairs: Pairs, few: Few = FEW) -> Change:
    """What lies between the first scores and the last."""
    first, last = np.array(pairs, float).reshape(-1, 2).T
    above = first > 0
    begun, ended = mean(first, few), mean(last, few)
    return Change(
        first=begun,
        last=ended,
        points=mean(last - first, few),
        mean_of_percents=mean(100 * (last - first)[above] / first[above], few),
        percent_of_means=100 * (ended.mean - begun.mean) / begun.mean if begun.mean else None,
    )


def reliable(pairs: Pairs, thresholds: Thresholds = STANDARD) -> Reliable:
    """How many have moved by more than the uncertainty of a score."""
    few, n = thresholds.few, len(pairs)
    better = sum(reliably_better(first, last, thresholds) for first, last in pairs)
    worse = sum(reliably_better(last, first, thresholds) for first, last in pairs)
    low = [last >= thresholds.cutoff for first, last in pairs if first < thresholds.cutoff]
    return Reliable(Share(better, n, few), Share(n - better - worse, n, few), Share(worse, n, few), Share(sum(low), len(low), few))


def reliably_better(first: float, last: float, thresholds: Thresholds = STANDARD) -> bool:
    """Whether a score has risen by at least the reliable change."""
    return round(last - first, DECIMALS) >= thresholds.reliable
