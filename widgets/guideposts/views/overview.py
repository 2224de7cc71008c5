"""All focus points on one page: five bands, one row a point, those without data as well."""

from collections import Counter

from visitation.guideposts.notes import DONE, TARGET, latest
from visitation.guideposts.schema import STATUSES, Guidepost, Point
from widgets.guideposts.names import status_label
from widgets.guideposts.state import ALL, GuidepostsState
from widgets.guideposts.views.lines import headline
from widgets.text import count, full_date, translator


def sentence(state: GuidepostsState) -> str:
    """How many points have a number, from where, and how many have none."""
    _, lang = translator(state.session.lang), state.session.lang
    place = state.session.model.head.label.in_(lang)
    if not state.read.guideposts:
        said = _("%(place)s har ingen politiske pejlemærker i de dokumenter, modellen bygger på; derfor er der intet at vise her.")
        return said % {"place": place}
    lines = {point.id: headline(state, point) for point in state.read.points.values()}
    told = Counter(_from(state, name, line) for name, line in lines.items())
    said = _("%(all)s fokuspunkter: %(register)s har et tal fra registret, %(written)s et tal, som nogen har skrevet, %(none)s ingen data.")
    return said % {"all": count(len(lines), lang), **{key: count(told[key], lang) for key in ("register", "written", "none")}}


def _from(state: GuidepostsState, point: str, line: dict) -> str:
    """Where the number of a line is from."""
    if not line["told"]:
        return "none"
    return "register" if (point, line["id"]) in state.measured else "written"


def overview(state: GuidepostsState) -> dict | None:
    """The bands that the filters leave, with the filters; None for a municipality without guideposts."""
    if not state.read.guideposts:
        return None
    bands = [_band(state, one) for one in state.read.guideposts]
    return {"filters": _filters(state), "bands": [band for band in bands if band["rows"]], "shown": _shown(state)}


def _band(state: GuidepostsState, guidepost: Guidepost) -> dict:
    rows = [row(state, point) for point in guidepost.points if state.shown(point)]
    return {"id": guidepost.id, "label": guidepost.label.in_(state.session.lang), "rows": rows}


def row(state: GuidepostsState, point: Point) -> dict:
    """A point: its number, its trend, its status, who answers for it, and what was done last."""
    lang = state.session.lang
    return {
        "id": point.id,
        "label": point.label.in_(lang),
        "line": headline(state, point),
        "status": point.status,
        "status_label": status_label(point.status, lang),
        "responsible": state.read.role(point.responsible).label.in_(lang),
        "target": target(state, point)["text"],
        "done": done(state, point),
    }


def done(state: GuidepostsState, point: Point) -> dict | None:
    """What was last written of what was done, and of which day; None when nothing was."""
    notes = [one for one in state.notes_at(point.id) if one.entry.note]
    note = latest(notes, DONE)
    return note and {"text": note.entry.note, "when": full_date(note.entry.on, state.session.lang)}


def target(state: GuidepostsState, point: Point) -> dict:
    """What is aimed at: as somebody set it, as the document says, or that it says nothing; and by whom and when."""
    lang, _ = state.session.lang, translator(state.session.lang)
    note = latest(state.notes_at(point.id), TARGET)
    if note is None:
        return {"text": point.target.in_(lang) if point.target else _("intet mål i kilden"), "by": None}
    by = {"who": state.read.role(note.entry.who).label.in_(lang), "day": full_date(note.at.date(), lang)}
    return {"text": note.entry.note, "by": _("sat af %(who)s %(day)s") % by}


def _filters(state: GuidepostsState) -> list[dict]:
    _, lang = translator(state.session.lang), state.session.lang
    points = state.read.points.values()
    status = [(one, status_label(one, lang), sum(point.status == one for point in points)) for one in STATUSES]
    themes = [(one.id, one.label.in_(lang), sum(one.id in point.themes for point in points)) for one in state.read.themes]
    return [
        {"id": "status", "label": _("Status"), "choices": _choices(status, state.status, lang)},
        {"id": "theme", "label": _("Tema på tværs"), "choices": _choices(themes, state.theme, lang)},
    ]


def _choices(found: list[tuple[str, str, int]], chosen: str, lang: str) -> list[dict]:
    every = {"id": ALL, "label": translator(lang)("alle"), "current": chosen == ALL}
    return [every, *({"id": name, "label": f"{label} ({n})", "current": chosen == name} for name, label, n in found)]


def _shown(state: GuidepostsState) -> str:
    """How many points the filters leave."""
    points, lang = state.read.points.values(), state.session.lang
    told = {"n": count(sum(map(state.shown, points)), lang), "all": count(len(points), lang)}
    return translator(lang)("%(n)s af %(all)s fokuspunkter vises") % told
