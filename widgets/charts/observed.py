"""What came against what was expected, with the range that was said beforehand; what fell outside it stands out."""

from collections.abc import Mapping

import altair as alt

from widgets.charts import parts
from widgets.charts.parts import Columns, Data
from widgets.charts.theme import AMBER, BLUE, BLUE_DEEP, BLUE_WASH, INK, SOFT, STRONG, letters

LABELS = {"band": {"color": SOFT}, "expected": {"color": BLUE_DEEP, "fontWeight": STRONG}, "observed": {"color": INK}}
EDGES = {"band": "p90", "expected": "expected", "observed": "observed"}


def rows(points: Columns, *, labels: Mapping[str, str]) -> Data:
    """The data of observed against expected. `points`: week, observed, expected, p10, p90. `labels`: band, expected, observed."""
    made = [row | {"inside": row["p10"] <= row["observed"] <= row["p90"]} for row in parts.rows(points)]
    ends = [(kind, made[-1][column], labels[kind]) for kind, column in EDGES.items()]
    top = max(max(row["p90"], row["observed"]) for row in made)
    return {"points": made, "labels": parts.end_labels(ends, made[-1]["week"], top)}


def chart(data: Data, *, unit: str, description: str, lang: str = "da") -> alt.LayerChart:
    """Observed against expected, of `rows`; `unit` stands over the y axis. A dot lies in the range, a larger diamond outside it."""
    x, points = parts.weeks(), parts.named("points")
    y = parts.heights("observed:Q", unit)
    inside = {"shape": "circle", "fill": INK, "size": alt.ExprRef("letter * letter * 0.16")}
    outside = {"shape": "diamond", "fill": AMBER, "stroke": INK, "size": alt.ExprRef("letter * letter * 0.6")}
    layers = [
        parts.band(points, fill=BLUE_WASH, edge=BLUE).encode(x=x, y="p10:Q", y2="p90"),
        points.mark_line(color=BLUE_DEEP, strokeWidth=letters(0.15)).encode(x=x, y="expected:Q"),
        *(
            points.transform_filter(alt.datum.inside == held).mark_point(filled=True, opacity=1, **looks).encode(x=x, y=y)
            for held, looks in ((True, inside), (False, outside))
        ),
        *parts.drawn_labels(LABELS, x),
    ]
    return parts.assembled(layers, data, description, lang)
