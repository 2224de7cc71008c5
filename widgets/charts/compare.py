"""Scenarios side by side: the median of each as a line with its name at the end; told apart by dashes as much as by colour."""

from collections.abc import Mapping

import altair as alt

from widgets.charts import parts
from widgets.charts.parts import Columns, Data
from widgets.charts.theme import BLUE, GREEN, INK, MUTE, STRONG, letters

LOOKS = ((INK, [1, 0]), (BLUE, [10, 4]), (GREEN, [3, 3]), (MUTE, [12, 4, 3, 4]))  # the first is the base


def rows(lines: Mapping[str, Columns]) -> Data:
    """The data of a comparison: week and value of each scenario by its name, the base first. ValueError when there are more than four."""
    if len(lines) > len(LOOKS):
        raise ValueError(f"{len(lines)} scenarios; at most {len(LOOKS)} can be told apart")
    named = [row | {"name": name, "kind": str(index)} for index, (name, line) in enumerate(lines.items()) for row in parts.rows(line)]
    ends = [(str(index), line["value"][-1], name) for index, (name, line) in enumerate(lines.items())]
    last = next(iter(lines.values()))["week"][-1]
    return {"lines": named, "labels": parts.end_labels(ends, last, max(row["value"] for row in named))}


def chart(data: Data, *, unit: str, description: str, lang: str = "da") -> alt.LayerChart:
    """The comparison of `rows`; `unit` stands over the y axis."""
    x = parts.weeks()
    y = parts.heights("value:Q", unit)
    lines = [
        parts.named("lines")
        .transform_filter(alt.datum.kind == str(index))
        .mark_line(color=colour, strokeDash=dash, strokeWidth=letters(0.18))
        .encode(x=x, y=y)
        for index, (colour, dash) in enumerate(LOOKS)
    ]
    labels = {str(index): {"color": colour, "fontWeight": STRONG} for index, (colour, _) in enumerate(LOOKS)}
    return parts.assembled([*lines, *parts.drawn_labels(labels, x)], data, description, lang)
