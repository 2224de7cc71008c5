"""How long things last: laws of duration, the Kaplan-Meier curve with a tail, and what remains to those who have come some way.

All lengths are in weeks. A law is asked backwards: after how long is a given share still left?"""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from visitation.errors import VisitationError
from visitation.statistics.survival import kaplan_meier

POINTS = (np.arange(1 << 14) + 0.5) / (1 << 14)
GUIDES = 1 << 12
SHAPES = (0.05, 20.0)  # beyond these a Weibull curve is a wall or never falls


class Law(Protocol):
    """A law of duration."""

    @property
    def mean(self) -> float:
        """The mean length."""

    def survival(self, weeks: ArrayLike) -> NDArray:
        """The share that lasts longer than so many weeks."""

    def lasts(self, share: ArrayLike) -> NDArray:
        """The length that this share, above 0 and at most 1, outlasts."""


@dataclass(frozen=True)
class Exponential:
    """A length with the same chance of ending in every week."""

    mean: float

    def survival(self, weeks: ArrayLike) -> NDArray:
        """The share that lasts longer than so many weeks."""
        return np.exp(np.negative(weeks) / self.mean)

    def lasts(self, share: ArrayLike) -> NDArray:
        """The length that this share outlasts."""
        return np.log(share) * -self.mean


@dataclass(frozen=True)
class Weibull:
    """A length whose chance of ending rises (shape above 1) or falls (below 1) with time."""

    scale: float
    shape: float

    @property
    def mean(self) -> float:
        """The mean length."""
        from math import gamma

        return self.scale * gamma(1 + 1 / self.shape)

    def survival(self, weeks: ArrayLike) -> NDArray:
        """The share that lasts longer than so many weeks."""
        return np.exp(-((np.asarray(weeks) / self.scale) ** self.shape))

    def lasts(self, share: ArrayLike) -> NDArray:
        """The length that this share outlasts."""
        return self.scale * (-np.log(share)) ** (1 / self.shape)


@dataclass(frozen=True)
class Curve:
    """A measured curve: `left[i]` is the share that lasts longer than `times[i]`; where the data end, `tail` goes on from there."""

    times: NDArray
    left: NDArray
    tail: Weibull

    def survival(self, weeks: ArrayLike) -> NDArray:
        """The share that lasts longer than so many weeks."""
        at = np.asarray(weeks, float)
        found = np.array(np.concatenate([[1.0], self.left])[np.searchsorted(self.times, at, side="right")])
        beyond = at > self.times[-1]
        found[beyond] = self.tail.survival(at[beyond]) / self._hold
        return found

    def lasts(self, share: ArrayLike) -> NDArray:
        """The length that this share outlasts."""
        level = np.asarray(share, float)
        place = self._guide[(level * GUIDES).astype(np.int32)]  # a few steps short at most, and found sooner than by halving
        while (short := self._steps[place] > level).any():
            place = place + short
        found = np.array(self.times[np.minimum(place, len(self.times) - 1)])
        beyond = level < self.left[-1]
        found[beyond] = self.tail.lasts(level[beyond] * self._hold)
        return found

    @cached_property
    def mean(self) -> float:
        """The mean length, tail included."""
        return float(self.lasts(POINTS).mean())

    @cached_property
    def _steps(self) -> NDArray:
        """The shares left, and an end below them all."""
        return np.append(self.left, -1.0)

    @cached_property
    def _guide(self) -> NDArray:
        """How many of the shares left lie above each of GUIDES equal parts of 1."""
        return np.searchsorted(-self.left, -np.arange(1, GUIDES + 2) / GUIDES)

    @cached_property
    def _hold(self) -> float:
        """What makes the tail begin where the data end; a curve that has come down to 0 has no tail."""
        return float(self.tail.survival(self.times[-1]) / self.left[-1]) if self.left[-1] else np.inf


def residual(law: Law, elapsed: ArrayLike, share: ArrayLike) -> NDArray:
    """What remains to those who have come `elapsed` weeks: the further length that this share of them outlasts."""
    past = np.asarray(elapsed, float)
    return np.maximum(law.lasts(np.asarray(share) * np.maximum(law.survival(past), np.finfo(float).tiny)) - past, 0)


def weibull(lengths: ArrayLike, ended: ArrayLike) -> Weibull:
    """The Weibull law of greatest likelihood for lengths that have ended or are still running."""
    weeks, over = _measured(lengths, ended)
    logs = np.log(weeks / weeks.max())

    def slope(shape: float) -> float:  # of the likelihood, the scale being the best for the shape; falls as the shape grows
        power = np.exp(shape * logs)
        return 1 / shape + logs[over].mean() - (power @ logs) / power.sum()

    low, high = SHAPES
    for _ in range(60):
        middle = (low * high) ** 0.5
        low, high = (middle, high) if slope(middle) > 0 else (low, middle)
    scale = weeks.max() * (np.exp(low * logs).sum() / over.sum()) ** (1 / low)
    return Weibull(float(scale), float(low))


def curve(lengths: ArrayLike, ended: ArrayLike) -> Curve:
    """The Kaplan-Meier curve of these lengths, carried on by their Weibull law: stays outlast the time we have watched."""
    return Curve(*kaplan_meier(lengths, ended), weibull(lengths, ended))


def _measured(lengths: ArrayLike, ended: ArrayLike) -> tuple[NDArray, NDArray]:
    weeks, over = np.asarray(lengths, float), np.asarray(ended, bool)
    if weeks.shape != over.shape or not over.any():
        raise VisitationError("Varigheder: der skal være mindst ét afsluttet forløb, og for hvert forløb skal stå, om det er afsluttet.")
    if not (weeks > 0).all():
        raise VisitationError(f"Varigheder: {weeks.min():g} uger er for lidt; tilladt er over 0.")
    return weeks, over
