"""Where in its own forecast each observation fell: even bars say that the ranges were right, a hill that they were too wide."""

from collections.abc import Mapping, Sequence

import altair as alt

from widgets.charts import parts
from widgets.charts.parts import Data
from widgets.charts.theme import BLUE, BLUE_WASH, INK, letters


def rows(share: Sequence[float], *, labels: Mapping[str, str]) -> Data:
    """The data of a histogram: the share of the observations in each of the equal bins from 0 to 1. `labels`: even."""
    bins = len(share)
    bars = [{"low": index / bins, "high": (index + 1) / bins, "share": float(each)} for index, each in enumerate(share)]
    return {"bars": bars, "even": [{"share": 1 / bins, "text": labels["even"]}]}


def chart(data: Data, *, x: str, y: str, description: str, lang: str = "da") -> alt.LayerChart:
    """The histogram of `rows`; `x` and `y` are the titles of its axes."""
    bars, even = parts.named("bars"), parts.named("even")
    across = alt.X("low:Q", title=x, scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%", tickCount=5))
    up = parts.heights("share:Q", y, format="%")
    layers = [
        bars.mark_bar(color=BLUE_WASH, stroke=BLUE).encode(x=across, x2="high", y=up, y2=alt.datum(0)),
        even.mark_rule(color=INK, strokeWidth=letters(0.1), strokeDash=[10, 5]).encode(y=up),
        even.mark_text(align="left", dx=letters(0.4)).encode(x=alt.value("width"), y=up, text="text:N"),
    ]
    return parts.assembled(layers, data, description, lang)
