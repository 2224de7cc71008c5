"""Numbers with their intervals in groups, one below the other: how sure each is, and whether two can be told apart.

What is of another kind looks otherwise, by shape as much as by colour; what is too few for a number is only said."""

import altair as alt

from widgets.charts import parts
from widgets.charts.parts import Columns, Data
from widgets.charts.theme import BLUE, BLUE_DEEP, LETTER, LINE, MUTE, PAPER, SOFT, STRONG, letters

STEP = 2.3  # letters from row to row: the text above, the mark below
ABOVE, BELOW = letters(-0.5), letters(0.55)
LOOKS = {  # how a mark is filled, its shape, its colour, the dashes of its whiskers
    "plain": (PAPER, "circle", SOFT, [1, 0]),
    "even": (BLUE, "circle", BLUE, [1, 0]),
    "late": (BLUE_DEEP, "diamond", BLUE_DEEP, [1, 0]),
    "rest": (PAPER, "square", MUTE, [3, 3]),
}


def rows(points: Columns) -> Data:
    """The data of intervals.

    `points` in their order: group (those of one stand together), kind (one of LOOKS), text, value, low, high. Where there are too few
    the last three are None: only the text is said. A value without an interval has None in the last two."""
    made = [row | {"row": index} for index, row in enumerate(parts.rows(points))]
    firsts = [row for row in made if not row["row"] or made[row["row"] - 1]["group"] != row["group"]]
    return {
        "points": [row for row in made if row["value"] is not None],
        "whiskers": [row for row in made if row["low"] is not None],
        "texts": [{"row": row["row"], "text": row["text"]} for row in made],
        "groups": [{"row": row["row"], "text": row["group"]} for row in firsts],
        "between": [{"row": row["row"]} for row in firsts[1:]],
    }


def chart(data: Data, *, unit: str, description: str, lang: str = "da") -> alt.LayerChart:
    """The intervals of `rows`, each under its text; `unit` is what the x axis counts."""
    points, whiskers, texts, groups, between = (parts.named(name) for name in ("points", "whiskers", "texts", "groups", "between"))
    x = alt.X("value:Q", title=unit, scale=alt.Scale(zero=True, nice=True), axis=alt.Axis(grid=True, tickCount=parts.ticks(5)))
    y = parts.lines()
    layers = [
        between.mark_rule(color=LINE, yOffset=letters(-STEP / 2)).encode(y=y),
        *(
            whiskers.transform_filter(alt.datum.kind == kind)
            .mark_rule(color=colour, strokeWidth=letters(0.14), strokeDash=dash, yOffset=BELOW, y2Offset=BELOW)
            .encode(x=alt.X("low:Q"), x2="high", y=y)
            for kind, (_, _, colour, dash) in LOOKS.items()
        ),
        *(
            points.transform_filter(alt.datum.kind == kind)
            .mark_point(
                shape=shape,
                fill=fill,
                stroke=colour,
                strokeWidth=letters(0.14),
                opacity=1,
                size=alt.ExprRef("letter * letter * 0.5"),
                yOffset=BELOW,
            )
            .encode(x=x, y=y)
            for kind, (fill, shape, colour, _) in LOOKS.items()
        ),
        *parts.haloed(
            texts.encode(x=alt.value(0), y=y, text="text:N"),
            align="left",
            dx=letters(0.3),
            yOffset=ABOVE,
        ),
        groups.mark_text(align="right", dx=letters(-0.6), yOffset=ABOVE, fontWeight=STRONG).encode(x=alt.value(0), y=y, text="text:N"),
    ]
    return parts.assembled(layers, data, description, lang, {"step": STEP * LETTER})
