"""The colours of the charts: seen on paper and on a poor projector, told apart by eyes that see colours otherwise and in grey.

Vision is simulated as in Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency
(IEEE TVCG 15(6), 2009), table of severity 1.0, on linear RGB; contrast is that of WCAG 2.1; distance is CIE 1976 in L*a*b* under D65."""

import inspect
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import combinations

import numpy as np
import pytest

from widgets import charts
from widgets.charts import spec, theme
from widgets.parts import CHARTS

SEEN, READ = 3.0, 4.5  # to one, against paper: marks, and texts (WCAG 2.1, 1.4.11 and 1.4.3)
SHADES = 1.5  # to one, between two shades that stand for two things
APART = 10.0  # in L*a*b*: several times what is just noticeable
PLAIN = np.eye(3)
VISIONS = {
    "plain": PLAIN,
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritanopia": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
    "grey": np.array([[0.2126, 0.7152, 0.0722]] * 3),
}
XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])
HEX = re.compile(r"#[0-9a-f]{6}\b")
LINES = (theme.INK, theme.BLUE, theme.GREEN, theme.MUTE)  # what stands for a series
DRAWN = {"bar", "point", "line", "area", "rule"}
GIVEN = {"every": 1.0, "step": False}

MADE = {one.name: import_module(f"widgets.charts.{one.name}") for one in pkgutil.iter_modules(charts.__path__)}
KINDS = sorted(name for name, module in MADE.items() if hasattr(module, "chart"))
EVERY_KIND = pytest.mark.parametrize("kind", KINDS)
EVERY_VISION = pytest.mark.parametrize("vision", VISIONS)


def layers(kind: str) -> list[dict]:
    """How a chart is drawn, layer by layer; its numbers do not matter."""
    asked = [name for name, one in inspect.signature(MADE[kind].chart).parameters.items() if one.default is one.empty and name != "data"]
    return spec(MADE[kind].chart({}, **{name: GIVEN.get(name, "x") for name in asked}))["layer"]


def linear(colour: str) -> np.ndarray:
    value = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def seen(colour: str, vision: str) -> np.ndarray:
    return np.clip(VISIONS[vision] @ linear(colour), 0, 1)


def contrast(one: str, other: str, vision: str = "plain") -> float:
    low, high = sorted(float(XYZ[1] @ seen(colour, vision)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, vision: str) -> np.ndarray:
    part = XYZ @ seen(colour, vision) / XYZ.sum(axis=1)
    x, y, z = np.where(part > 216 / 24389, np.cbrt(part), (24389 / 27 * part + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def colours(layer: dict, *names: str) -> list[str]:
    found = [layer["mark"].get(name) for name in names]
    return [colour for colour in found if isinstance(colour, str) and colour.startswith("#")]


def told_apart(kind: str, *marks: str) -> Iterator[tuple[dict, dict]]:
    """Two layers of the same marks that stand for two kinds of thing, and so have a look each."""
    chosen = [layer for layer in layers(kind) if layer["mark"]["type"] in marks and "transform" in layer]
    return combinations(chosen, 2)


def test_the_reckoning_is_the_published_one():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert lab("#ff0000", "plain") == pytest.approx([53.24, 80.09, 67.20], abs=0.02)
    assert contrast("#ff0000", "#00ff00", "grey") == pytest.approx(contrast("#ff0000", "#00ff00"), rel=1e-3)


@EVERY_KIND
def test_every_mark_is_seen_on_paper(kind):
    drawn = [colours(layer, "stroke", "color", "fill") for layer in layers(kind) if layer["mark"]["type"] in DRAWN]
    faint = {tuple(found) for found in drawn if max(contrast(colour, theme.PAPER) for colour in found) < SEEN}
    assert drawn and faint <= {(theme.LINE,)}  # what parts groups is no data


@EVERY_KIND
def test_a_tint_has_an_edge(kind):
    for layer in layers(kind):
        if layer["mark"]["type"] in ("area", "bar"):
            faint = layer["mark"].get("fillOpacity", 1) < 1 or contrast(*colours(layer, "fill", "color")[:1], theme.PAPER) < SEEN
            assert not faint or contrast(*colours(layer, "stroke"), theme.PAPER) >= SEEN


@EVERY_KIND
def test_every_text_can_be_read(kind):
    texts = [colours(layer, "color") for layer in layers(kind) if layer["mark"]["type"] == "text" and "stroke" not in layer["mark"]]
    assert all(contrast(colour, theme.PAPER) >= READ for found in texts for colour in found)


def test_the_texts_of_axes_and_titles_can_be_read():
    """All but the grid and the paper itself."""
    config = {name: value for name, value in theme.config("da").items() if name != "background"}
    assert {colour for colour in HEX.findall(str(config)) if contrast(colour, theme.PAPER) < READ} == {theme.LINE}


@EVERY_VISION
@EVERY_KIND
def test_bars_of_two_kinds_are_told_apart_by_their_shade(kind, vision):
    for one, other in told_apart(kind, "bar"):
        assert contrast(*colours(one, "color"), *colours(other, "color"), vision) >= SHADES


@EVERY_VISION
def test_series_are_told_apart_by_colour_where_colours_are_seen(vision):
    far = {pair: np.linalg.norm(lab(pair[0], vision) - lab(pair[1], vision)) for pair in combinations(LINES, 2)}
    print(vision, {pair: round(float(value)) for pair, value in far.items()})
    assert vision == "grey" or min(far.values()) >= APART


@EVERY_KIND
def test_series_are_told_apart_by_their_dashes_where_colours_are_not(kind):
    dashes = [(one["mark"].get("strokeDash"), other["mark"].get("strokeDash")) for one, other in told_apart(kind, "line")]
    assert all(one != other for one, other in dashes)


def test_a_chart_has_the_colours_of_the_display_that_is_chosen():
    """Each colour that is drawn is bound to its token, for fills and for strokes."""
    style = (CHARTS / "charts.css").read_text(encoding="utf-8")
    bound = re.findall(r'\[(fill|stroke)="(#\w{6})"\] \{ (\w+): var\(--vb-([\w-]+)\); \}', style)
    assert all(one == other and theme.COLOURS[name] == colour for one, colour, other, name in bound)
    drawn = set(HEX.findall(f"{theme.config('da')} {[layers(kind) for kind in KINDS]}"))
    assert {(what, colour) for what in ("fill", "stroke") for colour in drawn} <= {(what, colour) for what, colour, *_rest in bound}
