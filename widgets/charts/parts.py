"""What several charts are made of: named data, a time axis, labels at the right end that keep apart."""

from collections.abc import Mapping, Sequence
from datetime import date

import altair as alt

from widgets.charts.theme import LETTER, MUTE, PAPER, config, letters

Columns = Mapping[str, Sequence]
Rows = list[dict]
Data = dict[str, Rows]

MIDDLE = alt.ExprRef("-0.6 * letter * (datum.lines - 1)")  # half of the lines above the place
HEIGHT = 20  # letters
ROW = {"step": 3 * LETTER}  # of a chart in rows: the name above, the bar below it
ABOVE, BELOW, BAR = letters(-0.6), letters(0.6), letters(0.9)
LINES = 12  # of labels that fit beside the plot, with some air
YEAR_OR_MONTH = "utcFormat(datum.value, utcmonth(datum.value) == 0 ? '%Y' : '%b')"


def rows(columns: Columns) -> Rows:
    """Columns of equal length as rows, dates as text and numbers as plain ones; ValueError when they are not of equal length."""
    return [dict(zip(columns, (_plain(value) for value in row), strict=True)) for row in zip(*columns.values(), strict=True)]


def apart(edges: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Places for labels beside their edges, in the order given: each as near as it can be, none over another, none below 0."""
    order, places = sorted(range(len(edges)), key=edges.__getitem__), list(edges)
    floor = 0.0
    for index in order:
        places[index] = max(edges[index], floor + sizes[index] / 2)
        floor = places[index] + sizes[index] / 2
    return places


def end_labels(labels: Sequence[tuple[str, float, str]], week: object, top: float) -> Rows:
    """Labels (kind, height of the edge, text) at the right end of a plot that reaches from 0 to `top`."""
    sizes = [lines_of(text) * (top or 1) / LINES for _, _, text in labels]
    places = apart([edge for _, edge, _ in labels], sizes)
    return [
        {"week": _plain(week), "kind": kind, "edge": float(edge), "at": at, "text": text, "lines": lines_of(text)}
        for (kind, edge, text), at in zip(labels, places, strict=True)
    ]


def lines_of(text: str) -> int:
    """How many lines a label takes."""
    return text.count("\n") + 1


def drawn_labels(kinds: Mapping[str, Mapping], x: alt.X) -> tuple[alt.Chart, ...]:
    """The labels of the data "labels" with a thin line to their edges; `kinds` says how each kind is set (arguments of mark_text)."""
    labels = named("labels")
    leader = labels.mark_rule(color=MUTE, xOffset=letters(0.2), x2Offset=letters(0.8)).encode(x=x, x2="week", y="edge:Q", y2="at")
    texts = (
        labels.transform_filter(alt.datum.kind == kind)
        .mark_text(align="left", dx=letters(1), dy=MIDDLE, **looks)
        .encode(x=x, y="at:Q", text="text:N")
        for kind, looks in kinds.items()
    )
    return (leader, *texts)


def haloed(chart: alt.Chart, **looks) -> tuple[alt.Chart, alt.Chart]:
    """The texts of a chart over a rim of paper, so that lines do not run through them; `looks` are arguments of mark_text."""
    return chart.mark_text(**looks | {"color": PAPER, "stroke": PAPER, "strokeWidth": letters(0.4)}), chart.mark_text(**looks)


def band(chart: alt.Chart, *, edge: str, opacity: float = 1, dash: Sequence[int] = (4, 3), **looks) -> alt.Chart:
    """The range of a chart as a tint between two thin lines: on a poor projector and in print the tint alone is lost."""
    edges = {"stroke": edge, "strokeWidth": letters(0.06), "strokeDash": list(dash)}
    return chart.mark_area(fillOpacity=opacity, **edges, **looks)


def named(name: str) -> alt.Chart:
    """A chart of the data with this name."""
    return alt.Chart(alt.NamedData(name))


def weeks() -> alt.X:
    """The time axis: years and months, as many as there is room for."""
    bold = {"condition": {"test": "utcmonth(datum.value) == 0", "value": 600}, "value": 400}
    axis = alt.Axis(labelExpr=YEAR_OR_MONTH, labelFontWeight=bold, tickCount=ticks(5))
    return alt.X("week:T", title=None, scale=alt.Scale(type="utc"), axis=axis)


def heights(field: str, unit: str, **axis: str) -> alt.Y:
    """The y axis from zero, with `unit` over it."""
    return alt.Y(field, title=unit, scale=alt.Scale(zero=True, nice=5), axis=alt.Axis(tickCount=5, **axis))


def ticks(apart: float) -> alt.ExprRef:
    """As many ticks along the x axis as fit with so many letters between them."""
    return alt.ExprRef(f"width / (letter * {apart})")


def lines() -> alt.Y:
    """The rows of a chart, from the top down by their number."""
    return alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))


def lengths(field: str, unit: str) -> alt.X:
    """The axis under bars, with room for a text beyond the longest of them."""
    axis = alt.Axis(grid=True, tickCount=ticks(7))
    return alt.X(field, title=unit, scale=alt.Scale(zero=False, nice=False, padding=letters(5)), axis=axis)


def assembled(layers: Sequence[alt.Chart], data: Data, description: str, lang: str, height: int | dict = HEIGHT * LETTER) -> alt.LayerChart:
    """The layers as one chart with its data; the width is the reader's to set."""
    return alt.layer(
        *layers,
        autosize={"type": "fit-x", "contains": "padding"},
        width=1200,
        height=height,
        description=description,
        config=config(lang),
        datasets=data,
    ).add_params(alt.param(name="letter", value=LETTER))


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | bool):
        return value
    return value.isoformat() if isinstance(value, date) else float(value)
