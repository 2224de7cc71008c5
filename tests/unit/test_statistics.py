"""Intervals and curves at the published numbers and at their edges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitation.errors import VisitationError
from visitation.statistics.intervals import Interval, difference, mean_interval, wilson
from visitation.statistics.quantiles import normal, student
from visitation.statistics.survival import survival


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(133, 726, 15.67, 21.30), (49, 200, 19.06, 30.90), (63, 312, 16.11, 25.00), (112, 512, 18.51, 25.66), (21, 214, 6.51, 14.54)],
)
def test_wilson_at_the_published_counts(k, n, low, high):
    found = wilson(k, n)
    assert (round(100 * found.low, 2), round(100 * found.high, 2)) == (low, high)


def test_2018_and_2019_do_not_differ_and_2019_and_the_remainder_do():
    years, rest = difference(49, 200, 63, 312), difference(63, 312, 21, 214)
    assert (round(years.z, 2), round(years.p, 2), round(rest.p, 4)) == (1.15, 0.25, 0.0014)
    assert years.interval.low < 0 < years.interval.high
    assert rest.interval.low > 0


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_share_and_mirrors(counts):
    k, n = counts
    found, mirrored = wilson(k, n), wilson(n - k, n)
    assert 0 <= found.low <= k / n <= found.high <= 1
    assert (found.low, found.high) == pytest.approx((1 - mirrored.high, 1 - mirrored.low), abs=1e-12)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: wilson(3, 2), "3 af 2"),
        (lambda: wilson(0, 0), "0 af 0"),
        (lambda: wilson(1, 2, 1.0), "Sikkerheden er 1; tilladt er over 0 og under 1"),
        (lambda: difference(0, 0, 1, 2), "0 af 0"),
        (lambda: mean_interval([1.0]), "Et gennemsnit af 1 tal"),
        (lambda: survival([], []), "mindst én"),
        (lambda: survival([1, 2], [True]), "for hver"),
        (lambda: survival([1, -2], [True, True]), "-2 er for lidt"),
    ],
)
def test_nonsense_is_refused_in_one_sentence(ask, said):
    with pytest.raises(VisitationError) as refused:
        ask()
    assert said in str(refused.value)


def test_few_degrees_of_freedom_are_wide_and_many_are_normal():
    assert student(1) == pytest.approx(12.706204736432095)
    assert student(10**6) == pytest.approx(normal(), rel=1e-5)


def test_a_curve_is_asked_where_somebody_was_followed_only():
    curve = survival([2, 4, 4, 6], [True, False, True, False])
    assert curve.at(1) == (1.0, None)
    assert curve.at(3)[0] == 0.75 and isinstance(curve.at(3)[1], Interval)
    assert curve.at(6)[0] == curve.at(4)[0] == pytest.approx(0.5)
    assert curve.at(6.1) is None
    assert (curve.n, curve.until, curve.present_at([0, 2, 2.5, 6, 6.1]).tolist()) == (4, 6, [4, 4, 3, 1, 0])


def test_a_curve_that_reaches_the_ground_has_no_interval_there():
    curve = survival([1, 2], [True, True])
    assert curve.at(2) == (0.0, None) and np.isnan(curve.low[-1])


def test_a_curve_on_which_nothing_happened_is_flat():
    curve = survival([0, 8], [False, False])
    assert curve.times.size == 0 and curve.at(8) == (1.0, None)


@given(st.lists(st.tuples(st.integers(0, 20), st.booleans()), min_size=1, max_size=40))
def test_a_curve_falls_and_lies_within_its_interval(followed):
    curve = survival(*zip(*followed, strict=True))
    assert (np.diff([1.0, *curve.left]) < 0).all()
    some = curve.left > 1e-12
    assert (curve.low[some] <= curve.left[some]).all() and (curve.left[some] <= curve.high[some]).all()
