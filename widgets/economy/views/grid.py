"""The sensitivity: the net at other savings and other investments, as numbers on a tint."""

from visitation.economy.outcome import Cell
from widgets.charts.figure import column, numbers
from widgets.economy.says import mio, net, share
from widgets.economy.state import EconomyState
from widgets.text import translator

TINTS = 4  # from pale to full, of what is saved


def grid(state: EconomyState) -> dict | None:
    """Rows of savings, columns of investments; None while there is nothing to reckon on."""
    if state.empty:
        return None
    _, lang, cells = translator(state.session.lang), state.session.lang, state.sensitivity()
    investments = list(dict.fromkeys(cell.investment for cell in cells))
    most = max(abs(cell.total) for cell in cells) or 1
    rows = [
        {"label": share(value, lang), "cells": [_cell(state, cell, most) for cell in cells if cell.saving_share == value]}
        for value in dict.fromkeys(cell.saving_share for cell in cells)
    ]
    return {
        "title": _("Hvad nu, hvis besparelsen eller investeringen er en anden?"),
        "columns": [mio(kr, lang) for kr in investments],
        "rows": rows,
        "legend": _("Netto i mio. kr. %(first)s–%(last)s; minus er sparet. Under tallet: året, fra hvilket investeringen er tjent hjem.")
        % {"first": state.case.first_year, "last": state.case.last_year},
        "table": _table(state, cells),
    }


def _cell(state: EconomyState, cell: Cell, most) -> dict:
    _, lang, case = translator(state.session.lang), state.session.lang, state.case
    tint = 0 if cell.total >= 0 else 1 + int((TINTS - 1) * abs(cell.total) / most)
    return {
        "text": net(cell.total, lang),
        "payback": _payback(cell, state),
        "tint": tint,
        "costs": cell.total > 0,
        "own": (cell.saving_share, cell.investment) == (case.saving_share, sum(case.investment.values())),
    }


def _payback(cell: Cell, state: EconomyState) -> str:
    _ = translator(state.session.lang)
    if not cell.investment:
        return "–"
    return str(cell.payback_year or _("ikke inden %(year)s") % {"year": state.case.last_year})


def _table(state: EconomyState, cells: tuple[Cell, ...]) -> dict:
    _ = translator(state.session.lang)
    columns = [
        column("share", _("Besparelse, %"), 1),
        column("investment", _("Investering, kr."), 0),
        column("total", _("Netto, kr."), 0),
        column("payback", _("Tjent hjem fra")),
    ]
    rows = [
        {"share": cell.saving_share * 100, "investment": cell.investment, "total": float(cell.total), "payback": _payback(cell, state)}
        for cell in cells
    ]
    return numbers("foelsomhed", _("Netto ved andre besparelser og investeringer"), columns, rows)
