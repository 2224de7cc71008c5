"""Each indicator against a register made by hand: what is counted, of how many, in which days."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.registers import enquiries, register_with
from visitation.guideposts.facts import Facts, facts_of
from visitation.guideposts.found import Found, Period, counted, days, latest_year, rate, share, whole_periods
from visitation.guideposts.indicators import measured
from visitation.guideposts.measures import MEASURES, bands
from visitation.guideposts.read import read_guideposts
from visitation.model import load
from visitation.register.cases import cases
from visitation.statistics.intervals import wilson

TODAY = date(2021, 3, 9)
YEAR = latest_year(TODAY)
DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))


def of(name: str, facts: Facts, period: Period = YEAR) -> Found:
    return MEASURES[name].of(facts, period)


def came(count: int, day: date = TODAY, **other) -> tuple:
    return tuple(enquiries(count, received=day, **other))


def service(section: str, start: date, end: date | None = None, band: str = "") -> dict:
    return {"section": section, "start": start, "end": end, "band": band}


def test_the_citizens_own_words_are_counted_where_they_are_not_forgotten():
    facts = Facts(came(6, words="Jeg vil ud.") + tuple(enquiries(10, received=TODAY, words=""))[6:], forgotten=frozenset({"EKS-R-0010"}))
    assert (of("egne_ord", facts).k, of("egne_ord", facts).n) == (6, 9)


def test_a_service_counts_when_it_runs_on_the_last_day():
    running = [service("§ 85", TODAY - timedelta(days=9)) for _ in range(4)] + [service("§ 82 a", TODAY, TODAY + timedelta(days=90))]
    over = service("§ 82 b", date(2020, 5, 1), date(2020, 8, 1))
    facts = Facts(services=tuple((str(i), one) for i, one in enumerate([*running, over])))
    assert of("slutdato", facts).k == 1 and of("slutdato", facts).n == 5
    assert MEASURES["slutdato"].months is None


@pytest.mark.parametrize(("name", "activity"), [("netvaerk", "netvaerk"), ("faellesskab", "social_inklusion")])
def test_a_citizen_with_two_activities_counts_once(name, activity):
    other = [("a", {"activity": "recovery", "start": TODAY}), ("a", {"activity": activity, "start": TODAY})]
    more = [(str(i), {"activity": "tovholder", "start": TODAY}) for i in range(5)]
    before = [("b", {"activity": activity, "start": YEAR.first - timedelta(days=1)})]
    found = of(name, Facts(activities=(*other, *more, *before)))
    assert (found.k, found.n) == (1, 6)


def test_those_who_became_active_are_counted_by_the_start_of_their_course():
    facts = Facts(became_active=((TODAY, True), (TODAY, False), (YEAR.first - timedelta(days=1), True)))
    assert of("blev_aktiv", facts) == Found(1, 2, None)


def test_decisions_for_the_lowest_step():
    facts = Facts(decisions=((TODAY, "netvaerk"), (TODAY, "p85"), (TODAY, None), (YEAR.first, "netvaerk")), lowest="netvaerk")
    assert of("laveste_trin", facts) == Found(2, 4, None)


def test_the_young_stand_against_the_inhabitants_of_the_latest_known_quarter():
    young = came(40, age_group="18-29")
    assert of("unge", Facts(young)) == Found(40, None, None)
    found = of("unge", Facts(young, residents={"2019K1": 1, "2020K4": 10_000, "2021K2": 1}))
    assert (found.k, found.n, found.amount) == (40, 10_000, 4.0)
    assert (found.low, found.high) == tuple(pytest.approx(1000 * end) for end in (wilson(40, 10_000).low, wilson(40, 10_000).high))


def test_handovers_and_older_citizens_are_only_counted():
    facts = Facts(came(3, channel="overdragelse", age_group="over65"))
    assert of("ung_voksen", facts) == of("aeldre", facts) == Found(3, None, 3)


def test_days_run_to_the_first_time_the_citizen_is_reached():
    there = came(7, TODAY - timedelta(days=20))

    def tried(reference: str, after: int, result: str = "opnaaet") -> tuple:
        return reference, {"at": datetime.combine(there[0].received + timedelta(days=after), datetime.min.time()), "result": result}

    reached = [tried(one.reference, i + 1) for i, one in enumerate(there[:5])]
    contacts = (*reached, tried(there[0].reference, 9), tried(there[5].reference, 2, "ikke_opnaaet"), tried(there[6].reference, -3))
    found = of("foerste_kontakt", Facts(there, contacts=contacts))
    assert (found.k, found.n, found.amount, found.low, found.high) == (5, 7, 3, 2, 4)


def test_a_band_is_changed_when_it_is_another_at_the_end_of_the_year():
    last, first = YEAR.last, YEAR.first
    stay = [(str(i), service("§ 85", date(2019, 1, 1), None, "30-119")) for i in range(5)]
    less = [("x", service("§ 85", date(2019, 1, 1), date(2020, 9, 1), "180+")), ("x", service("§ 85", date(2020, 9, 1), None, "30-119"))]
    gone = [("y", service("§ 85", first, last, "10-29"))]
    new = [("z", service("§ 85", last, None, "10-29"))]
    unknown = [("u", service("§ 85", date(2019, 1, 1), None, ""))]
    other = [("o", service("§ 107", date(2019, 1, 1), None, "10-29"))]
    facts = Facts(services=(*stay, *less, *gone, *new, *unknown, *other))
    assert bands(facts, YEAR) == {("30-119", "30-119"): 5, ("180+", "30-119"): 1, ("10-29", ""): 1, ("", "10-29"): 1}
    assert (of("aendret_interval", facts).k, of("aendret_interval", facts).n) == (1, 6)


@given(st.integers(0, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_has_a_per_cent_and_an_interval_from_five_up(counts):
    k, n = counts
    found = share(k, n)
    assert (found.amount is None) == (n < 5) == (found.low is None)
    assert found.amount is None or 0 <= found.low <= found.amount <= found.high <= 100


@given(st.lists(st.integers(0, 400), min_size=5))
def test_at_least_half_of_the_days_lie_between_the_two_that_are_said(lengths):
    found = days(lengths, len(lengths) + 3)
    assert min(lengths) <= found.low <= found.amount <= found.high <= max(lengths)
    assert sum(found.low <= one <= found.high for one in lengths) >= len(lengths) / 2


def test_few_are_only_counted():
    assert rate(4, 1000) == Found(4, 1000, None) and days([1, 2, 3, 4], 9) == Found(4, 9, None) and counted(2).low is None


@given(DAYS, st.sampled_from((3, 12)))
def test_the_periods_of_a_trend_are_whole_over_and_after_the_data_began(today, months):
    begun = date(2017, 5, 20)
    periods = whole_periods(begun, today, months)
    assert all(begun <= one.first < one.last < today and one.first.day == 1 for one in periods)
    assert all((one.last + timedelta(days=1)).month in (1, 4, 7, 10) for one in periods)
    assert [one.last for one in periods] == sorted({one.last for one in periods})
    assert latest_year(today).last == today and (today - latest_year(today).first).days in (364, 365)


def test_the_quarters_of_two_years():
    assert [str(one.first) for one in whole_periods(date(2020, 1, 1), TODAY, 3)] == ["2020-01-01", "2020-04-01", "2020-07-01", "2020-10-01"]
    assert [str(one.last) for one in whole_periods(date(2019, 1, 1), TODAY, 12)][-1] == "2020-12-31"


def test_a_register_gives_every_measured_indicator(tmp_path):
    register = register_with(f"sqlite:///{tmp_path}/register.sqlite", *enquiries(8, received=date(2020, 11, 2)), model="slagelse")
    model = load("slagelse")
    read = read_guideposts(model)
    facts = facts_of(model, cases(register, "slagelse").values(), register.events())
    found = measured(read, facts, TODAY)
    register.close()
    assert {name for _, name in found} == set(MEASURES)
    words = found["P1.1", "egne_ord"]
    assert (words.found.k, words.found.n, words.period) == (8, 8, Period(date(2020, 3, 10), TODAY))
    assert measured(read, Facts(), TODAY) == {}
