"""A tornado moves one number at a time, a waterfall adds up, and neither hangs on the order in which somebody wrote the keys."""

from datetime import date
from itertools import pairwise
from math import isnan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.forecasts import scenario
from visitation.forecast.outlook import outlook
from visitation.forecast.scenario import UNCERTAIN, with_set
from visitation.forecast.sensitivity import MEASURES, REPLICATIONS, tornado, waterfall

MONDAY = date(2021, 3, 8)
ENDS = {"share_82": (0.3, 0.5), "share_85_direct": (0.05, 0.2), "renege_per_week": (0.01, 0.06), "stay_85_mean_weeks": (20.0, 80.0)}
S85 = MEASURES["s85"]
shares = st.lists(st.floats(0, 1), min_size=3, max_size=3).map(lambda parts: [part / max(sum(parts), 1) for part in parts])
changes = st.fixed_dictionaries(
    {},
    optional={
        "enquiries_per_week": st.floats(0, 12),
        "places": st.integers(0, 40),
        "course_weeks": st.integers(1, 20),
        "onward_85_share": st.floats(0, 1),
        "uncertainty": st.sampled_from([{}, {"growth_per_year": (-0.1, 0.1)}]),
        "horizon_weeks": st.integers(1, 20),
        "seed": st.integers(0, 99),
    },
)


def run(found):
    return outlook(found, MONDAY)


def small(parts, **given):
    return scenario(horizon_weeks=12, replications=8).replace(share_82=parts[0], share_85_direct=parts[1], **given)


@settings(max_examples=40, deadline=None)
@given(shares, shares, changes, changes, st.sampled_from(["s85", "kr_a_year", "courses"]))
def test_the_moves_of_a_waterfall_add_up_to_the_whole_difference(some, other, before, after, name):
    base, goal = small(some, **before), small(other, **after)
    measure = MEASURES[name]
    framed = base.replace(horizon_weeks=goal.horizon_weeks, seed=goal.seed)
    moves = waterfall(run, base, goal, measure)
    ends = measure(run(framed)), measure(run(goal))
    assert sum(move.change for move in moves) == pytest.approx(ends[1] - ends[0], abs=1e-6)
    assert all(one.after == following.before for one, following in pairwise(moves))
    assert not moves or (moves[0].before, moves[-1].after) == ends
    keys = ("enquiries_per_week", "places", "course_weeks", "onward_85_share")
    assert {key for key in keys if getattr(base, key) != getattr(goal, key)} <= {move.key for move in moves}


def test_a_range_alone_is_a_move_too():
    base = scenario(uncertainty=ENDS)
    goal = base.replace(uncertainty=ENDS | {"stay_85_mean_weeks": (39.0, 41.0)})
    assert [move.key for move in waterfall(run, base, goal, S85)] == ["stay_85_mean_weeks"]
    assert waterfall(run, base, base, S85) == ()


def test_a_number_that_is_set_loses_its_range_as_it_moves():
    base = scenario(uncertainty=ENDS)
    (move,) = waterfall(run, base, with_set(base, ["share_82=0.7"]), S85)
    assert move.key == "share_82" and move.change > 0


def test_of_the_two_shares_the_one_that_falls_goes_first():
    base, goal = small((0.1, 0.9)), small((0.9, 0.1))
    assert [move.key for move in waterfall(run, base, goal, S85)] == ["share_85_direct", "share_82"]
    assert [move.key for move in waterfall(run, goal, base, S85)] == ["share_82", "share_85_direct"]


@pytest.mark.parametrize("draw", [tornado, lambda *given: waterfall(given[0], scenario(), *given[1:])])
def test_the_order_of_the_keys_in_a_file_does_not_matter(draw):
    turned = scenario(uncertainty=dict(reversed(ENDS.items())))
    assert draw(run, scenario(uncertainty=ENDS), S85) == draw(run, turned, S85)


def test_a_tornado_moves_one_number_at_a_time_and_begins_with_the_widest():
    found = scenario(uncertainty=ENDS)
    bars = tornado(run, found, S85)
    assert {bar.key for bar in bars} == ENDS.keys()
    assert [bar.width for bar in bars] == sorted((bar.width for bar in bars), reverse=True)
    for bar in bars:
        assert (bar.low, bar.high) == ENDS[bar.key]
        for end, value in ((bar.low, bar.at_low), (bar.high, bar.at_high)):
            assert value == S85(run(found.replace(uncertainty={}, **{bar.key: end})))
        assert bar.at_value == S85(run(found.replace(uncertainty={})))


def test_a_number_that_changes_nothing_has_no_width():
    found = scenario(places=500, uncertainty={"renege_per_week": (0.0, 0.9), "stay_85_mean_weeks": (20.0, 80.0)})
    widths = {bar.key: bar.width for bar in tornado(run, found, S85)}
    assert widths["renege_per_week"] == 0 < widths["stay_85_mean_weeks"]


@pytest.mark.parametrize("key", UNCERTAIN)
def test_every_number_that_may_be_uncertain_can_be_moved(key):
    value = getattr(scenario(), key)
    (bar,) = tornado(run, scenario(uncertainty={key: (value - 0.001, value + 0.01)} if value else {key: (0.0, 0.01)}), S85)
    assert bar.key == key


def test_a_share_stops_short_of_more_than_all():
    (bar,) = tornado(run, scenario(share_82=0.3, share_85_direct=0.6, uncertainty={"share_82": (0.1, 0.7)}), S85)
    assert bar.high == pytest.approx(0.4)


def test_few_replications_are_run_and_never_more_than_the_scenario_has():
    counts = []

    def counting(found):
        counts.append(found.replications)
        return run(found.replace(replications=2))

    for replications, expected in ((1000, REPLICATIONS), (7, 7)):
        tornado(counting, scenario(replications=replications, uncertainty=ENDS), S85)
        waterfall(counting, scenario(replications=replications), scenario(places=3, replications=replications), S85)
        assert set(counts) == {expected}
        counts.clear()


def test_where_nobody_begins_there_is_no_wait_and_the_bars_stand_last():
    ranges = {"share_82": (0.0, 0.5), "stay_85_mean_weeks": (20.0, 80.0)}
    bars = tornado(run, scenario(places=500, uncertainty=ranges), MEASURES["wait_weeks"])
    assert [(bar.key, isnan(bar.at_low)) for bar in bars] == [("stay_85_mean_weeks", False), ("share_82", True)]


def test_the_measures_say_what_they_name():
    found = run(with_set(scenario(), ["unit_prices.course_kr=1000"]))
    assert MEASURES["courses"](found) == found.series["courses"].total.mean[-1]
    assert MEASURES["wait_weeks"](found) == found.wait_weeks.mean
    assert MEASURES["kr_a_year"](found) == pytest.approx(1000 * np.mean(found.series["starts"].total.mean) * 52.1775)
