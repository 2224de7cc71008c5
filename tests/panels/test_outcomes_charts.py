"""The charts of the outcomes: valid, the same for all numbers, with a look of its own for what is of another kind."""

import json

import pytest

from widgets.charts import curves, intervals, png, spec, steps, svg
from widgets.charts.figure import drawing

POINTS = {
    "group": ["2018", "2018", "2019"],
    "kind": ["plain", "rest", "even"],
    "text": ["på dagen: 24,5 %", "3 af 4", "20,2 %"],
    "value": [24.5, None, 20.2],
    "low": [19.1, None, None],
    "high": [30.9, None, None],
}


def some_intervals(high: float = 30.9):
    return intervals.chart(intervals.rows(POINTS | {"high": [high, None, None]}), unit="%", description="Om støtte.")


def some_curves(end: float = 20):
    line = {"x": [0, 6, 12], "value": [0, 10, end], "low": [None, 5, 10], "high": [None, 15, 30]}
    data = curves.rows({"2018": line, "2019": line}, {"2018": {"x": [0, 6], "n": [200, 120]}}, label="fulgt:")
    return curves.chart(data, x="måneder", every=6, unit="%", step=True, description="Om støtte over tid.")


def some_steps(taken: float = 80):
    data = steps.rows(
        {"label": ["Henvist: 100", "Startet: 80 af 100", "Søgt: ingen data"], "there": [100, 100, None], "taken": [100, taken, None]}
    )
    return steps.chart(data, unit="forløb", description="Om trin.")


ALL = pytest.mark.parametrize("made", [some_intervals, some_curves, some_steps], ids=lambda made: made.__name__)


@ALL
def test_a_chart_is_valid_says_what_it_shows_and_reaches_for_nothing(made):
    described = made().to_dict(validate=True)
    assert described["description"]
    assert '"url"' not in json.dumps(described)


@ALL
def test_other_numbers_are_the_same_chart(made):
    assert made().datasets != made(17).datasets
    assert spec(made()) == spec(made(17))


@ALL
def test_every_dataset_that_is_drawn_is_there_and_every_one_that_is_there_is_drawn(made):
    assert {layer["data"]["name"] for layer in made().to_dict()["layer"]} == set(made().datasets)


@ALL
def test_pictures_are_the_same_bytes_every_time(made):
    assert svg(made()) == svg(made())
    assert png(made(), width=500, letter=12, scale=1)[:4] == b"\x89PNG"


def test_few_are_only_said_and_a_value_may_stand_without_its_interval():
    data = some_intervals().datasets
    assert [(row["row"], row["value"]) for row in data["points"]] == [(0, 24.5), (2, 20.2)]
    assert [row["row"] for row in data["whiskers"]] == [0]
    assert [row["text"] for row in data["texts"]] == POINTS["text"]
    assert ([row["text"] for row in data["groups"]], [row["row"] for row in data["between"]]) == (["2018", "2019"], [2])


def test_what_is_no_cohort_is_drawn_with_a_shape_and_dashes_of_its_own():
    looks = intervals.LOOKS
    assert len({(shape, fill) for fill, shape, _, _ in looks.values()}) == len(looks)
    assert [kind for kind, (*_, dash) in looks.items() if dash != [1, 0]] == ["rest"]


def test_what_stands_at_the_intervals_stands_in_the_picture():
    drawn = svg(some_intervals(), title="Andel med støtte", note="n = 512")
    for text in ("Andel med støtte", "n = 512", "på dagen: 24,5 %", "3 af 4", "2019"):
        assert f">{text}<" in drawn


def test_the_counts_stand_below_the_axis_and_it_is_numbered_every_so_many():
    drawn = svg(some_curves())
    for text in ("fulgt:", "200", "120", "0", "6", "12", "2018", "2019"):
        assert f">{text}<" in drawn
    assert ">3<" not in drawn


def test_more_curves_than_can_be_told_apart_are_refused():
    line = {"x": [0], "value": [1], "low": [None], "high": [None]}
    with pytest.raises(ValueError, match="at most 4"):
        curves.rows({str(number): line for number in range(5)}, {}, label="")


def test_a_step_that_nobody_can_tell_of_is_named_and_not_drawn():
    data = some_steps().datasets
    assert ([row["label"] for row in data["steps"]][-1], len(data["bars"])) == ("Søgt: ingen data", 2)


def test_a_drawing_is_made_once_for_a_language_and_its_titles():
    assert drawing(intervals, "da", unit="%") is drawing(intervals, "da", unit="%")
    assert drawing(intervals, "da", unit="%") != drawing(intervals, "en", unit="%")
