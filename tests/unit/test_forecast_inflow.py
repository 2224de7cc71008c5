"""The model of the inflow: it finds what made a series, and is as unsure as it ought to be."""

from dataclasses import replace
from datetime import date, timedelta
from math import exp, lgamma, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitation.errors import VisitationError
from visitation.forecast.design import KNOT, expected, lasting, steps
from visitation.forecast.inflow import CELLS, Stated, fit
from visitation.forecast.posterior import Prior, likelihood, posterior
from visitation.forecast.scores import covered
from visitation.forecast.weeks import YEAR, Weeks, calendar

MONDAY = date(2016, 1, 4)
STATED = Stated(20, 25)


def drawn(seed: int, weeks: int, log_mean, dispersion: float = 0.02) -> Weeks:
    """A series with this log mean."""
    rng = np.random.default_rng(seed)
    mean = np.exp(np.broadcast_to(log_mean, weeks))
    return Weeks(MONDAY, tuple(rng.poisson(rng.gamma(1 / dispersion, dispersion * mean)).tolist()))


def walked(seed: int, weeks: int) -> Weeks:
    """A drifting series with a season."""
    rng = np.random.default_rng((seed, 1))
    walk = rng.normal(0, rng.uniform(0.005, 0.025), weeks).cumsum()
    wave = rng.uniform(0.05, 0.2) * np.cos(2 * np.pi * np.arange(weeks) / YEAR - rng.uniform(0, 2 * np.pi))
    return drawn(seed, weeks, log(22) + walk + wave, dispersion=0.08)


def paths(weeks: Weeks, ahead: int = 26, count: int = 2000, **given_):
    return fit(weeks, **given_).paths(ahead, count, np.random.default_rng(5))


def test_the_likelihood_is_the_textbooks():
    counts, mean, a = np.array([0.0, 3, 11]), np.array([[2.0, 3, 9], [1, 4, 12]]), np.array([[0.1], [0.5]])

    def one(y, m, r):
        return lgamma(y + r) - lgamma(r) + r * log(r / (r + m)) + y * log(m / (r + m))

    expected = [sum(one(y, m, 1 / d) for y, m in zip(counts, row, strict=True)) for row, (d,) in zip(mean, a, strict=True)]
    assert likelihood(counts, mean, a) == pytest.approx(expected)


def test_the_posterior_of_one_coefficient_agrees_with_adding_up_its_density():
    counts, dispersions = np.array([14.0, 22, 31, 18, 25, 20]), np.array([0.001, 0.05, 0.3])
    prior = Prior(np.array([3.3]), np.array([0.4]))
    found = posterior(counts, np.ones((6, 1)), prior, dispersions, prior.mean)
    at = np.linspace(1.5, 5, 20_001)[:, None]
    for n, a in enumerate(dispersions):
        density = likelihood(counts, np.exp(at) * np.ones(6), np.full_like(at, a)) - 0.5 * ((at[:, 0] - 3.3) / 0.4) ** 2 - log(0.4)
        weight = np.exp(density - density.max())
        middle = (weight @ at[:, 0]) / weight.sum()
        total = density.max() + log(weight.sum() * (at[1, 0] - at[0, 0]) / np.sqrt(2 * np.pi))
        assert found.mode[n, 0] == pytest.approx(middle, abs=0.02)
        assert found.covariance[n, 0, 0] == pytest.approx((weight @ (at[:, 0] - middle) ** 2) / weight.sum(), rel=0.03)
        assert found.evidence[n] == pytest.approx(total, abs=0.01)


def test_the_walk_is_as_far_away_as_so_many_weekly_steps_are():
    away = (steps(2 * KNOT + 1) ** 2).sum(1)
    assert away[::KNOT] == pytest.approx([2 * KNOT, KNOT, 0])
    assert (np.diff(away) < 0).all()


def test_the_trend_turns_on_the_last_week_that_is_known():
    years = lasting(MONDAY + timedelta(weeks=3), MONDAY, 4)[:, 1] * YEAR
    assert years == pytest.approx([-2, -1, 0, 1])


def test_a_higher_harmonic_is_expected_to_be_smaller():
    prior = expected((3.1, 1), 0.18, breaks=1, walk=2)
    assert prior.sd[2:6] == pytest.approx([0.18, 0.18, 0.09, 0.09])
    assert len(prior.mean) == len(prior.sd) == 8 + 1 + 2


def test_the_level_is_found():
    assert fit(drawn(1, 156, log(22))).per_week == pytest.approx(22, rel=0.06)


def test_the_season_is_found_and_goes_on():
    wave = 0.3 * np.cos(2 * np.pi * np.arange(208) / YEAR)
    found = paths(drawn(2, 182, log(22) + wave[:182])).mean(0)
    assert np.corrcoef(found, np.exp(wave[182:]))[0, 1] > 0.95
    assert found.max() / found.min() == pytest.approx(exp(0.6), rel=0.25)


def test_the_noise_of_a_single_year_is_not_taken_for_a_season():
    weeks = drawn(11, 52, log(22))
    season = calendar(weeks.after, 52)[:, :4]
    counts = np.log(weeks.counts)
    copied = season @ np.linalg.lstsq(calendar(MONDAY, 52)[:, :4], counts - counts.mean())[0]
    found = fit(weeks)
    assert np.ptp(season @ (found.weight @ found.mean)[2:6]) < 0.4 * np.ptp(copied)


def test_holidays_lower_the_weeks_they_fall_in():
    lost = calendar(MONDAY, 260)[:, -2]
    weeks = drawn(3, 208, log(40) - 1.2 * lost[:208])
    found, lost = paths(weeks, ahead=52).mean(0), lost[208:]
    assert found[lost == 0.4].mean() / found[lost == 0].mean() == pytest.approx(exp(-1.2 * 0.4), abs=0.1)


def test_a_break_moves_the_level_at_once():
    before, after = drawn(4, 130, log(30)), drawn(5, 8, log(15))
    weeks = Weeks(MONDAY, before.counts + after.counts)
    level = fit(weeks, break_on=MONDAY + timedelta(weeks=130)).per_week
    assert level == pytest.approx(15, rel=0.15)
    assert abs(level - 15) < abs(fit(weeks).per_week - 15)


@pytest.mark.parametrize("days", [-1, 0, 210, 300])
def test_a_break_outside_the_history_is_refused(days):
    with pytest.raises(VisitationError, match="ligger uden for historikken; tilladt er dage mellem 2016-01-04 og 2016-08-01"):
        fit(drawn(1, 30, log(22)), break_on=MONDAY + timedelta(days=days))


def test_without_history_the_stated_range_is_the_forecast():
    found = fit(Weeks(MONDAY, ()), STATED)
    means = found.paths(1, 40_000, np.random.default_rng(1))
    assert (found.basis, found.after) == ("oplyst", MONDAY)
    assert means.mean() == pytest.approx(22.4, rel=0.02)


def test_a_short_history_corrects_what_is_stated():
    assert 17 < fit(drawn(6, 20, log(16)), STATED).per_week < 22


def test_enough_history_stands_alone():
    found = fit(drawn(6, 26, log(10)), STATED)
    assert found.basis == "historie"
    assert found.per_week == pytest.approx(10, rel=0.2)


def test_a_short_history_with_nothing_stated_is_refused():
    with pytest.raises(VisitationError, match=r"Historikken er 25 hele uger; tilladt er mindst 26"):
        fit(drawn(1, 25, log(22)))


@pytest.mark.parametrize(("low", "high"), [(0, 5), (25, 20), (20, 20), (-3, 4)])
def test_a_range_that_is_none_is_refused(low, high):
    with pytest.raises(VisitationError, match=f"Oplyst antal pr. uge er {low}-{high}"):
        Stated(low, high)


def test_weeks_more_than_five_years_old_do_not_count():
    recent = drawn(7, 260, log(22))
    old = Weeks(MONDAY - timedelta(weeks=50), (90,) * 50 + recent.counts)
    assert np.array_equal(paths(old), paths(recent))


def test_a_break_more_than_five_years_ago_is_no_break():
    weeks = drawn(7, 300, log(22))
    assert fit(weeks, break_on=MONDAY + timedelta(weeks=20)).per_week == pytest.approx(fit(weeks).per_week)


def test_the_same_seed_draws_the_same_futures():
    weeks = drawn(8, 60, log(22))
    assert np.array_equal(paths(weeks), paths(weeks))
    assert paths(weeks, ahead=3, count=7).shape == (7, 3)


def test_what_is_not_known_stays_with_a_future_for_all_its_weeks():
    found = paths(walked(9, 156))
    assert found.sum(1).var() > 2 * found.var(axis=0).sum()


def test_further_ahead_the_level_is_less_certain():
    found = paths(walked(9, 156), ahead=156)
    assert found[:, -10:].sum(1).var() > 1.5 * found[:, :10].sum(1).var()


def test_a_cell_draws_its_level_drift_and_scatter_as_told():
    def logs(drift, dispersion, spread):
        weight = np.all(CELLS[:, 1:] == (drift, dispersion), axis=1)
        told = replace(fit(Weeks(MONDAY, ()), STATED), weight=weight / weight.sum())
        told = replace(told, mean=0 * told.mean + [log(1e6), *[0] * 7], factor=0 * told.factor + spread * np.diag(np.eye(8)[0]))
        return np.log(told.paths(40, 4000, np.random.default_rng(1)))

    assert logs(0, 1e-4, 0.1).mean(1).std() == pytest.approx(0.1, rel=0.05)
    assert logs(0, 0.01, 0).std() == pytest.approx(0.1, rel=0.05)
    assert logs(0.02, 1e-4, 0)[:, -1].std() == pytest.approx(0.02 * 40**0.5, rel=0.05)


def test_the_cells_weigh_one_together_and_the_fit_ones_most():
    found = fit(drawn(10, 208, log(22), dispersion=0.1))
    assert found.weight.sum() == pytest.approx(1)
    assert found.weight[CELLS[:, 2] == 0.1].sum() > 0.5


@settings(max_examples=30)
@given(st.lists(st.integers(0, 3000), max_size=60), st.integers(0, 2**32))
def test_any_history_gives_counts_that_can_be(counts, seed):
    found = fit(Weeks(MONDAY, tuple(counts)), STATED)
    assert np.isfinite(found.mean).all()
    assert (found.paths(26, 50, np.random.default_rng(seed)) >= 0).all()


def test_half_years_lie_in_their_band_as_often_as_they_should():
    """80 of 100 drifting series; the standard error is 4 in 100."""
    series = [walked(seed, 182) for seed in range(100)]
    rate = np.mean([covered(paths(one.between(0, 156), count=1000).sum(1), sum(one.counts[156:])) for one in series])
    assert 0.7 <= rate <= 0.9
