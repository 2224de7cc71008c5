"""The forecast as plain data for the screen (panel.js draws it); no choosing and no computing here."""

from visitation.forecast.scenario import PARTS
from widgets.forecast.fields import FIELDS
from widgets.forecast.state import YEARS, ForecastState
from widgets.forecast.texts import texts
from widgets.forecast.views.ahead import headline, made_of, sentence
from widgets.forecast.views.fan import fan_figure, series_tabs
from widgets.forecast.views.past import past, published
from widgets.forecast.views.register import columns, register
from widgets.forecast.views.scenarios import beside, tabs
from widgets.forecast.views.settled import measures, settled, stale
from widgets.forecast.views.sliders import groups
from widgets.forecast_words import amount, label
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
        "answers": state.answered,
        "message": {"tone": state.message[0], "text": state.message[1]} if state.message else None,
    }


def _changes(state: ForecastState) -> str | None:
    """Which numbers the scenario that is open has otherwise than the basis, and what they are."""
    _, changed = translator(state.session.lang), state.chosen.changed
    if not changed:
        return None
    keys = [f"{key}.{inner}" for key in PARTS for inner in changed.get(key, ())]
    told = [_told(state, key) for key in (*(key for key in changed if key not in PARTS), *keys)]
    return _("Anderledes end Grundlag: %(what)s.") % {"what": ", ".join(told).removesuffix(".")}


def _told(state: ForecastState, key: str) -> str:
    """A number with its name; of what has no single number the name alone."""
    lang, field = state.session.lang, FIELDS.get(key)
    if field is None:
        return label(key, lang)
    return f"{label(key, lang)} {amount(key, field.value(state.scenario) or 0, lang)}"
