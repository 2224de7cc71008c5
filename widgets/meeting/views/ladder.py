"""The ladder beside the case: what is still possible, why, what to remember and what would change it."""

from visitation.model import Guard
from visitation.register.guards import guards_for
from visitation.screening.explain import capital, explain
from widgets.meeting.state import MeetingState
from widgets.text import translator
from widgets.words import word


def ladder(state: MeetingState) -> dict:
    """The stair and what stands beside it, each with its state: out, possible, recommended or chosen."""
    _, lang, case, model = translator(state.session.lang), state.session.lang, state.screening, state.model
    outcomes, decided = case.cube.table.outcomes, state.decided
    steps = {outcomes[name].step for name in case.possible}
    beside = [name for name in case.possible if outcomes[name].step is None]
    title = _("besluttet") if decided else _("anbefalet til drøftelse") if case.outcome else _("stadig muligt")

    def mark(possible: bool, chosen: bool) -> str:
        return "chosen" if chosen else "out" if not possible else "recommended" if case.outcome else "possible"

    if decided and decided["step"] is None and decided["outcome"] not in beside:
        beside.append(decided["outcome"])
    return {
        "title": f"{model.ladder.label.in_(lang)} – {title}",
        "steps": [
            {
                "id": step.id,
                "label": step.label.in_(lang),
                "note": step.note.in_(lang),
                "dashed": step.dashed,
                "state": mark(step.id in steps, bool(decided) and decided["step"] == step.id),
            }
            for step in model.ladder.steps
        ],
        "beside": [
            {
                "label": outcomes[name].label.in_(lang),
                "note": outcomes[name].note.in_(lang) if outcomes[name].note else "",
                "state": mark(name in case.possible, bool(decided) and decided["outcome"] == name),
            }
            for name in beside
        ],
    }


def reasons(state: MeetingState) -> dict:
    """Why that outcome, what would change it, and what the lower steps fail on."""
    _, lang, case = translator(state.session.lang), state.session.lang, state.screening
    why = explain(state.model, case, lang)
    tone = "open" if case.outcome is None else "recommended" if case.cube.table.outcomes[case.outcome].step else "beside"
    if not case.answers:
        reason = None
    else:
        reason = {
            "tone": tone,
            "title": why.title,
            "text": why.reason,
            "kind": why.kind and word("kind", why.kind, lang),
            "source": why.source,
            "sufficient": why.sufficient,
        }
    return {"reason": reason, "changes": [capital(change) for change in why.changes], "lower": list(why.lower)}


def guards(state: MeetingState) -> list[dict]:
    """What to remember in this case."""
    met = guards_for(state.model, state.item.case.enquiry, state.screening.possible, state.screening.answers)
    return [guard(each, state.session.lang) for each in met]


def guard(met: Guard, lang: str) -> dict:
    """A guard with its evidence mark, unless a document says it and the municipality's lawyer has agreed.

    A general one reminds of something that goes for every such case; the screen folds it away."""
    marks = [word("kind", met.kind, lang)] if met.kind != "kilde" else []
    marks += [translator(lang)("til juridisk godkendelse")] if met.awaiting_lawyer else []
    general = not (met.when or met.answers)
    return {"title": f"{met.label.in_(lang)}:", "text": met.text.in_(lang), "kind": " · ".join(marks) or None, "general": general}
