"""Intervals, tests and survival beside scipy, statsmodels and lifelines, all to nine decimals or better."""

import lifelines
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint, proportions_ztest
from statsmodels.stats.weightstats import DescrStatsW

from visitation.statistics.intervals import difference, mean_interval, wilson
from visitation.statistics.quantiles import normal, student, two_sided
from visitation.statistics.survival import kaplan_meier, survival

LEVELS = st.sampled_from((0.5, 0.8, 0.9, 0.95, 0.99))
COUNTS = st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
FOLLOWED = st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=1, max_size=60)


def ends(interval):
    return interval.low, interval.high


@given(LEVELS, st.integers(1, 2000))
def test_quantiles_are_those_of_scipy(level, df):
    assert normal(level) == pytest.approx(stats.norm.ppf(0.5 + level / 2), rel=1e-12)
    assert student(df, level) == pytest.approx(stats.t.ppf(0.5 + level / 2, df), rel=1e-12)


@given(st.floats(0, 8))
def test_the_tail_is_that_of_scipy(z):
    assert two_sided(-z) == two_sided(z) == pytest.approx(2 * stats.norm.sf(z), rel=1e-12)


@given(COUNTS, LEVELS)
def test_a_share_has_the_interval_of_statsmodels(counts, level):
    expected = proportion_confint(*counts, alpha=1 - level, method="wilson")
    assert ends(wilson(*counts, level)) == pytest.approx(expected, abs=1e-12)


@given(COUNTS, COUNTS, LEVELS)
def test_two_shares_differ_as_in_statsmodels(one, other, level):
    found = difference(*one, *other, level)
    expected = confint_proportions_2indep(*one, *other, method="newcomb", compare="diff", alpha=1 - level)
    assert ends(found.interval) == pytest.approx(expected, abs=1e-9)
    if 0 < one[0] + other[0] < one[1] + other[1]:
        z, p = proportions_ztest([one[0], other[0]], [one[1], other[1]])
        assert (found.z, found.p) == pytest.approx((z, p), rel=1e-9, abs=1e-12)
    else:
        assert (found.z, found.p) == (0, 1)


@given(st.lists(st.floats(-40, 40), min_size=2, max_size=80), LEVELS)
def test_a_mean_has_the_interval_of_statsmodels(values, level):
    assert ends(mean_interval(values, level)) == pytest.approx(DescrStatsW(values).tconfint_mean(1 - level), rel=1e-9, abs=1e-9)


@given(FOLLOWED, LEVELS)
def test_the_curve_and_its_intervals_are_those_of_lifelines(followed, level):
    lengths, ended = (np.array(each) for each in zip(*followed, strict=True))
    fitted = lifelines.KaplanMeierFitter(alpha=1 - level).fit(lengths, ended)
    found = survival(lengths, ended, level)
    times, left = kaplan_meier(lengths, ended)
    assert (found.times.tolist(), found.left.tolist()) == (times.tolist(), left.tolist())
    assert left == pytest.approx(fitted.survival_function_at_times(times).to_numpy(), abs=1e-9)
    some = left > 1e-12
    bounds = fitted.confidence_interval_.loc[times[some]].to_numpy()
    assert np.column_stack([found.low, found.high])[some] == pytest.approx(bounds, abs=1e-9)
    assert found.present_at(fitted.event_table.index).tolist() == fitted.event_table.at_risk.tolist()
