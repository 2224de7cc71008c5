"""What every frame is and what its columns mean, as a frame itself."""

import pandas as pd

from visitation.errors import VisitationError
from visitation.frames import of_cases, of_forecast, of_guideposts, of_model, of_months, of_outcomes, of_promises, of_records
from visitation.frames.schema import NAME, UNITS, WORD, Column, Schema
from visitation.model import Text

PLACES = (of_cases, of_promises, of_months, of_forecast, of_outcomes, of_guideposts, of_model, of_records)
SCHEMAS = {one.name: one for place in PLACES for one in vars(place).values() if isinstance(one, Schema)} | of_records.RECORDS
HEADINGS = {"da": ("kolonne", "type", "enhed", "hvad den betyder"), "en": ("column", "type", "unit", "what it means")}
FRAMES = Schema(
    "frames",
    Text(da="En tabel", en="A frame"),
    "visitation.frames",
    (
        Column("frame", WORD, "Tabellens navn", "The frame's name"),
        Column("row", WORD, "Hvad en række er", "What a row is"),
        Column("columns", "Int64", "Kolonner", "Columns", "antal"),
        Column("source", WORD, "Hvem i kernen der fortæller det", "Which part of the core tells it"),
    ),
)
COLUMNS = Schema(
    "columns",
    Text(da="En kolonne i en tabel", en="A column of a frame"),
    "visitation.frames.schema",
    (
        Column("column", WORD, "Kolonnens navn", "The column's name"),
        Column("dtype", WORD, "Typen i pandas", "The type in pandas"),
        Column("unit", WORD, "Enheden", "The unit"),
        Column("meaning", WORD, "Hvad den betyder", "What it means"),
        Column("values", WORD, "Hvad en kategori kan sige", "What a category may say"),
        Column("source", WORD, "Hvem i kernen der fortæller det", "Which part of the core tells it"),
    ),
)


def about(frame: pd.DataFrame | None = None, lang: str = "da") -> pd.DataFrame:
    """COLUMNS of a frame, one row each; without one FRAMES: every frame there is.

    VisitationError when it is no frame of ours, or joined from several so that it is none any more."""
    if frame is None:
        return FRAMES.made((one.name, one.row.in_(lang), len(one.columns), one.source) for one in SCHEMAS.values())
    name = frame.attrs.get(NAME)
    if name not in SCHEMAS:
        raise VisitationError("Tabellen er ikke en af vores, eller den er sat sammen af flere; about() viser dem, der er.")
    schema = SCHEMAS[name]
    rows = (
        (one.name, one.dtype, UNITS[one.unit].in_(lang), one.meaning(lang), ", ".join(one.values), one.source or schema.source)
        for one in schema.columns
    )
    return COLUMNS.made(rows)


def reference(lang: str = "da") -> str:
    """Every frame with its columns, as Markdown."""
    return "\n\n".join(_section(schema, lang) for schema in SCHEMAS.values())


def _section(schema: Schema, lang: str) -> str:
    column, kind, unit, meaning = HEADINGS[lang]
    lines = (f"| `{one.name}` | {one.dtype} | {UNITS[one.unit].in_(lang)} | {one.meaning(lang)} |" for one in schema.columns)
    head = f"### `{schema.name}`\n\n{schema.row.in_(lang)}. `{schema.source}`\n"
    return "\n".join([head, f"| {column} | {kind} | {unit} | {meaning} |", "|---|---|---|---|", *lines])
