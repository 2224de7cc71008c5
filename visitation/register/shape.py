"""From whatever is at a register's address to a register in its newest shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import sqlalchemy as sa

from visitation.errors import VisitationError
from visitation.register.schema import EVENTS, METADATA, NEWEST, REVISION
from visitation.register.trouble import NEWER, NOT_OURS, TRIAL

if TYPE_CHECKING:
    from visitation.register.store import Register

TRIAL_COLUMNS = set(EVENTS.c.keys()) - {"salt", "case_digest", "data_digest"}


def bring_up_to_date(register: Register, make: bool) -> None:
    """Makes the tables where there are none, upgrades older ones; VisitationError for what is newer, or something else.

    Without `make` an absent register is a VisitationError too."""
    with register.transaction() as connection:
        found = _revision(connection, register.where)
    if found == NEWEST:
        return
    if found is None and not make:
        raise absent(register.where)
    with register.transaction(write=True) as connection:  # looked at again, now that nobody else can make it meanwhile
        found = _revision(connection, register.where)
        if found is None:
            METADATA.create_all(connection)
            connection.execute(REVISION.insert().values(version_num=NEWEST))
        elif found != NEWEST:
            from visitation.register.migrations import upgrade  # alembic takes longer to import than all the rest

            upgrade(connection)


def absent(where: str) -> VisitationError:
    """What is said when a register is to be there and is not."""
    return VisitationError(f"Registret {where} findes ikke; giv adressen på et, der er taget i brug.")


def _revision(connection: sa.Connection, where: str) -> str | None:
    """The revision of the register, None where there is none at all."""
    tables = {name: sa.inspect(connection).has_table(name) for name in (EVENTS.name, REVISION.name)}
    if not any(tables.values()):
        return None
    found = connection.scalar(sa.select(REVISION.c.version_num)) if all(tables.values()) else None
    if found is None or not re.fullmatch(r"\d{4}", found):
        raise VisitationError(f"Registret {where} {TRIAL if _is_trial(connection) else NOT_OURS}.")
    if found > NEWEST:
        raise VisitationError(f"Registret {where} {NEWER}.")
    return found


def _is_trial(connection: sa.Connection) -> bool:
    """Whether the events are those of the program's first trial, before there were migrations."""
    inspector = sa.inspect(connection)
    return inspector.has_table(EVENTS.name) and {column["name"] for column in inspector.get_columns(EVENTS.name)} == TRIAL_COLUMNS
