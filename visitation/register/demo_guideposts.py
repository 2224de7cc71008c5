"""What the sample file of notes at the guideposts tells, as the drafts of its events."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from visitation.register.beside import reference
from visitation.register.events import Draft

Row = dict[str, str]  # a row of the sample file by its headers


def guidepost_drafts(municipality: str, rows: Iterable[Row]) -> list[Draft]:
    """The drafts of the notes in the file's order, each point counting its own."""
    written: Counter[str] = Counter()
    drafts = []
    for row in rows:
        point = row["Fokuspunkt"]
        kind, data = KINDS[row["Hændelse"]](row)
        at = datetime.strptime(row["Skrevet"], "%d-%m-%Y %H:%M").isoformat()
        drafts.append(Draft(reference("pejlemaerker", municipality, point), written[point], kind, data, at))
        written[point] += 1
    return drafts


def _noted(row: Row) -> tuple[str, dict[str, Any]]:
    return "guidepost_noted", {
        "what": row["Slags"],
        "note": row["Tekst"],
        "on": datetime.strptime(row["Dato"], "%d-%m-%Y").date().isoformat(),
        "who": row["Rolle"],
        "indicator": row["Måling"] or None,
        "value": float(row["Værdi"].replace(",", ".")) if row["Værdi"] else None,
        "corrects": int(row["Nummer"]) if row["Nummer"] else None,
    }


def _withdrawn(row: Row) -> tuple[str, dict[str, Any]]:
    return "guidepost_withdrawn", {"number": int(row["Nummer"]), "reason": row["Tekst"], "who": row["Rolle"]}


KINDS = {"skrevet": _noted, "trukket": _withdrawn}
