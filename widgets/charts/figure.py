"""A chart as plain data for the screen: its drawing, which is the same for all numbers, its numbers, its sentence and its table."""

from collections.abc import Sequence
from functools import lru_cache
from types import ModuleType

from widgets.charts import spec
from widgets.charts.parts import Data, Rows
from widgets.text import translator


def column(field: str, label: str, decimals: int | None = None) -> dict:
    """A column of a table: a number with so many decimals at most, or (None) a text or day as it is."""
    return {"field": field, "label": label, "decimals": decimals}


def numbers(name: str, title: str, columns: Sequence[dict], rows: Rows) -> dict:
    """A table to read or to take along as the file `name`."""
    return {"id": name, "title": title, "columns": list(columns), "rows": list(rows)}


def figure(table: dict, text: str, drawing: dict, data: Data, *, note: str, lead: str | None = None) -> dict:
    """A chart with what stands for it where it cannot be seen: one sentence that says what was found, and the table of `numbers`.

    `note` says what the numbers are of (how many, which period, which source); `lead` stands before the chart."""
    return {**table, "lead": lead, "text": text, "note": note, "spec": drawing, "data": data}


def of_register(note: str, lang: str) -> str:
    """A note on numbers that are counted in the register."""
    return f"{note} {translator(lang)('Kilde: registret.')}"


def missing(name: str, title: str, why: str, *, busy: bool = False) -> dict:
    """What stands in the place of a chart that cannot be drawn, or (`busy`) not yet; one that was drawn before stays meanwhile."""
    return {"id": name, "title": title, "none": why, "busy": busy}


@lru_cache(maxsize=64)
def drawing(chart: ModuleType, lang: str, **titles: str | bool) -> dict:
    """How a chart is drawn, without its numbers."""
    return spec(chart.chart({}, description="", lang=lang, **titles))
