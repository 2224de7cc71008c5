"""The guideposts as plain data for the screen (panel.js draws it); no choosing and no computing here."""

from widgets.guideposts.says import days
from widgets.guideposts.state import GuidepostsState
from widgets.guideposts.texts import texts
from widgets.guideposts.views.context import context
from widgets.guideposts.views.detail import detail
from widgets.guideposts.views.overview import overview, sentence
from widgets.guideposts.views.table import table
from widgets.guideposts.views.year import year
from widgets.header import header, municipalities
from widgets.text import translator


def frame(state: GuidepostsState) -> dict:
    """What never changes while the page is open."""
    session, lang = state.session, state.session.lang
    return {
        "lang": lang,
        "texts": texts(lang),
        "header": header(session, "pejlemaerker", translator(lang)("Politiske pejlemærker")),
        "municipalities": municipalities(session, "pejlemaerker"),
        "year": year(state),
        "context": context(state),
    }


def view(state: GuidepostsState) -> dict:
    """What is shown at the moment."""
    return {
        "sentence": sentence(state),
        "committee": state.read.committee and state.read.committee.in_(state.session.lang),
        "overview": overview(state),
        "table": table(state),
        "detail": detail(state),
        "made_of": _made_of(state),
        "message": state.message,
    }


def _made_of(state: GuidepostsState) -> list[str]:
    """Of which days the numbers are, and what they cannot say."""
    _, lang = translator(state.session.lang), state.session.lang
    found = next(iter(state.measured.values()), None)
    if found is None:
        return []
    said = _("Tal fra registret gælder %(days)s; linjen ved siden af viser hele kvartaler og begynder ved nul.")
    return [
        said % {"days": days(found.period, lang)},
        _("Tallene siger, hvad der er sket, ikke hvorfor. Under fem i alt siges antallet og ingen procent."),
    ]
