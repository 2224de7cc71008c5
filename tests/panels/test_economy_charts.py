"""The chart of a business case: valid, the same for all numbers, and with the document's line only where there is one."""

import json

import pytest

from widgets.charts import cumulative, spec, svg

YEARS = {"year": ["2015", "2016", "2017"], "net": [0.0, 0.3, -0.9], "cumulative": [0.0, 0.3, -0.6], "text": ["0,0", "+0,3", "−0,6"]}
BASE = {"year": ["2015", "2016"], "cumulative": [0.0, -0.2]}
LABELS = {"own": "jeres tal", "base": "som dokumentet"}


def made(times: float = 1, base=BASE):
    years = YEARS | {key: [value * times for value in YEARS[key]] for key in ("net", "cumulative")}
    return cumulative.chart(cumulative.rows(years, labels=LABELS, base=base), unit="mio. kr.", description="Om årene.")


@pytest.mark.parametrize("base", [BASE, None])
def test_it_is_valid_draws_all_its_data_and_reaches_for_nothing(base):
    described = made(base=base).to_dict(validate=True)
    assert {layer["data"]["name"] for layer in described["layer"]} == set(described["datasets"])
    assert described["description"] and '"url"' not in json.dumps(described)


def test_other_numbers_are_the_same_chart():
    assert made().datasets != made(17).datasets
    assert spec(made()) == spec(made(17)) == spec(made(base=None))


def test_the_other_line_is_there_where_it_is_given():
    assert [end["text"] for end in made().datasets["ends"]] == ["jeres tal", "som dokumentet"]
    assert [end["kind"] for end in made(base=None).datasets["ends"]] == ["own"]
    drawn = svg(made(), title="Netto", note="En beregning")
    for text in ("Netto", "En beregning", "2017", "−0,6", "som dokumentet"):
        assert f">{text}<" in drawn
