"""Where the documents disagree or fall silent, as plain data for the screen: found, handled, and where it shows."""

from visitation.model import Model
from visitation.model.contradictions import Contradiction
from visitation.screening.explain import source_text
from widgets.text import translator
from widgets.words import word


def silent(model: Model, lang: str) -> list[dict]:
    """Every contradiction of the model, in its own order."""
    return [_one(model, one, lang) for one in model.contradictions.contradictions]


def _one(model: Model, one: Contradiction, lang: str) -> dict:
    _ = translator(lang)
    where = [_("Ses i %(places)s.") % {"places": ", ".join(one.where)}] if one.where else []
    return {
        "id": one.id,
        "label": one.label.in_(lang),
        "found": one.found.in_(lang),
        "handled": word("handled", one.handled, lang),
        "text": " ".join([one.text.in_(lang), *_parameter(one, lang), *where]),
        "source": source_text(model, one.source),
    }


def _parameter(one: Contradiction, lang: str) -> list[str]:
    if one.parameter is None:
        return []
    _, values = translator(lang), ", ".join(str(value) for value in one.parameter.values)
    number = f"{values} {one.parameter.unit.in_(lang)}" if values else _("ikke sat endnu")
    return [_("Parameteren %(name)s: %(number)s.") % {"name": one.parameter.name, "number": number}]
