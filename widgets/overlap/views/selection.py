"""A selection that shows the whole list in small: benefits by conditions, what each cell gets, and which cannot be filled."""

from visitation.errors import VisitationError
from visitation.overlap.selection import Cell, Selection
from visitation.vocabulary import VOCABULARY
from widgets.charts.figure import column, numbers
from widgets.overlap.names import condition_label, labels, person
from widgets.overlap.state import OverlapState
from widgets.overlap.views.cited import cited
from widgets.overlap.views.fields import field
from widgets.text import count, translator

CONDITIONS = VOCABULARY["target_group"]


def selection(state: OverlapState) -> dict:
    """The cells, those drawn, and the list to take along; or why the list cannot give so many."""
    _ = translator(state.session.lang)
    head = {
        "said": _("Udvælgelsen ligner listen: hver kombination af forsørgelse og vanskelighed får sin andel, og lodtrækning vælger hvem."),
        "fields": [
            field(state, "total", _("Så mange udvælges"), _("borgere")),
            field(state, "pick", _("Lodtrækningens nummer"), "", _("Samme nummer og samme liste giver de samme borgere.")),
        ],
        "cited": cited(state, state.data.quotas),
    }
    try:
        return head | {"none": None, **_selected(state, state.selection())}
    except VisitationError as error:
        return head | {"none": str(error), "drawn": None}


def _selected(state: OverlapState, found: Selection) -> dict:
    _, lang = translator(state.session.lang), state.session.lang
    cells = {(cell.benefit, cell.condition): cell for cell in found.cells}
    return {
        "columns": [_("Forsørgelse"), *(condition_label(one, lang) for one in CONDITIONS)],
        "rows": [
            {"label": one.label.in_(lang), "cells": [_cell(cells[one.id, each], lang) for each in CONDITIONS]}
            for one in state.data.benefits
        ],
        "short": _short(state, found),
        "drawn": _drawn(state, found),
    }


def _benefit(state: OverlapState, benefit: str) -> str:
    return next(iter(labels(state.data.benefits, [benefit], state.session.lang)), benefit)


def _cell(cell: Cell, lang: str) -> dict:
    """How many of how many; a cell that cannot be filled says so."""
    said = translator(lang)("af %(there)s") % {"there": count(cell.there, lang)}
    return {"number": count(cell.quota, lang), "of": said, "short": cell.short > 0}


def _short(state: OverlapState, found: Selection) -> str:
    """Which cells cannot be filled, in a sentence."""
    _, lang, least = translator(state.session.lang), state.session.lang, state.data.quotas.at_least
    if not found.unfilled:
        return _("Alle kombinationer har mindst %(least)d.") % {"least": least}
    pairs = [(cell, _benefit(state, cell.benefit), condition_label(cell.condition, lang)) for cell in found.unfilled]
    named = [f"{benefit} · {condition} ({count(cell.there, lang)})" for cell, benefit, condition in pairs]
    return _("Der er ikke %(least)d på listen af: %(cells)s.") % {"least": least, "cells": "; ".join(named)}


def _drawn(state: OverlapState, found: Selection) -> dict:
    """Those drawn in the order of the list: to read, and as a file with their references."""
    _, lang = translator(state.session.lang), state.session.lang
    cells = {reference: cell for cell in found.cells for reference in cell.drawn}
    drawn = [(one, cells[one]) for one in state.review.citizens if one in cells]
    facts = [[_benefit(state, cell.benefit), condition_label(cell.condition, lang)] for _one, cell in drawn]
    rows = [{"person": person(state, one), "facts": told} for (one, _cell_), told in zip(drawn, facts, strict=True)]
    named = {"citizen": _("Borger"), "reference": _("Reference"), "benefit": _("Forsørgelse"), "condition": _("Vanskelighed")}
    lines = [dict(zip(named, (row["person"]["alias"], row["person"]["id"], *row["facts"]), strict=True)) for row in rows]
    title = _("De %(n)s udvalgte, lodtrækning %(seed)d") % {"n": count(len(rows), lang), "seed": found.seed}
    return {
        "columns": [named["citizen"], named["benefit"], named["condition"]],
        "rows": rows,
        "table": numbers(f"udvalgte-{found.seed}", title, [column(key, label) for key, label in named.items()], lines),
    }
