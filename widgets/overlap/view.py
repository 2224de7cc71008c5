"""The review as plain data for the screen (panel.js draws it); no choosing and no computing here."""

from visitation.overlap.citizen import ROUNDS
from widgets.header import header, municipalities
from widgets.overlap.names import round_label, tab_label
from widgets.overlap.state import RATERS, TABS, OverlapState
from widgets.overlap.texts import texts
from widgets.overlap.views.about import about
from widgets.overlap.views.agreement import agreement
from widgets.overlap.views.grants import grants
from widgets.overlap.views.head import sentence, silent
from widgets.overlap.views.overview import overview
from widgets.overlap.views.review import questions, review
from widgets.overlap.views.selection import selection
from widgets.overlap.views.types import types
from widgets.text import translator

PARTS = {"overview": overview, "agreement": agreement, "selection": selection, "grants": grants, "types": types, "about": about}


def frame(state: OverlapState) -> dict:
    """What never changes while the page is open."""
    session, lang = state.session, state.session.lang
    return {
        "lang": lang,
        "texts": texts(lang),
        "header": header(session, "faellesmaengden", translator(lang)("Fællesmængden")),
        "municipalities": municipalities(session, "faellesmaengden"),
        "raters": [_link(state, one, one, state.rater.round) for one in RATERS],
        "rounds": [_link(state, round_label(one, lang), state.rater.name.split()[-1], one) for one in ROUNDS],
    }


def view(state: OverlapState) -> dict:
    """What is shown at the moment: the number of the action it answers, the review, and the part that is open."""
    silence = silent(state)
    return {
        "answers": state.number,
        "sentence": silence or sentence(state),
        "tabs": [] if silence else [_tab(state, name) for name in TABS],
        "message": None if state.refused and state.refused.why == state.message else state.message,
        "questions": questions(state),
        "review": review(state),
        **{name: part(state) if name == state.tab and not silence else None for name, part in PARTS.items()},
    }


def _tab(state: OverlapState, name: str) -> dict:
    return {"id": name, "label": tab_label(name, state.session.lang), "current": name == state.tab}


def _link(state: OverlapState, label: str, rater: str, number: int) -> dict:
    """The way to another rater or round."""
    href = state.session.link("faellesmaengden", bedoemmer=rater, runde=str(number))
    return {"label": label, "href": href, "current": (rater, number) == (state.rater.name.split()[-1], state.rater.round)}
