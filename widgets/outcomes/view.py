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


def frame(state: OutcomesState) -> dict:
    """What never changes while the page is open."""
    session, lang = state.session, state.session.lang
    return {
        "lang": lang,
        "texts": texts(lang),
        "header": header(session, "udvikling", translator(lang)("Udvikling")),
        "municipalities": municipalities(session, "udvikling"),
        "cohorts": cohorts(state),
        "published": published(state),
    }


def view(state: OutcomesState) -> dict:
    """What is shown at the moment."""
    return {
        "sentence": sentence(state),
        "period": {
            "label": translator(state.session.lang)("Startet i"),
            "days": period(state.period, state.session.lang),
            "choices": _years(state),
        },
        "criteria": criteria(state),
        "stages": stages(state),
        "scores": scores(state),
        "made_of": made_of(state),
        "message": state.message,
    }


def _years(state: OutcomesState) -> list[dict]:
    """The years to choose from, all of them first."""
    every = {"id": "", "label": translator(state.session.lang)("alle år"), "current": state.year is None}
    return [every, *({"id": str(year), "label": str(year), "current": year == state.year} for year in state.years)]
