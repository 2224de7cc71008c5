"""What each year costs or saves as a bar, and the years added up as a line; below zero is saved. Another line can stand beside it."""

from collections.abc import Mapping

import altair as alt

from widgets.charts import parts
from widgets.charts.parts import Columns, Data
from widgets.charts.theme import BLUE, BLUE_DEEP, BLUE_WASH, INK, LINE, SOFT, STRONG, letters

BAND = alt.Scale(paddingInner=0.45, paddingOuter=0.3)
BESIDE = alt.X("year:O", bandPosition=1, scale=BAND)  # where a bar ends
NONE: Columns = {"year": (), "cumulative": ()}
LABELS = {"own": {"color": BLUE_DEEP, "fontWeight": STRONG, "dy": letters(-0.2)}, "base": {"color": SOFT, "dy": letters(-0.9)}}


def rows(years: Columns, *, labels: Mapping[str, str], base: Columns | None = None) -> Data:
    """The data of the years: year (as text), net, cumulative, and text (what stands at the line). `base`: year and cumulative of the other.

    `labels`, at the ends of the lines: own and base."""
    lines = {"own": parts.rows(years), "base": parts.rows(base or NONE)}
    ends = [line[-1] | {"kind": kind, "text": labels[kind]} for kind, line in lines.items() if line]
    return {"years": lines["own"], "base": lines["base"], "ends": ends}


def chart(data: Data, *, unit: str, description: str, lang: str = "da") -> alt.LayerChart:
    """The years of `rows`; `unit` stands over the y axis."""
    years, base, ends = (parts.named(name) for name in ("years", "base", "ends"))
    x = alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelSeparation=letters(0.5)), scale=BAND)
    line, of_year = _heights("cumulative:Q", unit), _heights("net:Q", unit)
    layers = [
        years.mark_bar(color=BLUE_WASH, stroke=BLUE).encode(x=x, y=of_year),
        base.mark_line(color=SOFT, strokeDash=[6, 4], strokeWidth=letters(0.12)).encode(x=x, y=line),
        years.mark_line(color=BLUE_DEEP, strokeWidth=letters(0.2)).encode(x=x, y=line),
        years.mark_point(color=BLUE_DEEP, filled=True, opacity=1, size=alt.ExprRef("letter * letter * 0.35")).encode(x=x, y=line),
        *parts.haloed(years.encode(x=x, y=line, text="text:N"), dy=letters(-1.1), fontWeight=STRONG, color=BLUE_DEEP),
        *(_end(ends, kind, looks).encode(x=BESIDE, y=line, text="text:N") for kind, looks in LABELS.items()),
    ]
    return parts.assembled(layers, data, description, lang)


def _heights(field: str, unit: str) -> alt.Y:
    """The y axis on both sides of a zero that stands out, with room for the texts beyond the line."""
    dark = {"condition": {"test": "datum.value === 0", "value": INK}, "value": LINE}
    return alt.Y(field, title=unit, scale=alt.Scale(zero=True, padding=letters(2)), axis=alt.Axis(tickCount=5, gridColor=dark))


def _end(ends: alt.Chart, kind: str, looks: dict) -> alt.Chart:
    return ends.transform_filter(alt.datum.kind == kind).mark_text(align="left", dx=letters(0.3), **looks)
