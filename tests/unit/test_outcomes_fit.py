"""Session scores: both percents, what is reliable, who is measured at all, and no percent of a few."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.outcomes import START, as_published, course, scored
from visitation.errors import VisitationError
from visitation.model import load
from visitation.outcomes.fit import grouped, report
from visitation.outcomes.followed import Session
from visitation.outcomes.read import read_outcomes
from visitation.outcomes.scores import Thresholds, change, reliable
from visitation.statistics.intervals import mean_interval
from visitation.statistics.small import Few, Mean, Share, mean

ANY = Few(small=1)
EXAMPLE = [(10.0, 16.0), (20.0, 26.0), (30.0, 34.0)]
SCORES = st.floats(0, 40).map(lambda score: round(score, 1))
PAIRS = st.lists(st.tuples(SCORES, SCORES), min_size=5, max_size=40)


def test_the_two_percents_are_not_the_same():
    found = change(EXAMPLE, ANY)
    assert (round(found.mean_of_percents.mean, 2), round(found.percent_of_means, 2)) == (34.44, 26.67)
    assert (found.first.mean, found.last.mean) == (20, pytest.approx(76 / 3))


def test_a_percent_hides_that_the_cut_off_is_not_reached():
    found = reliable([(17.0, 17.0 * 1.352)] * 5)
    assert round(17.0 * 1.352, 2) == 22.98
    assert (found.better.percent, found.crossed.percent) == (100, 0)


def test_one_who_began_at_nothing_has_no_percent_and_counts_in_the_means():
    found = change([(0.0, 10.0), (10.0, 20.0)], ANY)
    assert (found.mean_of_percents.n, found.mean_of_percents.mean) == (1, 100)
    assert (found.points.n, found.percent_of_means) == (2, 200)
    assert change([(0.0, 10.0)], ANY).percent_of_means is None


@given(PAIRS)
def test_change_is_the_last_less_the_first_and_its_interval_holds_it(pairs):
    found = change(pairs)
    assert found.points.mean == pytest.approx(found.last.mean - found.first.mean, abs=1e-9)
    assert found.points.interval == mean_interval([last - first for first, last in pairs])
    assert found.points.interval.low <= found.points.mean <= found.points.interval.high


@given(PAIRS, st.sampled_from((0.5, 5.0, 6.0, 12.0)))
def test_better_unchanged_and_worse_are_all(pairs, points):
    thresholds = Thresholds(reliable=points)
    found, turned = reliable(pairs, thresholds), reliable([(last, first) for first, last in pairs], thresholds)
    assert found.better.k + found.unchanged.k + found.worse.k == len(pairs) == found.better.n
    assert (found.better, found.worse) == (turned.worse, turned.better)
    assert found.crossed.n == sum(first < 25 for first, _ in pairs)


@pytest.mark.parametrize(("first", "last"), [(16.2, 21.2), (3.2, 8.2), (6.7, 11.7)])
def test_five_points_are_five_whatever_the_decimals(first, last):
    assert reliable([(first, last)]).better.k == 1
    assert reliable([(first, round(last - 0.1, 1))]).unchanged.k == 1
    assert reliable([(last, first)]).worse.k == 1


def test_on_the_cut_off_is_across_it():
    assert [reliable([(24.9, last)]).crossed.k for last in (24.9, 25.0)] == [0, 1]
    assert reliable([(25.0, 30.0)]).crossed.n == 0
    assert reliable([(25.0, 30.0)], Thresholds(cutoff=28)).crossed.k == 1


@pytest.mark.parametrize(("n", "percent"), [(4, None), (5, 60.0)])
def test_a_few_have_a_count_and_no_percent(n, percent):
    share = Share(3, n)
    assert (share.k, share.percent) == (3, percent)
    assert (share.interval is None) == (percent is None)


def test_the_14_of_the_first_trial_are_a_count_when_the_limit_is_20():
    assert Share(9, 14, Few(small=20)).percent is None


def test_a_few_have_no_mean_and_one_has_no_interval():
    assert mean([20.0] * 4) == Mean(4, None, None)
    assert mean([20.0], ANY) == Mean(1, 20.0, None)


def test_a_report_of_a_few_shows_no_number_but_counts():
    found = report([scored(10.0, 20.0, srs=(30.0, 35.0), case=f"EKS-{i}") for i in range(4)])
    ors, alliance = found.ors, found.alliance
    means = [found.began, ors.first, ors.points, ors.mean_of_percents, alliance.srs.last, *alliance.by_session]
    assert {(one.n, one.mean, one.interval) for one in means} == {(4, None, None)}
    assert ors.percent_of_means is None
    assert [one.percent for one in (found.coverage, found.reliable.better, alliance.strained)] == [None] * 3
    assert (found.reliable.better.k, alliance.strained.k) == (4, 4)


@pytest.mark.parametrize(("measured", "gate", "enough"), [(7, 0.7, True), (6, 0.7, False), (6, 0.6, True), (0, 0.0, True)])
def test_too_few_measured_say_nothing_of_all(measured, gate, enough):
    courses = [scored(10.0, 20.0)] * measured + [scored(10.0)] * (10 - measured)
    found = report(courses, Thresholds(gate=gate))
    assert (found.coverage.k, found.coverage.n, found.enough) == (measured, 10, enough)


def test_of_nobody_nothing_is_enough():
    assert not report([], Thresholds(gate=0)).enough
    assert not report([course(started=None, referred=START)], Thresholds(gate=0)).enough


def test_who_has_not_started_is_in_nothing():
    assert report([scored(10.0, 20.0, started=None)]).coverage == Share(0, 0)


def test_a_session_without_a_score_is_passed_over():
    sessions = (Session(START, 12.0, None), Session(date(2020, 2, 1), None, 30.0), Session(date(2020, 3, 1), 18.0, 38.0))
    found = report([course(sessions=sessions)] * 5)
    assert (found.ors.first.mean, found.ors.last.mean) == (12, 18)
    assert [one.mean for one in found.alliance.by_session] == [30, 38] and found.alliance.strained.k == 0


def test_the_order_of_sessions_and_courses_does_not_matter():
    courses = [scored(10.0 + i, 30.0 - i, 20.0, srs=(35.0, 36.0, 30.0 + i)) for i in range(8)]
    mixed = [course(sessions=one.sessions[::-1]) for one in random.Random(1).sample(courses, 8)]
    one, other = report(courses), report(mixed)
    assert (one.coverage, one.reliable, one.alliance.strained) == (other.coverage, other.reliable, other.alliance.strained)
    assert one.ors.points.mean == pytest.approx(other.ors.points.mean)


def test_the_areas_have_changes_of_their_own():
    sessions = (Session(START, 16.0, None, (1.0, 5.0, 5.0, None)), Session(date(2020, 3, 1), 20.0, None, (4.0, 6.0, 5.0, 5.0)))
    found = report([course(sessions=sessions)] * 5).areas
    assert {name: (one.points.n, one.points.mean) for name, one in found.items()} == {
        "individual": (5, 3), "relations": (5, 1), "social": (5, 0), "overall": (0, None),
    }  # fmt: skip


def test_drop_outs_stand_beside_those_who_completed():
    stopped = [scored(12.0, 13.0, completed=None)] * 5 + [scored(12.0, completed=None)] * 5
    found = grouped([scored(18.0, 25.0)] * 6 + stopped + [scored(10.0, completed=None, ended=None)], "standing")
    assert {name: (one.coverage.k, one.coverage.n, one.began.mean) for name, one in found.items()} == {
        "gennemfoert": (6, 6, 18), "i_gang": (0, 1, None), "stoppet": (5, 10, 12),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("by", "groups"),
    [("unit", ["fokus"]), ("form", ["gruppe", "hjemme"]), ("year", ["2020", "2021"]), ("quarter", ["2020-1", "2020-4", "2021-2"])],
)
def test_groups_are_those_of_the_started(by, groups):
    days = (date(2020, 3, 31), date(2020, 10, 1), date(2021, 4, 1))
    courses = [scored(10.0, started=day, form="hjemme" if i else "gruppe") for i, day in enumerate(days)]
    found = grouped([*courses, course(started=None, form="alternativ", referred=START)], by)
    assert list(found) == groups and sum(one.coverage.n for one in found.values()) == 3


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: grouped([], "koen"), "ukendt opdeling 'koen'; tilladt er unit, form"),
        (lambda: Thresholds(gate=1.2), "dækning er 1.2"),
        (lambda: Thresholds(reliable=0), "Sikker ændring er 0 point"),
        (lambda: Thresholds(cutoff=41), "Skæringspunktet er 41 point"),
        (lambda: Few(small=0), "små tal er 0"),
        (lambda: Share(2, 1), "kan ikke være 2 af 1"),
    ],
)
def test_nonsense_is_refused_in_one_sentence(ask, said):
    with pytest.raises(VisitationError) as refused:
        ask()
    assert said in str(refused.value)


def test_the_published_registrations_and_progress_by_construction():
    found = report(as_published(read_outcomes(load("slagelse")).published))
    assert (found.coverage.k, found.coverage.n, round(found.coverage.percent, 2)) == (645, 726, 88.84)
    assert round(found.ors.percent_of_means, 1) == round(found.ors.mean_of_percents.mean, 1) == 35.2  # as all began alike
    assert found.enough
