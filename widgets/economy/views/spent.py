"""What was spent in two years: a development, said without a why."""

from visitation.economy.budget import change
from widgets.charts.figure import column, numbers
from widgets.economy.says import ended, mio, percent
from widgets.economy.state import EconomyState
from widgets.economy.views.cited import caveats, cited, source_cell
from widgets.text import translator


def spent(state: EconomyState) -> dict | None:
    """The two years and the difference, beside what is printed; None when no document gives them."""
    found, lang, _ = state.economy.spending, state.session.lang, translator(state.session.lang)
    if found is None:
        return None
    moved, ends = change(found.before.kr, found.after.kr), (found.before, found.after)
    same = moved.difference == found.published.kr
    told = {"kr": mio(found.published.kr, lang, found.published.about)}
    columns = [column("label", _("Tal")), column("kr", _("kr."), 0), column("source", _("Kilde"))]
    rows = [{"label": one.label.in_(lang), "kr": one.kr, "source": source_cell(state, one)} for one in (*ends, found.published)]
    return {
        "title": found.label.in_(lang),
        "cells": [{"when": str(one.year), "number": mio(one.kr, lang, one.about)} for one in ends],
        "change": _("Udvikling: %(kr)s (%(percent)s)") % {"kr": mio(moved.difference, lang), "percent": percent(moved.percent, lang)},
        "check": ended((_("Som trykt: %(kr)s") if same else _("Trykt: %(kr)s")) % told),
        "caveats": caveats(state, [note for one in ends for note in one.notes]),
        "cited": cited(state, *ends),
        "table": numbers("forbrug", found.label.in_(lang), columns, rows),
    }
