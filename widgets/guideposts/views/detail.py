"""One focus point in full: what it says and where, its indicators with their trends, what was written, and the form to write in."""

from visitation.guideposts.indicators import Measured
from visitation.guideposts.notes import DONE, STANDS, TAKEN_BACK, TARGET, Note
from visitation.guideposts.schema import Indicator, Point
from visitation.register.personnumber import MASK
from widgets.charts.figure import column, numbers
from widgets.guideposts.names import band_label, standing_label
from widgets.guideposts.says import days, written
from widgets.guideposts.state import GuidepostsState
from widgets.guideposts.views.context import cited, context
from widgets.guideposts.views.lines import line
from widgets.guideposts.views.overview import row, target
from widgets.text import count, full_date, translator

NUMBERS = ("k", "n", "amount", "low", "high")
CHANGED = "aendret_interval"  # the measure that has a table of from where to where


def detail(state: GuidepostsState) -> dict | None:
    """The open point; None while all are shown."""
    if state.point is None:
        return None
    point, lang = state.read.points[state.point], state.session.lang
    names = list(state.read.points)
    at = names.index(point.id)
    guidepost = next(one for one in state.read.guideposts if point in one.points)
    return row(state, point) | {
        "guidepost": guidepost.label.in_(lang),
        "target": target(state, point),
        "themes": ", ".join(one.label.in_(lang) for one in state.read.themes if one.id in point.themes),
        "cited": cited(state, point),
        "indicators": [_indicator(state, point, one) for one in point.indicators],
        "context": context(state, [point.id]),
        "history": [_note(state, point, one) for one in state.notes_at(point.id)],
        "form": _form(state, point),
        "refused": state.refused and dict(zip(("note", "text"), state.refused, strict=True)),
        "before": names[at - 1] if at else None,
        "after": names[at + 1] if at + 1 < len(names) else None,
    }


def _indicator(state: GuidepostsState, point: Point, one: Indicator) -> dict:
    lang, found = state.session.lang, state.measured.get((point.id, one.id))
    return line(state, point, one) | {
        "definition": one.definition.in_(lang),
        "numerator": one.numerator.in_(lang),
        "denominator": one.denominator.in_(lang) if one.denominator else None,
        "data": one.data.in_(lang),
        "period": days(found.period, lang) if found else None,
        "table": _table(point, found, lang) if found and found.trend else None,
        "moves": _moves(state, found) if found and one.measure == CHANGED else None,
        **cited(state, one),
    }


def _table(point: Point, found: Measured, lang: str) -> dict:
    _ = translator(lang)
    columns = [
        column("first", _("Fra")),
        column("last", _("Til")),
        column("k", _("Antal"), 0),
        column("n", _("Af"), 0),
        column("amount", _("Værdi"), 2),
        column("low", _("Lav"), 2),
        column("high", _("Høj"), 2),
    ]
    rows = [
        {"first": period.first.isoformat(), "last": period.last.isoformat()} | {name: getattr(part, name) for name in NUMBERS}
        for period, part in found.trend
    ]
    return numbers(f"{point.id}-{found.indicator.id}", found.indicator.label.in_(lang), columns, rows)


def _moves(state: GuidepostsState, found: Measured) -> dict:
    """From which band to which in the year, most frequent first."""
    lang, _ = state.session.lang, translator(state.session.lang)
    moved = sorted(state.bands(found.period).items(), key=lambda one: -one[1])
    rows = [[band_label(before, lang), band_label(after, lang), count(n, lang)] for (before, after), n in moved]
    return {"title": _("Fra interval til interval"), "columns": [_("Før"), _("Efter"), _("Borgere")], "rows": rows}


def _note(state: GuidepostsState, point: Point, note: Note) -> dict:
    lang, entry, _ = state.session.lang, note.entry, translator(state.session.lang)
    indicator = point.indicator(entry.indicator) if entry.indicator else None
    by = state.read.role(note.by)
    gone = _("%(reason)s (%(who)s)") % {"reason": note.reason, "who": by.label.in_(lang)} if by else None
    return {
        "number": note.number,
        "what": _what(lang)[entry.what],
        "on": full_date(entry.on, lang),
        "value": written(entry.value, indicator.unit, lang) if indicator else None,
        "of": indicator.label.in_(lang) if indicator else None,
        "text": entry.note,
        "who": state.read.role(entry.who).label.in_(lang),
        "at": full_date(note.at.date(), lang),
        "standing": standing_label(note.standing, lang),
        "corrects": _("retter note %(n)d") % {"n": entry.corrects} if entry.corrects else None,
        "gone": gone,
        "stands": note.standing == STANDS,
        "entry": {
            "what": entry.what,
            "on": entry.on.isoformat(),
            "indicator": entry.indicator or "",
            "value": written(entry.value, "antal", lang) if entry.value is not None else "",
            "text": entry.note,
            "who": entry.who,
        },
    }


def _form(state: GuidepostsState, point: Point) -> dict:
    """The choices of the form; `written` counts what was written here, so that the screen knows when to begin anew."""
    lang, _ = state.session.lang, translator(state.session.lang)
    return {
        "what": [{"id": name, "label": label} for name, label in _what(lang).items()],
        "indicators": [{"id": one.id, "label": one.label.in_(lang)} for one in point.indicators],
        "roles": [{"id": one.id, "label": one.label.in_(lang)} for one in state.read.roles],
        "who": point.responsible,
        "today": state.session.today.isoformat(),
        "written": sum(1 if one.standing != TAKEN_BACK else 2 for one in state.notes_at(point.id)),
        "rule": _("Skriv aldrig navn eller CPR-nummer (%(mask)s).") % {"mask": MASK},
    }


def _what(lang: str) -> dict[str, str]:
    _ = translator(lang)
    return {DONE: _("Hvad gjorde vi"), TARGET: _("Mål")}
