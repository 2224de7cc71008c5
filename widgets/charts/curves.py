"""Curves with their intervals and, below the axis, how many each still rests on; told apart by dashes as much as by colour."""

from collections.abc import Mapping, Sequence

import altair as alt

from widgets.charts import parts
from widgets.charts.parts import Columns, Data
from widgets.charts.theme import BLUE, GREEN, INK, MUTE, STRONG, letters

LOOKS = ((INK, [1, 0]), (BLUE, [10, 4]), (GREEN, [3, 3]), (MUTE, [12, 4, 3, 4]))
FIRST, LINE = 5.6, 1.3  # letters from the axis to the first row of counts, and from one row to the next


def rows(curves: Mapping[str, Columns], counts: Mapping[str, Columns], *, label: str) -> Data:
    """The data of curves by name. ValueError when there are more than four.

    A curve: x, value, low, high (the last two None where there is no interval). Its counts: x, n. `label` says what the counts are."""
    if len(curves) > len(LOOKS):
        raise ValueError(f"{len(curves)} curves; at most {len(LOOKS)} can be told apart")
    kinds = {name: str(index) for index, name in enumerate(curves)}
    made = [row | {"kind": kinds[name]} for name, curve in curves.items() for row in parts.rows(curve)]
    return {
        "curves": made,
        "bands": [row for row in made if row["low"] is not None],
        "ends": [{"x": curve["x"][-1], "value": curve["value"][-1], "kind": kinds[name], "text": name} for name, curve in curves.items()],
        "counts": [_count(row, int(kinds[name])) for name, found in counts.items() for row in parts.rows(found)],
        "names": [{"text": name, "kind": kind, "row": int(kind)} for name, kind in kinds.items()],
        "heading": [{"text": label}],
    }


def _count(row: Mapping, line: int) -> dict:
    return {"x": row["x"], "text": f"{row['n']:.0f}", "row": line}


def chart(data: Data, *, x: str, every: float, unit: str, step: bool, description: str, lang: str = "da") -> alt.LayerChart:
    """The curves of `rows`; `x` is what the axis counts, with a number every so many; `unit` stands over the y axis.

    `step`: a value holds until the next, as when one after another is counted."""
    marks = alt.ExprRef(f"sequence(domain('x')[0], domain('x')[1] + {every} / 1000, {every})")
    along = alt.X("x:Q", title=x, scale=alt.Scale(zero=False, nice=False), axis=alt.Axis(values=marks, format="d"))
    drawn = [layer for kind, look in enumerate(LOOKS) for layer in _curve(str(kind), look, along, unit, step)]
    return parts.assembled([*drawn, *_below(along)], data, description, lang)


def _curve(kind: str, look: tuple[str, Sequence[int]], x: alt.X, unit: str, step: bool) -> list[alt.Chart]:
    """One curve: its band, its line, and its name at the end."""
    colour, dash = look
    shape = {"interpolate": "step-after"} if step else {}
    of_it = alt.datum.kind == kind
    y = parts.heights("value:Q", unit)
    line = {"color": colour, "strokeDash": dash, "strokeWidth": letters(0.18)}
    name = {"align": "left", "dx": letters(0.4), "color": colour, "fontWeight": STRONG}
    return [
        parts.band(parts.named("bands").transform_filter(of_it), fill=colour, edge=colour, opacity=0.12, dash=(1, 3), **shape).encode(
            x=x, y="low:Q", y2="high"
        ),
        parts.named("curves").transform_filter(of_it).mark_line(**line, **shape).encode(x=x, y=y),
        *parts.haloed(parts.named("ends").transform_filter(of_it).encode(x=x, y=y, text="text:N"), **name),
    ]


def _below(x: alt.X) -> list[alt.Chart]:
    """The counts, a row for each curve, with its name to the left."""
    bottom, left = alt.value("height"), alt.value(0)
    place = {"dy": alt.ExprRef(f"letter * ({FIRST} + {LINE} * datum.row)")}
    names = (
        parts.named("names")
        .transform_filter(alt.datum.kind == str(kind))
        .mark_text(align="right", dx=letters(-2), color=colour, fontWeight=STRONG, **place)
        .encode(x=left, y=bottom, text="text:N")
        for kind, (colour, _) in enumerate(LOOKS)
    )
    heading = parts.named("heading").mark_text(align="left", dy=letters(FIRST - LINE))
    return [
        parts.named("counts").mark_text(align="center", **place).encode(x=x, y=bottom, text="text:N"),
        heading.encode(x=left, y=bottom, text="text:N"),
        *names,
    ]
