"""A curve falls as the lengths it was made of; its tail begins where they end; and what remains is what the law leaves."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitation.errors import VisitationError
from visitation.forecast.durations import Curve, Exponential, Weibull, curve, residual, weibull
from visitation.statistics.survival import kaplan_meier

LEVELS = np.linspace(0.01, 0.99, 99)
watched = st.lists(st.tuples(st.integers(1, 60), st.booleans()), min_size=3, max_size=40).filter(lambda one: any(over for _, over in one))
laws = st.one_of(
    st.builds(Exponential, st.floats(1, 300)),
    st.builds(Weibull, st.floats(1, 300), st.floats(0.4, 4)),
)


def test_a_curve_by_hand():
    times, left = kaplan_meier([2, 3, 3, 5, 8], [True, True, False, True, False])
    assert times.tolist() == [2, 3, 5]
    assert left == pytest.approx([4 / 5, 4 / 5 * 3 / 4, 4 / 5 * 3 / 4 * 1 / 2])


@given(st.lists(st.integers(1, 60), min_size=1))
def test_where_all_have_ended_the_curve_counts_who_lasted_longer(lengths):
    times, left = kaplan_meier(lengths, [True] * len(lengths))
    assert left == pytest.approx([sum(length > time for length in lengths) / len(lengths) for time in times])


@given(watched)
def test_a_curve_is_its_own_way_back(found):
    law = curve(*zip(*found, strict=True))
    times = law.lasts(LEVELS)
    assert (np.diff(times) <= 1e-9).all()
    assert (law.survival(times + 1e-6) <= LEVELS + 1e-6).all()
    assert (law.survival(np.maximum(times - 1e-6, 0)) >= LEVELS - 1e-6).all()


@given(watched, st.integers(0, 99))
def test_a_length_is_the_first_that_no_greater_share_outlasts(found, seed):
    law = curve(*zip(*found, strict=True))
    shares = np.concatenate([law.left, np.random.default_rng(seed).uniform(law.left[-1], 1, 5000)])
    first = np.argmax(law.left[None, :] <= shares[:, None], axis=1)
    assert (law.lasts(shares[shares > 0]) == law.times[first][shares > 0]).all()


def test_the_tail_goes_on_from_where_the_data_end():
    rng = np.random.default_rng(1)
    stays, seen = rng.weibull(1.5, 5000) * 150, np.full(5000, 104.0)
    law = curve(np.minimum(stays, seen), stays <= seen)
    true = Weibull(150, 1.5)
    assert isinstance(law, Curve)
    for weeks in (50, 104, 150, 250):
        assert float(law.survival(weeks)) == pytest.approx(float(true.survival(weeks)), abs=0.03)
    assert law.mean == pytest.approx(true.mean, rel=0.05)


@given(laws, st.floats(0, 200))
def test_what_remains_is_what_the_law_leaves_to_those_who_came_so_far(law, elapsed):
    reached = float(law.survival(elapsed))
    if reached > 1e-6:
        remains = residual(law, np.full(99, elapsed), LEVELS)
        assert law.survival(elapsed + remains) / reached == pytest.approx(LEVELS, abs=1e-6)


@given(laws)
def test_the_mean_of_a_law_is_the_mean_of_its_lengths(law):
    assert law.lasts((np.arange(1 << 16) + 0.5) / (1 << 16)).mean() == pytest.approx(law.mean, rel=0.01)


@given(st.floats(5, 300), st.floats(0.5, 4), st.integers(0, 99))
def test_a_fitted_law_finds_the_one_that_made_the_lengths(scale, shape, seed):
    stays = np.random.default_rng(seed).weibull(shape, 4000) * scale
    found = weibull(np.minimum(stays, scale * 1.2), stays <= scale * 1.2)
    assert (found.scale, found.shape) == pytest.approx((scale, shape), rel=0.15)


@pytest.mark.parametrize(("lengths", "ended"), [([], []), ([3.0], [False]), ([3.0, 0.0], [True, True]), ([3.0], [True, False])])
def test_lengths_that_say_nothing_are_refused(lengths, ended):
    with pytest.raises(VisitationError, match="Varigheder"):
        curve(lengths, ended)
