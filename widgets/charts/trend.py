"""One number over time with how far it may be from the truth, small enough to stand among its like; the last value is said."""

import altair as alt

from widgets.charts import parts
from widgets.charts.parts import Columns, Data
from widgets.charts.theme import BLUE, BLUE_WASH, INK, LETTER, STRONG, letters

HEIGHT = 9  # letters


def rows(points: Columns, *, last: str) -> Data:
    """The data of one number over time: week (a day), value, low and high; `last` is the last value as it is read."""
    made = parts.rows(points)
    return {"points": made, "end": [made[-1] | {"text": last}]}


def chart(data: Data, *, unit: str, description: str, lang: str = "da") -> alt.LayerChart:
    """The number of `rows`; `unit` stands over the y axis."""
    x, y, points, end = parts.weeks(), parts.heights("value:Q", unit), parts.named("points"), parts.named("end")
    said = {"align": "right", "dx": letters(-0.5), "dy": letters(-1), "fontWeight": STRONG, "color": INK}
    layers = [
        parts.band(points, fill=BLUE_WASH, edge=BLUE).encode(x=x, y="low:Q", y2="high"),
        points.mark_line(color=BLUE, strokeWidth=letters(0.2)).encode(x=x, y=y),
        end.mark_point(filled=True, color=BLUE, size=alt.ExprRef("letter * letter * 0.4"), opacity=1).encode(x=x, y=y),
        *parts.haloed(end.encode(x=x, y=y, text="text:N"), **said),
    ]
    return parts.assembled(layers, data, description, lang, HEIGHT * LETTER)
