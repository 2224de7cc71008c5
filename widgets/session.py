"""What a dashboard works on: which model, which register, which day, which language.

`visitation serve` hands these over as environment; a link between dashboards hands the municipality over as a query."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import parse_qs, urlencode

from visitation.errors import VisitationError
from visitation.language import LANGUAGES, translator
from visitation.model import Model, in_force, shipped, versions
from visitation.register.cases import is_sample, register_today
from visitation.register.store import Register, open_register, register_url


@dataclass(frozen=True)
class Session:
    """One dashboard's model as it is in force on the day, all its versions, register, day and language.

    `sample` says that the register holds sample data; `asked` is what the address says, by name."""

    model: Model
    versions: tuple[Model, ...]
    register: Register
    today: date
    lang: str
    sample: bool
    asked: Mapping[str, str] = field(default_factory=dict)

    def link(self, dashboard: str, **other: str) -> str:
        """The address of a dashboard, relative to this one; same municipality and language unless `other` says so."""
        return f"{dashboard}.ipynb?{urlencode({'kommune': self.model.head.id, 'sprog': self.lang} | other)}"


def open_session(environ=os.environ) -> Session:
    """The session the environment asks for; VisitationError names what is allowed."""
    asked, lang = asked_in(environ), language(environ)
    register = open_register(register_url(environ.get("REGISTER")))
    today = _day(environ.get("TODAY")) or register_today(register) or date.today()
    found = _versions(asked.get("kommune"), environ.get("MODEL"), lang)
    return Session(
        model=in_force(found, today),
        versions=tuple(found),
        register=register,
        today=today,
        lang=lang,
        sample=is_sample(register),
        asked=asked,
    )


def asked_in(environ: Mapping[str, str]) -> dict[str, str]:
    """What the address says, by name."""
    return {name: values[0] for name, values in parse_qs(environ.get("QUERY_STRING", "")).items()}


def language(environ: Mapping[str, str]) -> str:
    """The language that the address asks for; Danish without one that there is."""
    asked = asked_in(environ).get("sprog")
    return asked if asked in LANGUAGES else "da"


def _versions(asked: str | None, given: str | None, lang: str) -> list[Model]:
    """The versions of the municipality asked for by name, among the shipped ones and the one that was served."""
    served = versions(given or shipped()[0])
    if asked is None or asked == served[-1].head.id:
        return served
    if asked not in shipped():
        raise VisitationError(translator(lang)("Ukendt kommune; tilladt er %(names)s.") % {"names": ", ".join(shipped())})
    return versions(asked)


def _day(given: str | None) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise VisitationError(f"TODAY: '{given}' er ikke en dato; skriv den som 2021-03-09") from None
