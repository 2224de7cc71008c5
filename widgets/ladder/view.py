"""The ladder as plain data for the screen (panel.js draws it); no choosing and no computing here."""

from widgets.header import header, municipalities
from widgets.ladder.state import TABS, LadderState
from widgets.ladder.texts import texts
from widgets.ladder.views.catalogue import catalogue
from widgets.ladder.views.flow import moves
from widgets.ladder.views.forms import forms
from widgets.ladder.views.resources import resources
from widgets.ladder.views.stair import counted, stair
from widgets.text import translator

PARTS = {"stair": stair, "catalogue": catalogue, "flow": moves, "resources": resources, "forms": forms}


def frame(state: LadderState) -> dict:
    """What never changes while the page is open."""
    session, lang = state.session, state.session.lang
    return {
        "lang": lang,
        "texts": texts(lang),
        "header": header(session, "trappen", translator(lang)("Indsatstrappen")),
        "municipalities": municipalities(session, "trappen"),
    }


def view(state: LadderState) -> dict:
    """What is shown at the moment: the part that is open, and no other."""
    lang = state.session.lang
    return {
        "lead": _lead(state.tab, lang),
        "sentence": counted(state),
        "tabs": [{"id": tab, "label": _label(tab, lang), "current": tab == state.tab} for tab in TABS],
        "message": state.message,
        **{tab: part(state) if tab == state.tab else None for tab, part in PARTS.items()},
    }


def _label(tab: str, lang: str) -> str:
    _ = translator(lang)
    return {
        "stair": _("Trappen"),
        "catalogue": _("Ydelseskatalog"),
        "flow": _("Bevægelser"),
        "resources": _("Ressourcer"),
        "forms": _("Fire former"),
    }[tab]


def _lead(tab: str, lang: str) -> str:
    _ = translator(lang)
    return {
        "stair": _("Mindst indgribende først: en borger visiteres til det laveste trin, der løser behovet."),
        "catalogue": _("Hvad tilbydes, hvor på trappen, og hvad siger dokumenterne ikke?"),
        "flow": _("Hvor mange står på hvert trin, og hvem flytter sig op, ned, ind og ud?"),
        "resources": _("Hvad bruges der på hvert tilbud, efter enhedens eget styringsark?"),
        "forms": _("Træning, læring, problemløsning eller kompensation?"),
    }[tab]
