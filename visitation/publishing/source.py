"""What the register is asked for, once: the true tables, and the written numbers that may be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from visitation.disclosure import Cube
from visitation.errors import VisitationError
from visitation.guideposts.notes import DONE, latest, notes_of
from visitation.guideposts.read import read_guideposts
from visitation.model import Model, load, shipped
from visitation.outcomes.read import read_outcomes
from visitation.outcomes.register import TOLD, followed
from visitation.publishing.counted import known_results, results, stock
from visitation.publishing.folder import PROMISES, RESULTS, STOCK, Written
from visitation.publishing.promised import kept, timed, told
from visitation.publishing.settings import read_settings
from visitation.register.case import Case
from visitation.register.cases import cases, is_sample, register_today
from visitation.register.month import Month, whole_months
from visitation.register.standing import helps
from visitation.register.store import Register
from visitation.register.told import events_told


@dataclass(frozen=True, eq=False)
class Source:
    """The day, the models in the order of the pages, the true tables by name, the written numbers, and whether the cases are invented."""

    today: date
    models: tuple[Model, ...]
    tables: dict[str, Cube]
    values: tuple[Written, ...]
    sample: bool


def read_source(register: Register, names: Sequence[str], calendar: date) -> Source:
    """What there is to publish of these models, or of all that have cases, those with most first.

    VisitationError when there is no whole month of any of them."""
    today = register_today(register) or calendar
    found = cases(register, None)
    models = [load(name, today) for name in names] or _with_cases(found.values(), today)
    own = {case.reference: case for case in found.values() if case.model in [model.head.id for model in models]}
    months = whole_months(own.values(), today)
    if not months:
        raise VisitationError("Registret har ikke en hel måned at offentliggøre.")
    in_order = sorted(models, key=lambda model: model.head.id)  # of the pages the order may change, of the tables never
    tables = {STOCK: stock(in_order, own, helps(register), months)}
    tables |= _results(register, in_order, own, months) | _promises(in_order, own, months, today)
    values = tuple(one for model in models for one in _values(register, model))
    return Source(today, tuple(models), tables, values, is_sample(register))


def _results(register: Register, models: Sequence[Model], own: dict[str, Case], months: Sequence[Month]) -> dict[str, Cube]:
    """The table of the municipalities that have success criteria, if any has."""
    counting = [model for model in models if read_outcomes(model).criteria]
    if not counting:
        return {}
    events = {model.head.id: events_told(register, model.head.id, TOLD) for model in counting}
    known = {model.head.id: known_results(model, followed(model, _of(model, own), events[model.head.id])) for model in counting}
    return {RESULTS: results({model.head.id: read_outcomes(model).criteria for model in counting}, known, months)}


def _promises(models: Sequence[Model], own: dict[str, Case], months: Sequence[Month], today: date) -> dict[str, Cube]:
    """The table of the municipalities that promise a time to citizens, if any does."""
    found = {model.head.id: timed(model, _of(model, own), months, today) for model in models if told(model)}
    return {PROMISES: kept(models, found, months)} if found else {}


def _with_cases(found: Iterable[Case], today: date) -> list[Model]:
    counted = Counter(case.model for case in found)
    return [load(name, today) for name, _ in sorted(counted.items(), key=lambda one: (-one[1], one[0])) if name in shipped()]


def _of(model: Model, found: dict[str, Case]) -> list[Case]:
    return [case for case in found.values() if case.model == model.head.id]


def _values(register: Register, model: Model) -> list[Written]:
    """The latest written number of every indicator that may be shown; what was written beside it stays where it is."""
    notes, chosen = notes_of(register, model.head.id), read_settings(model).values
    pairs = [(point.id, one.id) for point in read_guideposts(model).points.values() for one in point.indicators]
    there = [(pair, latest(notes.get(pair[0], ()), DONE, pair[1])) for pair in pairs if "/".join(pair) in chosen]
    return [
        Written(model.head.id, point, indicator, note.entry.value, note.entry.on.isoformat(), note.entry.who)
        for (point, indicator), note in there
        if note
    ]
