"""The waterfall: from the base over each change to the scenario. Totals are dots, since their bars would have to begin at zero."""

import altair as alt

from widgets.charts import parts
from widgets.charts.parts import Columns, Data
from widgets.charts.theme import BLUE, BLUE_DEEP, BLUE_WASH, INK, MUTE, STRONG, letters


def rows(moves: Columns) -> Data:
    """The data of a waterfall. `moves` in their order: label, before, after and text (what stands at it, "+12"); the first and the last
    are the totals, which have None before them."""
    made = [row | _placed(row, index) for index, row in enumerate(parts.rows(moves))]
    steps = [row | {"up": row["after"] >= row["before"]} for row in made if row["before"] is not None]
    return {"moves": made, "steps": steps, "totals": [row for row in made if row["before"] is None], "links": made[:-1]}


def _placed(row: dict, index: int) -> dict:
    ends = [end for end in (row["before"], row["after"]) if end is not None]
    return {"row": index, "next": index + 1, "right": max(ends)}


def chart(data: Data, *, unit: str, description: str, lang: str = "da") -> alt.LayerChart:
    """The waterfall of `rows`; `unit` is what its x axis counts. A rise is full, a fall pale with an edge."""
    moves, steps, totals, links = (parts.named(name) for name in ("moves", "steps", "totals", "links"))
    x, y = parts.lengths("after:Q", unit), parts.lines()
    looks = {True: {"color": BLUE, "stroke": BLUE}, False: {"color": BLUE_WASH, "stroke": BLUE}}
    layers = [
        links.mark_rule(color=MUTE, yOffset=parts.BELOW, y2Offset=parts.BELOW).encode(x=x, y=y, y2="next"),
        *(
            steps.transform_filter(alt.datum.up == up).mark_bar(height=parts.BAR, yOffset=parts.BELOW, **look).encode(x=x, x2="before", y=y)
            for up, look in looks.items()
        ),
        totals.mark_point(size=alt.ExprRef("letter * letter"), yOffset=parts.BELOW, filled=True, color=INK, opacity=1).encode(x=x, y=y),
        moves.mark_text(align="left", dx=letters(0.7), yOffset=parts.BELOW, color=BLUE_DEEP).encode(
            x=parts.lengths("right:Q", unit), y=y, text="text:N"
        ),
        *parts.haloed(moves.encode(x=alt.value(0), y=y, text="label:N"), align="left", yOffset=parts.ABOVE, fontWeight=STRONG),
    ]
    return parts.assembled(layers, data, description, lang, parts.ROW)
