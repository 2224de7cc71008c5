"""What is granted twice is the days on which there is both, counted one by one; and its share with how sure that is."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.registers import enquiries, register_with
from visitation.model import load
from visitation.overlap.grants import Span, granted, mentor_kr, spans, support_week_kr, weeks
from visitation.overlap.read import read_overlap
from visitation.overlap.reviewed import Twice, ratio, spent_twice, twice
from visitation.statistics.intervals import mean_interval

FIRST, LAST = date(2020, 3, 11), date(2021, 3, 9)
DAYS = [FIRST - timedelta(days=30) + timedelta(days=n) for n in range((LAST - FIRST).days + 61)]


@st.composite
def grants(draw):
    start = draw(st.sampled_from(DAYS))
    end = draw(st.one_of(st.none(), st.integers(0, 90).map(lambda n: start + timedelta(days=n))))
    return Span(draw(st.sampled_from(["mentor", "§ 85"])), start, end)


def has(told, section, day):
    return any(one.section == section and one.start <= day and (one.end is None or day <= one.end) for one in told)


def days_of(stretches):
    return [first + timedelta(days=n) for first, last in stretches for n in range((last - first).days + 1)]


@given(st.lists(grants(), max_size=8))
def test_the_days_are_those_that_one_counts_one_by_one(told):
    expected = {section: [day for day in DAYS if FIRST <= day <= LAST and has(told, section, day)] for section in ("mentor", "§ 85")}
    found = granted({"B-1": told}, FIRST, LAST)
    if not any(expected.values()):
        assert found == []
        return
    (one,) = found
    assert days_of(one.mentor) == expected["mentor"] and days_of(one.support) == expected["§ 85"]
    assert days_of(one.both) == [day for day in expected["mentor"] if day in set(expected["§ 85"])]
    assert weeks(one.both) == Decimal(len(days_of(one.both))) / 7


@pytest.mark.parametrize("apart", [-3, 0, 1])
def test_grants_that_share_a_day_or_follow_each_other_are_one_stretch(apart):
    middle = FIRST + timedelta(days=20)
    told = [Span("mentor", FIRST, middle), Span("mentor", middle + timedelta(days=apart), middle + timedelta(days=9))]
    (one,) = granted({"B-1": told}, FIRST, LAST)
    assert one.mentor == ((FIRST, middle + timedelta(days=9)),)


def test_a_year_of_a_mentor_is_the_document_s_thousandth_of_its_budget():
    year = [(date(2021, 1, 1), date(2021, 12, 30))]
    assert (weeks(year), mentor_kr(year, 3500)) == (52, 3500)
    assert read_overlap(load("slagelse")).mentor.kr == 3_500_000 / 1000


def test_they_are_read_from_the_register_and_the_other_services_left_out(database):
    register = register_with(database, *enquiries(2))
    services = [("§ 85", "2020-01-01", None), ("mentor", "2020-02-01", "2020-03-01"), ("§ 82 a", "2020-01-01", None)]
    for version, (section, start, end) in enumerate(services, 1):
        told = {"section": section, "ffb": None, "start": start, "end": end, "band": "", "hours": None}
        register.append("EKS-R-0001", version, "service_granted", told, "2021-03-09T08:00:00")
    found = spans(register, ["EKS-R-0001", "EKS-R-0002", "B-77"])
    assert found == {"EKS-R-0001": [Span("§ 85", date(2020, 1, 1), None), Span("mentor", date(2020, 2, 1), date(2020, 3, 1))]}
    register.close()


def one_with(mentor_days, support_days, shift=0):
    """Somebody with § 85 from the first day, and a mentor from `shift` days later."""
    support = [Span("§ 85", FIRST, FIRST + timedelta(days=support_days - 1))] if support_days else []
    mentor = [Span("mentor", FIRST + timedelta(days=shift), FIRST + timedelta(days=shift + mentor_days - 1))] if mentor_days else []
    return [*support, *mentor]


def test_the_share_in_weeks_and_in_kroner():
    there = granted({"a": one_with(70, 140), "b": one_with(0, 140), "c": one_with(35, 35, shift=100)}, FIRST, LAST)
    found = twice(there, LAST, 3500, None)
    assert (found.n, found.double, found.first, found.last, found.in_kroner) == (3, 1, FIRST, LAST, False)
    assert found.share == pytest.approx(70 / (70 + 140 + 140 + 35 + 35))
    priced = twice(there, LAST, 5200, 200)  # a week of a mentor is 100 kr., a week of § 85 is 200
    assert priced.in_kroner and priced.share == pytest.approx(10 * 100 / ((10 + 5) * 100 + (20 + 20 + 5) * 200))
    assert spent_twice(there, 5200) == Decimal(1000)
    assert found.interval.low < found.share < found.interval.high


def test_nobody_with_either_is_no_share_and_one_has_no_interval():
    assert twice([], LAST, 3500, None) is None
    assert twice(granted({"a": one_with(7, 7)}, FIRST, LAST), LAST, 3500, None) == Twice(1, 1, 0.5, None, FIRST, LAST, False)


@given(st.lists(st.integers(0, 50), min_size=2, max_size=30))
def test_of_equal_wholes_the_ratio_has_the_interval_of_a_mean(parts):
    share, interval = ratio(list(map(Decimal, parts)), [Decimal(50)] * len(parts))
    expected = mean_interval([part / 50 for part in parts])
    assert share == pytest.approx(sum(parts) / (50 * len(parts)))
    assert (interval.low, interval.high) == pytest.approx((max(0, expected.low), min(1, expected.high)))


def test_slagelse_has_set_no_price_of_a_week_and_is_not_given_one():
    assert support_week_kr(load("slagelse"), LAST) is None
