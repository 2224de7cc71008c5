"""How the forecast of the inflow would have done: made again at many past dates, and held against what came."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from visitation.errors import VisitationError
from visitation.forecast.inflow import ENOUGH, Stated, fit
from visitation.forecast.naive import seasonal, steady
from visitation.forecast.scores import BAND, Floats, covered, crps, pit
from visitation.forecast.weeks import Weeks

FIRST = 13  # weeks of history before the first forecast, when something is stated beside them
EVERY = 4  # weeks from one forecast to the next
AHEAD = 26  # weeks of a forecast: what places are planned by
REPLICATIONS = 1000

Forecaster = Callable[[Weeks, np.random.Generator], NDArray[np.int64]]  # the history; drawn futures (REPLICATIONS, AHEAD)


@dataclass(frozen=True)
class Check:
    """A forecast made with what was known before the Monday `origin`, held against the weeks from there on, at most AHEAD.

    An entry a week: what was observed and expected, the 80 % band, CRPS, how much lay in the band, and PIT. `sum_covered` is how
    much of the sum of all AHEAD weeks lay in its own band, None before they have passed."""

    name: str
    origin: date
    observed: Floats
    expected: Floats
    low: Floats
    high: Floats
    crps: Floats
    covered: Floats
    pit: Floats
    sum_covered: float | None


@dataclass(frozen=True)
class Row:
    """How a model did over its `origins` forecasts. `bias` is expected less observed a week; `sums` half years have passed."""

    name: str
    crps: float
    coverage80: float
    coverage80_sum26: float | None
    bias: float
    origins: int
    sums: int


def backtest(weeks: Weeks, seed: int, stated: Stated | None = None, break_on: date | None = None) -> tuple[Check, ...]:
    """Every forecast of the model and of two naive ones, oldest first; `break_on` counts from the day it is past.

    VisitationError when the history is too short for any."""
    first = ENOUGH if stated is None else FIRST
    if len(weeks) < first + EVERY:
        raise VisitationError(f"Historikken er {len(weeks)} hele uger; en efterprøvning kræver mindst {first + EVERY}.")

    def model(known: Weeks, rng: np.random.Generator) -> NDArray[np.int64]:
        past = break_on if break_on and known.first < break_on < known.after else None
        return fit(known, stated, past).paths(AHEAD, REPLICATIONS, rng)

    models: dict[str, Forecaster] = {
        "model": model,
        "gennemsnit": lambda known, rng: steady(known, AHEAD, REPLICATIONS, rng),
        "samme uge sidste år": lambda known, rng: seasonal(known, AHEAD, REPLICATIONS, rng),
    }
    origins = range(first, len(weeks) - EVERY + 1, EVERY)
    return tuple(check(name, weeks, at, run, np.random.default_rng((seed, at))) for at in origins for name, run in models.items())


def check(name: str, weeks: Weeks, origin: int, forecaster: Forecaster, rng: np.random.Generator) -> Check:
    """The forecaster's futures from the first `origin` weeks, held against those that follow."""
    known = weeks.between(0, origin)
    observed = np.array(weeks.counts[origin : origin + AHEAD])
    drawn = forecaster(known, rng)
    futures = drawn[:, : len(observed)]
    low, high = np.quantile(futures, BAND, axis=0)
    whole = float(covered(drawn.sum(1), observed.sum())) if len(observed) == AHEAD else None
    scores = crps(futures, observed), covered(futures, observed), pit(futures, observed, rng)
    return Check(name, known.after, observed, futures.mean(0), low, high, *scores, whole)


def rows(checks: Iterable[Check]) -> tuple[Row, ...]:
    """One row a model, in the order in which they first come."""
    by_name: dict[str, list[Check]] = {}
    for each in checks:
        by_name.setdefault(each.name, []).append(each)
    return tuple(_row(name, found) for name, found in by_name.items())


def _row(name: str, found: list[Check]) -> Row:
    sums = [each.sum_covered for each in found if each.sum_covered is not None]
    return Row(
        name,
        crps=float(np.mean(np.concatenate([each.crps for each in found]))),
        coverage80=float(np.mean(np.concatenate([each.covered for each in found]))),
        coverage80_sum26=float(np.mean(sums)) if sums else None,
        bias=float(np.mean(np.concatenate([each.expected - each.observed for each in found]))),
        origins=len(found),
        sums=len(sums),
    )
