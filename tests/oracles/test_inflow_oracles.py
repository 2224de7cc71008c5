"""statsmodels and scipy agree with the regression under the inflow, and a known truth with its ranges."""

from itertools import product

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.stats import nbinom

from bench.series import made
from visitation.forecast.inflow import fit
from visitation.forecast.posterior import Prior, likelihood, posterior
from visitation.forecast.scores import crps

DISPERSIONS = np.array([0.01, 0.1, 0.4])


@pytest.fixture(scope="module")
def regression():
    """Counts and a design of four columns."""
    rng = np.random.default_rng(4)
    design = np.column_stack([np.ones(120), rng.normal(size=(120, 3))])
    mean = np.exp(design @ [2.5, 0.2, -0.1, 0.3])
    return rng.poisson(rng.gamma(10, mean / 10)).astype(float), design


@pytest.mark.parametrize("n", range(len(DISPERSIONS)))
def test_without_prior_knowledge_the_coefficients_are_those_of_statsmodels(regression, n):
    counts, design = regression
    wide = Prior(np.zeros(4), np.full(4, 1e4))
    found = posterior(counts, design, wide, DISPERSIONS, np.array([2.0, 0, 0, 0]))
    theirs = sm.GLM(counts, design, family=sm.families.NegativeBinomial(alpha=DISPERSIONS[n])).fit(method="newton", tol=1e-12)
    assert found.mode[n] == pytest.approx(theirs.params, abs=1e-5)
    assert np.allclose(found.covariance[n], theirs.cov_params(), atol=1e-6)


def test_the_likelihood_differs_from_scipys_by_what_is_the_same_for_all(regression):
    counts, design = regression
    mean = np.exp(np.array([[2.5, 0.2, -0.1, 0.3], [2.0, 0.1, 0, 0], [3.0, 0, 0, 0]]) @ design.T)
    size = 1 / DISPERSIONS[:, None]
    theirs = nbinom.logpmf(counts, size, size / (size + mean)).sum(1)
    mine = likelihood(counts, mean, DISPERSIONS[:, None])
    assert mine - mine[0] == pytest.approx(theirs - theirs[0])


def test_the_forecast_loses_little_to_the_truth():
    rng = np.random.default_rng(6)
    scores = []
    for one, at in product([made(286, rng) for _ in range(50)], (208, 234, 260)):
        observed = np.array(one.weeks.counts[at : at + 26])
        mine = fit(one.weeks.between(at - 208, at)).paths(26, 1000, rng)
        scores.append((crps(mine, observed).mean(), crps(one.oracle(at, 26, 1000, rng), observed).mean()))
    mine, truth = np.mean(scores, axis=0)
    assert truth * 0.98 < mine < truth * 1.06
