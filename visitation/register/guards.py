"""Which guards of a model an enquiry meets: they block an action and never change a recommendation."""

from collections.abc import Iterable

from visitation.model import Guard, Model
from visitation.register.cases import Enquiry


def guards_for(model: Model, enquiry: Enquiry, possible: Iterable[str]) -> list[Guard]:
    """The guards that hold for the facts of an enquiry while one of their outcomes is possible."""
    possible = set(possible)
    return [guard for guard in model.guards.guards if _holds(guard, enquiry) and (not guard.outcomes or possible & set(guard.outcomes))]


def _holds(guard: Guard, enquiry: Enquiry) -> bool:
    return all(getattr(enquiry, fact) in values for fact, values in guard.when.items())
