"""Where something comes from: its kind, its place in the documents, and the reason."""

from visitation.model.base import Sourced
from visitation.screening.explain import source_text
from widgets.overlap.state import OverlapState
from widgets.words import word


def cited(state: OverlapState, *found: Sourced) -> list[dict]:
    """Each with its kind and source; what is the same is said once."""
    lang, model = state.session.lang, state.session.model
    said = dict.fromkeys((word("kind", one.kind, lang), source_text(model, one.source), one.reason.in_(lang)) for one in found)
    return [{"kind": kind, "text": ". ".join(part for part in (source, reason) if part)} for kind, source, reason in said]
