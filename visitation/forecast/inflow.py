"""How many enquiries the coming weeks bring: a negative-binomial model of their level, season and holidays that draws whole futures.

How fast the level drifts, how seasonal the year is and how much the counts scatter is never settled but weighed, so that the sum
of half a year is as uncertain as it ought to be: ranges of single weeks, added up as if independent, cover it half of the time."""

from dataclasses import dataclass
from datetime import date
from itertools import product
from math import log
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from visitation.errors import VisitationError
from visitation.forecast.design import before, expected, lasting, steps
from visitation.forecast.posterior import Floats, Posterior, posterior
from visitation.forecast.weeks import Weeks

ENOUGH = 26  # weeks of history that stand alone
LATEST = 260  # weeks of history that are used: older ones say nothing of the level today
LEVEL_SD = 1.0  # of the log; the history itself says where the level lies
Q80 = 1.2815515655446004  # standard deviations from the middle of a normal 80 % range to its ends

SEASONS = (0.02, 0.06, 0.18)  # prior sd of a wave of the year
DRIFTS = (0.0, 0.0025, 0.005, 0.01, 0.02, 0.04)  # sd of the level's step from week to week
DISPERSIONS = np.array([1e-4, 0.003, 0.01, 0.03, 0.1, 0.3])  # variance = mean + dispersion * mean^2
CELLS = np.array(list(product(SEASONS, DRIFTS, DISPERSIONS)))  # each as likely as the next beforehand


@dataclass(frozen=True)
class Stated:
    """What a document says of the inflow: from `low` to `high` enquiries a week, read as the 80 % range of the level."""

    low: float
    high: float

    def __post_init__(self):
        if not 0 < self.low < self.high:
            raise VisitationError(f"Oplyst antal pr. uge er {self.low}-{self.high}; tilladt er et laveste over 0 og et højere højeste.")

    @property
    def level(self) -> tuple[float, float]:
        """Mean and standard deviation of the log of the level."""
        return log(self.low * self.high) / 2, log(self.high / self.low) / (2 * Q80)


@dataclass(frozen=True, eq=False)
class Inflow:
    """What is known of the weeks from the Monday `after` on. `basis`: historie, or oplyst when the history was too short to stand alone.

    One entry for each of CELLS: its `weight` (n,), and mean (n, p) and Cholesky factor (n, p, p) of its lasting coefficients."""

    after: date
    basis: Literal["historie", "oplyst"]
    weight: Floats
    mean: Floats
    factor: Floats

    @property
    def per_week(self) -> float:
        """The level today: enquiries in a week without holidays, in the middle of the season."""
        return float(self.weight @ np.exp(self.mean[:, 0]))

    def paths(self, weeks_ahead: int, replications: int, rng: np.random.Generator) -> NDArray[np.int64]:
        """Drawn futures, shape (replications, weeks_ahead): what is not known is drawn once a future, chance every week."""
        return rng.poisson(self.rates(weeks_ahead, replications, rng))

    def rates(self, weeks_ahead: int, replications: int, rng: np.random.Generator) -> Floats:
        """What drawn futures expect of each week, (replications, weeks_ahead): all but the chance of who happens to enquire."""
        cell = rng.choice(len(CELLS), replications, p=self.weight)
        _, drift, dispersion = CELLS[cell].T[..., None]
        chance = rng.standard_normal((replications, self.mean.shape[1], 1))
        coefficients = self.mean[cell] + (self.factor[cell] @ chance)[..., 0]
        walk = (drift * rng.standard_normal((replications, weeks_ahead))).cumsum(1)
        mean = np.exp(coefficients @ lasting(self.after, self.after, weeks_ahead).T + walk)
        return rng.gamma(1 / dispersion, dispersion * mean)


def fit(weeks: Weeks, stated: Stated | None = None, break_on: date | None = None) -> Inflow:
    """What the history tells of the weeks to come; below ENOUGH weeks of it, what is stated does, corrected by the history.

    `break_on` is the day from which the level may be another one, such as that of a reform. VisitationError when it lies outside
    the history, and when a short history has nothing stated beside it."""
    if break_on and not weeks.first < break_on < weeks.after:
        raise VisitationError(f"Bruddet {break_on} ligger uden for historikken; tilladt er dage mellem {weeks.first} og {weeks.after}.")
    used = weeks.between(max(0, len(weeks) - LATEST), len(weeks))
    if len(used) >= ENOUGH:
        return _fit(used, "historie", (log(sum(used.counts) / len(used) + 0.5), LEVEL_SD), break_on)
    if stated is None:
        raise VisitationError(f"Historikken er {len(used)} hele uger; tilladt er mindst {ENOUGH}, eller et oplyst antal pr. uge.")
    return _fit(used, "oplyst", stated.level, break_on)


def _fit(weeks: Weeks, basis: Literal["historie", "oplyst"], level: tuple[float, float], break_on: date | None) -> Inflow:
    counts = np.array(weeks.counts, float)
    kept, broken, walk = lasting(weeks.after, weeks.first, len(weeks)), before(break_on, weeks), steps(len(weeks))
    found: list[Posterior] = []
    for season, drift in product(SEASONS, DRIFTS):
        prior = expected(level, season, broken.shape[1], walk.shape[1])
        start = found[-1].mode if found else prior.mean
        found.append(posterior(counts, np.hstack([kept, broken, drift * walk]), prior, DISPERSIONS, start))
    return _weighed(weeks.after, basis, found, kept.shape[1])


def _weighed(after: date, basis: Literal["historie", "oplyst"], found: list[Posterior], kept: int) -> Inflow:
    """All cells side by side, by their evidence, with the first `kept` of their coefficients."""
    evidence = np.concatenate([known.evidence for known in found])
    weight = np.exp(evidence - evidence.max())
    mean = np.concatenate([known.mode[:, :kept] for known in found])
    covariance = np.concatenate([known.covariance[:, :kept, :kept] for known in found])
    return Inflow(after, basis, weight / weight.sum(), mean, np.linalg.cholesky(covariance))
