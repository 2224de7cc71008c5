"""The forecast as plain data for the screen (panel.js draws it); no choosing and no computing here."""

from widgets.forecast.chosen import BASE
from widgets.forecast.names import label
from widgets.forecast.state import YEARS, ForecastState
from widgets.forecast.texts import texts
from widgets.forecast.views.ahead import headline, made_of, sentence
from widgets.forecast.views.fan import fan_figure, series_tabs
from widgets.forecast.views.past import past, published
from widgets.forecast.views.register import columns, register
from widgets.forecast.views.scenarios import beside, tabs
from widgets.forecast.views.settled import measures, settled, stale
from widgets.forecast.views.sliders import groups
from widgets.header import header, municipalities
from widgets.text import translator


def frame(state: ForecastState) -> dict:
    """What never changes while the page is open."""
    session, lang = state.session, state.session.lang
    return {
        "lang": lang,
        "texts": texts(lang),
        "header": header(session, "prognose", translator(lang)("Prognose og kapacitet")),
        "municipalities": municipalities(session, "prognose"),
        "register": {"columns": columns(lang), "rows": register(state)},
    }


def view(state: ForecastState) -> dict:
    """What is shown at the moment."""
    return {
        "sentence": sentence(state),
        "scenarios": tabs(state),
        "changes": _changes(state),
        "headline": headline(state),
        "groups": groups(state),
        "years": [{"id": str(years), "label": str(years), "current": years == state.chosen.years} for years in YEARS],
        "series": series_tabs(state),
        "fan": fan_figure(state),
        "measures": measures(state),
        "settled": settled(state),
        "stale": stale(state),
        "beside": beside(state),
        "past": past(state),
        "published": published(state) if state.past else None,
        "made_of": made_of(state),
        "message": {"tone": state.message[0], "text": state.message[1]} if state.message else None,
    }


def _changes(state: ForecastState) -> str | None:
    """Which numbers the scenario that is open has otherwise than the basis."""
    _, lang = translator(state.session.lang), state.session.lang
    if not state.chosen.changed:
        return None
    changed = ", ".join(label(key, lang) for key in state.chosen.changed)
    name = state.chosen.name if state.chosen.name != BASE else _("Grundlag")
    return _("%(name)s, ændret: %(what)s.") % {"name": name, "what": changed}
