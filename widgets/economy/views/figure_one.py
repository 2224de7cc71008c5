"""The document's own table, line by line as printed, beside what its numbers come to; and the saving of each centre."""

from decimal import Decimal

from visitation.economy.budget import unit_cost
from visitation.economy.outcome import Centre
from visitation.economy.schema import Amount, Printed
from visitation.screening.explain import capital
from widgets.charts.figure import column, numbers
from widgets.economy.names import centres
from widgets.economy.says import counted, ended, kr, mio, mio_number
from widgets.economy.state import EconomyState
from widgets.economy.views.cited import caveats, source_cell
from widgets.text import translator


def figure_one(state: EconomyState) -> dict | None:
    """The printed table with the reckoned one beside it; None when no document has one."""
    case, lang, _ = state.economy.case, state.session.lang, translator(state.session.lang)
    if case is None:
        return None
    years = [str(year) for year in state.base.years]
    lines = [_line(state, row) for row in case.printed]
    columns = [column("label", _("Linje")), column("who", ""), *(column(year, year, 0) for year in years), column("source", _("Kilde"))]
    rows = [row for line in lines for row in line["rows"]]
    off = [line["label"] for line in lines if not line["same"]]
    return {
        "title": _("Figur 1, linje for linje"),
        "unit": _("mio. kr. i %(year)s-priser") % {"year": state.base.price_year},
        "years": years,
        "lines": [{key: line[key] for key in ("label", "same", "cells")} for line in lines],
        "check": _("Alle tal kommer ud som trykt.")
        if not off
        else _("Disse linjer kommer ikke ud som trykt: %(lines)s.") % {"lines": ", ".join(off)},
        "table": numbers("figur1", case.label.in_(lang), columns, rows),
        "printed": [_published(state, one) for one in case.published],
        "per_citizen": _per_citizen(state),
    }


def _line(state: EconomyState, row: Printed) -> dict:
    _, lang = translator(state.session.lang), state.session.lang
    found = [int(getattr(year, row.row)) for year in state.document.years]
    years, label = [str(year) for year in state.base.years], row.label.in_(lang)
    both = ((_("trykt"), row.kr), (_("regnet"), found))
    return {
        "label": label,
        "same": list(row.kr) == found,
        "cells": [{"who": who, "texts": [mio_number(kr, lang) for kr in line]} for who, line in both],
        "rows": [
            {"label": label, "who": who, **dict(zip(years, line, strict=True)), "source": source_cell(state, row)} for who, line in both
        ],
    }


def _published(state: EconomyState, one: Amount) -> str:
    """A printed amount, and what it comes to where the case has it."""
    _, lang, found = translator(state.session.lang), state.session.lang, state.document
    reckoned = {"besparelse_am": found.am.saving, "besparelse_hp": found.hp.saving, "rest_hp": found.hp.rest}.get(one.id)
    told = {"label": one.label.in_(lang), "printed": kr(one.kr, lang, one.about), "found": "–" if reckoned is None else kr(reckoned, lang)}
    return _("%(label)s: trykt %(printed)s, regnet %(found)s") % told


def _per_citizen(state: EconomyState) -> str:
    _, lang, case = translator(state.session.lang), state.session.lang, state.economy.case
    told = {"kr": kr(unit_cost(case.am, case.citizens), lang), "n": counted(case.citizens.count, lang, case.citizens.about)}
    both = counted(case.both.count, lang, case.both.about)
    return _("AM's budget svarer til %(kr)s for hver af %(n)s borgere; besparelsen er begrundet med %(both)s.") % (told | {"both": both})


def split(state: EconomyState) -> dict:
    """What each centre saves in a year of full saving, and both together."""
    _, lang, found = translator(state.session.lang), state.session.lang, state.outcome
    names, both = centres(state.economy.case, lang), (found.am, found.hp)
    columns = [
        column("label", _("Område")),
        column("budget", _("Budget, kr."), 0),
        column("base", _("Heraf regnet på, kr."), 0),
        column("saving", _("Besparelse om året, kr."), 0),
        column("rest", _("Tilbage, kr."), 0),
    ]
    rows = [{"label": capital(name), **_centre(one)} for name, one in zip(names, both, strict=True)]
    total = {key: sum(row[key] for row in rows) for key in ("budget", "base", "saving", "rest")}
    return numbers("omraader", _("Et år med fuld besparelse"), columns, [*rows, {"label": _("I alt"), **total}])


def _centre(one: Centre) -> dict:
    return {key: float(getattr(one, key)) for key in ("budget", "base", "saving", "rest")}


def not_costed(state: EconomyState) -> list[dict]:
    """What the document names without an amount."""
    lang = state.session.lang
    found = state.economy.case.not_costed if state.economy.case else ()
    return [{"label": one.label.in_(lang), "reason": one.reason.in_(lang), "source": source_cell(state, one)} for one in found]


def other_caveats(state: EconomyState) -> list[dict]:
    """What the document leaves open and no choice answers."""
    if state.economy.case is None:
        return []
    shown = {*state.groups, *(note for one in (state.economy.spending,) if one for note in (*one.before.notes, *one.after.notes))}
    return caveats(state, [one.id for one in state.economy.caveats if one.id not in shown])


def sentence(state: EconomyState) -> str:
    """What the document's numbers come to, beside the reading that saves least; or what the reader's own come to."""
    _, lang = translator(state.session.lang), state.session.lang
    years = {"first": state.base.first_year, "last": state.base.last_year}
    said = _("Som dokumentet regner, %(total)s i %(first)s–%(last)s.") % (years | {"total": saved_or_spent(state.document.total, lang)})
    if state.edited:
        return f"{ended(_('Med de valgte tal %(total)s') % {'total': saved_or_spent(state.outcome.total, lang)})} {said}"
    if not state.alternatives:
        return said
    least, found = max(state.alternatives, key=lambda pair: pair[1].total)
    told = {"reading": least.label.in_(lang), "total": saved_or_spent(found.total, lang)}
    return f"{said} {ended(_('Læst som ”%(reading)s” %(total)s') % told)}"


def saved_or_spent(net: Decimal, lang: str) -> str:
    """A net as a clause: below zero is saved."""
    _ = translator(lang)
    return (_("spares %(kr)s") if net < 0 else _("bruges %(kr)s mere, end der spares")) % {"kr": mio(abs(net), lang)}
