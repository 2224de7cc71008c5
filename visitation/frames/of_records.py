"""Frames of what is written: the register's events, the records of a kind from the register or a file, and what is wrong in a file."""

from collections import Counter
from datetime import date
from operator import attrgetter
from pathlib import Path

import pandas as pd

from visitation.errors import VisitationError, allowed
from visitation.frames.extract import Extract
from visitation.frames.fields import FIELDS
from visitation.frames.of_cases import CASE
from visitation.frames.schema import CATEGORY, DAY, NUMBER, TIME, WHOLE, WORD, Column, Schema
from visitation.intake import profile_for, profiles
from visitation.model import Text, load
from visitation.register.imports import Intake, load_profile, read_export
from visitation.register.records import KINDS, Field, Kind
from visitation.register.records import records as told

DTYPES = {"date": DAY, "plan": DAY, "time": TIME, "number": NUMBER, "choice": CATEGORY, "code": WORD, "text": WORD, "reference": WORD}
USED, UNUSED, MISSING = USES = ("brugt", "ikke_brugt", "mangler")
FILE = "visitation.register.imports.export"
EVENTS = Schema(
    "events",
    Text(da="En hændelse i registret", en="An event of the register"),
    "visitation.register.events",
    (
        Column("seq", WHOLE, "Hændelsens nummer i registret", "The event's number in the register"),
        CASE,
        Column("version", WHOLE, "Hændelsens nummer i sagen", "The event's number in the case"),
        Column("kind", CATEGORY, "Slags hændelse", "The kind of event"),
        Column("at", TIME, "Hvornår den blev skrevet", "When it was written"),
    ),
)
FAULTS = Schema(
    "faults",
    Text(da="En celle, der ikke kan bruges", en="A cell that cannot be used"),
    FILE,
    (
        Column("row", WHOLE, "Rækken, som Excel viser den", "The row as Excel shows it"),
        Column("column", WORD, "Kolonnens overskrift i filen", "The column's header in the file"),
        Column("fault", WORD, "Hvad der er galt, og hvad der er tilladt", "What is wrong and what is allowed"),
    ),
)
QUALITY = Schema(
    "quality",
    Text(da="En kolonne i filen eller i profilen", en="A column of the file or of the profile"),
    "visitation.register.imports.quality",
    (
        Column("column", WORD, "Kolonnens overskrift", "The column's header"),
        Column("use", CATEGORY, "Brugt, ikke brugt, eller mangler: læst som tom", "Used, not used, or missing: read as empty", values=USES),
        Column("empty", NUMBER, "Tomme celler af alle filens rækker", "Empty cells of all rows", "pct"),
        Column("faults", WHOLE, "Celler, der ikke kan bruges", "Cells that cannot be used", "antal"),
    ),
)


def _column(field: Field) -> Column:
    da, en, unit = FIELDS[field.name]
    return Column(field.name, DTYPES[field.kind], da, en, unit, tuple(one for one in field.ids if one) if field.kind == "choice" else ())


def _schema(kind: Kind) -> Schema:
    da, en, _ = FIELDS[kind.name]
    return Schema(kind.name, Text(da=da, en=en), "visitation.register.records", (CASE, *map(_column, _plain(kind))))


def _plain(kind: Kind) -> list[Field]:
    """The fields besides the case's number that are no free text."""
    return [field for field in kind.fields if field.kind not in ("reference", "text")]


RECORDS = {name: _schema(kind) for name, kind in KINDS.items()}
OF_CASES = [name for name, kind in KINDS.items() if not kind.room]


def events(extract: Extract) -> pd.DataFrame:
    """EVENTS: one row an event of the cases, in the order they were written; what they say is in the other frames."""
    return EVENTS.made(map(attrgetter("seq", "case", "version", "kind", "at"), extract.events))


def records(extract: Extract, kind: str) -> pd.DataFrame:
    """The schema of the kind (RECORDS): one row a record of the register, in the order they were written.

    VisitationError names the kinds when there is no such one."""
    if kind not in OF_CASES:
        raise VisitationError(f"Ukendt slags oplysning '{kind}'; tilladt er {allowed(OF_CASES)}.")
    names = [field.name for field in _plain(KINDS[kind])]
    return RECORDS[kind].made((one.case, *(one.facts[name] for name in names)) for one in told(extract.events, KINDS[kind]))


def read_file(path: Path, municipality: str, day: date) -> Intake:
    """An export of the case system looked at without storing anything: its good rows and what is wrong in the others.

    The file's columns tell which profile of the model reads it; no day may lie after `day`. VisitationError when it is no such file."""
    model = load(municipality, day)
    try:
        content = Path(path).read_bytes()
    except OSError:
        raise VisitationError(f"{Path(path).name}: filen kan ikke læses; giv en CSV- eller XLSX-fil.") from None
    return read_export(content, Path(path).name, load_profile(profiles(model)[profile_for(content, Path(path).name, model)]), day)


def rows(intake: Intake) -> pd.DataFrame:
    """The schema of the file's kind (RECORDS): one row a good row of the file, in its order. Free text is left out."""
    of_row = attrgetter("reference", *(field.name for field in _plain(intake.profile.record)))
    return RECORDS[intake.profile.record.name].made(map(of_row, intake.accepted))


def faults(intake: Intake) -> pd.DataFrame:
    """FAULTS: one row a wrong cell, by its row; of very many the first thousand. What the cell says is never in it."""
    return FAULTS.made(map(attrgetter("row", "column", "message"), intake.errors))


def quality(intake: Intake) -> pd.DataFrame:
    """QUALITY: one row a column, those of the profile in the file first."""
    wrong = Counter()
    for (name, _), count in intake.refused.items():
        wrong[name] += count
    used = ((name, USED, 100 * empty / max(intake.rows, 1), wrong[name]) for name, empty in intake.empty.items())
    other = ((name, use, None, 0) for use, names in ((UNUSED, intake.ignored), (MISSING, intake.absent)) for name in names)
    return QUALITY.made([*used, *other])
