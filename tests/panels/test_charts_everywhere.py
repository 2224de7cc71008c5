"""Every chart of every dashboard, in every state it is shown in: said in a sentence, counted in a table, and drawn honestly."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.screens import MUNICIPALITIES, ROOMS, figures
from widgets.parts import WIDGETS

LONGEST = 400  # characters that somebody listens to
SENTENCE_ENDS = re.compile(r"[.!?] (?=[A-ZÆØÅ])")
DRAWING_WORDS = re.compile(r"^(graf|diagram|figur|kurve|søjle|linje|chart|graph|figure|plot|bar|line)", re.IGNORECASE)
HOW_MANY = re.compile(r"n = \d|\d (mulige fremtider|possible futures)|Budget")  # a business case is reckoned, and of nobody
SOURCE = re.compile(r"(Kilde|Source|Register): |Danmarks Statistik|Statistics Denmark")
YEAR = re.compile(r"\b(19|20)\d\d\b")
SHARE_OF_OUTCOMES = re.compile(r"\d+ ?%")
TOLD_APART_BY_DATA = ("color", "fill", "stroke", "shape", "strokeDash", "opacity", "size")  # channels that would need a legend

WITH_CHARTS = sorted({name for name, room in ROOMS.items() if "charts=True" in (WIDGETS / room / "panel.py").read_text(encoding="utf-8")})
EVERYWHERE = pytest.mark.parametrize("where", [(name, place) for name in WITH_CHARTS for place in MUNICIPALITIES], ids="-".join)


@pytest.fixture
def drawn(screens, where) -> list[dict]:
    """The charts of a dashboard in both languages."""
    return [figure for lang in ("da", "en") for _state, view in screens(*where, lang) for figure in figures(view)]


def layers(figure: dict, *marks: str) -> list[dict]:
    return [layer for layer in figure["spec"]["layer"] if not marks or layer["mark"]["type"] in marks]


def written(figure: dict) -> str:
    """Everything that is written in a chart: the texts of its data and the titles of its axes."""
    titles = [str(channel.get("title")) for layer in layers(figure) for channel in layer.get("encoding", {}).values()]
    return "\n".join([*titles, *(str(row["text"]) for rows in figure["data"].values() for row in rows if "text" in row)])


def wrong(drawn: list[dict], is_right) -> set[str]:
    return {f"{figure['id']}: {figure['text']}" for figure in drawn if not is_right(figure)}


@EVERYWHERE
def test_a_chart_is_said_in_one_sentence_with_its_numbers(drawn):
    def said(figure: dict) -> bool:
        text = figure["text"]
        one = text.endswith(".") and not SENTENCE_ENDS.search(text) and len(text) <= LONGEST
        return one and re.search(r"\d", text) is not None and not DRAWING_WORDS.match(text)

    assert drawn and wrong(drawn, said) == set()


@EVERYWHERE
def test_a_chart_says_how_many_its_numbers_are_of_from_when_and_from_where(drawn):
    told = (HOW_MANY, YEAR, SOURCE)
    assert wrong(drawn, lambda figure: all(kind.search(figure["note"]) for kind in told)) == set()


@EVERYWHERE
def test_a_chart_has_its_numbers_as_a_table(drawn):
    def counted(figure: dict) -> bool:
        fields = {column["field"]: column for column in figure["columns"]}
        numbers = [field for field, column in fields.items() if column["decimals"] is not None]
        named = all(column["label"] for column in fields.values()) and numbers
        return bool(named and figure["rows"] and all(fields.keys() <= row.keys() for row in figure["rows"]) and _plain(figure, numbers))

    assert wrong(drawn, counted) == set()


def _plain(figure: dict, numbers: list[str]) -> bool:
    """A cell of a column of numbers is a number or nothing, and one of texts is no number, which would be written without its language."""
    texts = {column["field"] for column in figure["columns"]} - {*numbers}
    told = all(row[field] is None or isinstance(row[field], int | float) for row in figure["rows"] for field in numbers)
    return told and not any(isinstance(row[field], float) for row in figure["rows"] for field in texts)


@EVERYWHERE
def test_a_chart_needs_no_legend(drawn):
    def direct(figure: dict) -> bool:
        return not any("field" in layer.get("encoding", {}).get(channel, {}) for layer in layers(figure) for channel in TOLD_APART_BY_DATA)

    assert wrong(drawn, direct) == set()


@EVERYWHERE
def test_a_bar_begins_at_zero_or_at_the_line_it_is_held_against(drawn):
    def based(figure: dict) -> bool:
        return all(_ends_somewhere(layer) or _from_zero(layer) for layer in layers(figure, "bar"))

    assert wrong(drawn, based) == set()


def _ends_somewhere(layer: dict) -> bool:
    return bool({"x2", "y2"} & layer["encoding"].keys())


def _from_zero(layer: dict) -> bool:
    measured = [channel for name in "xy" if (channel := layer["encoding"][name]).get("type") == "quantitative"]
    return len(measured) == 1 and measured[0]["scale"]["zero"] is True


@EVERYWHERE
def test_a_band_says_what_share_of_the_outcomes_it_holds(drawn):
    def named(figure: dict) -> bool:
        banded = layers(figure, "area") or any("low" in str(layer["encoding"].get("x")) for layer in layers(figure, "rule"))
        return not banded or SHARE_OF_OUTCOMES.search(written(figure)) is not None

    assert wrong(drawn, named) == set()


@EVERYWHERE
def test_what_is_drawn_alike_but_for_its_colour_is_told_apart_otherwise(drawn):
    """Lines by their dashes, points by their shape; the shades of areas and bars are held against each other in test_colours."""
    looks = {"line": "strokeDash", "point": "shape"}
    assert wrong(drawn, lambda figure: all(_apart(layers(figure, mark), look) for mark, look in looks.items())) == set()


def _apart(alike: list[dict], look: str) -> bool:
    chosen = [layer for layer in alike if "transform" in layer]
    seen = [str((layer["data"]["name"], layer["mark"].get(look), layer["mark"].get("fill"))) for layer in chosen]
    return len(seen) == len(set(seen))


def test_every_chart_that_is_made_was_looked_at(screens):
    """A chart that no state here shows would be held to nothing."""
    made = [call for path in WIDGETS.glob("*/views/*.py") for call in _calls(ast.parse(path.read_text(encoding="utf-8")))]
    everywhere = [(name, place) for name in WITH_CHARTS for place in MUNICIPALITIES]
    seen = {figure["id"] for where in everywhere for _state, view in screens(*where, "da") for figure in figures(view)}
    assert len(seen) == len(made)


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name))
    return (call for call in calls if call.func.id == "figure")
