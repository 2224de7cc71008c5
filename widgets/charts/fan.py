"""The fan: what may come week by week, in two bands. The inner one is chance alone, the outer one adds all that is not known."""

from collections.abc import Mapping
from datetime import date

import altair as alt

from widgets.charts import parts
from widgets.charts.parts import Columns, Data
from widgets.charts.theme import BLUE, BLUE_DEEP, BLUE_WASH, INK, SOFT, STRONG, letters

NONE: Columns = {"week": (), "value": ()}
LABELS = {"total": {"color": SOFT}, "process": {"color": BLUE}, "median": {"color": BLUE_DEEP, "fontWeight": STRONG}}


def rows(weeks: Columns, *, labels: Mapping[str, str], history: Columns = NONE, today: date | None = None) -> Data:
    """The data of a fan.

    `weeks`: week, p10, p50, p90, process_p10, process_p90. `history`, what was observed before: week, value.
    `labels`: total, process, median, and today when that is given."""
    edges = [("total", "p90"), ("process", "process_p90"), ("median", "p50")]
    ends = [(kind, weeks[column][-1], labels[kind]) for kind, column in edges]
    top = max(*weeks["p90"], *weeks["process_p90"], *history["value"])
    return {
        "weeks": parts.rows(weeks),
        "history": parts.rows(history),
        "today": [] if today is None else parts.rows({"week": [today], "text": [labels["today"]]}),
        "labels": parts.end_labels(ends, weeks["week"][-1], top),
    }


def chart(data: Data, *, unit: str, description: str, lang: str = "da") -> alt.LayerChart:
    """The fan of `rows`; `unit` stands over the y axis."""
    x, ahead, past, today = parts.weeks(), parts.named("weeks"), parts.named("history"), parts.named("today")
    y = parts.heights("p10:Q", unit)
    layers = [
        parts.band(ahead, fill=BLUE_WASH, edge=BLUE).encode(x=x, y=y, y2="p90"),
        parts.band(ahead, fill=BLUE, edge=BLUE, opacity=0.3, dash=(1, 0)).encode(x=x, y="process_p10:Q", y2="process_p90"),
        ahead.mark_line(color=BLUE_DEEP, strokeWidth=letters(0.2)).encode(x=x, y="p50:Q"),
        past.mark_line(color=INK, strokeWidth=letters(0.08)).encode(x=x, y="value:Q"),
        today.mark_rule(color=INK).encode(x=x),
        *parts.haloed(today.encode(x=x, y=alt.value(0), text="text:N"), align="left", dx=letters(0.4), dy=letters(0.8)),
        *parts.drawn_labels(LABELS, x),
    ]
    return parts.assembled(layers, data, description, lang)
