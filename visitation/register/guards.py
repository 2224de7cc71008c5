"""Which guards of a model an enquiry meets: they block an action and never change a recommendation."""

from collections.abc import Collection

from visitation.model import Guard, Model
from visitation.register.cases import Enquiry


def guards_for(model: Model, enquiry: Enquiry, possible: Collection[str]) -> list[Guard]:
    """The guards an enquiry meets: on its facts while one of the guard's outcomes is possible, without facts once one is certain."""
    return [guard for guard in model.guards.guards if _facts_hold(guard, enquiry) and _concerns(guard, possible)]


def _facts_hold(guard: Guard, enquiry: Enquiry) -> bool:
    return all(getattr(enquiry, fact) in values for fact, values in guard.when.items())


def _concerns(guard: Guard, possible: Collection[str]) -> bool:
    if not guard.outcomes:
        return True
    return bool(set(possible) & set(guard.outcomes)) if guard.when else set(possible) <= set(guard.outcomes)
