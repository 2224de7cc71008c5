"""What the sample files tell of the citizens under review, as the drafts of its events."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from visitation.register import beside
from visitation.register.events import Draft
from visitation.register.imports import Intake, facts_of
from visitation.register.imports.take_in import stands_as
from visitation.register.records import LISTED

MORNING = time(8)
SEVERAL = {"subcategories": "Underkategorier", "criteria": "Kriterier", "tags": "Mærker"}


def review_drafts(municipality: str, intakes: Iterable[Intake], rows: Iterable[dict[str, str]]) -> list[Draft]:
    """The list, taken in on the morning after it was made, and what was rated, undone and drawn since, in order of time."""
    drafts: list[Draft] = []
    versions: dict[str, int] = {}
    for case, kind, told, at in (*_listed(municipality, intakes), *_acts(municipality, rows)):
        version = versions.get(case, 0)
        back = {"version": version} if kind == "review_undone" else {}  # what is taken back is the citizen's latest event
        drafts.append(Draft(case, version, kind, told | back, at))
        versions[case] = version + 1
    return drafts


def _listed(municipality: str, intakes: Iterable[Intake]) -> list[tuple[str, str, dict, str]]:
    rows = [row for intake in intakes for row in intake.accepted]
    return [
        (
            stands_as(LISTED, row, municipality),
            LISTED.event,
            facts_of(LISTED, row),
            datetime.combine(row.day + timedelta(days=1), MORNING).isoformat(),
        )
        for row in rows
    ]


def _acts(municipality: str, rows: Iterable[dict[str, str]]) -> list[tuple[str, str, dict, str]]:
    told = [(datetime.strptime(row["Tidspunkt"], "%d-%m-%Y %H:%M:%S").isoformat(), row) for row in rows]
    return [(beside.reference(LISTED.room, municipality, row["Borger"]), *ACTS[row["Hændelse"]](row), at) for at, row in told]


def _by(row: dict[str, str]) -> dict:
    return {"rater": row["Bedømmer"], "round": int(row["Runde"])}


def _rated(row: dict[str, str]) -> tuple[str, dict]:
    several = {name: row[header].split() for name, header in SEVERAL.items()}
    return "review_rated", _by(row) | {"type": row["Type"], **several, "note": row["Note"]}


ACTS = {
    "bedømt": _rated,
    "fortrudt": lambda row: ("review_undone", _by(row)),
    "udtrukket": lambda row: ("review_drawn", {"seed": int(row["Udtræk"])}),
}
