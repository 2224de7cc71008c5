"""Real births as if they were enquiries: the ranges hold, and the model beats what anybody can do."""

import numpy as np
import pytest

from bench.series import births
from visitation.forecast.backtest import AHEAD, check, rows
from visitation.forecast.inflow import fit
from visitation.forecast.naive import seasonal, steady

TRAIN, EVERY = 208, 104


@pytest.fixture(scope="module")
def row():
    """A row for each model, over 12 states and 8 origins each."""
    drawing = {
        "ours": lambda known, rng: fit(known).paths(AHEAD, 1000, rng),
        "mean": lambda known, rng: steady(known, AHEAD, 1000, rng),
        "seasonal": lambda known, rng: seasonal(known, AHEAD, 1000, rng),
    }
    windows = [one.between(at - TRAIN, at + AHEAD) for one in births(12, 1) for at in range(TRAIN, len(one) - AHEAD + 1, EVERY)]
    found = [check(name, w, TRAIN, draw, np.random.default_rng(i)) for i, w in enumerate(windows) for name, draw in drawing.items()]
    return {row.name: row for row in rows(found)}


def test_weeks_lie_in_their_band_as_often_as_they_should(row):
    assert 0.75 <= row["ours"].coverage80 <= 0.85


def test_half_years_lie_in_their_band_as_often_as_they_should(row):
    """About 100 half years: the standard error is 4 in 100."""
    assert row["ours"].origins == 96
    assert 0.7 <= row["ours"].coverage80_sum26 <= 0.9
    assert row["mean"].coverage80_sum26 < 0.6  # chance alone, without a drifting level, is too sure of itself


def test_the_model_is_nearer_than_the_naive_ones(row):
    assert row["ours"].crps < 0.97 * row["mean"].crps
    assert row["ours"].crps < 0.85 * row["seasonal"].crps
