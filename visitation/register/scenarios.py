"""Scenarios that somebody saved under a name: what they change, so that the rest follows the register; no chain holds them."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from visitation.errors import VisitationError
from visitation.register.events import canonical
from visitation.register.gate import admit
from visitation.register.schema import SCENARIOS

LONGEST = 60  # characters of a name
SAVE = sa.text(
    "INSERT INTO scenarios (model, name, data, saved) VALUES (:model, :name, :data, :saved)"
    " ON CONFLICT (model, name) DO UPDATE SET data = excluded.data, saved = excluded.saved"
)


@dataclass(frozen=True)
class Saved:
    """A saved scenario: its name, the keys it changes, and the day on which it was saved."""

    name: str
    data: dict[str, Any]
    saved: date


def save(connection: sa.Connection, model: str, name: str, data: dict[str, Any], on: date) -> Saved:
    """Keeps the data under that name, in place of earlier ones; VisitationError at a CPR number, or a name that is none."""
    plain = _name(name)
    admit("", {"navn": plain, "data": data})
    connection.execute(SAVE, {"model": model, "name": plain, "data": canonical(data), "saved": on.isoformat()})
    return Saved(plain, data, on)


def of_model(connection: sa.Connection, model: str) -> dict[str, Saved]:
    """The saved scenarios of a model by name, in the order of their names, which is no database's own."""
    found = connection.execute(sa.select(SCENARIOS.c.name, SCENARIOS.c.data, SCENARIOS.c.saved).where(SCENARIOS.c.model == model))
    return {name: Saved(name, json.loads(data), date.fromisoformat(saved)) for name, data, saved in sorted(found)}


def drop(connection: sa.Connection, model: str, name: str) -> None:
    """Lets go of a saved scenario, whether there is one or not."""
    connection.execute(sa.delete(SCENARIOS).where(SCENARIOS.c.model == model, SCENARIOS.c.name == name.strip()))


def _name(given: str) -> str:
    plain = given.strip()
    if not 1 <= len(plain) <= LONGEST or not plain.isprintable():
        raise VisitationError(f"Et scenaries navn skal være 1-{LONGEST} tegn på én linje; det givne har {len(plain)}.")
    return plain
