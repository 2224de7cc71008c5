"""What is handed out again: the same for the same, and never what belongs to something else."""

from dataclasses import dataclass
from datetime import date
from unittest.mock import patch

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.forecasts import scenario
from visitation.forecast import again as module
from visitation.forecast.again import FEW, SIZES, again, forget
from visitation.forecast.outlook import outlook

MONDAY = date(2021, 3, 15)
MOVES = st.fixed_dictionaries({}, optional={
    "places": st.integers(0, 12),
    "enquiries_per_week": st.sampled_from([3.0, 5.0]),
    "share_82": st.sampled_from([0.2, 0.5]),
    "onward_85_share": st.sampled_from([0.1, 0.4]),
    "stay_85_mean_weeks": st.sampled_from([20.0, 90.0]),
    "course_weeks": st.sampled_from([8, 16]),
    "no_show_share": st.sampled_from([0.0, 0.2]),
    "replications": st.sampled_from([5, 20]),
    "horizon_weeks": st.sampled_from([8, 14]),
    "seed": st.sampled_from([1, 2]),
})  # fmt: skip


@dataclass(frozen=True)
class Law:
    mean: float
    at: np.ndarray


def counted():
    """A function that remembers, and what it was really asked."""
    asked = []

    @again(by=lambda size, *_: size)
    def work(size, *rest):
        asked.append((size, *rest))
        return object()

    return work, asked


def test_the_same_is_worked_out_once():
    work, asked = counted()
    few = np.arange(FEW)
    assert work(1, few, ("a", few), Law(2.0, few), None) is work(1, few.copy(), ("a", few.copy()), Law(2.0, few.copy()), None)
    assert len(asked) == 1


def test_anything_else_is_worked_out_anew():
    work, asked = counted()
    few, many = np.arange(9), np.arange(FEW + 1)
    ways = [few, few + 1, few.astype(float), few[:8], many, many.copy(), (few, 1), (few,), Law(2.0, few), Law(2.5, few), 0.5, None]
    for way in ways:
        work(1, way)
    assert len(asked) == len(ways)


def test_a_small_figure_does_not_drive_out_the_large_one_and_only_so_many_are_kept():
    work, _ = counted()
    large = work(1000, "forecast")
    for bar in range(20):
        work(100, bar)
    assert work(1000, "forecast") is large
    for size in range(SIZES):
        work(size, "forecast")
    assert work(1000, "forecast") is not large


def said(found):
    return found.data(), {name: (series.total, series.process) for name, series in found.series.items()}


@settings(max_examples=25, deadline=None)
@given(st.lists(MOVES, min_size=1, max_size=5))
def test_a_forecast_is_the_same_whatever_was_asked_before(moves):
    base = scenario(horizon_weeks=12, replications=10)
    first = [outlook(base.replace(**move), MONDAY) for move in moves]
    with patch.object(module, "_same", lambda one, other: False):
        for move, found in zip(moves, first, strict=True):
            alone = outlook(base.replace(**move), MONDAY)
            np.testing.assert_equal(said(found)[0], said(alone)[0])
            for name, series in alone.series.items():
                for band in ("total", "process"):
                    np.testing.assert_equal(vars(getattr(found.series[name], band)), vars(getattr(series, band)))


def test_what_is_forgotten_is_worked_out_anew():
    work, asked = counted()
    first = work(1, "forecast")
    forget()
    assert work(1, "forecast") is not first and len(asked) == 2
