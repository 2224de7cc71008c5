"""The municipality's own list of types, to be named here."""

from widgets.overlap.state import OverlapState
from widgets.overlap.views.cited import cited
from widgets.text import translator


def types(state: OverlapState) -> dict:
    """The types with the names they have now, and where the list comes from."""
    _, lang, data = translator(state.session.lang), state.session.lang, state.data
    return {
        "title": _("Kommunens egen liste over borgertyper"),
        "said": _(
            "Kommunen brugte KL's seks borgertyper. Deres navne står i et bilag, som ikke er blandt dokumenterne; derfor står her "
            "pladsholdere. Skriv de navne, I bruger. Bedømmelserne følger med, når et navn ændres."
        ),
        "rows": [
            {"id": one.id, "label": one.label.in_(lang), "value": state.review.type_name(data, one.id, lang), "fixed": one.outside}
            for one in data.types
        ],
        "fixed": _("navnet ligger fast"),
        "cited": cited(state, *data.types),
    }
