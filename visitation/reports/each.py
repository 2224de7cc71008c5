"""The values of the parameters that a report can be run for each of: the models that there are, and the months of a register."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from visitation.errors import VisitationError
from visitation.model import load, shipped
from visitation.register.cases import cases, register_today
from visitation.register.month import Month, whole_months
from visitation.register.store import open_register


def values(key: str, given: Mapping[str, list[Any]], register: str, calendar: date) -> list[str]:
    """Every municipality, or every whole month that the register knows of all the municipalities given; of any when none is."""
    return shipped() if key == "municipality" else _months(given.get("municipality", ()), register, calendar)


def _months(municipalities: Iterable[str], register: str, calendar: date) -> list[str]:
    store = open_register(register)
    try:
        found, today = list(cases(store, None).values()), register_today(store) or calendar
    finally:
        store.close()
    wanted = [load(name, today).head.id for name in municipalities]
    known: list[set[Month]] = [set(whole_months([case for case in found if case.model == name], today)) for name in wanted]
    months = set.intersection(*known) if known else set(whole_months(found, today))
    if not months:
        raise VisitationError("--each month: registret har ikke en hel måned at køre for")
    return [str(month) for month in sorted(months)]
