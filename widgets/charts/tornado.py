"""The tornado: each assumption taken to the low and to the high end of its range alone, the widest effect first."""

from collections.abc import Mapping

import altair as alt

from widgets.charts import parts
from widgets.charts.parts import Columns, Data
from widgets.charts.theme import BLUE, BLUE_DEEP, BLUE_WASH, INK, STRONG, letters

ENDS = (("low", "high"), ("high", "low"))


def rows(bars: Columns, *, base: float, labels: Mapping[str, str]) -> Data:
    """The data of a tornado around `base`. `bars`, widest first: label, low and high (the ends of the assumption, as text), at_low and
    at_high (what they lead to). `labels`: base."""
    made = [row | {"row": index, "base": float(base)} for index, row in enumerate(parts.rows(bars))]
    ends = [_end(row, end, other) for row in made for end, other in ENDS]
    return {"bars": made, "ends": ends, "base": [{"base": float(base), "text": labels["base"]}]}


def _end(row: dict, end: str, other: str) -> dict:
    """One end of a bar; its text stands on the smaller side, and the low end's where both are the same."""
    at, beside = row[f"at_{end}"], row[f"at_{other}"]
    left = at < beside or (at == beside and end == "low")
    return {"row": row["row"], "label": row["label"], "end": end, "base": row["base"], "at": at, "text": row[end], "left": left}


def chart(data: Data, *, unit: str, description: str, lang: str = "da") -> alt.LayerChart:
    """The tornado of `rows`; `unit` is what its x axis counts. The low end is pale with an edge, the high end full."""
    bars, ends, base = parts.named("bars"), parts.named("ends"), parts.named("base")
    x, y = parts.lengths("at:Q", unit), parts.lines()
    looks = {"low": {"color": BLUE_WASH, "stroke": BLUE}, "high": {"color": BLUE, "stroke": BLUE}}
    sides = ((True, "right", -0.4), (False, "left", 0.4))
    layers = [
        *(
            ends.transform_filter(alt.datum.end == end).mark_bar(height=parts.BAR, yOffset=parts.BELOW, **look).encode(x=x, x2="base", y=y)
            for end, look in looks.items()
        ),
        base.mark_rule(color=INK, strokeWidth=letters(0.1)).encode(x=parts.lengths("base:Q", unit)),
        base.mark_text(baseline="bottom", dy=letters(-0.3)).encode(x=parts.lengths("base:Q", unit), y=alt.value(0), text="text:N"),
        *(
            ends.transform_filter(alt.datum.left == left)
            .mark_text(align=align, dx=letters(dx), yOffset=parts.BELOW, color=BLUE_DEEP)
            .encode(x=x, y=y, text="text:N")
            for left, align, dx in sides
        ),
        *parts.haloed(bars.encode(x=alt.value(0), y=y, text="label:N"), align="left", yOffset=parts.ABOVE, fontWeight=STRONG),
    ]
    return parts.assembled(layers, data, description, lang, parts.ROW)
