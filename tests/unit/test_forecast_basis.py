"""One way to a forecast: the register's people and inflow, the model's figures where it is silent, and every scenario over both."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.registers import sample_register
from visitation.errors import VisitationError
from visitation.forecast.basis import STOCKS, basis, capacity, enquiries, run, scaled, start
from visitation.forecast.durations import curve
from visitation.forecast.figures import from_model, laws
from visitation.forecast.given import Start
from visitation.forecast.measured import Measured
from visitation.forecast.saved import changes, find_scenario, scenario_of
from visitation.forecast.scenario import with_set
from visitation.model import load
from visitation.register.case import Case, Enquiry
from visitation.register.cases import cases
from visitation.register.demo import TODAY
from visitation.register.scenarios import Saved
from visitation.register.store import open_register

WEEK = timedelta(weeks=1)
SLAGELSE = load("slagelse")
EMPTY = basis(SLAGELSE, [], TODAY)
SMALL = ["horizon_weeks=30", "replications=60"]


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """The cases of Slagelse in the sample register."""
    url = sample_register(tmp_path_factory.mktemp("basis"))
    register = open_register(url)
    found = list(cases(register, "slagelse").values())
    register.close()
    return found


@pytest.fixture(scope="module")
def demo(known):
    return basis(SLAGELSE, known, TODAY)


def enquiring(weeks: int, each: int, last: date) -> list[Case]:
    """So many enquiries in each of so many whole weeks, the last of which ends on `last`."""
    days = [last - i * WEEK - timedelta(days=7 * k // each) for i in range(weeks) for k in range(each)]
    first = Enquiry("EKS-0", last, "mail", "borger", "30-49", "psykisk", "", "", "", "ingen", "ja")
    return [Case(f"EKS-{n}", str(n), "slagelse", replace(first, received=day), 1, "ny", (), True) for n, day in enumerate(days)]


def level(found, weeks=52):
    """Enquiries a week, on average over all futures."""
    return found.series["enquiries"].total.mean[:weeks].mean()


def test_without_a_register_the_models_own_figures_are_forecast():
    assert EMPTY.scenario == from_model(SLAGELSE, TODAY)
    assert (EMPTY.inflow.basis, EMPTY.assumed) == ("oplyst", tuple(STOCKS))
    assert {stock: len(getattr(EMPTY.start, stock)) for stock in STOCKS} == {"waiting": 0, "courses": 72, "s85": 421}
    assert level(run(EMPTY, EMPTY.scenario.replace(replications=1000))) == pytest.approx(22.5, abs=0.3)


def test_the_registers_people_and_inflow_are_forecast(demo):
    assert (demo.inflow.basis, demo.assumed) == ("historie", ("s85",))
    assert len(demo.start.courses) == demo.scenario.initial.courses == len(demo.measured.start.courses) > 0
    assert len(demo.start.s85) == from_model(SLAGELSE, TODAY).initial.s85 > 0
    low, high = demo.scenario.uncertainty["enquiries_per_week"]
    assert low < demo.scenario.enquiries_per_week == demo.level < high
    assert level(run(demo, demo.scenario.replace(replications=1000))) == pytest.approx(demo.scenario.enquiries_per_week, abs=0.3)


def test_a_short_history_moves_the_stated_level_towards_what_was_counted():
    found = basis(SLAGELSE, enquiring(8, 35, date(2021, 3, 7)), TODAY)
    assert (found.inflow.basis, len(found.weeks)) == ("oplyst", 8)
    assert 23 < found.scenario.enquiries_per_week == found.level < 33
    assert level(run(found, found.scenario)) == pytest.approx(found.scenario.enquiries_per_week, abs=0.6)


@given(st.dates(date(2021, 1, 1), date(2030, 12, 31)))
def test_a_forecast_begins_on_the_coming_monday(today):
    begins = basis(SLAGELSE, [], today).begins
    assert begins.weekday() == 0 and timedelta(0) < begins - today <= WEEK


@pytest.mark.parametrize("silent", [1, 20])
def test_the_weeks_since_the_register_was_filled_are_passed_over(silent):
    """Easter falls into the first week of the forecast, however long ago the last week is that the register knows."""
    found = basis(SLAGELSE, enquiring(8, 20, date(2021, 3, 28) - silent * WEEK), date(2021, 3, 26))
    drawn = enquiries(found, (20.0, 0.0, 0.0), True, 4, 2000, 1).mean(axis=0)
    assert found.begins == date(2021, 3, 29)
    assert drawn[0] < 0.95 * min(drawn[2:])


@given(st.floats(5, 40), st.floats(0, 10), st.integers(0, 50))
def test_a_higher_level_adds_enquiries_and_takes_none_away(lower, more, seed):
    few, many = (enquiries(EMPTY, (level, 0.0, 0.0), True, 12, 20, seed) for level in (lower, lower + more))
    assert (few <= many).all()


def test_another_level_growth_or_season_scales_the_futures(demo):
    base = with_set(demo.scenario, ["horizon_weeks=104", "replications=1000"])
    own = run(demo, base).series["enquiries"].total.mean
    assert not scaled(demo, base)
    twice = with_set(base, [f"enquiries_per_week={2 * base.enquiries_per_week}"])
    assert run(demo, twice).series["enquiries"].total.mean == pytest.approx(2 * own, rel=0.05)
    grown = run(demo, with_set(base, ["growth_per_year=0.5"])).series["enquiries"].total.mean / own
    assert (grown[0], grown[-1]) == (pytest.approx(1, rel=0.03), pytest.approx(2.25, rel=0.05))
    assert scaled(demo, twice) and scaled(demo, with_set(base, ["season_amplitude=0.1"]))


def test_without_a_range_of_the_inflow_only_chance_remains_of_it(demo):
    base = with_set(demo.scenario, ["replications=1000"])
    unsure, sure = (run(demo, scenario).series["enquiries"].total for scenario in (base, base.replace(uncertainty={})))
    assert (sure.p90 - sure.p10).mean() < 0.96 * (unsure.p90 - unsure.p10).mean()
    assert (sure.p90 - sure.p10).mean() == pytest.approx(2 * 1.28 * np.sqrt(sure.mean.mean()), rel=0.08)  # as Poisson counts have it


def test_a_stock_that_is_changed_is_spread_and_the_others_are_the_registers(demo):
    found = start(demo, with_set(demo.scenario, ["initial.waiting=40"]))
    assert len(found.waiting) == 40
    assert (found.courses, found.s85) == (demo.start.courses, demo.start.s85)
    assert start(demo, demo.scenario) == demo.start


def test_the_curve_of_places_meets_the_citizens_of_the_forecast(demo):
    base = with_set(demo.scenario, [*SMALL, "places=70"])
    points = capacity(demo, base, [60, 70, 80])
    assert points[1].wait_weeks == run(demo, base).wait_weeks
    assert points[0].wait_weeks.mean > points[1].wait_weeks.mean > points[2].wait_weeks.mean


def test_the_registers_curves_stand_in_for_the_models_shapes(monkeypatch):
    stays = curve([30.0, 60.0, 90.0], [True, True, False])
    monkeypatch.setattr("visitation.forecast.basis.measured", lambda *_: Measured(Start(), {}, {"stay": stays}))
    found = basis(load("ringsted"), [], TODAY).laws
    assert found.stay is stays and found.prolonged == laws(load("ringsted")).prolonged


def test_the_same_seed_gives_the_same_forecast_and_another_another(demo):
    one, again, other = (run(demo, with_set(demo.scenario, [*SMALL, f"seed={seed}"])).data() for seed in (5, 5, 6))
    assert one == again != other


def test_cases_that_lie_ahead_are_refused():
    with pytest.raises(VisitationError, match="modtaget 2021-03-14; tilladt er til og med 2021-03-09"):
        basis(SLAGELSE, enquiring(1, 1, date(2021, 3, 14)), TODAY)


VALUES = st.fixed_dictionaries(
    {},
    optional={
        "places": st.integers(0, 300),
        "share_82": st.sampled_from([0.1, 0.2, 0.25]),
        "horizon_weeks": st.integers(1, 260),
        "seed": st.integers(0, 9),
        "initial": st.fixed_dictionaries({}, optional={"waiting": st.integers(0, 9), "s85": st.just(330)}),
        "unit_prices": st.fixed_dictionaries({}, optional={"course_kr": st.sampled_from([None, 1.0, 21667])}),
        "uncertainty": st.sampled_from([{}, {"share_82": [0.05, 0.3]}, {"growth_per_year": [-0.5, 0.5]}]),
    },
)


@given(VALUES)
def test_what_a_scenario_changes_makes_it_again(given):
    scenario = scenario_of(EMPTY, Saved("x", given, TODAY))
    kept = changes(EMPTY.scenario, scenario)
    assert scenario_of(EMPTY, Saved("x", kept, TODAY)) == scenario
    assert set(kept) <= {*given, "uncertainty"} and kept.get("initial") != {}


def test_a_saved_scenario_follows_the_register_in_all_it_does_not_change(demo):
    kept = changes(EMPTY.scenario, with_set(EMPTY.scenario, ["places=110"]))
    assert kept == {"places": 110}
    assert changes(EMPTY.scenario, with_set(EMPTY.scenario, ["share_82=0.25"])) == {"share_82": 0.25}
    assert scenario_of(demo, Saved("Flere", kept, TODAY)) == demo.scenario.replace(places=110)
    assert set(changes(EMPTY.scenario, with_set(EMPTY.scenario, ["share_82=0.2"]))) == {"uncertainty"}  # the same, and known


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"places": -3}, "Scenariet 'Flere': places er -3; tilladt er 0 til 5000"),
        ({"pladser": 3}, "Scenariet 'Flere': ukendt nøgle 'pladser'; tilladt er enquiries_per_week"),
        ({"initial": {"ventende": 3}}, "Scenariet 'Flere': initial: ukendt nøgle 'ventende'"),
    ],
)
def test_a_saved_scenario_that_makes_no_sense_is_refused_by_name(data, said):
    with pytest.raises(VisitationError) as refused:
        scenario_of(EMPTY, Saved("Flere", data, TODAY))
    assert str(refused.value).startswith(said)


def test_a_growth_that_no_computer_holds_is_refused():
    with pytest.raises(VisitationError, match="growth_per_year er 1: det bliver 23040 om ugen; tilladt er højst 500"):
        with_set(EMPTY.scenario, ["horizon_weeks=520", "growth_per_year=1"])


def test_a_scenario_is_a_file_or_a_saved_name(tmp_path):
    saved = {"Flere": Saved("Flere", {"places": 110}, TODAY)}
    file = tmp_path / "Flere"
    assert find_scenario(EMPTY, saved, None) == EMPTY.scenario
    assert find_scenario(EMPTY, saved, "Flere").places == 110
    file.write_text("places: 120", encoding="utf-8")
    assert find_scenario(EMPTY, saved, str(file)).places == 120
    with pytest.raises(VisitationError, match=r"'Færre' er hverken en fil eller gemt i registret; gemt er Flere\."):
        find_scenario(EMPTY, saved, "Færre")
