"""Scenarios and citizens for the tests of the forecast."""

import numpy as np

from visitation.forecast.chance import fine, poisson, words
from visitation.forecast.people import Numbers
from visitation.forecast.scenario import Scenario

W1_WEEKS = 260
W1_MEAN = 22 * 1.02 ** (np.arange(W1_WEEKS) / 52) * (1 + 0.15 * np.cos(2 * np.pi * (np.arange(W1_WEEKS) % 52) / 52))


def scenario(**changes) -> Scenario:
    """A small scenario: six enquiries a week for half a year."""
    small = Scenario(
        enquiries_per_week=6.0,
        growth_per_year=0.0,
        season_amplitude=0.0,
        share_82=0.4,
        share_85_direct=0.1,
        places=20,
        course_weeks=10,
        dropout_per_week=0.02,
        renege_per_week=0.03,
        onward_85_share=0.3,
        stay_85_mean_weeks=40.0,
        horizon_weeks=26,
        replications=50,
        seed=3,
    )
    return small.replace(**changes)


def numbers(**changes: float) -> Numbers:
    """The numbers of the reference workload W1, or others."""
    w1 = {"share_82": 0.26, "share_85_direct": 0.05, "course_weeks": 16, "dropout": 0.01, "renege": 0.005, "onward": 0.21, "stay": 156}
    return Numbers(**{name: np.array([float(value)]) for name, value in (w1 | changes).items()})


def enquiries(mean: np.ndarray, replications: int, seed: int) -> np.ndarray:
    """Poisson enquiries with these means per week, (replications, weeks)."""
    chance = fine(words(np.arange(replications * mean.size), seed)).reshape(replications, mean.size)
    return poisson(mean[None, :], chance)
