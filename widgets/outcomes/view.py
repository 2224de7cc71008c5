"""The outcomes as plain data for the screen (panel.js draws it); no choosing and no computing here."""

from widgets.header import header, municipalities
from widgets.outcomes.says import period
from widgets.outcomes.state import OutcomesState
from widgets.outcomes.texts import texts
from widgets.outcomes.views.cohorts import cohorts
from widgets.outcomes.views.criteria import criteria
from widgets.outcomes.views.head import made_of, sentence
from widgets.outcomes.views.published import published
from widgets.outcomes.views.scores import scores
from widgets.outcomes.views.stages import stages
from widgets.text import translator

PARTS = {"criteria": criteria, "cohorts": cohorts, "published": published, "funnel": stages, "scores": scores}
OF_ALL_YEARS = ("cohorts", "published")  # the parts that hold the years beside each other: none is chosen


def frame(state: OutcomesState) -> dict:
    """What never changes while the page is open."""
    session, lang = state.session, state.session.lang
    return {
        "lang": lang,
        "texts": texts(lang),
        "header": header(session, "udvikling", translator(lang)("Udvikling")),
        "municipalities": municipalities(session, "udvikling"),
    }


def view(state: OutcomesState) -> dict:
    """What is shown at the moment: the part that is open, and no other."""
    lang = state.session.lang
    return {
        "sentence": sentence(state),
        "tabs": [{"id": tab, "label": _label(tab, lang), "current": tab == state.tab} for tab in state.tabs],
        "period": None if state.tab in OF_ALL_YEARS else _period(state),
        "made_of": made_of(state),
        "message": state.message,
        **{tab: part(state) if tab == state.tab else None for tab, part in PARTS.items()},
    }


def _label(tab: str, lang: str) -> str:
    _ = translator(lang)
    return {
        "criteria": _("Succeskriterier"),
        "cohorts": _("Tilbage i støtte"),
        "published": _("Offentliggjort"),
        "funnel": _("Fra henvist til støtte"),
        "scores": _("Borgernes målinger"),
    }[tab]


def _period(state: OutcomesState) -> dict:
    lang = state.session.lang
    return {"label": translator(lang)("Startet i"), "days": period(state.period, lang), "choices": _years(state)}


def _years(state: OutcomesState) -> list[dict]:
    """The years to choose from, all of them first."""
    every = {"id": "", "label": translator(state.session.lang)("alle år"), "current": state.year is None}
    return [every, *({"id": str(year), "label": str(year), "current": year == state.year} for year in state.years)]
