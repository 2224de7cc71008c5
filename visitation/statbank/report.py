"""What `statbank` says: which tables there are, of which day, and what went wrong when they were fetched."""

from datetime import date
from pathlib import Path

from visitation.model import load, shipped
from visitation.statbank.cache import cache_path
from visitation.statbank.client import ask
from visitation.statbank.shown import Shown, shown, update


def statbank_report(name: str | None, cache: Path | None, today: date | None) -> dict:
    """What there is, with the keys that `visitation statbank --json` prints; with a day the tables are fetched first."""
    model, path = load(name or shipped()[0]), cache_path(cache)
    errors = {one.id: one.error for one in update(model, path, today, ask)} if today else {}
    tables = [_row(one, errors.get(one.query.id)) for one in shown(model, path)]
    return {"ok": not any(errors.values()), "model": model.head.id, "cache": str(path), "tables": tables}


def _row(found: Shown, error: str | None) -> dict:
    return {
        "id": found.query.id,
        "label": found.query.label.da,
        "table": found.query.table,
        "verified": found.query.verified,
        "fetched": found.fetched and found.fetched.isoformat(),
        "outdated": found.outdated,
        "invented": found.invented,
        "updated": found.table and found.table.updated,
        "numbers": len(found.table.rows) if found.table else 0,
        "error": error,
    }


def statbank_text(result: dict) -> str:
    """The tables in Danish sentences, one a line."""
    lines = [f"{result['model']}: {len(result['tables'])} tabeller fra Danmarks Statistik, i {result['cache']}"]
    for row in result["tables"]:
        lines.append(f"  {row['label']} ({row['table']}): {_state(row)}")
        if not row["verified"]:
            lines.append("    tabellens koder er ikke efterprøvet; ret dem i modellens statbank.yaml, hvis de bliver afvist")
        if row["error"]:
            lines.append(f"    {row['error']}")
    return "\n".join(lines)


def _state(row: dict) -> str:
    if row["fetched"] is None:
        return "ikke hentet; hent med visitation statbank --update"
    invented = ", eksempeldata" if row["invented"] else ""
    outdated = ", men forespørgslen er ændret siden; hent igen" if row["outdated"] else ""
    return f"{row['numbers']} tal, hentet {row['fetched']}{invented}{outdated}"
