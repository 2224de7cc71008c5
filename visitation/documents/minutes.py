"""The minutes of a closed meeting: as a document to file, and as a table for a spreadsheet."""

import csv
from collections.abc import Sequence
from datetime import date
from io import StringIO

from visitation.documents.facts import facts
from visitation.documents.write import Document, write
from visitation.model import Model
from visitation.register.summary import Summary

COLUMNS = ("Hvad", "Hvem", "Sag", "Antal", "Senest")


def minutes(model: Model, found: Summary, participants: Sequence[str], day: date, anchor: str) -> Document:
    """The minutes in Danish; `participants` are roles, `anchor` is the register's end as "HASH:COUNT"."""
    counts = [f"{what}: {count}" for what, count in (*found.decided.items(), *found.moved.items())]
    confirmed = [f"Bekræftet uden drøftelse: {found.confirmed}"] if found.confirmed else []
    known = facts(
        model,
        None,
        day=day,
        antal=found.done,
        minutter=found.minutes,
        beslutninger=(*counts, *confirmed),
        parkerede=tuple(f"Sag {alias}" for alias in found.parked),
        opgaver=tuple(f"{each.owner}: {each.what} (sag {each.alias}, senest {each.due:%d-%m-%Y})" for each in found.todo),
        fingeraftryk=anchor,
        **({"deltagere": tuple(participants)} if participants else {}),
    )
    return write(model, "referat", known)


def minutes_table(found: Summary, anchor: str) -> bytes:
    """The minutes as CSV the way a Danish spreadsheet opens it: semicolons, UTF-8 with its mark, days as dd-mm-yyyy."""
    text = StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows((what, "", "", count, "") for what, count in (*found.decided.items(), *found.moved.items()))
    rows.writerow(("Bekræftet uden drøftelse", "", "", found.confirmed, ""))
    rows.writerows(("Parkeret", "", alias, "", "") for alias in found.parked)
    rows.writerows((each.what, each.owner, each.alias, "", f"{each.due:%d-%m-%Y}") for each in found.todo)
    rows.writerow(("Registrets fingeraftryk", anchor, "", "", ""))
    return text.getvalue().encode("utf-8-sig")
