"""Every number of a forecast has a place in the register of assumptions: how much, how sure, where from, and who answers for it."""

import shutil
from datetime import date

import pytest

from tests.registers import sample_register
from tests.unit.test_forecast_basis import enquiring
from visitation.forecast.assumptions import assumptions
from visitation.forecast.basis import basis
from visitation.forecast.figures import figures
from visitation.forecast.scenario import BOUNDS, UNCERTAIN, Initial, UnitPrices
from visitation.model import load, shipped
from visitation.model.load import MUNICIPALITIES
from visitation.register.cases import cases
from visitation.register.demo import TODAY
from visitation.register.store import open_register

FRAME = {"horizon_weeks", "replications", "seed"}  # how a forecast is drawn, not what it goes by


def told(found):
    return {one.key: one for one in assumptions(found)}


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """The basis of each municipality in the sample register."""
    url = sample_register(tmp_path_factory.mktemp("assumptions"))
    register = open_register(url)
    found = {name: basis(load(name), cases(register, name).values(), TODAY) for name in shipped()}
    register.close()
    return found


@pytest.mark.parametrize("name", shipped())
def test_every_number_of_a_scenario_has_its_assumption(known, name):
    inner = {f"initial.{key}" for key in Initial.__struct_fields__} | {f"unit_prices.{key}" for key in UnitPrices.__struct_fields__}
    for found in (known[name], basis(load(name), [], TODAY)):
        by_key = told(found)
        assert set(by_key) >= (set(figures(found.model)) | inner | set(BOUNDS)) - FRAME
        for key in UNCERTAIN:
            assert (by_key[key].low, by_key[key].high) == found.scenario.uncertainty.get(key, (None, None))
        for key in set(BOUNDS) - FRAME:
            assert by_key[key].value == getattr(found.scenario, key)
        assert all(one.reason.da and one.reason.en and one.noted for one in by_key.values())


def test_without_a_register_a_number_is_the_documents_with_owner_date_and_what_contradicts_it():
    share = told(basis(load("slagelse"), [], TODAY))["share_82"]
    assert (share.value, share.low, share.high, share.basis, share.n, share.period) == (0.2, 0.18, 0.29, "kilde", None, None)
    assert "G1" in share.contradictions and {source.document for source in share.sources} == {"001"}
    assert share.owner.da and share.noted == "2021"


def test_what_the_register_counts_stands_beside_what_the_documents_say(known):
    by_key = told(known["slagelse"])
    share, level = by_key["share_82"], by_key["enquiries_per_week"]
    assert (share.basis, share.stated, share.n) == ("register", 0.2, 1138) and share.value != share.stated
    assert share.period == known["slagelse"].measured.numbers["share_82"].period
    assert share.low < share.value < share.high
    assert (level.basis, level.stated, level.n) == ("register", 22.5, 3481)
    assert level.period == (date(2018, 3, 12), date(2021, 3, 7))
    assert level.low < level.value < level.high
    assert by_key["share_85_direct"].basis == "antagelse"  # Slagelse's meeting cannot decide on § 85
    assert "G1" in level.contradictions


def test_a_short_history_corrects_the_documents_and_does_not_replace_them():
    level = told(basis(load("slagelse"), enquiring(8, 35, date(2021, 3, 7)), TODAY))["enquiries_per_week"]
    assert (level.basis, level.n, level.period) == ("kilde", 280, (date(2021, 1, 11), date(2021, 3, 7)))
    assert level.stated < level.value < 35


def test_who_is_there_is_counted_or_balanced(known):
    by_key = told(known["slagelse"])
    assert (by_key["initial.courses"].basis, by_key["initial.courses"].n) == ("register", by_key["initial.courses"].value)
    assert (by_key["initial.s85"].basis, by_key["initial.s85"].n, by_key["initial.s85"].value) == ("antagelse", None, 421)


def test_more_courses_than_the_model_has_places_for_are_the_registers(known):
    places = told(known["ringsted"])["places"]
    assert (places.basis, places.value, places.stated) == ("register", places.n, 165)
    assert told(known["slagelse"])["places"].basis == "fortolkning"


def test_what_a_model_need_not_say_is_told_to_be_left_out(tmp_path):
    folder = shutil.copytree(MUNICIPALITIES / "slagelse", tmp_path / "slagelse")
    text = (folder / "forecast.yaml").read_text(encoding="utf-8")
    first, _, rest = text.partition("  - key: no_show_share")
    (folder / "forecast.yaml").write_text(f"{first}  - key: {rest.partition('  - key: ')[2]}", encoding="utf-8")
    untold = told(basis(load(folder), [], TODAY))["no_show_share"]
    assert (untold.value, untold.basis, untold.sources) == (0, "antagelse", ()) and "siger intet" in untold.reason.da


def test_a_price_that_nobody_knows_is_said_to_be_unknown(known):
    by_key = told(known["slagelse"])
    assert (by_key["unit_prices.s85_week_kr"].basis, by_key["unit_prices.s85_week_kr"].value) == ("ukendt", None)
    assert (by_key["unit_prices.course_kr"].value, by_key["unit_prices.course_kr"].noted) == (21667, "2021-01-01")
    assert by_key["unit_prices.course_kr"].sources
