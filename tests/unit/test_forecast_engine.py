"""Everybody in the queue gets a place in turn or gives up; nobody is lost; and a citizen's fate hangs on nothing but that citizen."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.forecasts import W1_MEAN, enquiries, numbers
from visitation.forecast.chance import exponential, fine, poisson, uniform, words
from visitation.forecast.durations import Exponential, Weibull
from visitation.forecast.engine import Run, simulate
from visitation.forecast.people import Laws, Start, draw
from visitation.forecast.places import NEVER

few = st.lists(st.integers(0, 30).map(float), max_size=6).map(tuple)
towns = st.fixed_dictionaries(
    {
        "mean": st.floats(0.5, 12),
        "places": st.lists(st.integers(0, 15), min_size=12, max_size=12).map(np.array),
        "start": st.builds(Start, waiting=few, courses=few, s85=few),
        "share_82": st.floats(0, 0.9),
        "course_weeks": st.integers(1, 20),
        "dropout": st.floats(0, 0.3),
        "renege": st.floats(0, 0.5),
        "no_show": st.sampled_from([0.0, 0.3]),
        "onward": st.floats(0, 1),
        "prolonged": st.none() | st.just((0.5, 25)),
        "seed": st.integers(0, 9999),
    }
)


def town(mean, places, start, seed, prolonged, **changes) -> Run:
    drawn = enquiries(np.full(places.size, mean), 3, seed)
    people = draw(drawn, numbers(share_85_direct=0.1, stay=9, **changes), seed, start, Laws(prolonged=prolonged))
    return simulate(people, places)


def one_by_one(run: Run, places: np.ndarray, replication: int) -> tuple[dict[int, int], list[int], list[int]]:
    """The queue of a replication served the plain way: who began when, how many waited, how many courses ran."""
    queue = run.people.queue
    first, ends = queue.first[replication], list(run.people.running[:, replication])
    stays_away = np.zeros(queue.length.size, bool) if queue.stays_away is None else queue.stays_away
    upto, began, waiting, running = queue.upto[:, replication], {}, [], []
    line: list[int] = []
    for week, room in enumerate(places):
        ends = [end for end in ends if end > week]
        line += range(upto[week - 1] if week else first, upto[week])
        line = [who for who in line if queue.gives_up[who] > week]
        empty = 0
        while line and len(ends) < room:
            who = line.pop(0)
            empty += stays_away[who]
            ends.append(week + (1 if stays_away[who] else queue.length[who]))
            if not stays_away[who]:
                began[who] = week
        waiting.append(len(line))
        running.append(len(ends) - empty)
    return began, waiting, running


@settings(max_examples=30)
@given(towns)
def test_the_queue_is_served_as_one_would_serve_it_by_hand(given_town):
    run = town(**given_town)
    began = run.placed.began
    for replication in range(run.s85.shape[1]):
        expected, waiting, running = one_by_one(run, given_town["places"], replication)
        mine = np.flatnonzero((run.people.queue.replication == replication) & (began < NEVER))
        assert {int(who): int(began[who]) for who in mine} == expected
        assert (run.waiting[:, replication].tolist(), run.courses[:, replication].tolist()) == (waiting, running)


@settings(max_examples=30)
@given(towns)
def test_nobody_is_lost(given_town):
    run = town(**given_town)
    queue, weeks = run.people.queue, len(given_town["places"])
    arrived = queue.upto - queue.first
    assert (arrived == run.waiting + np.cumsum(run.gave_up + run.starts + run.no_shows, axis=0)).all()
    ended = np.array([[(run.people.running[:, r] <= w).sum() for r in range(3)] for w in range(weeks)])
    for who in np.flatnonzero(run.placed.began < NEVER):
        ended[run.placed.began[who] + queue.length[who] :, queue.replication[who]] += 1
    begun = np.cumsum(run.starts, axis=0) + len(given_town["start"].courses)
    assert (begun == run.courses + ended).all()
    assert (run.courses <= given_town["places"][:, None])[run.starts > 0].all()
    assert run.waits.sum() == run.starts.sum()
    assert (run.waiting >= 0).all() and (run.s85 >= 0).all()


def test_more_places_change_nothing_but_who_waits():
    people = draw(enquiries(W1_MEAN[:60], 40, 5), numbers(), 5)
    few, many = (simulate(people, np.full(60, places)) for places in (40, 60))
    assert (few.enquiries == many.enquiries).all()
    assert (few.placed.began >= many.placed.began).all()
    assert few.waiting.sum() > many.waiting.sum()


def test_more_enquiries_leave_the_others_fate_alone():
    fewer, more = enquiries(W1_MEAN[:30], 20, 5), enquiries(W1_MEAN[:30] * 1.2, 20, 5)
    assert (more >= fewer).all()
    one, other = (draw(found, numbers(), 5).queue for found in (fewer, more))
    cells = [set(zip(q.replication, q.arrived, q.length, q.gives_up, strict=True)) for q in (one, other)]
    assert cells[0] <= cells[1]


def test_a_stay_of_another_length_is_the_same_stay_stretched():
    drawn = enquiries(W1_MEAN[:30], 20, 5)
    short, long = (draw(drawn, numbers(stay=stay), 5).after for stay in (50, 100))
    assert (short.who == long.who).all()
    assert np.allclose(2 * short.stay, long.stay)


def test_a_number_for_each_replication_is_that_number_for_all_of_it():
    drawn = enquiries(W1_MEAN[:40], 6, 5)
    mixed = replace(numbers(), renege=np.full(6, 0.005), onward=np.array([0.1, 0.3] * 3), course_weeks=np.array([8, 16] * 3))
    run = simulate(draw(drawn, mixed, 5), np.full(40, 50))
    for onward, weeks, own in ((0.1, 8, slice(0, None, 2)), (0.3, 16, slice(1, None, 2))):
        alone = simulate(draw(drawn, numbers(onward=onward, course_weeks=weeks), 5), np.full(40, 50))
        assert (run.s85[:, own] == alone.s85[:, own]).all()
        assert (run.waiting[:, own] == alone.waiting[:, own]).all()


def test_those_who_do_not_come_are_a_share_of_those_offered_a_place():
    drawn = enquiries(np.full(20, 30.0), 200, 5)
    all_come, some = (simulate(draw(drawn, numbers(renege=0, no_show=share), 5), np.full(20, 5000)) for share in (0, 0.2))
    assert (all_come.starts == some.starts + some.no_shows).all()
    assert abs(some.no_shows.sum() / all_come.starts.sum() - 0.2) < 0.01
    assert (some.s85 <= all_come.s85).all() and some.waits.sum() == some.starts.sum()


def test_the_place_of_one_who_does_not_come_stands_empty_for_a_week():
    sure = numbers(share_82=1, share_85_direct=0, renege=0, dropout=0, no_show=0.6, course_weeks=3)
    run = simulate(draw(np.full((1, 30), 9), sure, 5), np.full(30, 1))
    offered, away = np.flatnonzero(run.starts + run.no_shows), run.no_shows[:, 0] > 0
    assert away.any() and run.starts.any()
    assert np.diff(offered).tolist() == [1 if away[week] else 3 for week in offered[:-1]]
    assert (run.courses[:, 0] == ~away).all()


def test_waits_of_those_who_waited_already_count_from_when_they_came():
    run = simulate(draw(np.zeros((3, 4), int), numbers(renege=0), 5, Start(waiting=(2.0, 7.0, 0.0))), np.array([0, 2, 3, 0]))
    assert {tuple(place) for place in np.argwhere(run.waits)} == {(1, 9), (1, 4), (2, 3)}
    assert run.waits.sum() == 3 * 3


def test_todays_courses_end_when_their_weeks_are_done():
    people = draw(np.zeros((2, 6), int), numbers(dropout=0, course_weeks=4), 5, Start(courses=(1.0, 3.0, 4.0, 9.0)))
    run = simulate(people, np.full(6, 9))
    assert run.courses[:, 0].tolist() == [2, 1, 1, 0, 0, 0]


def test_todays_support_ends_by_what_remains_of_it():
    weeks, law = 40, Weibull(30, 3)
    people = draw(np.zeros((4000, weeks), int), numbers(stay=law.mean), 5, Start(s85=(0.0, 25.0)), Laws(stay=law))
    expected = law.survival(np.arange(1, weeks + 1)) + law.survival(25 + np.arange(1, weeks + 1)) / law.survival(25.0)
    assert np.abs(simulate(people, np.full(weeks, 9)).s85.mean(axis=1) - expected).max() < 0.04


def test_support_follows_a_course_after_the_delay_that_its_curve_tells():
    drawn = enquiries(np.array([200.0]), 400, 5)
    drawn = np.concatenate([drawn, np.zeros((400, 29), int)], axis=1)
    sure = numbers(share_82=1, share_85_direct=0, dropout=0, course_weeks=5, onward=0.5, stay=1e6, renege=0)
    run = simulate(draw(drawn, sure, 5, laws=Laws(delay=Exponential(8.0))), np.full(30, 1000))
    waited = np.arange(30) + 1 - 5
    expected = np.where(waited > 0, 0.5 * (1 - np.exp(-waited / 8)), 0)
    assert np.abs(run.s85.sum(axis=1) / drawn.sum() - expected).max() < 0.006


def test_part_of_the_courses_goes_on_where_the_model_says_so():
    queue = draw(enquiries(np.array([200.0]), 400, 5), numbers(dropout=0, course_weeks=26), 5, laws=Laws(prolonged=(0.3, 61))).queue
    assert set(np.unique(queue.length)) == {26, 61}
    assert abs((queue.length == 61).mean() - 0.3) < 0.02


def test_chance_is_even_and_belongs_to_its_key():
    hashed = words(np.arange(200_000), 7)
    assert (words(np.arange(100_000, 200_000), 7) == hashed[100_000:]).all()
    for part in range(4):
        drawn = uniform(hashed, part)
        assert np.abs(np.histogram(drawn, 20, (0, 1))[0] / 10_000 - 1).max() < 0.05
        assert abs(np.corrcoef(drawn[1:], drawn[:-1])[0, 1]) < 0.01
        assert abs(np.corrcoef(drawn, uniform(words(np.arange(200_000), 8), part))[0, 1]) < 0.01
    assert abs(exponential(hashed, 1).mean() - 1) < 0.01


@pytest.mark.parametrize("mean", [0.0, 0.3, 22.0, 300.0])
def test_counts_have_the_mean_and_the_spread_of_a_poisson_law(mean):
    counts = poisson(np.array([[mean]]), fine(words(np.arange(200_000), 3))[None, :])
    assert abs(counts.mean() - mean) <= 4 * (mean / 200_000) ** 0.5
    assert abs(counts.var() - mean) <= 0.02 * mean
