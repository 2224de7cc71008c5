"""Counts as bars, one below the other, each under what it is; what is of another kind is drawn otherwise, full or pale."""

import altair as alt

from widgets.charts import parts
from widgets.charts.parts import Columns, Data
from widgets.charts.theme import BLUE, BLUE_DEEP, BLUE_WASH, INK, LETTER, LINE, MUTE, letters

STEP = 2.5  # letters from row to row: the text above, the bar below
ABOVE, BELOW = letters(-0.6), letters(0.55)
LOOKS = {  # four shades of which no two are alike in grey
    "up": {"color": BLUE_DEEP, "stroke": BLUE_DEEP},
    "down": {"color": BLUE_WASH, "stroke": BLUE},
    "in": {"color": MUTE, "stroke": MUTE},
    "out": {"color": LINE, "stroke": INK},
}


def rows(bars: Columns) -> Data:
    """The data of bars in their order: kind (one of LOOKS), text (how many first, as what it is may be cut off) and value."""
    return {"bars": [row | {"row": index} for index, row in enumerate(parts.rows(bars))]}


def chart(data: Data, *, unit: str, description: str, lang: str = "da") -> alt.LayerChart:
    """The bars of `rows`; `unit` is what the x axis counts."""
    bars, y = parts.named("bars"), parts.lines()
    x = alt.X("value:Q", title=unit, scale=alt.Scale(zero=True, nice=True), axis=alt.Axis(grid=True, tickCount=parts.ticks(7)))
    layers = [
        *(
            bars.transform_filter(alt.datum.kind == kind).mark_bar(height=letters(0.8), yOffset=BELOW, **look).encode(x=x, y=y)
            for kind, look in LOOKS.items()
        ),
        *parts.haloed(bars.encode(x=alt.value(0), y=y, text="text:N"), align="left", yOffset=ABOVE, limit=alt.ExprRef("width")),
    ]
    return parts.assembled(layers, data, description, lang, {"step": STEP * LETTER})
