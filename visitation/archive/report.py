"""What `archive` says: how far the archive goes, and the numbers of its months; as dictionaries for JSON and as text for people."""

import csv
import io
from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path

from visitation.archive.folder import read_manifest
from visitation.archive.monthly import Count, monthly
from visitation.archive.update import update
from visitation.model import load
from visitation.register.cases import register_today
from visitation.register.standing import steps_of
from visitation.register.store import open_register, register_url


def archive_report(out: Path, register: str | None, calendar: date) -> dict:
    """The archive brought up to date, with the keys that `visitation archive --json` prints.

    Its day is the register's own, else the calendar's."""
    store = open_register(register_url(register), make=False)
    try:
        done = update(store, out, register_today(store) or calendar)
    finally:
        store.close()
    known = {name: getattr(done.manifest, name) for name in ("today", "events", "head", "facts")}
    return {"out": str(out)} | known | {"written": done.written, "forgotten": done.forgotten}


def archive_text(result: dict) -> str:
    """The archive in Danish sentences."""
    said = f"Arkivet {result['out']} går til hændelse {result['events']}: {result['facts']} oplysninger, {result['written']} skrevet nu."
    if not result["forgotten"]:
        return said
    return f"Arkivet var forældet (glemt i registret siden sidst: {result['forgotten']}). Det er lavet om, og det gamle er slettet.\n{said}"


def monthly_report(out: Path, names: Sequence[str]) -> dict:
    """The numbers of the whole months of these municipalities, or of all in the archive, with the keys that `--monthly --json` adds."""
    today = date.fromisoformat((manifest := read_manifest(out)).today)
    models = [load(name, today) for name in names or manifest.municipalities]
    return {"months": [asdict(count) for count in monthly(out, {model.head.id: steps_of(model) for model in models})]}


def monthly_text(result: dict) -> str:
    """The numbers as CSV with semicolons: a row for each."""
    text = io.StringIO()
    rows = csv.DictWriter(text, [field.name for field in fields(Count)], delimiter=";", lineterminator="\n")
    rows.writeheader()
    rows.writerows(result["months"])
    return text.getvalue().rstrip()
