"""Two raters on the same citizens: how often they said the same, and Cohen's kappa with its interval."""

import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from typing import Literal

FEWEST = 2


@dataclass(frozen=True)
class TwoRaters:
    """`alike` of `n` pairs say the same; without a kappa `undefined` says why: too "few" pairs, or "one_answer" from both throughout.

    `low` and `high` are the ends of the 95 % interval; None where the raters agree throughout, as it would have no width."""

    n: int
    alike: int
    kappa: float | None
    low: float | None
    high: float | None
    undefined: Literal["few", "one_answer"] | None


def two_raters(pairs: Sequence[tuple[str, str]]) -> TwoRaters:
    """The agreement of two raters, one pair of answers for each citizen (Cohen 1960; the interval by Fleiss, Cohen and Everitt 1969)."""
    n, alike = len(pairs), sum(one == other for one, other in pairs)
    answers = sorted({answer for pair in pairs for answer in pair})
    if n < FEWEST or len(answers) < 2:
        return TwoRaters(n, alike, None, None, None, "few" if n < FEWEST else "one_answer")
    kappa, low, high = _cohen(pairs, answers)
    sure = alike < n and not isnan(low)
    return TwoRaters(n, alike, kappa, max(-1.0, low) if sure else None, min(1.0, high) if sure else None, None)


def _cohen(pairs: Sequence[tuple[str, str]], answers: list[str]) -> tuple[float, float, float]:
    from statsmodels.stats.inter_rater import cohens_kappa  # takes most of a second, and a dashboard may never ask

    counts = Counter(pairs)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # it also makes a test that is not asked for, and may divide by zero there
        found = cohens_kappa([[counts[one, other] for other in answers] for one in answers])
    return float(found.kappa), float(found.kappa_low), float(found.kappa_upp)
