"""Answers that a meeting has given and not decided on yet: they may be changed and dropped, and no chain holds them."""

import json
from datetime import date
from typing import Any

import sqlalchemy as sa

from visitation.register.events import canonical
from visitation.register.gate import admit
from visitation.register.schema import DRAFTS

SAVE = sa.text(
    "INSERT INTO drafts (meeting_day, model, case_id, data, at) VALUES (:day, :model, :case, :data, :at)"
    " ON CONFLICT (meeting_day, model, case_id) DO UPDATE SET data = excluded.data, at = excluded.at"
)


def save(connection: sa.Connection, day: date, model: str, case: str, data: dict[str, Any], at: str) -> None:
    """Keeps the data as the case's draft for that meeting, in place of an earlier one; VisitationError at a CPR number."""
    admit(case, data)
    connection.execute(SAVE, {"day": day.isoformat(), "model": model, "case": case, "data": canonical(data), "at": at})


def of_meeting(connection: sa.Connection, day: date, model: str) -> dict[str, dict[str, Any]]:
    """The drafts of one meeting by case reference."""
    wanted = sa.select(DRAFTS.c.case_id, DRAFTS.c.data).where(DRAFTS.c.meeting_day == day.isoformat(), DRAFTS.c.model == model)
    return {case: json.loads(data) for case, data in connection.execute(wanted.order_by(DRAFTS.c.case_id))}


def drop(connection: sa.Connection, day: date, model: str, case: str) -> None:
    """Lets go of a draft, whether there is one or not."""
    its = (DRAFTS.c.meeting_day == day.isoformat(), DRAFTS.c.model == model, DRAFTS.c.case_id == case)
    connection.execute(sa.delete(DRAFTS).where(*its))
