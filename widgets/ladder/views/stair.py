"""The stair as plain data: every step with its law, who decides, its offers and how many stand there; and the same as a sheet of paper."""

from visitation.model import Model, Step
from visitation.model.contradictions import Contradiction
from visitation.screening.explain import source_text
from widgets.ladder.state import LadderState
from widgets.text import count, full_date, translator
from widgets.words import word


def stair(state: LadderState) -> dict:
    """The steps, what the counts are of, why they stand in that order, and what "least intrusive" means."""
    lang, model = state.session.lang, state.session.model
    most = max((state.standing.on_step.get(step, 0) for step in state.steps.granted), default=0)
    return {
        "steps": [_step(state, step, most) for step in model.ladder.steps],
        "counted": counted(state),
        "order": {"kind": word("kind", model.ladder.kind, lang), "reason": model.ladder.reason.in_(lang)},
        "lowest": _lowest(state),
        "sheet": _sheet(state),
    }


def _step(state: LadderState, step: Step, most: int) -> dict:
    lang, cases, granted = state.session.lang, state.standing.on_step.get(step.id, 0), step.id in state.steps.granted
    return {
        "id": step.id,
        "label": step.label.in_(lang),
        "note": step.note.in_(lang),
        "dashed": step.dashed,
        "outside": step.outside,
        "count": count(cases, lang),
        "unit": _unit(cases, granted, lang),
        "share": (cases / most if most else 0) if granted else None,
        "reason": step.reason.in_(lang),
        "facts": facts(step, lang),
        "offers": [{"label": offer.label.in_(lang), "about": offer.about.in_(lang)} for offer in step.offers],
        "open": [_open(one, lang) for one in contradictions_of(state.session.model, step)],
        "kind": word("kind", step.kind, lang),
        "source": source_text(state.session.model, step.source),
    }


def _unit(cases: int, granted: bool, lang: str) -> str:
    """What is counted: those who are on the step, or those last shown the way to it."""
    _ = translator(lang)
    if granted:
        return _("sag nu") if cases == 1 else _("sager nu")
    return _("sag, vist hertil") if cases == 1 else _("sager, vist hertil")


def facts(step: Step, lang: str) -> list[dict]:
    """Law, who decides, duty and appeal."""
    _ = translator(lang)
    return [
        {"label": _("Lov"), "value": ", ".join(step.law) or _("ingen lov nævnt")},
        {"label": _("Hvem afgør"), "value": step.decided_by.in_(lang)},
        {"label": _("Pligt"), "value": word("duty", step.duty, lang)},
        {"label": _("Klage"), "value": word("appeal", step.appeal, lang)},
    ]


def contradictions_of(model: Model, step: Step) -> list[Contradiction]:
    """Where the documents disagree about a step, or about a rule that leads to it."""
    rules = [rule.id for table in model.tables.values() for rule in table.rules if table.outcomes[rule.then].step == step.id]
    return [one for one in model.contradictions.contradictions if {step.id, *rules} & set(one.where)]


def _open(one: Contradiction, lang: str) -> dict:
    return {"id": one.id} | {name: getattr(one, name).in_(lang) for name in ("label", "found", "text")}


def counted(state: LadderState) -> str:
    """What the counts are of: how many, from when to when, from where."""
    _, lang, here = translator(state.session.lang), state.session.lang, state.standing
    if here.first is None:
        return _("Ingen sager er besluttet endnu.")
    said = _(
        "n = %(n)s sager, besluttet %(first)s – %(last)s. Nu: hjælp, der løber %(day)s eller er på vej. Vist hertil: seneste beslutning, "
        "for ingen registrerer, hvornår en borger holder op med at komme. Ved siden af trappen: %(beside)s. Hjælpen er ophørt: %(ended)s. "
        "Venter på mødet: %(undecided)s. Optalt, ikke skønnet. Kilde: registret."
    )
    return said % {
        "n": count(here.known, lang),
        "first": full_date(here.first, lang),
        "last": full_date(here.last, lang),
        "day": full_date(state.session.today, lang),
        "beside": count(here.beside, lang),
        "ended": count(here.ended, lang),
        "undecided": count(here.undecided, lang),
    }


def _lowest(state: LadderState) -> dict | None:
    """What the principle means, and why the meeting asks about a lower step."""
    _, lang, principle = translator(state.session.lang), state.session.lang, state.catalogue.principle
    if principle is None:
        return None
    asked = [step.label.in_(lang) for step in state.session.model.ladder.steps if step.why_not_lower]
    why = _(
        "Derfor spørger mødet ”Hvorfor ikke et trin lavere?” på %(steps)s: svaret skal stå i sagen, så borgeren kan se det, og så det kan "
        "efterprøves. Spørgsmålet er ikke et nej; det er en begrundelse."
    )
    return {
        "title": _("Mindst indgribende – hvad betyder det?"),
        "points": [point.in_(lang) for point in principle.points] + ([why % {"steps": ", ".join(asked)}] if asked else []),
        "kind": word("kind", principle.kind, lang),
        "reason": principle.reason.in_(lang),
        "source": source_text(state.session.model, principle.source),
    }


def _sheet(state: LadderState) -> dict:
    """The ladder on one sheet of paper, the highest step on top."""
    _, lang, model = translator(state.session.lang), state.session.lang, state.session.model
    told = {"place": model.head.label.in_(lang), "version": model.head.version, "day": full_date(state.session.today, lang)}
    return {
        "title": _("%(place)s: indsatstrappen") % told,
        "columns": [_("Trin"), *(fact["label"] for fact in facts(model.ladder.steps[0], lang)), _("Tilbud")],
        "lead": _("Mindst indgribende først: nederst det trin, der griber mindst ind. Læs nedefra."),
        "foot": _("Model %(version)s, set %(day)s. Vejledning til mødet; afgørelsen træffes konkret og individuelt i hver sag.") % told,
        "counts": counted(state),
        "order": model.ladder.reason.in_(lang),
    }
