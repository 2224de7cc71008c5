"""An indicator as plain data: its number with what it rests on, its trend, or why there is no number."""

from visitation.guideposts.indicators import Measured
from visitation.guideposts.notes import DONE, STANDS, Note, latest
from visitation.guideposts.schema import Indicator, Point
from widgets.guideposts.says import amount, moved, of, of_day, short, sure, written
from widgets.guideposts.state import GuidepostsState
from widgets.text import translator
from widgets.words import word

DAYS_OF_HALF_A_YEAR = 183
LEAST = 2  # values that a line is drawn through


def line(state: GuidepostsState, point: Point, indicator: Indicator) -> dict:
    """The indicator's latest number: from the register, else as somebody wrote it, else why there is none."""
    lang = state.session.lang
    found = state.measured.get((point.id, indicator.id))
    note = latest(state.notes_at(point.id), DONE, indicator.id)
    said = _measured(found, lang) if found else _written(state, point, indicator, note) if note else _missing(state, indicator)
    return {"id": indicator.id, "label": indicator.label.in_(lang), "kind": word("kind", indicator.kind, lang)} | said


def headline(state: GuidepostsState, point: Point) -> dict:
    """The point's first indicator that has a number; without any, its first indicator and why."""
    lines = [line(state, point, one) for one in point.indicators]
    return next((one for one in lines if one["told"]), lines[0])


def _measured(found: Measured, lang: str) -> dict:
    unit, told = found.indicator.unit, found.found.k > 0 or bool(found.found.n) or found.indicator.denominator is None
    return {
        "told": told,
        "number": short(found.found, unit, lang),
        "of": of(found.found, unit, lang) if told else None,
        "sure": sure(found.found, unit, lang) if told else None,
        "when": translator(lang)("seneste 12 måneder"),
        "why": None if told else translator(lang)("Ingen i perioden."),
        "trend": _trend(found, lang),
    }


def _trend(found: Measured, lang: str) -> dict | None:
    """The amounts of the parts; of a rate without inhabitants all through, the counts."""
    rated = any(part.amount is not None for _, part in found.trend)
    values = [part.amount if rated else part.k if part.n is None else None for _, part in found.trend]
    ends = [i for i, value in enumerate(values) if value is not None]
    if len(ends) < LEAST:
        return None
    shown = values[ends[0] : ends[-1] + 1]
    first, last = (amount(value, found.indicator.unit if rated else "antal", lang) for value in (shown[0], shown[-1]))
    return _line(found.indicator, shown, (first, last), _over(found, len(ends), lang), lang)


def _line(indicator: Indicator, values: list, ends: tuple[str, str], over: str, lang: str) -> dict:
    """A trend to draw: its values, both ends and over what in words, and all that as a sentence."""
    text = moved(indicator, *ends, over, lang)
    return {"values": values, "first": ends[0], "last": ends[1], "over": over, "text": text}


def _over(found: Measured, parts: int, lang: str) -> str:
    """Over how many quarters, or years that end with one."""
    _, first = translator(lang), found.trend[0][0]
    said = _("%(n)d kvartaler") if (first.last - first.first).days < DAYS_OF_HALF_A_YEAR else _("%(n)d rullende år")
    return said % {"n": parts}


def _written(state: GuidepostsState, point: Point, indicator: Indicator, note: Note) -> dict:
    lang, _ = state.session.lang, translator(state.session.lang)
    entries = [one.entry for one in state.notes_at(point.id) if one.standing == STANDS and one.entry.indicator == indicator.id]
    series = [one.value for one in sorted(entries, key=lambda one: one.on)]
    ends = (written(series[0], indicator.unit, lang), written(series[-1], indicator.unit, lang))
    by = state.read.role(note.entry.who).label.in_(lang)
    return {
        "told": True,
        "number": written(note.entry.value, indicator.unit, lang),
        "of": _("skrevet: %(who)s") % {"who": by},
        "sure": None,
        "when": of_day(note.entry.on, lang),
        "why": None,
        "trend": _line(indicator, series, ends, _("%(n)d opgørelser") % {"n": len(series)}, lang) if len(series) >= LEAST else None,
    }


def _missing(state: GuidepostsState, indicator: Indicator) -> dict:
    lang, _ = state.session.lang, translator(state.session.lang)
    why = indicator.missing.in_(lang) if indicator.missing else _("Registret har ingen henvendelser endnu.")
    return {"told": False, "number": _("ingen data"), "of": None, "sure": None, "when": None, "why": why, "trend": None}
