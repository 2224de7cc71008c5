"""What `due` says: the dates that somebody owes, as a plain dictionary for JSON and as sentences for people."""

from datetime import date
from pathlib import Path

from visitation.errors import VisitationError
from visitation.model import load
from visitation.register.cases import Case, cases, register_today
from visitation.register.due import DueItem, due
from visitation.register.ics import calendar as ical
from visitation.register.store import Register, open_register, register_url

HEADINGS = {"broken": "Overskredet", "due": "I dag", "soon": "Inden for en uge", "later": "Senere"}


def due_report(
    model: str | None, register: str | None, on: date | None, calendar: date, everything: bool = False, ics: Path | None = None
) -> dict:
    """What is owed, with the keys that `visitation due --json` prints; what lies more than a week ahead only with `everything`.

    `ics` is a file to write the same dates to as a calendar.

    Without a model: of every municipality in the register. The day is `on`, else the register's own, else the calendar's."""
    store = open_register(register_url(register))
    try:
        day = on or register_today(store) or calendar
        found = [item for item in _owed(store, model, day) if everything or item.status != "later"]
    finally:
        store.close()
    if ics:
        _write(ics, ical(found, day))
    return {"on": day.isoformat(), "items": [_plain(item) for item in found]}


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError:
        raise VisitationError(f"{file}: kalenderen kan ikke skrives; mappen skal findes, og der skal være skriveadgang") from None


def _owed(store: Register, model: str | None, day: date) -> list[DueItem]:
    by_model: dict[str, list[Case]] = {}
    for case in cases(store, None).values():
        by_model.setdefault(case.model, []).append(case)
    chosen = [load(model, day)] if model else [load(name, day) for name in by_model]
    items = [item for one in chosen for item in due(by_model.get(one.head.id, []), one, day)]
    return sorted(items, key=lambda item: (item.due, item.alias, item.course, item.timer))


def _plain(item: DueItem) -> dict:
    window = {"window_from": item.window_from.isoformat()} if item.window_from else {}
    return {
        "case": item.case,
        "alias": item.alias,
        "course": item.course,
        "timer": item.timer,
        "label": item.label.da,
        "due": item.due.isoformat(),
        "status": item.status,
        "owner": item.owner,
        "state": item.state,
        "source": item.source,
        "kind": item.kind,
        "approximate": item.approximate,
    } | window


def due_text(result: dict) -> str:
    """The dates in Danish sentences, one a line, what is broken first."""
    lines = [f"Frister pr. {result['on']}: {_counts(result['items'])}."]
    for status, heading in HEADINGS.items():
        found = [item for item in result["items"] if item["status"] == status]
        lines += [f"{heading}:", *(_line(item) for item in found)] if found else []
    return "\n".join(lines)


def _counts(items: list[dict]) -> str:
    counts = {status: sum(item["status"] == status for item in items) for status in HEADINGS}
    said = [f"{count} {HEADINGS[status].lower()}" for status, count in counts.items() if count]
    return ", ".join(said) or "ingen"


def _line(item: dict) -> str:
    about = "ca. " if item["approximate"] else ""
    return f"  {about}{item['due']}  sag {item['alias']}: {item['label']} ({item['owner']})"
