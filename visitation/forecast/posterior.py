"""Negative-binomial regression with normal priors on its coefficients: the Laplace approximation of what is known afterwards."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
MOST_STEPS, CLOSE, FARTHEST = 50, 1e-7, 1.0


@dataclass(frozen=True)
class Prior:
    """Independent normal priors of p coefficients: `mean` and `sd`, both (p,)."""

    mean: Floats
    sd: Floats


@dataclass(frozen=True)
class Posterior:
    """For each of n dispersions: the coefficients' `mode` (n, p) and `covariance` (n, p, p), and the log `evidence` (n,)."""

    mode: Floats
    covariance: Floats
    evidence: Floats


def posterior(counts: Floats, design: Floats, prior: Prior, dispersions: Floats, start: Floats) -> Posterior:
    """What counts (weeks,) tell of the coefficients of their log mean, `design` (weeks, p) times coefficients.

    Every dispersion a > 0 (n,) makes a model of its own, with variance mean + a * mean^2; the search for its mode begins at
    `start`, (p,) or (n, p). The evidence leaves out what does not depend on coefficients and dispersion."""
    a = dispersions[:, None]
    mode = np.broadcast_to(start, (len(dispersions), len(prior.mean))).copy()
    for _ in range(MOST_STEPS):
        step = _step(counts, design, prior, a, mode)
        mode += step
        if np.abs(step).max() < CLOSE:
            break
    mean = np.exp(mode @ design.T)
    curvature = _curvature(counts, mean, a, design, prior)
    density = -0.5 * (((mode - prior.mean) / prior.sd) ** 2).sum(1) - np.log(prior.sd).sum()
    evidence = likelihood(counts, mean, a) + density - 0.5 * np.linalg.slogdet(curvature)[1]
    return Posterior(mode, np.linalg.inv(curvature), evidence)


def likelihood(counts: Floats, mean: Floats, a: Floats) -> Floats:
    """The log likelihood (n,) of counts (weeks,) under means (n, weeks) and dispersions (n, 1), without the counts' factorials."""
    rising = np.cumsum(np.log1p(a * np.arange(counts.max(initial=0) + 1)), axis=1)
    below = np.where(counts > 0, rising[:, np.maximum(counts.astype(int) - 1, 0)], 0)
    return (below + counts * np.log(mean) - (counts + 1 / a) * np.log1p(a * mean)).sum(1)


def _step(counts: Floats, design: Floats, prior: Prior, a: Floats, mode: Floats) -> Floats:
    """Newton's step towards the mode, shortened where it would carry a coefficient too far to trust the curvature."""
    mean = np.exp(mode @ design.T)
    slope = ((counts - mean) / (1 + a * mean)) @ design - (mode - prior.mean) / prior.sd**2
    step = np.linalg.solve(_curvature(counts, mean, a, design, prior), slope[..., None])[..., 0]
    return step / np.maximum(1, np.abs(step).max(1, keepdims=True) / FARTHEST)


def _curvature(counts: Floats, mean: Floats, a: Floats, design: Floats, prior: Prior) -> Floats:
    weight = mean * (1 + a * counts) / (1 + a * mean) ** 2
    return (design.T * weight[:, None, :]) @ design + np.diag(prior.sd**-2)
