"""The exercise as plain data for the screen (panel.js draws it); no choosing and no computing here."""

from visitation.agreement import UNCLEAR, Vignette
from widgets.exercise.discussion import discussion
from widgets.exercise.state import ExerciseState
from widgets.exercise.texts import texts
from widgets.header import header, municipalities
from widgets.text import translator


def view(state: ExerciseState) -> dict:
    """Everything the screen shows."""
    _, session = translator(state.session.lang), state.session
    warning = _("Øvelse – ikke en rigtig sag")
    return {
        "lang": session.lang,
        "texts": texts(session.lang),
        "header": header(session, "oevelse", _("Fælles øvelse")) | {"sample": warning},
        "municipalities": municipalities(session, "oevelse"),
        "sentence": _("%(count)d øvelsessager. Øvelse – ikke en rigtig sag.") % {"count": len(state.vignettes)},
        "phase": state.phase,
        "turn": state.turn,
        "message": state.message,
        "cards": [_card(state, vignette) for vignette in state.vignettes.values()],
        "started": bool(state.sheets or state.drafts),
        "case": _case(state.vignette, session.lang) if state.vignette else None,
        "turns": _turns(state) if state.phase in ("answer", "handover") else None,
        "questions": _questions(state) if state.phase == "answer" else [],
        "discussion": discussion(state) if state.phase == "discuss" else None,
    }


def _card(state: ExerciseState, vignette: Vignette) -> dict:
    _, lang, given = translator(state.session.lang), state.session.lang, len(state.sheets.get(vignette.id, []))
    status = _("%(count)d har svaret – se svarene") if vignette.id in state.shown else _("%(count)d har svaret")
    return _case(vignette, lang) | {"status": status % {"count": given} if given else "", "shown": vignette.id in state.shown}


def _case(vignette: Vignette, lang: str) -> dict:
    return {"id": vignette.id, "label": vignette.label.in_(lang), "words": vignette.words.in_(lang), "text": vignette.text.in_(lang)}


def _turns(state: ExerciseState) -> dict:
    _ = translator(state.session.lang)
    return {
        "title": _("Deltager %(number)d svarer nu") % {"number": state.participant},
        "handed_in": _("Tak, deltager %(number)d") % {"number": state.participant - 1},
        "next": _("Deltager %(number)d svarer") % {"number": state.participant},
        "can_show": len(state.given) >= 2,
    }


def _questions(state: ExerciseState) -> list[dict]:
    """The meeting's questions without what the meeting is told on the way: each is to be answered as it is understood."""
    lang, given = state.session.lang, {q: a or UNCLEAR for q, a in state.draft.items()}
    return [
        {
            "id": question.id,
            "text": question.label.in_(lang),
            "answers": [{"id": answer.id, "text": answer.label.in_(lang)} for answer in question.answers],
            "answer": given.get(question.id),
            "moot": None,
            "key": False,
        }
        for question in state.table.inputs
    ]
