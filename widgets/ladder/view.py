"""The ladder as plain data for the screen."""

from visitation.model import Step
from visitation.screening.explain import source_text
from widgets.header import header, municipalities
from widgets.ladder.state import LadderState
from widgets.text import count, full_date, translator
from widgets.words import word


def view(state: LadderState) -> dict:
    """Everything the screen shows."""
    _, session = translator(state.session.lang), state.session
    lang, model, most = session.lang, session.model, max(state.standing.on_step.values(), default=0)
    return {
        "lang": lang,
        "texts": _texts(lang),
        "header": header(session, "trappen", _("Indsatstrappen")),
        "municipalities": municipalities(session, "trappen"),
        "intro": _("Mindst indgribende først: en borger visiteres til det laveste trin, der løser behovet."),
        "order": {"kind": word("kind", model.ladder.kind, lang), "reason": model.ladder.reason.in_(lang)},
        "steps": [_step(state, step, most) for step in model.ladder.steps],
        "sentence": _summary(state),
    }


def _step(state: LadderState, step: Step, most: int) -> dict:
    _, lang, cases = translator(state.session.lang), state.session.lang, state.standing.on_step.get(step.id, 0)
    return {
        "id": step.id,
        "label": step.label.in_(lang),
        "note": step.note.in_(lang),
        "dashed": step.dashed,
        "outside": step.outside,
        "count": count(cases, lang),
        "unit": _("sag") if cases == 1 else _("sager"),
        "share": cases / most if most else 0,
        "reason": step.reason.in_(lang),
        "facts": _facts(step, lang),
        "offers": [{"label": offer.label.in_(lang), "about": offer.about.in_(lang)} for offer in step.offers],
        "kind": word("kind", step.kind, lang),
        "source": source_text(state.session.model, step.source),
    }


def _facts(step: Step, lang: str) -> list[dict]:
    _ = translator(lang)
    return [
        {"label": _("Lov"), "value": ", ".join(step.law) or _("ingen afgørelse efter loven")},
        {"label": _("Hvem afgør"), "value": step.decided_by.in_(lang)},
        {"label": _("Pligt"), "value": word("duty", step.duty, lang)},
        {"label": _("Klage"), "value": word("appeal", step.appeal, lang)},
    ]


def _summary(state: LadderState) -> str:
    """What the counts are of: how many, from when to when, from where."""
    _, lang, here = translator(state.session.lang), state.session.lang, state.standing
    if here.first is None:
        return _("Ingen sager er besluttet endnu.")
    return _(
        "%(n)s sager med en beslutning, %(first)s – %(last)s, talt efter sagens seneste beslutning. "
        "%(beside)s står ved siden af trappen, %(undecided)s venter på mødet. Kilde: registret."
    ) % {
        "n": count(here.decided, lang),
        "first": full_date(here.first, lang),
        "last": full_date(here.last, lang),
        "beside": count(here.beside, lang),
        "undecided": count(here.undecided, lang),
    }


def _texts(lang: str) -> dict:
    _ = translator(lang)
    return {
        "links": _("Sider"),
        "offers": _("Tilbud"),
        "source": _("Kilde"),
        "municipality": _("Kommune"),
        "order": _("Om rækkefølgen"),
    }
