"""Where a number comes from, and what stands beside it because it cannot say all that it seems to."""

from collections.abc import Iterable

from visitation.economy.schema import Caveat
from visitation.model.base import Sourced
from visitation.screening.explain import source_text
from widgets.economy.state import EconomyState
from widgets.text import translator
from widgets.words import word


def cited(state: EconomyState, *found: Sourced) -> list[dict]:
    """Each number's kind and where it stands, with its reason; what is the same is said once."""
    said = {(one.kind, source_text(state.session.model, one.source), one.reason.in_(state.session.lang)): None for one in found}
    return [{"kind": word("kind", kind, state.session.lang), "source": source, "reason": reason} for kind, source, reason in said]


def source_cell(state: EconomyState, one: Sourced) -> str:
    """The same in a cell of a table."""
    kind = word("kind", one.kind, state.session.lang)
    return f"{kind}: {source_text(state.session.model, one.source)}" if one.source else kind


def caveats(state: EconomyState, ids: Iterable[str]) -> list[dict]:
    """What the documents leave open, and how it is handled here; a contradiction with its number."""
    return [caveat(state, name) for name in dict.fromkeys(ids)]


def caveat(state: EconomyState, name: str) -> dict:
    """One of them."""
    lang, note = state.session.lang, state.notes[name]
    label = note.label.in_(lang) if isinstance(note, Caveat) else f"{name}: {note.label.in_(lang)}"
    return {"id": name, "label": label, "found": note.found.in_(lang), "text": note.text.in_(lang)}


def silent(state: EconomyState) -> str | None:
    """That the documents name no amounts, when they do not."""
    _, here = translator(state.session.lang), state.session.model.head.label.in_(state.session.lang)
    if state.economy.budgets or state.economy.case:
        return None
    said = _("%(place)s har ingen beløb i de dokumenter, modellen bygger på. Skriv egne tal, så regnes der på dem.")
    return said % {"place": here}
