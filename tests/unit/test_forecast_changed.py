"""A rule change becomes a scenario: the shares follow the past cases, and too few of them make none."""

import shlex
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forecasts import scenario
from tests.replays import DAY, NO_WISH, SETTLED, TO_82, decided_register, narrowed, shelf, with_table
from visitation.cli import main
from visitation.forecast.changed import Share, as_scenario, settings, shares
from visitation.forecast.figures import from_model
from visitation.forecast.measured import from_register, measured
from visitation.model import load
from visitation.register.cases import cases
from visitation.register.replay import BESIDE, OPEN, Transitions, past_cases
from visitation.replay import replay_report, replay_text

RINGSTED = load("ringsted")
MANY = (TO_82,) * 24 + (SETTLED,) * 12 + (NO_WISH,) * 24
SHARE = st.integers(0, 60).map(lambda cases: cases / 60)
FOUND = st.dictionaries(st.sampled_from(["share_82", "share_85_direct"]), st.builds(Share, SHARE, SHARE))


def moved(counts):
    return Transitions(counts, same_step=0)


def test_the_shares_are_those_of_the_law_of_the_step():
    found = shares(moved({("p82", "p82"): 30, ("p82", "p85"): 10, ("aabent", "aabent"): 60}), RINGSTED, RINGSTED)
    assert found == {"share_82": Share(0.4, 0.3), "share_85_direct": Share(0, 0.1)}
    assert shares(moved({("p82", BESIDE): 10, ("p82", "p82"): 90}), RINGSTED, RINGSTED) == {"share_82": Share(1, 0.9)}
    assert shares(moved({("p82", "p82"): 30, ("aabent", BESIDE): 30}), RINGSTED, RINGSTED) == {}


def test_each_side_goes_by_its_own_ladder():
    steps = tuple(step.replace(id="ny") if step.id == "p82" else step for step in RINGSTED.ladder.steps)
    new = replace(RINGSTED, ladder=RINGSTED.ladder.replace(steps=steps))
    assert shares(moved({("p82", "ny"): 40, ("aabent", "aabent"): 40}), RINGSTED, new) == {}


def test_a_case_that_nobody_has_settled_counts_on_neither_side():
    counts = {("p82", "p82"): 30, ("p82", OPEN): 30, ("aabent", "aabent"): 60, (OPEN, "p82"): 9}
    assert shares(moved(counts), RINGSTED, RINGSTED) == {"share_82": Share(60 / 120, 39 / 99)}


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({("p82", "p82"): 40, ("p82", "aabent"): 9}, False),
        ({("p82", "p82"): 40, ("p82", "aabent"): 10}, True),
        ({("p82", "p82"): 49, ("p82", OPEN): 500}, False),
        ({(OPEN, "p82"): 500}, False),
        ({}, False),
    ],
)
def test_fewer_than_fifty_settled_cases_tell_nothing(counts, told):
    assert (shares(moved(counts), RINGSTED, RINGSTED) is not None) == told


def test_it_is_the_change_that_is_carried_over():
    base = scenario(share_82=0.4, share_85_direct=0.1)
    assert settings({"share_82": Share(0.5, 0.25)}, base) == {"share_82": 0.2}
    assert settings({"share_85_direct": Share(0, 0.3)}, base) == {"share_85_direct": 0.3}
    assert settings({}, base) == {}


@given(st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted), FOUND)
def test_what_comes_out_is_a_scenario(ends, found):
    base = scenario(share_82=ends[0], share_85_direct=ends[1] - ends[0])
    given = settings(found, base)
    assert found.keys() <= given.keys()
    base.replace(**given)  # refuses what makes no sense


def test_a_rule_change_is_read_over_what_the_register_tells(tmp_path):
    _, store = decided_register(tmp_path, RINGSTED, *MANY)
    past, new = list(cases(store, "ringsted").values()), with_table(RINGSTED, narrowed(RINGSTED))
    base = from_register(from_model(RINGSTED, DAY), measured(RINGSTED, past, DAY))
    assert base.share_82 == 0.6
    assert as_scenario(past_cases(past, RINGSTED, new), RINGSTED, new, past, DAY) == {"share_82": pytest.approx(0.2)}
    assert as_scenario(past_cases(past, RINGSTED, RINGSTED), RINGSTED, RINGSTED, past, DAY) == {}


def test_replay_ends_with_the_command_that_forecasts_the_change(tmp_path, capsys):
    folder = shelf(tmp_path)
    url, _ = decided_register(tmp_path, RINGSTED, *MANY)
    found = replay_report(f"{folder}@{DAY}", str(folder), url)
    assert found["scenario"] == {"share_82": pytest.approx(0.2)}
    last = replay_text(found).split("\n")[-1]
    assert last == f"Hvad ændringen betyder fremover: visitation forecast --model {shlex.quote(str(folder))} --set share_82=0.2"
    words = shlex.split(found["scenario_command"])[1:]
    assert main([*words, "--register", url, "--on", str(date(2021, 6, 1))]) == 0
    assert "prognose" in capsys.readouterr().out


def test_replay_says_nothing_of_the_future_without_a_change_or_with_few_cases(tmp_path):
    folder = shelf(tmp_path)
    url, _ = decided_register(tmp_path, RINGSTED, *MANY[:30])
    few, same = replay_report(f"{folder}@{DAY}", str(folder), url), replay_report("ringsted", "ringsted", url)
    assert (few["scenario"], few["scenario_command"], same["scenario"]) == (None, None, None)
    assert "visitation forecast" not in replay_text(few)


def test_a_model_without_figures_makes_no_scenario(tmp_path):
    folder = shelf(tmp_path)
    for file in folder.rglob("forecast.yaml"):
        file.unlink()
    url, _ = decided_register(tmp_path, RINGSTED, *MANY)
    assert replay_report(f"{folder}@{DAY}", str(folder), url)["scenario"] is None
