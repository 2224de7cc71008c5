"""A chart as the front end takes it, and as a picture in a file."""

import altair as alt

from widgets.charts.theme import LETTER

# The metrics of Arial; vl-convert brings the first one along, so that a picture is the same on every machine.
FONT = "Liberation Sans, Arial, sans-serif"


def spec(chart: alt.LayerChart) -> dict:
    """The chart without its data, in Vega-Lite."""
    bare = chart.copy(deep=False)
    bare.datasets = {}
    return bare.to_dict(validate=False)  # the tests validate; here it would only cost time


def svg(chart: alt.LayerChart, *, title: str = "", note: str = "", width: int = 1200, letter: int = LETTER) -> str:
    """The chart as SVG under its title; the note says what the numbers are of (n, period, source)."""
    import vl_convert

    return vl_convert.vegalite_to_svg(_titled(chart, title, note, width, letter), vl_version=vega_lite())


def png(chart: alt.LayerChart, *, title: str = "", note: str = "", width: int = 1200, letter: int = LETTER, scale: float = 2) -> bytes:
    """The same as PNG on white, so many times as fine."""
    import vl_convert

    return vl_convert.vegalite_to_png(_titled(chart, title, note, width, letter), vl_version=vega_lite(), scale=scale)


def vega_lite() -> str:
    """The Vega-Lite that Altair speaks, as vl-convert names it."""
    return alt.SCHEMA_VERSION.removeprefix("v").rpartition(".")[0]


def _titled(chart: alt.LayerChart, title: str, note: str, width: int, letter: int) -> dict:
    made = spec(chart)
    scaled = {name: value * letter / LETTER for name, value in _heights(made["height"]).items()}
    made |= {"datasets": chart.datasets, "width": width, "padding": letter, "params": [{"name": "letter", "value": letter}]}
    made |= {"height": scaled.get("height", scaled), "title": {"text": title, "subtitle": note}}
    made["config"] = made["config"] | {"font": FONT}
    return made


def _heights(height: float | dict) -> dict:
    return height if isinstance(height, dict) else {"height": height}
