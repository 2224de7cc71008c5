"""The forecast held against what came: exact scores, honest origins, and naive forecasts beside it."""

import subprocess
import sys
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitation.errors import VisitationError
from visitation.forecast.backtest import AHEAD, EVERY, FIRST, backtest, check, rows
from visitation.forecast.inflow import ENOUGH, Stated
from visitation.forecast.naive import seasonal, steady
from visitation.forecast.scores import covered, crps, pit
from visitation.forecast.weeks import Weeks

MONDAY = date(2019, 1, 7)
STATED = Stated(20, 25)
RNG = np.random.default_rng(3)
YEAR = Weeks(MONDAY, tuple(RNG.poisson(22, 60).tolist()))
SAMPLES = st.lists(st.integers(0, 9), min_size=1, max_size=12)


@given(SAMPLES, st.integers(-2, 12))
def test_crps_is_the_area_between_the_steps(samples, observed):
    at = np.arange(-3, 13)
    steps = np.mean(np.array(samples)[:, None] <= at, axis=0)
    assert crps(np.array(samples)[:, None], [observed])[0] == pytest.approx(((steps - (at >= observed)) ** 2).sum())


@given(SAMPLES, st.integers(-2, 12))
def test_covered_is_how_often_the_randomised_pit_lies_in_the_band(samples, observed):
    drawn = np.repeat(np.array(samples)[:, None], 4000, axis=1)
    found = pit(drawn, np.full(4000, observed), np.random.default_rng(1))
    share = ((found >= 0.1) & (found <= 0.9)).mean()
    assert covered(np.array(samples)[:, None], [observed])[0] == pytest.approx(share, abs=0.05)


def test_a_calibrated_forecast_covers_four_in_five_and_has_an_even_pit():
    rng = np.random.default_rng(2)
    samples, observed = rng.poisson(22, (2000, 20_000)), rng.poisson(22, 20_000)
    assert covered(samples, observed).mean() == pytest.approx(0.8, abs=0.01)
    counts = np.histogram(pit(samples, observed, rng), 10, (0, 1))[0]
    assert counts.min() > 1800
    assert counts.max() < 2200


def test_too_narrow_a_forecast_covers_less():
    rng = np.random.default_rng(2)
    observed = rng.poisson(22, 5000) + rng.integers(-10, 11, 5000)
    assert covered(rng.poisson(22, (1000, 5000)), observed).mean() < 0.65


def test_steady_draws_from_the_past_alone():
    found = steady(YEAR, 10, 500, np.random.default_rng(1))
    assert found.shape == (500, 10)
    assert set(found.ravel().tolist()) == set(YEAR.counts)


def test_seasonal_repeats_a_year_that_never_differs():
    counts = tuple(range(52)) * 2
    found = seasonal(Weeks(MONDAY, counts), 26, 5, np.random.default_rng(1))
    assert np.array_equal(found, np.tile(np.arange(26), (5, 1)))


def test_seasonal_never_goes_below_nothing():
    counts = (9,) * 52 + (0,) * 52
    assert seasonal(Weeks(MONDAY, counts), 26, 5, np.random.default_rng(1)).max() == 0


def test_seasonal_without_two_years_is_steady():
    assert np.array_equal(seasonal(YEAR, 26, 50, np.random.default_rng(1)), steady(YEAR, 26, 50, np.random.default_rng(1)))


def test_a_check_holds_the_futures_against_the_weeks_that_followed():
    def forecaster(known, _):
        assert known == YEAR.between(0, 30)
        return np.tile(np.array(YEAR.counts[30:56]), (10, 1))

    found = check("sikker", YEAR, 30, forecaster, np.random.default_rng(1))
    assert (found.name, found.origin) == ("sikker", MONDAY + timedelta(weeks=30))
    assert np.array_equal(found.observed, found.expected)
    assert not found.crps.any()


def test_a_forecast_knows_nothing_of_what_came_after():
    other = Weeks(MONDAY, YEAR.counts[:40] + (90,) * 20)
    before = MONDAY + timedelta(weeks=40)
    ours, theirs = ([c for c in backtest(w, 1, STATED) if c.origin <= before] for w in (YEAR, other))
    assert [c.expected.tolist() for c in ours] == [c.expected.tolist() for c in theirs]
    assert ours[-1].crps.mean() < theirs[-1].crps.mean()


def test_the_rows_sum_up_the_checks_of_each_model():
    checks = backtest(YEAR, 1, STATED)
    found = rows(checks)
    origins = len(range(FIRST, 60 - EVERY + 1, EVERY))
    assert [row.name for row in found] == ["model", "gennemsnit", "samme uge sidste år"]
    assert {(row.origins, row.sums) for row in found} == {(origins, len(range(FIRST, 60 - AHEAD + 1, EVERY)))}
    mine = [c for c in checks if c.name == "model"]
    assert found[0].crps == pytest.approx(np.concatenate([c.crps for c in mine]).mean())
    assert found[0].bias == pytest.approx(np.concatenate([c.expected - c.observed for c in mine]).mean())
    assert 0.6 < found[0].coverage80 <= 1


def test_sums_are_left_open_until_half_a_year_has_passed():
    found = rows(backtest(YEAR.between(0, 30), 1, STATED))
    assert [(row.coverage80_sum26, row.sums) for row in found] == [(None, 0)] * 3


def test_the_same_seed_gives_the_same_checks():
    weeks = YEAR.between(0, 34)
    assert rows(backtest(weeks, 4, STATED)) == rows(backtest(weeks, 4, STATED))
    assert rows(backtest(weeks, 4, STATED)) != rows(backtest(weeks, 5, STATED))


def test_a_break_counts_from_the_day_it_is_past():
    weeks = Weeks(MONDAY, (30,) * 40 + (15,) * 20)
    on = MONDAY + timedelta(weeks=40)
    told, untold = ([c for c in backtest(weeks, 1, break_on=day) if c.name == "model"] for day in (on, None))
    assert told[0].expected.tolist() == untold[0].expected.tolist()
    after = [i for i, c in enumerate(told) if c.origin == on + timedelta(weeks=6)]
    assert all(told[i].crps.mean() < 0.7 * untold[i].crps.mean() for i in after)
    assert after


@pytest.mark.parametrize(("stated", "least"), [(None, ENOUGH + EVERY), (STATED, FIRST + EVERY)])
def test_a_history_too_short_to_test_is_refused(stated, least):
    with pytest.raises(VisitationError, match=f"Historikken er {least - 1} hele uger; en efterprøvning kræver mindst {least}"):
        backtest(YEAR.between(0, least - 1), 1, stated)
    assert backtest(YEAR.between(0, least), 1, stated)


def test_the_forecast_needs_no_heavy_library_to_start():
    heavy = "{'pandas', 'scipy', 'statsmodels', 'holidays', 'sqlalchemy'}"
    code = f"import sys, visitation.forecast.backtest; sys.exit(', '.join({heavy} & set(sys.modules)) or 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
