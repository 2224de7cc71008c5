"""The year's wheel as twelve months, each with what is due, and what comes next."""

from babel.dates import get_month_names

from visitation.guideposts.schema import Due
from widgets.guideposts.state import GuidepostsState
from widgets.guideposts.views.context import cited
from widgets.text import LOCALES, translator

MONTHS = range(1, 13)


def year(state: GuidepostsState) -> dict | None:
    """The months from January; None when nothing is due."""
    if not state.read.year:
        return None
    lang, today = state.session.lang, state.session.today.month
    names = get_month_names("wide", locale=LOCALES[lang], context="stand-alone")
    months = [{"name": names[month], "current": month == today, "due": _due(state, month)} for month in MONTHS]
    coming = min(state.read.year, key=lambda one: (one.month - today) % len(MONTHS))
    said = translator(lang)("Det næste er i %(month)s: %(what)s.") % {"month": names[coming.month], "what": coming.label.in_(lang)}
    return {"months": months, "next": said}


def _due(state: GuidepostsState, month: int) -> list[dict]:
    return [_item(state, one) for one in state.read.year if one.month == month]


def _item(state: GuidepostsState, one: Due) -> dict:
    lang = state.session.lang
    return {"label": one.label.in_(lang), "about": one.about.in_(lang), "points": list(one.points), **cited(state, one)}
