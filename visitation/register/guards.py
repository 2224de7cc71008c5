"""Which guards of a model an enquiry meets: they block an action and never change a recommendation."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from visitation.model import Guard, Model
from visitation.register.cases import Enquiry

Answers = Mapping[str, str | None]  # by question; None where the meeting said it is open
NONE: Answers = MappingProxyType({})


def guards_for(model: Model, enquiry: Enquiry, possible: Collection[str], answers: Answers = NONE) -> list[Guard]:
    """The guards met, in the model's order, by an enquiry with the meeting's answers so far.

    A guard on facts or answers holds while one of its outcomes is possible; one without them once an outcome of its own is certain."""
    return [guard for guard in model.guards.guards if _facts_hold(guard, enquiry, answers) and _concerns(guard, possible)]


def blocked_actions(model: Model, enquiry: Enquiry, possible: Collection[str], answers: Answers = NONE) -> dict[str, list[Guard]]:
    """The guards met, by the action that each of them blocks."""
    met: dict[str, list[Guard]] = {}
    for guard in guards_for(model, enquiry, possible, answers):
        met.setdefault(guard.blocks, []).append(guard)
    return met


def _facts_hold(guard: Guard, enquiry: Enquiry, answers: Answers) -> bool:
    facts = all(getattr(enquiry, fact) in values for fact, values in guard.when.items())
    return facts and all(answers.get(question) in values for question, values in guard.answers.items())


def _concerns(guard: Guard, possible: Collection[str]) -> bool:
    if not guard.outcomes:
        return True
    sighted = guard.when or guard.answers
    return bool(set(possible) & set(guard.outcomes)) if sighted else set(possible) <= set(guard.outcomes)
