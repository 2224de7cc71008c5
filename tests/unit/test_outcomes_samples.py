"""The sample register gives the numbers of document 001 to the digit, by construction, and its open day is what it was without them."""

from collections import Counter
from datetime import date

import pytest

from tests.registers import sample_register
from visitation.model import load
from visitation.outcomes.fit import report
from visitation.outcomes.followed import as_of
from visitation.outcomes.funnel import funnel
from visitation.outcomes.mix import mix
from visitation.outcomes.read import read_outcomes
from visitation.outcomes.register import followed
from visitation.outcomes.returns import completions, returns
from visitation.register.agenda import agenda
from visitation.register.applications import waiting
from visitation.register.cases import cases
from visitation.register.demo import MODELS, TODAY
from visitation.register.due import due
from visitation.register.store import open_register

MODEL = load("slagelse")
PUBLISHED = read_outcomes(MODEL).published
SEEN, LAST = PUBLISHED.completed.seen, PUBLISHED.completed.last
YEAR = date(2020, 3, 17)  # the first meeting of the year that both municipalities have

# What the open day held before there was a history; the history has no open ends and leaves it alone.
OPEN_DAY = {
    "ringsted": {
        "agenda": {"overskredet": 1, "nye": 23, "venter": 2, "tilbage": 4, "beskrivelser": 2, "opfoelgning": 1},
        "due": {"broken": 7, "due": 1, "soon": 32, "later": 672},
        "applications": 22,
        "courses": 418,
    },
    "slagelse": {
        "agenda": {"overskredet": 1, "nye": 21, "venter": 2, "tilbage": 2, "kontakt_tilbage": 5, "beskrivelser": 4, "opfoelgning": 1},
        "due": {"broken": 6, "due": 10, "soon": 22, "later": 191},
        "applications": 25,
        "courses": 76,
    },
}


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    url = sample_register(tmp_path_factory.mktemp("demo"))
    found = open_register(url)
    yield found
    found.close()


@pytest.fixture(scope="module")
def held(register):
    return {model: list(cases(register, model).values()) for model in MODELS}


@pytest.fixture(scope="module")
def courses(register, held):
    """Each municipality's followed courses, as they are today."""
    events = register.events()
    return {model: followed(load(model), held[model], events) for model in MODELS}


@pytest.fixture(scope="module")
def seen(courses):
    """Slagelse's courses as they stood on the day of the published counts."""
    return as_of(courses["slagelse"], SEEN)


@pytest.fixture(scope="module")
def completed(seen):
    return [one for one in seen if one.completed and one.completed <= LAST]


@pytest.mark.parametrize("told", PUBLISHED.started, ids=lambda told: told.id)
def test_the_cohorts_have_started_so_many_and_so_many_have_support(courses, told):
    found = {one.year: one for one in returns(courses["slagelse"], told.seen)}[told.first.year]
    assert (found.on_the_day.share.n, found.on_the_day.share.k, found.unknown) == (told.started, told.active, 0)
    assert told.first <= found.on_the_day.period.first and found.on_the_day.period.last <= told.last
    assert round(found.on_the_day.share.percent, 1) == told.percent


def test_nobody_started_before_the_first_cohort(courses):
    assert min(one.started for one in courses["slagelse"] if one.started) >= PUBLISHED.started[0].first


def test_so_many_have_completed_and_so_many_of_them_have_support(courses, completed):
    told = PUBLISHED.completed
    share = completions(courses["slagelse"], told.first, told.last, told.seen).share
    assert (share.n, share.k, round(share.percent, 1)) == (told.completed, told.active, told.percent) == (726, 133, 18.3)
    assert len(completed) == share.n, "of each of them the register knows whether there is support"


def test_the_scores_are_so_many_and_have_risen_by_the_published_per_cent_as_a_mean_of_percents(completed):
    scores = report(completed)
    assert (scores.coverage.k, scores.coverage.n) == (PUBLISHED.progress.registrations, PUBLISHED.completed.completed) == (645, 726)
    assert round(scores.ors.mean_of_percents.mean, 1) == PUBLISHED.progress.percent == 35.2
    assert round(scores.ors.percent_of_means, 1) != PUBLISHED.progress.percent


def test_the_published_mixes_come_out_as_near_as_whole_citizens_allow(held, seen):
    for told in PUBLISHED.mixes:
        found = mix(told.of, held["slagelse"], seen)
        for part in told.parts:
            assert abs(found[part.id].k - found[part.id].n * part.percent / 100) <= 1, part.id


def test_half_of_the_decided_applications_are_granted(held):
    notes = Counter(
        move.note
        for case in held["slagelse"]
        for course in case.courses
        for move in course.moves
        if move.event == "afgjort" and move.on <= LAST
    )
    assert len(notes) == 2
    assert abs(notes["§ 85 bevilget."] - notes.total() * PUBLISHED.in_target_group.percent / 100) <= 0.5
    assert notes.total() > 200


def test_a_grant_is_followed_by_support_in_both_municipalities(courses):
    found = funnel(courses["slagelse"], read_outcomes(MODEL).stages).in_target_group.share
    assert 35 < found.percent < 50
    later = [one for one in courses["ringsted"] if one.ended and one.next_support(one.ended, TODAY)]
    assert len(later) > 10


def test_with_equal_follow_up_the_two_cohorts_are_alike_and_the_curves_fall_step_by_step(courses):
    """What the published counts cannot show: they were followed for different times."""
    first, second = [one for one in returns(courses["slagelse"], TODAY) if one.year in (2018, 2019)]
    shares = [one.equal[0].share for one in (first, second)]
    assert [share.n for share in shares] == [200, 296]
    assert shares[0].interval.low < shares[1].percent and shares[1].interval.high > shares[0].percent
    for one in (first, second):
        assert 0.8 < one.curve.left[0] < 0.95 and 0.5 < one.curve.left[-1] < 0.8
        assert len(one.curve.times) > 20


@pytest.mark.parametrize("model", MODELS)
def test_the_year_is_scored_often_enough_to_be_told_of_as_a_whole(courses, model):
    year = report([one for one in courses[model] if one.started and one.started >= YEAR])
    assert year.enough
    assert 75 <= year.coverage.percent <= 85


@pytest.mark.parametrize("model", MODELS)
def test_of_every_started_course_it_is_known_who_came_with_support(courses, model):
    assert all(one.helps is not None for one in courses[model] if one.started)


@pytest.mark.parametrize("model", MODELS)
def test_the_open_day_is_what_it_was_without_the_history(held, model):
    told, read = OPEN_DAY[model], load(model)
    assert Counter(item.section for item in agenda(held[model], read, TODAY)) == told["agenda"]
    assert Counter(item.status for item in due(held[model], read, TODAY)) == told["due"]
    assert sum(len(waiting(case, TODAY)) for case in held[model]) == told["applications"]
    assert sum(not course.ended for case in held[model] for course in case.courses) == told["courses"]


def test_of_the_history_nothing_is_open(held):
    old = [case for case in held["slagelse"] if case.enquiry.received < date(2020, 3, 11)]
    assert len(old) == 2341
    assert all(case.decisions and not case.decisions[-1]["returns"] for case in old)
    assert not any(waiting(case, TODAY) for case in old)
    assert all(course.ended and not course.tasks for case in old for course in case.courses)
