"""The four forms of support as plain data: a figure that the document has lost, drawn again from its text."""

from visitation.catalogue.read import read_catalogue
from visitation.catalogue.schema import SupportForm
from visitation.model import load, shipped
from visitation.screening.explain import source_text
from widgets.ladder.state import LadderState
from widgets.text import translator
from widgets.words import word


def forms(state: LadderState) -> dict:
    """The forms by the step that each points to, lowest first."""
    _, model = translator(state.session.lang), state.session.model
    found = state.catalogue.forms
    return {
        "none": None if found else _none(state),
        "lead": _("Hvad skyldes udfordringen? Svaret peger på en form for støtte, og formen peger på et trin."),
        "lost": _("Figuren mangler i kilden; den er tegnet op igen efter teksten. Den er en hjælp til samtalen og afgør intet alene."),
        "columns": [_column(state, step, [one for one in found if one.step == step]) for step in dict.fromkeys(one.step for one in found)],
        "source": source_text(model, [source for one in found for source in one.source]),
    }


def _column(state: LadderState, step: str, found: list[SupportForm]) -> dict:
    _, lang = translator(state.session.lang), state.session.lang
    duty = state.session.model.steps[step].duty
    heading = _("Det må der kompenseres for") if duty == "skal" else _("Det kan mindskes, forsvinde eller mestres")
    return {
        "heading": heading,
        "step": state.session.model.steps[step].label.in_(lang),
        "forms": [_form(one, lang) for one in found],
        "reason": found[0].reason.in_(lang),
        "kind": word("kind", found[0].kind, lang),
    }


def _form(one: SupportForm, lang: str) -> dict:
    return {"id": one.id} | {name: getattr(one, name).in_(lang) for name in ("label", "cause", "help")}


def _none(state: LadderState) -> dict:
    """That the municipality's documents have no such division, and which shipped municipality has one."""
    _ = translator(state.session.lang)
    others = [model for name in shipped() if read_catalogue(model := load(name)).forms]
    links = [
        {"label": model.head.label.in_(state.session.lang), "href": state.session.link("trappen", kommune=model.head.id)}
        for model in others
    ]
    return {"text": _("Kommunens dokumenter deler ikke støtten i fire former. Det gør:"), "links": links}
