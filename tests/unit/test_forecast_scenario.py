"""A scenario that makes no sense is refused by name; what is not known widens a forecast and nothing else does."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forecasts import scenario
from visitation.errors import VisitationError
from visitation.forecast.bands import band
from visitation.forecast.curve import curve
from visitation.forecast.figures import figures, from_model, laws
from visitation.forecast.measured import from_register, measured, pathway_laws
from visitation.forecast.outlook import SERIES, outlook
from visitation.forecast.people import Start
from visitation.forecast.scenario import BOUNDS, UNCERTAIN, Scenario, read_scenario, with_set
from visitation.forecast.uncertain import drawn, within
from visitation.model import load, shipped
from visitation.register.case import Case, Enquiry

MONDAY = date(2021, 3, 8)
RANGES = {"share_82": (0.3, 0.5), "stay_85_mean_weeks": (20.0, 80.0)}


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("places=-3", "places er -3; tilladt er 0 til 5000"),
        ("share_82=1.2", "share_82 er 1.2; tilladt er 0 til 1"),
        ("horizon_weeks=0", "horizon_weeks er 0; tilladt er 1 til 520"),
        ("pladser=3", "ukendt nøgle 'pladser'; tilladt er enquiries_per_week"),
        ("places=mange", "places: skal være et helt tal"),
        ("places", "skriv nøgle=værdi"),
        ("share_85_direct=0.7", "share_82 og share_85_direct er tilsammen 1.1; tilladt er højst 1"),
        ("initial.waiting=-1", "initial.waiting er -1; tilladt er 0 og opefter"),
        ("initial.ventende=1", "initial: ukendt nøgle 'ventende'; tilladt er waiting, courses, s85"),
        ("unit_prices.course_kr=-1", "unit_prices.course_kr er -1"),
        ("uncertainty.places=[1, 2]", "uncertainty.places kan ikke være usikker; tilladt er enquiries_per_week"),
        ("uncertainty.share_82=[0.5, 0.3]", "skriv to tal, det laveste først"),
        ("uncertainty.share_82=[0.5, 0.6]", "share_82 (0.4) skal ligge i det"),
        ("replications=10000 ", "tilladt er højst"),
        ("seed=[", "seed: skal være et helt tal"),
        ("enquiries_per_week=.nan", "enquiries_per_week"),
    ],
)
def test_nonsense_is_refused_by_name(setting, said):
    with pytest.raises(VisitationError) as refused:
        with_set(scenario(horizon_weeks=520, enquiries_per_week=50.0), [setting])
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_scenario_file_changes_what_it_names(tmp_path):
    file = tmp_path / "flere.yaml"
    file.write_text("places: 30\ninitial: {waiting: 4}\n", encoding="utf-8")
    base = with_set(scenario(), ["initial.courses=7"])
    found = read_scenario(file, base)
    assert (found.places, found.initial.waiting, found.initial.courses) == (30, 4, 7)
    assert found.replace(places=base.places, initial=base.initial) == base


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("places: -3", "linje 1: places er -3"),
        ("seed: 2\nplaces: 3\nshare_82: 1.5", "linje 3: share_82 er 1.5"),
        ("seed: 2\ngrowth: 3", "linje 1: ukendt nøgle 'growth'"),
        ("- 3", "linje 1: et scenarie skal være en tabel"),
        ("seed: 2\nseed: 3", "linje 2: nøglen 'seed' står to gange"),
        ("uncertainty: {share_82: [0.1]}", "skriv to tal"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_with_its_line(tmp_path, text, said):
    file = tmp_path / "s.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(VisitationError) as refused:
        read_scenario(file, scenario())
    assert said in str(refused.value)


def test_a_number_that_is_set_is_known():
    base = scenario(uncertainty=RANGES)
    assert set(with_set(base, ["share_82=0.2"]).uncertainty) == {"stay_85_mean_weeks"}
    assert set(with_set(base, ["uncertainty.onward_85_share=[0.1, 0.4]"]).uncertainty) == {*RANGES, "onward_85_share"}
    assert with_set(base, ["uncertainty={}"]).uncertainty == {}


@pytest.mark.parametrize("key", UNCERTAIN)
def test_four_of_five_draws_lie_within_the_range(key):
    low, high = BOUNDS[key]
    low, middle, high = (low + part * (high - low) for part in (0.2, 0.25, 0.5))
    found = within(key, (low, middle, high), np.random.default_rng(1).standard_normal(20_000))
    assert 0.79 < ((found > low) & (found < high)).mean() < 0.81
    assert 0.49 < (found < middle).mean() < 0.51
    assert BOUNDS[key][0] <= found.min() or key == "growth_per_year"


def test_what_one_key_draws_does_not_depend_on_the_others():
    one, both = (drawn(scenario(uncertainty=ranges), np.random.default_rng(1)) for ranges in ({"share_82": (0.3, 0.5)}, RANGES))
    assert (one["share_82"] == both["share_82"]).all()


def test_without_uncertainty_only_chance_remains():
    found = outlook(scenario(), MONDAY)
    assert all((found.series[name].process.p90 == found.series[name].total.p90).all() for name in SERIES)
    assert found.data() == outlook(scenario(), MONDAY).data()
    assert found.data() != outlook(scenario(seed=4), MONDAY).data()


def test_what_is_not_known_widens_the_band_and_leaves_the_band_of_chance_alone():
    sure, unsure = (outlook(scenario(replications=250, uncertainty=ranges), MONDAY).series["s85"] for ranges in ({}, RANGES))
    assert (unsure.total.p90 - unsure.total.p10)[-1] > 1.1 * (unsure.process.p90 - unsure.process.p10)[-1]
    assert (unsure.process.mean == sure.process.mean).all()


@given(st.integers(1, 30), st.integers(0, 99))
def test_a_band_has_the_percentiles_of_its_futures(futures, seed):
    paths = np.random.default_rng(seed).integers(0, 50, (3, futures))
    found = band(paths)
    assert np.array([found.p10, found.p50, found.p90]) == pytest.approx(np.percentile(paths, (10, 50, 90), axis=1))
    assert found.mean == pytest.approx(paths.mean(axis=1))


def test_drawn_futures_of_the_enquiries_stand_in_for_the_scenarios_own():
    paths = np.random.default_rng(1).poisson(9, (50, 26))
    found = outlook(scenario(), MONDAY, paths=paths)
    assert (found.series["enquiries"].total.mean == paths.mean(axis=0)).all()
    assert abs(found.series["enquiries"].process.mean.mean() - 9) < 0.3
    with pytest.raises(VisitationError, match="paths: der skal være 50 × 26 tal"):
        outlook(scenario(), MONDAY, paths=paths[:, :5])


def test_the_forecast_says_what_the_command_prints():
    found = outlook(scenario(), MONDAY).data()
    assert found["weeks"][:2] == ["2021-03-08", "2021-03-15"] and len(found["weeks"]) == 26
    for name in ("enquiries", "waiting", "courses", "s85", "cost_kr"):
        assert set(found[name]) == {"mean", "p10", "p50", "p90", "process"}
    assert set(found["wait_weeks"]) == {"mean", "p90"}


def test_the_cost_is_that_of_the_prices_that_are_known():
    found = outlook(with_set(scenario(), ["unit_prices.course_kr=1000", "unit_prices.staff_year_kr=9"]), MONDAY)
    assert found.unpriced == ("s85_week_kr",)
    assert found.series["cost_kr"].total.mean == pytest.approx(1000 * found.series["starts"].total.mean)
    both = outlook(with_set(found.scenario, ["unit_prices.s85_week_kr=10"]), MONDAY)
    assert both.unpriced == ()
    assert both.series["cost_kr"].total.mean == pytest.approx(found.series["cost_kr"].total.mean + 10 * found.series["s85"].total.mean)


def test_more_places_shorten_the_wait():
    points = curve(scenario(), range(5, 40, 5), MONDAY)
    waits = [point.wait_weeks.mean for point in points]
    assert waits == sorted(waits, reverse=True) and waits[0] > 2 * waits[-1]
    assert all(point.low < point.high for point in points[:3])
    assert [point.kept for point in points] == sorted(point.kept for point in points)
    with pytest.raises(VisitationError, match="places er -5"):
        curve(scenario(), [-5], MONDAY)


def test_without_places_nobody_begins():
    (point,) = curve(scenario(), [0], MONDAY)
    assert (point.wait_weeks.mean, point.low, point.kept) == (None, None, None)
    assert point.waiting > 0


@pytest.mark.parametrize("name", shipped())
def test_a_models_figures_make_a_scenario(name):
    model = load(name)
    found = from_model(model, MONDAY)
    assert isinstance(found, Scenario)
    assert set(found.uncertainty) == {key for key, figure in figures(model).items() if figure.low is not None}
    assert found.initial.courses <= found.places
    assert set(pathway_laws(model).values()) == {"§ 82", "§ 85"}
    assert (laws(model).prolonged is None) == (name == "slagelse")


def test_slagelses_figures_are_those_of_its_documents():
    found = from_model(load("slagelse"), MONDAY)
    assert (found.enquiries_per_week, found.share_82, found.course_weeks) == (22.5, 0.2, 16)
    assert found.uncertainty["share_82"][1] == 0.29  # about 300 a year, as the same document also says
    assert found.unit_prices.course_kr == 21667
    assert found.onward_85_share > 133 / 726  # a snapshot of people followed too short is no chance of a lifetime


def case(model, number: int, day: date, step: str | None) -> Case:
    enquiry = Enquiry(f"EKS-{number}", day, "mail", "borger", "30-49", "psykisk", "", "", "", "ingen", "ja")
    decisions = ({"step": step, "returns": False},) if step else ()
    return Case(enquiry.reference, str(number), model, enquiry, 1, "ny", decisions, True)


@given(st.integers(0, 300), st.integers(0, 300))
def test_the_register_tells_its_shares_once_there_are_enough(courses, others):
    model = load("slagelse")
    cases = [case("slagelse", n, date(2021, 1, 4), "fokus" if n < courses else "aabent") for n in range(courses + others)]
    found = measured(model, cases, MONDAY)
    assert ("share_82" in found.numbers) == (courses + others >= 50)
    if "share_82" in found.numbers:
        assert found.numbers["share_82"].value == pytest.approx(courses / (courses + others))
        assert found.numbers["enquiries_per_week"].value == pytest.approx((courses + others) / 9)  # nine weeks lie behind it
        told = from_register(from_model(model, MONDAY), found)
        assert told.share_82 == found.numbers["share_82"].value
        assert told.uncertainty["share_82"][0] <= told.share_82 <= told.uncertainty["share_82"][1]
    assert "share_85_direct" not in found.counts  # Slagelse's meeting cannot decide on § 85
    assert found.start == Start()
