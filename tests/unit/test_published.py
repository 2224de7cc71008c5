"""Published processing deadlines and prices: dated, one at a time, and none where no document gives one."""

import shutil
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitation.errors import ModelError
from visitation.model import load, shipped
from visitation.model.load import MUNICIPALITIES

DAY = timedelta(days=1)
LATER = '\n  - id: ny\n    label: {da: "n", en: "n"}\n    section: "§ 85"\n    length: {weeks: 4}\n    valid: {from: "%s"}\n'
ASSUMED = '    kind: antagelse\n    source: []\n    reason: {da: "r", en: "r"}\n'


@pytest.fixture
def slagelse(tmp_path):
    return shutil.copytree(MUNICIPALITIES / "slagelse", tmp_path / "slagelse")


def with_deadline(folder, begins: str, ends: str | None):
    path = folder / "deadlines.yaml"
    text = path.read_text(encoding="utf-8")
    if ends:
        text = text.replace('valid: {from: "2018-03-01"}', f'valid: {{from: "2018-03-01", to: "{ends}"}}', 1)
    path.write_text(text.rstrip() + LATER % begins + ASSUMED, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", shipped())
@pytest.mark.parametrize("section", ["§ 82", "§ 85", "§ 107/108"])
def test_every_section_an_enquiry_can_apply_for_has_a_deadline_that_says_it_is_assumed(name, section):
    model = load(name)
    found = model.deadlines.of(section, date(2021, 3, 9))
    assert found.kind == "antagelse" and "sæt jeres egen" in found.reason.da
    assert model.deadlines.of(section, model.head.valid.from_ - DAY) is None


def test_a_new_deadline_takes_over_on_its_day_and_the_earlier_one_stays_true(slagelse):
    deadlines = load(with_deadline(slagelse, "2020-01-01", "2019-12-31")).deadlines
    assert deadlines.of("§ 85", date(2019, 12, 31)).id == "frist_85"
    assert deadlines.of("§ 85", date(2020, 1, 1)).id == "ny"


def test_two_deadlines_for_the_same_days_are_refused(slagelse):
    with pytest.raises(ModelError, match=r"deadlines.yaml, linje \d+: '§ 85' gælder to gange fra 2020-01-01; perioderne må ikke overlappe"):
        load(with_deadline(slagelse, "2020-01-01", None))


def test_the_price_of_a_course_is_that_of_its_day():
    """Slagelse: 5.0 m over 150 courses (2018), 6.5 m over 300 (2021)."""
    prices = load("slagelse").prices
    assert prices.of("forloeb", date(2018, 4, 1)).kr == round(5_000_000 / 150)
    assert prices.of("forloeb", date(2021, 3, 9)).kr == round(6_500_000 / 300)
    assert prices.of("forloeb", date(2018, 2, 28)) is None
    assert prices.of("s85_uge", date(2021, 3, 9)) is None  # no document says what § 85 costs


def test_ringsted_states_no_prices():
    assert load("ringsted").prices.prices == ()


def test_a_negative_price_is_refused(slagelse):
    path = slagelse / "prices.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("kr: 33333", "kr: -1"), encoding="utf-8")
    with pytest.raises(ModelError, match=r"prices.yaml, linje \d+: prices.0: kr er -1; tilladt er 0 og opefter"):
        load(slagelse)


@given(st.dates(date(2018, 3, 1), date(2030, 1, 1)))
def test_on_any_day_there_is_exactly_one_price_of_a_course(day):
    prices = load("slagelse").prices
    assert sum(price.id == "forloeb" and price.valid.covers(day) for price in prices.prices) == 1 == bool(prices.of("forloeb", day))
