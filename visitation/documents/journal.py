"""The journal note of a decided case, as plain text to copy; its wording is stable and holds no person number."""

from datetime import date

from visitation.language import translator
from visitation.model import Model, Step
from visitation.register.cases import Case
from visitation.screening import build, screen
from visitation.screening.explain import explain, label, said


def journal_note(model: Model, case: Case, decision: dict, today: date, lang: str = "da") -> str:
    """The note of a decision in the register; one heading a line, then what the meeting knew and chose."""
    _ = translator(lang)
    table = model.table(decision["table"])
    screening = screen(build(table), decision["answers"])
    step = model.steps.get(decision["step"])
    parts = [
        (_("Dato"), today.strftime("%d-%m-%Y")),
        (_("Sag"), f"{case.reference} ({_('alias')} {case.alias})"),
        (_("Henvendelse"), f"{case.enquiry.received:%d-%m-%Y}. {_('Søger')}: {case.enquiry.asks_for}"),
        (_("Borgerens egne ord"), case.enquiry.words or _("Ikke oplyst i henvendelsen")),
        (_("Målgruppevurdering"), "; ".join(said(table.input(q), a, lang) for q, a in screening.answers.items()) or "-"),
        (_("Uafklaret"), ", ".join(table.input(q).short.in_(lang) for q in screening.open) or "-"),
        (_("Anbefalet trin til drøftelse"), _recommended(model, screening, lang)),
        (_("Beslutning"), label(screening, decision["outcome"], lang)),
        (_("Lovgrundlag"), ", ".join(step.law) if step and step.law else "-"),
        (_("Begrundelse for at vælge et andet trin"), decision["deviation"]),
        (_("Hvorfor ikke et trin lavere"), decision["why_not_lower"]),
        (_("Klagevejledning"), _appeal(step, lang)),
        (
            _("Model"),
            f"{model.head.label.in_(lang)} {decision['version']}, {_('tabel')} {table.id}, {_('regel')} {decision['rule'] or '-'}",
        ),
    ]
    return "\n".join(f"{heading}: {words}" for heading, words in parts if words)


def _recommended(model: Model, screening, lang: str) -> str:
    _ = translator(lang)
    if screening.outcome is None:
        return _("Ikke afklaret; stadig muligt: %(steps)s") % {"steps": ", ".join(label(screening, o, lang) for o in screening.possible)}
    why = explain(model, screening, lang)
    return f"{why.title}. {why.reason} ({why.kind}; {why.source})"


def _appeal(step: Step | None, lang: str) -> str:
    """Whether the decision can be appealed, by the step's law (Ringsted Indsatsmodel, the fact boxes on §§ 82 a, 82 b and 85)."""
    _ = translator(lang)
    texts = {
        "ja": _("Ja. Afgørelsen kan påklages; klagevejledning gives, når der ikke gives fuldt medhold."),
        "nej": _("Afgørelsen kan ikke indbringes for anden administrativ myndighed."),
        "ikke_relevant": _("Ikke relevant: der træffes ingen afgørelse om en ydelse på dette trin."),
    }
    return texts[step.appeal] if step else "-"
