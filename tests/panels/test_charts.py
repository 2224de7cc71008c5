"""Charts as descriptions and as pictures: what stands in them, that they keep to Vega-Lite, and that numbers never change their shape."""

import json
import struct
import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.make_vega import FILE, vega
from widgets.charts import compare, fan, observed, parts, pit, png, spec, svg, theme, tornado, wait_curve, waterfall
from widgets.parts import css, esm

MONDAY = date(2021, 3, 15)
WEEKS = [MONDAY + timedelta(weeks=week) for week in range(60)]


def a_fan(level: float = 40, lang: str = "da"):
    weeks = {"week": WEEKS} | {
        name: [level + step] * 60 for name, step in (("p10", -9), ("p50", 0), ("p90", 9), ("process_p10", -4), ("process_p90", 4))
    }
    past = {"week": [MONDAY - timedelta(weeks=week) for week in (2, 1)], "value": [level, level]}
    labels = {"total": "i alt", "process": "tilfældighed", "median": "midt", "today": "i dag"}
    return fan.chart(fan.rows(weeks, labels=labels, history=past, today=MONDAY), unit="forløb", description="Om forløb.", lang=lang)


def a_wait_curve(level: float = 4):
    points = {"places": [80, 84, 88, 92], "wait": [level, 3, 2, None], "low": [2, 1, 1, None], "high": [7, 6, 5, None]}
    data = wait_curve.rows(points, here=84, promise=2, labels={"band": "4 af 5", "promise": "løftet", "here": "i dag"})
    return wait_curve.chart(data, places="pladser", weeks="uger", description="Om ventetid.")


def a_tornado(at_high: float = 330):
    bars = {"label": ["Ophold", "Vækst"], "low": ["104", "−3 %"], "high": ["260", "3 %"], "at_low": [270, 305], "at_high": [at_high, 295]}
    data = tornado.rows(bars, base=300, labels={"base": "grundlag"})
    return tornado.chart(data, unit="borgere", description="Om det, der flytter mest.")


def a_waterfall(step: float = 5):
    moves = {
        "label": ["Grundlag", "Pladser", "Scenarie"],
        "before": [None, 300, None],
        "after": [300, 300 + step, 305],
        "text": ["300", "+5", "305"],
    }
    return waterfall.chart(waterfall.rows(moves), unit="borgere", description="Fra grundlag til scenarie.")


def a_comparison(level: float = 40):
    lines = {name: {"week": WEEKS, "value": [level * times] * 60} for name, times in (("Grundlag", 1), ("Flere pladser", 1.1))}
    return compare.chart(compare.rows(lines), unit="forløb", description="Om to scenarier.")


def a_histogram(first: float = 0.3):
    data = pit.rows([first, 0.2, 0.2, 0.3], labels={"even": "jævnt"})
    return pit.chart(data, x="hvor i prognosen", y="andel", description="Om ugerne.")


def a_past(came: float = 22):
    points = {"week": WEEKS[:3], "observed": [came, 60, 20], "expected": [22] * 3, "p10": [15] * 3, "p90": [30] * 3}
    data = observed.rows(points, labels={"band": "4 af 5", "expected": "forventet", "observed": "kom"})
    return observed.chart(data, unit="henvendelser", description="Kom mod forventet.")


CHARTS = (a_fan, a_wait_curve, a_tornado, a_waterfall, a_comparison, a_histogram, a_past)
ALL = pytest.mark.parametrize("made", CHARTS, ids=lambda made: made.__name__)


@ALL
def test_a_chart_is_valid_says_what_it_shows_and_reaches_for_nothing(made):
    described = made().to_dict(validate=True)
    assert described["description"]
    assert '"url"' not in json.dumps(described)
    assert described["$schema"].rpartition("/")[2].startswith("v5")


@ALL
def test_other_numbers_are_the_same_chart(made):
    one, other = made(), made(17)
    assert one.datasets != other.datasets
    assert spec(one) == spec(other)
    assert not spec(one).get("datasets")


@ALL
def test_every_dataset_that_is_drawn_is_there_and_every_one_that_is_there_is_drawn(made):
    drawn = {layer["data"]["name"] for layer in made().to_dict()["layer"]}
    assert drawn == set(made().datasets)


@ALL
def test_pictures_are_the_same_bytes_every_time(made):
    assert svg(made()) == svg(made())
    first, second = png(made(), width=600, letter=12, scale=1), png(made(), width=600, letter=12, scale=1)
    assert first == second
    assert first[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", first[16:20])[0] == pytest.approx(600, abs=2)


def test_a_picture_says_what_its_numbers_are_of_in_letters_of_every_machine():
    drawn = svg(a_fan(1500), title="Forløb i gang", note="n = 1.145")
    for text in ("Forløb i gang", "n = 1.145", "i alt", "tilfældighed", "midt", "i dag", "1.500", "2022", "okt"):
        assert f">{text}<" in drawn
    assert "Plex" not in drawn
    assert ">1,500<" in svg(a_fan(1500, lang="en"))
    assert ">maj<" in drawn or ">apr<" in drawn


def test_what_fell_outside_its_range_is_marked_apart():
    assert [row["inside"] for row in a_past().datasets["points"]] == [True, False, True]


def test_a_point_where_nobody_began_is_left_out_and_today_is_found():
    data = a_wait_curve().datasets
    assert [point["places"] for point in data["points"]] == [80, 84, 88]
    assert [(here["places"], here["text"]) for here in data["here"]] == [(84, "i dag")]


def test_the_texts_of_a_bar_stand_on_its_outer_sides_also_when_more_leads_to_less():
    ends = {(end["label"], end["end"]): end["left"] for end in a_tornado().datasets["ends"]}
    assert ends == {("Ophold", "low"): True, ("Ophold", "high"): False, ("Vækst", "low"): False, ("Vækst", "high"): True}


def test_the_steps_of_a_waterfall_join():
    data = a_waterfall(-5).datasets
    assert [(row["label"], row["up"]) for row in data["steps"]] == [("Pladser", False)]
    assert [row["label"] for row in data["totals"]] == ["Grundlag", "Scenarie"]
    assert [row["right"] for row in data["moves"]] == [300, 300, 305]


def test_more_lines_than_can_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="at most 4"):
        compare.rows({str(each): {"week": WEEKS, "value": [1] * 60} for each in range(5)})


def test_a_forecast_of_nothing_still_has_its_labels_apart():
    places = sorted(label["at"] for label in a_fan_of_nothing()["labels"])
    assert all(upper - lower > 0.05 for lower, upper in pairwise(places))


def a_fan_of_nothing():
    weeks = {"week": WEEKS} | {name: [0] * 60 for name in ("p10", "p50", "p90", "process_p10", "process_p90")}
    return fan.rows(weeks, labels={"total": "i alt", "process": "tilfældighed", "median": "midt"})


def test_columns_of_different_length_are_refused():
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        parts.rows({"week": WEEKS[:2], "value": [1]})


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0.5, 20)), max_size=6))
def test_labels_never_meet_and_keep_their_order(wanted):
    edges, sizes = [edge for edge, _ in wanted], [size for _, size in wanted]
    placed = parts.apart(edges, sizes)
    order = sorted(range(len(edges)), key=edges.__getitem__)
    for lower, upper in pairwise(order):
        assert placed[upper] - placed[lower] >= (sizes[lower] + sizes[upper]) / 2 - 1e-9
    assert all(place >= edge and place >= size / 2 - 1e-9 for place, edge, size in zip(placed, edges, sizes, strict=True))


def test_colours_and_letters_are_those_of_the_screen():
    tokens = css("ladder")
    used = {value for name, value in vars(theme).items() if name.isupper() and isinstance(value, str) and value.startswith("#")}
    assert {theme.INK, theme.BLUE, theme.PAPER} <= used
    assert all(f": {colour}" in tokens for colour in used)
    assert "IBM Plex Sans" in theme.FONT


def test_the_stored_vega_is_what_the_tool_makes():
    assert vega() == FILE.read_text(encoding="utf-8")


def test_only_a_panel_with_charts_carries_vega():
    assert "vegaEmbed" not in esm("start")
    script = esm("ladder", charts=True)
    assert max(map(script.index, ("const vegaEmbed = ", "function drawChart"))) < script.index("\nexport default")
    assert ".vb-chart" in css("ladder", charts=True)
    assert ".vb-chart" not in css("start")


def test_importing_charts_does_not_build_a_grammar_of_addresses():
    code = "import sys, widgets.charts; print('lark' in sys.modules, 'vl_convert' in sys.modules); import rfc3987_syntax"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "False"]


def test_what_draws_charts_is_carried_along_unless_the_server_says_where_it_lies(monkeypatch):
    carried = esm("forecast", charts=True)
    monkeypatch.setenv("VEGA", "/voila/static/vega.0123abcd.js")
    fetched = esm("forecast", charts=True)
    assert "const vegaEmbed = " in carried and "await import(" not in carried and len(carried) > 5 * len(fetched)
    assert "const vegaEmbed = " not in fetched and 'await import(new URL("/voila/static/vega.0123abcd.js"' in fetched
    assert esm("meeting") == esm("meeting", charts=False) and "vegaEmbed" not in esm("meeting")
