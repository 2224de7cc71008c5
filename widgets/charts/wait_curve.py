"""Capacity against waiting: how long the wait becomes with so many places, and where it keeps the promise."""

from collections.abc import Mapping

import altair as alt

from widgets.charts import parts
from widgets.charts.parts import Columns, Data
from widgets.charts.theme import BLUE, BLUE_DEEP, BLUE_WASH, INK, PAPER, SOFT, STRONG, letters

HERE = {"align": "left", "dx": letters(0.7), "dy": letters(-0.9), "color": BLUE_DEEP, "fontWeight": STRONG}


def rows(points: Columns, *, here: float, promise: float, labels: Mapping[str, str]) -> Data:
    """The data of a curve.

    `points`, by rising places: places, wait, low, high in weeks; a point where nobody began has None and is left out. `here` are the
    places of today, `promise` the weeks that are promised. `labels`: band, promise, here."""
    drawn = [point for point in parts.rows(points) if point["wait"] is not None]
    steep = drawn[len(drawn) // 8 :][:1]
    return {
        "points": drawn,
        "here": [point | {"text": labels["here"]} for point in drawn if point["places"] == here],
        "promise": [{"wait": float(promise), "text": labels["promise"], "lines": parts.lines_of(labels["promise"])}],
        "band": [point | {"text": labels["band"]} for point in steep],
    }


def chart(data: Data, *, places: str, weeks: str, description: str, lang: str = "da") -> alt.LayerChart:
    """The curve of `rows`; `places` and `weeks` are the titles of its axes."""
    points, here, promise, band = (parts.named(name) for name in ("points", "here", "promise", "band"))
    x = alt.X("places:Q", title=places, scale=alt.Scale(zero=False, nice=False), axis=alt.Axis(tickCount=parts.ticks(5)))
    y = parts.heights("wait:Q", weeks)
    dot = {"filled": True, "fill": BLUE_DEEP, "stroke": PAPER, "strokeWidth": letters(0.15), "opacity": 1}
    layers = [
        parts.band(points, fill=BLUE_WASH, edge=BLUE).encode(x=x, y=alt.Y("low:Q"), y2="high"),
        promise.mark_rule(color=INK, strokeWidth=letters(0.1), strokeDash=[10, 5]).encode(y=y),
        promise.mark_text(align="left", dx=letters(0.4), dy=parts.MIDDLE).encode(x=alt.value("width"), y=y, text="text:N"),
        points.mark_line(color=BLUE_DEEP, strokeWidth=letters(0.2)).encode(x=x, y=y),
        *parts.haloed(band.encode(x=x, y="high:Q", text="text:N"), align="left", baseline="bottom", dx=letters(0.5), color=SOFT),
        here.mark_rule(color=BLUE_DEEP).encode(x=x, y=y),
        here.mark_point(size=alt.ExprRef("letter * letter"), **dot).encode(x=x, y=y),
        *parts.haloed(here.encode(x=x, y=y, text="text:N"), **HERE),
    ]
    return parts.assembled(layers, data, description, lang)
