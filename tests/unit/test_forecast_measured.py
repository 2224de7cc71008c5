"""The register tells who leaves and who goes on, with ranges that hold the truth four times of five, once it has enough to count."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forecasts import enquiries, numbers
from visitation.forecast.counted import rate, share
from visitation.forecast.durations import Exponential, Weibull
from visitation.forecast.engine import simulate
from visitation.forecast.figures import from_model, laws
from visitation.forecast.followed import lasted, left_a_week, onward, stays, waited, went_on
from visitation.forecast.given import Laws
from visitation.forecast.measured import ENOUGH, from_register, laws_from_register, measured
from visitation.forecast.outlook import outlook
from visitation.forecast.people import draw
from visitation.model import load
from visitation.pathway.course import Course, Move
from visitation.register.case import Case, Enquiry

TODAY, PERIOD = date(2021, 3, 8), (date(2020, 3, 9), date(2021, 3, 7))


def day(weeks: float) -> date:
    """So many weeks ago."""
    return TODAY - timedelta(days=round(weeks * 7))


def course(begun: float, started: float | None = None, ended: float | None = None, pathway: str = "p82") -> Course:
    """A course begun, started and ended so many weeks ago."""
    moves = () if ended is None else (Move("slut", "a", "b", day(ended), ""),)
    marks = {} if started is None else {"opstart": day(started)}
    return Course("1", pathway, "b", day(begun), marks, moves, (), (), False, ended is not None)


def case(number: int, *courses: Course) -> Case:
    enquiry = Enquiry(f"EKS-{number}", day(60), "mail", "borger", "30-49", "psykisk", "", "", "", "ingen", "ja")
    return Case(enquiry.reference, str(number), "ringsted", enquiry, 1, "ny", (), True, courses)


def test_a_course_is_followed_from_day_to_day():
    waiting, running, gone, over = course(3), course(9, 5), course(8, None, 6), course(20, 16, 4)
    assert waited([waiting, running, gone, over], TODAY) == [(3, False), (4, False), (2, True), (4, False)]
    assert lasted([waiting, running, gone, over], TODAY) == [(5, False), (12, True)]
    assert lasted([course(5, 0)], TODAY) == [(1 / 7, False)]


@pytest.mark.parametrize(
    ("courses", "support", "told"),
    [
        ([(20, 16, 4)], [], [(4, False)]),
        ([(20, 16, 4)], [(3, 1)], [(3, True)]),
        ([(20, 16, 4)], [(6, 5)], [(1 / 7, True)]),  # begun while the course still ran out
        ([(20, 16, 4)], [(60, 50)], [(4, False)]),  # had support before the course
        ([(20, 16, 4)], [(3, None)], [(4, False)]),  # applied for, and not begun
        ([(90, 80, 70), (20, 16, 4)], [(60, 50)], [(4, False)]),
        ([(20, 16, None)], [(3, 1)], []),
        ([(20, None, 4)], [(3, 1)], []),
        ([], [(3, 1)], []),
    ],
)
def test_who_goes_on_is_followed_from_the_end_of_the_last_course(courses, support, told):
    support = [course(*one, pathway="p85") for one in support]
    assert went_on([course(*one) for one in courses], support, TODAY) == [(pytest.approx(weeks), gone) for weeks, gone in told]


def test_who_leaves_later_than_is_asked_for_was_there_that_long():
    assert left_a_week([(10, True), (40, True), (30, False)], 25, PERIOD).value == 1 / (10 + 25 + 25)


@given(st.integers(0, 400), st.integers(1, 400), st.floats(0.1, 5000))
def test_a_range_holds_its_number(part, more, weeks):
    for told in (share(part / (part + more), part + more, part, PERIOD), rate(part, weeks, PERIOD)):
        assert 0 <= told.low <= told.value <= told.high
    assert share(part / (part + more), part + more, part, PERIOD).high <= 1


@pytest.mark.parametrize("true", [0.03, 0.2, 0.6])
def test_four_of_five_ranges_hold_the_truth(true):
    rng = np.random.default_rng(1)
    shares = [share(part / 300, 300, 300, PERIOD) for part in rng.binomial(300, true, 2000)]
    rates = [rate(int(events), 400, PERIOD) for events in rng.poisson(400 * true, 2000)]
    for found in (shares, rates):
        assert np.mean([one.low <= true <= one.high for one in found]) == pytest.approx(0.8, abs=0.04)


def town(renege: float, dropout: float, count: int = 3000) -> list[Case]:
    """Citizens referred over a year and a half, of whom these rates leave the queue of six weeks and the course of 26."""
    rng = np.random.default_rng(5)
    referred, patience, length = rng.uniform(0, 80, count), rng.exponential(1 / renege, count), rng.exponential(1 / dropout, count)
    found = []
    for number, (ago, gives_up, drops_out) in enumerate(zip(referred, patience, length, strict=True)):
        start, waits = ago - 6, ago - min(gives_up, 6)
        if gives_up < 6:
            one = course(ago, None, waits) if waits > 0 else course(ago)
        elif start < 0:
            one = course(ago)
        else:
            end = start - min(drops_out, 26)
            one = course(ago, start, end if end > 0 else None)
        found.append(case(number, one))
    return found


def test_the_register_tells_who_leaves_the_queue_and_the_course():
    model = load("ringsted")
    found = measured(model, town(0.05, 0.02), TODAY)
    told, base = from_register(from_model(model, TODAY), found), from_model(model, TODAY)
    for key, true in (("renege_per_week", 0.05), ("dropout_per_week", 0.02)):
        counted = found.numbers[key]
        assert counted.value == pytest.approx(true, rel=0.08) and counted.n >= ENOUGH
        assert (getattr(told, key), told.uncertainty[key]) == (counted.value, (counted.low, counted.high))
        assert day(81) <= counted.period[0] < counted.period[1] == TODAY - timedelta(days=1)
    few = from_register(base, measured(model, town(0.05, 0.02, 60), TODAY))
    assert all((getattr(few, key), few.uncertainty[key]) == (getattr(base, key), base.uncertainty[key]) for key in base.uncertainty)


def test_a_register_without_courses_tells_nothing_of_them():
    model = load("ringsted")
    found = measured(model, [], TODAY)
    assert (found.numbers, found.curves) == ({}, {})
    assert laws_from_register(laws(model), found) == laws(model)


def test_the_register_tells_how_many_go_on_to_support_and_when():
    rng, model = np.random.default_rng(2), load("ringsted")
    cases = []
    for number in range(900):
        ended, delay = rng.uniform(0, 100), Exponential(10).lasts(1 - rng.random()) if rng.random() < 0.3 else np.inf
        begun = ended - delay
        stay = rng.weibull(1.5) * 40
        support = [course(begun, begun, begun - stay if begun > stay else None, "p85")] if begun > 0 else []
        cases.append(case(number, course(ended + 30, ended + 26, ended), *support))
    found = measured(model, cases, TODAY)
    share_on, stay = found.numbers["onward_85_share"], found.numbers["stay_85_mean_weeks"]
    assert share_on.low < 0.3 < share_on.high and share_on.high - share_on.low < 0.08
    assert stay.low < stay.value < stay.high and stay.value == pytest.approx(Weibull(40, 1.5).mean, rel=0.1)
    known = laws_from_register(Laws(), found)
    times = np.array([5, 10, 20, 40])
    assert known.delay.survival(times) == pytest.approx(Exponential(10).survival(times), abs=0.06)
    assert known.stay.survival(times) == pytest.approx(Weibull(40, 1.5).survival(times), abs=0.06)
    told = from_register(from_model(model, TODAY), found).replace(horizon_weeks=52, replications=40)
    assert told.onward_85_share == share_on.value
    assert outlook(told, TODAY, laws=known).series["s85"].total.mean[-1] > 0


def test_the_engine_gives_back_the_time_from_course_to_support_that_was_measured():
    rng = np.random.default_rng(3)
    delays = np.where(rng.random(4000) < 0.4, rng.exponential(8, 4000), np.inf)
    told, delay = onward([(max(min(weeks, 60.0), 0.01), weeks < 60) for weeks in delays], PERIOD)
    drawn = np.concatenate([enquiries(np.array([200.0]), 200, 5), np.zeros((200, 29), int)], axis=1)
    sure = numbers(share_82=1, share_85_direct=0, dropout=0, renege=0, course_weeks=5, onward=told.value, stay=1e6)
    run = simulate(draw(drawn, sure, 5, laws=Laws(delay=delay)), np.full(30, 1000))
    since = np.arange(30) + 1 - 5
    expected = np.where(since > 0, 0.4 * (1 - np.exp(-since / 8)), 0)
    assert np.abs(run.s85.sum(axis=1) / drawn.sum() - expected).max() < 0.02


def test_the_mean_stay_is_less_sure_the_fewer_have_ended():
    rng = np.random.default_rng(4)
    lengths = rng.weibull(1.3, 400) * 100
    wide, narrow = (stays([(min(length, seen), length <= seen) for length in lengths], PERIOD)[0] for seen in (40, 400))
    assert wide.n < narrow.n
    assert (wide.high - wide.low) > 2 * (narrow.high - narrow.low)
    assert narrow.value == pytest.approx(lengths.mean(), rel=0.02)


def test_a_measured_number_outside_what_a_scenario_allows_stays_at_its_bound():
    model = load("ringsted")
    found = measured(model, town(0.05, 0.02), TODAY)
    many = replace(found, numbers={"dropout_per_week": replace(found.numbers["dropout_per_week"], high=1.7)})
    assert from_register(from_model(model, TODAY), many).uncertainty["dropout_per_week"][1] == 1
