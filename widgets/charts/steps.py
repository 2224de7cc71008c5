"""Steps taken one after the other: how many were at each, and how many of them came on to it."""

import altair as alt

from widgets.charts import parts
from widgets.charts.parts import Columns, Data
from widgets.charts.theme import BLUE, BLUE_WASH, STRONG


def rows(steps: Columns) -> Data:
    """The data of steps in their order: label, there (how many could take it) and taken (how many did); both None where nobody can tell."""
    made = [row | {"row": index} for index, row in enumerate(parts.rows(steps))]
    return {"steps": made, "bars": [row for row in made if row["there"] is not None]}


def chart(data: Data, *, unit: str, description: str, lang: str = "da") -> alt.LayerChart:
    """The steps of `rows`; `unit` is what the x axis counts. Those who came on are full, those who could have are pale around them."""
    steps, bars, y = parts.named("steps"), parts.named("bars"), parts.lines()
    bar = {"height": parts.BAR, "yOffset": parts.BELOW, "stroke": BLUE}
    looks = (("there", BLUE_WASH), ("taken", BLUE))
    layers = [
        *(
            bars.mark_bar(color=colour, **bar).encode(
                x=alt.X(
                    f"{field}:Q", title=unit, scale=alt.Scale(zero=True, nice=True), axis=alt.Axis(grid=True, tickCount=parts.ticks(7))
                ),
                y=y,
            )
            for field, colour in looks
        ),
        *parts.haloed(steps.encode(x=alt.value(0), y=y, text="label:N"), align="left", yOffset=parts.ABOVE, fontWeight=STRONG),
    ]
    return parts.assembled(layers, data, description, lang, parts.ROW)
