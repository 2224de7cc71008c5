"""What frames are made of: one municipality's part of a register, read once, as it stands on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from visitation.errors import VisitationError
from visitation.forecast.basis import Basis, basis
from visitation.model import Model, load
from visitation.outcomes.followed import Followed, as_of
from visitation.outcomes.register import followed
from visitation.register.case import Case
from visitation.register.cases import cases, is_sample, register_today
from visitation.register.events import Event
from visitation.register.standing import Helps, helps
from visitation.register.store import Register, open_register, register_url


@dataclass(frozen=True, eq=False)
class Extract:
    """A municipality's model as it is in force on the day `today`, its cases by reference, their events in the order they were written,
    and the services granted. `sample`: the cases are invented."""

    model: Model
    today: date
    cases: Mapping[str, Case]
    events: tuple[Event, ...]
    helps: Helps
    sample: bool

    @property
    def steps(self) -> list[str]:
        """The ids of the ladder's steps, lowest first."""
        return list(self.model.steps)

    @cached_property
    def basis(self) -> Basis:
        """What every forecast of the municipality begins with."""
        return basis(self.model, self.cases.values(), self.today)

    @cached_property
    def followed(self) -> list[Followed]:
        """The courses that the model follows, as they stand at the end of the day."""
        return as_of(followed(self.model, self.cases.values(), self.events), self.today)

    def __repr__(self) -> str:
        head, days = self.model.head, [case.enquiry.received for case in self.cases.values()]
        many = f"{len(days):,}".replace(",", ".")
        period = f", modtaget {_danish(min(days))}–{_danish(max(days))}" if days else ""
        sample = "; eksempeldata – ikke rigtige borgere" if self.sample else ""
        return f"{head.label.da}, model {head.version}: {many} sager{period}, set {_danish(self.today)}{sample}"


def read(municipality: str, day: date | None = None, register: str | None = None) -> Extract:
    """The extract of a municipality: a shipped model, a folder or a shelf of versions.

    `register` is a database address, without it REGISTER of the environment. A sample register has a day of its own; of any other the day
    has to be given, because the same call shall give the same numbers. What came in after the day is left out; of the rest everything
    that is known now is told. VisitationError when there is no such register or model."""
    store = open_register(register_url(register), make=False)
    try:
        on = day or register_today(store)
        if on is None:
            raise VisitationError(f"Registret {store.where} følger kalenderen; giv dagen: read('{municipality}', date(2021, 3, 9)).")
        return _extract(load(municipality, on), on, store)
    finally:
        store.close()


def _extract(model: Model, on: date, store: Register) -> Extract:
    known = store.known()
    there = {name: case for name, case in cases(store, model.head.id).items() if case.enquiry.received <= on}
    events = tuple(event for event in known.events if event.case in there)
    return Extract(model, on, there, events, {case: told for case, told in helps(store).items() if case in there}, is_sample(store))


def _danish(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
