"""A number over time: the drawing, what it says in a sentence, and its numbers as a table and as a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from visitation.register.month import Month
from widgets.charts import svg
from widgets.charts import trend as trend_chart
from widgets.published.frame import month_name
from widgets.published.numbers import data, plain
from widgets.published.part import Part, download, figure, fold, joined, table
from widgets.published.public import Public

WIDE, LETTER = 360, 15  # pixels: a drawing as a phone is wide
Point = tuple[Month, tuple[float, float, float]]  # the published number, and the ends that the true one lies between


@dataclass(frozen=True)
class Line:
    """What a line shows: its name, the name of its file, the unit, how a number is read, and the file's columns."""

    label: str
    file: str
    unit: str
    read: Callable[[float], str]
    when: str
    columns: tuple[str, ...]


def trend(public: Public, line: Line, points: Sequence[Point], note: str) -> Part:
    """The drawing of a line and its numbers; `note` stands below it."""
    _, lang = public.say, public.lang
    columns = {"week": [month.last for month, _share in points]}
    columns |= {name: [values[at] for _month, values in points] for at, name in enumerate(("value", "low", "high"))}
    first, last = (f"{line.read(points[at][1][0])} ({month_name(points[at][0], lang)})" for at in (0, -1))
    told = _("%(name)s: fra %(first)s til %(last)s.") % {"name": line.label, "first": first, "last": last}
    drawn = trend_chart.rows(columns, last=line.read(points[-1][1][0]))
    chart = trend_chart.chart(drawn, unit=line.unit, description=told, lang=lang)
    rows = [[month_name(month, lang), *(data(value, line.read(value)) for value in values)] for month, values in points]
    lines = [[str(month), *(plain(value) for value in values)] for month, values in points]
    heads = [line.when, line.unit, _("mindst"), _("højst")]
    return joined((
        figure(svg(chart, width=WIDE, letter=LETTER), told, note),
        fold(_("Vis tallene"), table(line.label, heads, rows)),
        download(f"csv/{line.file}.csv", _("Hent tallene (CSV)"), line.columns, lines),
    ))  # fmt: skip

