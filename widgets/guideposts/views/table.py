"""Every indicator of every point as one table to take along: exactly what is shown, those without data as well."""

from visitation.guideposts.notes import DONE, latest
from visitation.guideposts.schema import Guidepost, Indicator, Point
from widgets.charts.figure import column, numbers
from widgets.guideposts.state import GuidepostsState
from widgets.guideposts.views.lines import line
from widgets.guideposts.views.overview import row
from widgets.text import translator


def table(state: GuidepostsState) -> dict | None:
    """One row for each indicator; None for a municipality without guideposts."""
    if not state.read.guideposts:
        return None
    rows = [
        _row(state, guidepost, point, one)
        for guidepost in state.read.guideposts
        for point in guidepost.points
        if state.shown(point)
        for one in point.indicators
    ]
    title = translator(state.session.lang)("Alle fokuspunkter og deres målinger")
    return numbers("fokuspunkter", title, _columns(state.session.lang), rows)


def _columns(lang: str) -> list[dict]:
    _ = translator(lang)
    texts = {"guidepost": _("Pejlemærke"), "id": _("Fokuspunkt"), "label": _("Navn"), "status": _("Status"), "indicator": _("Måling")}
    counts = {"amount": _("Værdi"), "k": _("Antal"), "n": _("Af"), "low": _("Lav"), "high": _("Høj")}
    rest = {
        "unit": _("Enhed"),
        "first": _("Fra"),
        "last": _("Til"),
        "kind": _("Slags"),
        "why": _("Hvorfor ingen data"),
        "responsible": _("Ansvarlig"),
        "target": _("Mål"),
        "done": _("Senest gjort"),
        "done_on": _("Gjort pr."),
    }
    decimals = {"k": 0, "n": 0}
    return [
        *(column(name, label) for name, label in texts.items()),
        *(column(name, label, decimals.get(name, 2)) for name, label in counts.items()),
        *(column(name, label) for name, label in rest.items()),
    ]


def _row(state: GuidepostsState, guidepost: Guidepost, point: Point, indicator: Indicator) -> dict:
    shown, said = row(state, point), line(state, point, indicator)
    done = shown["done"] or {"text": "", "when": ""}
    return {
        "guidepost": guidepost.label.in_(state.session.lang),
        "id": point.id,
        "label": shown["label"],
        "status": shown["status_label"],
        "indicator": said["label"],
        "unit": indicator.unit,
        "kind": said["kind"],
        "why": said["why"] or "",
        "responsible": shown["responsible"],
        "target": shown["target"],
        "done": done["text"],
        "done_on": done["when"],
    } | _numbers(state, point, indicator)


def _numbers(state: GuidepostsState, point: Point, indicator: Indicator) -> dict:
    measured, note = state.measured.get((point.id, indicator.id)), latest(state.notes_at(point.id), DONE, indicator.id)
    if measured:
        found, days = measured.found, measured.period
        rest = {"amount": found.amount, "k": found.k, "n": found.n, "low": found.low, "high": found.high}
        return rest | {"first": days.first.isoformat(), "last": days.last.isoformat()}
    empty = dict.fromkeys(("amount", "k", "n", "low", "high"), None) | {"first": "", "last": ""}
    return empty | ({"amount": note.entry.value, "last": note.entry.on.isoformat()} if note else {})
