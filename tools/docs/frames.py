"""The page of the frames: what each pandas frame of `visitation.frames` holds, as they say it themselves."""

from tools.docs.parts import code, danish, escaped, table
from visitation.frames.about import SCHEMAS
from visitation.frames.schema import UNITS, Schema


def page() -> str:
    """The page."""
    lead = (
        "# Frames\n\n`visitation.frames` gives the core's facts as tidy pandas frames: one row is one thing. A frame is made from the same "
        "declaration as this page, and `about(frame)` shows it in a notebook.\n\n"
    )
    return lead + "\n".join(map(_frame, SCHEMAS.values()))


def _frame(schema: Schema) -> str:
    rows = [
        (code(one.name), code(one.dtype), UNITS[one.unit].en, escaped(one.en), ", ".join(map(code, one.values))) for one in schema.columns
    ]
    said = f"A row is: {escaped(schema.row.en)} ({danish(schema.row.da)}).\n\n"
    return f"## {schema.name}\n\n{said}" + table(("column", "type", "unit", "what it means", "what it may say"), rows)
