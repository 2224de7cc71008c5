"""The charts of the ladder: valid, the same for all numbers, told apart by more than colour."""

import json
from datetime import date

import pytest

from widgets.charts import bars, spec, stock, svg

DAYS = [date(2021, 1, 31), date(2021, 2, 28)]


def some_stock(end: int = 7, lines: int = 2):
    data = stock.rows({f"Trin {n}": {"week": DAYS, "value": [n, end + n]} for n in range(lines)})
    return stock.chart(data, unit="sager", description="Om bestanden.")


def some_bars(value: int = 12):
    data = bars.rows({"kind": ["up", "out"], "text": ["12 op", "3 ud"], "value": [value, 3]})
    return bars.chart(data, unit="bevægelser", description="Om bevægelser.")


ALL = pytest.mark.parametrize("made", [some_stock, some_bars], ids=lambda made: made.__name__)


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
def test_pictures_are_the_same_bytes_every_time(made):
    assert svg(made()) == svg(made())


def test_many_lines_are_all_drawn_and_named():
    drawn = svg(some_stock(lines=6))
    assert all(f">Trin {n}<" in drawn for n in range(6))


def test_lines_that_cross_are_told_apart_by_their_dashes():
    dashes = [tuple(dash) for _, dash in stock.LOOKS]
    assert len(set(dashes)) == len(dashes)


def test_every_direction_has_a_look_of_its_own():
    looks = [(look["color"], look["stroke"]) for look in bars.LOOKS.values()]
    assert len(set(looks)) == len(looks)
    assert "12 op" in svg(some_bars())
