"""Counts over time with their names at the end: the names tell the lines apart, their dashes where they cross."""

from collections.abc import Mapping

import altair as alt

from widgets.charts import parts
from widgets.charts.parts import Columns, Data
from widgets.charts.theme import BLUE, GREEN, INK, MUTE, STRONG, letters

LOOKS = ((BLUE, [1, 0]), (INK, [10, 4]), (GREEN, [3, 3]), (MUTE, [12, 4, 3, 4]))  # the next after the last looks like the first


def rows(lines: Mapping[str, Columns]) -> Data:
    """The data of counts over time: week (a day) and value of each line by its name; the days are the same in all of them."""
    kinds = {name: str(index % len(LOOKS)) for index, name in enumerate(lines)}
    named = [row | {"name": name, "kind": kinds[name]} for name, line in lines.items() for row in parts.rows(line)]
    ends = [(kinds[name], line["value"][-1], name) for name, line in lines.items()]
    last = next(iter(lines.values()))["week"][-1]
    return {"lines": named, "labels": parts.end_labels(ends, last, max(row["value"] for row in named))}


def chart(data: Data, *, unit: str, description: str, lang: str = "da") -> alt.LayerChart:
    """The counts of `rows`; `unit` stands over the y axis."""
    x, y = parts.weeks(), parts.heights("value:Q", unit)
    lines = [
        parts.named("lines")
        .transform_filter(alt.datum.kind == str(index))
        .mark_line(color=colour, strokeDash=dash, strokeWidth=letters(0.18))
        .encode(x=x, y=y, detail="name:N")
        for index, (colour, dash) in enumerate(LOOKS)
    ]
    labels = {str(index): {"color": colour, "fontWeight": STRONG} for index, (colour, _) in enumerate(LOOKS)}
    return parts.assembled([*lines, *parts.drawn_labels(labels, x)], data, description, lang)
