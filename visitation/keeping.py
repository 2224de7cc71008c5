"""What `audit`, `backup`, `restore` and `forget` say: the register kept whole, kept safe, and kept no longer than needed."""

import re
from datetime import date, datetime
from pathlib import Path

from visitation.errors import VisitationError
from visitation.register.audit import audit
from visitation.register.cases import fold, register_today
from visitation.register.copies import backup, restore
from visitation.register.events import Event
from visitation.register.forget import forget
from visitation.register.store import Register, open_register, register_url


def audit_report(register: str | None, anchor: str | None) -> dict:
    """The audit with the keys that `visitation audit --json` prints; `anchor` is HASH:COUNT as an earlier audit said it."""
    noted = None if anchor is None else _anchor(anchor)
    store = _open(register)
    try:
        found = audit(store, noted)
    finally:
        store.close()
    return {"ok": found.broken_at is None, **vars(found)}


def audit_text(result: dict) -> str:
    """The audit in Danish sentences."""
    anchor = f"{result['head']}:{result['events']}"
    if result["ok"]:
        return (
            f"Registret er helt: {result['events']} hændelser, heraf {result['forgotten']} glemt.\n"
            f"Skriv det ned uden for registret, og giv det til næste eftersyn med --anchor: {anchor}"
        )
    if result["broken_at"] > result["events"]:
        return f"Registret er afkortet: det slutter efter hændelse {result['events']}, men der har været flere. Hent sikkerhedskopien."
    return f"Registret er brudt: hændelse {result['broken_at']} er ikke, som den blev skrevet. Hent sikkerhedskopien."


def backup_report(file: Path, register: str | None) -> dict:
    """The backup with the keys that `visitation backup --json` prints."""
    store = _open(register)
    try:
        events, head = backup(store, file)
    finally:
        store.close()
    return {"file": str(file), "events": events, "head": head}


def backup_text(result: dict) -> str:
    """The backup in Danish sentences."""
    return (
        f"{result['file']} er en hel kopi af registret: {result['events']} hændelser.\n"
        f"Dens ende er {result['head']}:{result['events']}; skriv det ned, og efterse kopien med visitation audit --anchor."
    )


def restore_report(file: Path, register: str | None) -> dict:
    """The restoring of a backup into an empty register, with the keys that `visitation restore --json` prints."""
    store = open_register(register_url(register))
    try:
        events, head = restore(file, store)
    finally:
        store.close()
    return {"events": events, "head": head}


def restore_text(result: dict) -> str:
    """The restoring in Danish sentences."""
    return f"Registret er hentet tilbage: {result['events']} hændelser. Dets ende er {result['head']}:{result['events']}."


def forget_report(before: date, register: str | None, calendar: date) -> dict:
    """The forgetting with the keys that `visitation forget --json` prints; it is dated by the register's own day, else the calendar's."""
    store = _open(register)
    try:
        today = register_today(store) or calendar
        done = forget(store, before, finished, datetime.combine(today, datetime.min.time()).isoformat())
    finally:
        store.close()
    return {"before": before.isoformat(), **vars(done), "database": store.engine.name}


def forget_text(result: dict) -> str:
    """The forgetting in Danish sentences, with what is left to do by hand."""
    who = f"{result['cases']} sager" + (f" og {result['citizens']} borgere på lister" if result["citizens"] else "")
    lines = [f"Glemt: {who} med {result['events']} hændelser, afsluttet før {result['before']}."]
    if not result["cleansed"]:
        lines.append("Databasen er i brug og er ikke renset endnu: luk dashboards, og kør kommandoen igen.")
    if result["database"] == "postgresql":
        lines.append("PostgreSQL har det glemte i sin log og sit arkiv, til serveren slipper det; aftal med driften, hvornår det sker.")
    lines.append("Ældre sikkerhedskopier har det stadig: slet dem, og tag en ny. Et arkiv laves om, når visitation archive køres igen.")
    return "\n".join(lines)


def finished(events: list[Event]) -> bool:
    """Whether a case is over: decided, not to come back, and with no course that runs."""
    case = fold(events)
    return case.status == "besluttet" and not case.decisions[-1]["returns"] and all(course.ended for course in case.courses)


def _open(register: str | None) -> Register:
    return open_register(register_url(register), make=False)


def _anchor(text: str) -> tuple[str, int]:
    if not (found := re.fullmatch(r"([0-9a-f]{64}):(\d{1,18})", text)):
        raise VisitationError("--anchor skal være HASH:ANTAL, som visitation audit skrev det: 64 cifre 0-9 a-f, kolon, et tal.")
    return found[1], int(found[2])
