"""The unit: its budget line by line, then and now, what a course costs, and how much that hangs on how many there are."""

from visitation.economy.budget import Table, change, unit_cost
from visitation.economy.money import rounded
from visitation.economy.schema import Count
from widgets.charts.figure import column, numbers
from widgets.economy.says import counted, ended, kr, mio, signed_percent
from widgets.economy.state import EconomyState
from widgets.economy.views.cited import caveats, cited, source_cell
from widgets.text import translator


def unit(state: EconomyState) -> dict | None:
    """The unit's numbers; None when no document gives a budget."""
    if not state.tables:
        return None
    named = [note for found in state.tables for one in (found.budget.total, found.budget.courses) for note in one.notes]
    return {
        "cards": _cards(state),
        "budgets": [_lines(state, found) for found in state.tables if found.lines],
        "volumes": _volumes(state),
        "caveats": caveats(state, [*named, *(note for one in state.economy.volumes for note in one.notes)]),
    }


def _cards(state: EconomyState) -> list[dict]:
    _, lang = translator(state.session.lang), state.session.lang
    budgets = [one.budget for one in state.tables]
    totals, courses = [one.total for one in budgets], [one.courses for one in budgets]
    costs = [kr(one.per_course, lang, _about(one)) for one in state.tables]
    reckoned = [_("Regnet ud: budget delt med forløb. Dokumenterne siger det ikke selv."), *(_post(one, lang) for one in state.tables)]
    cards = [
        (_("Budget om året"), [mio(one.kr, lang, one.about) for one in totals], [one.kr for one in totals]),
        (_("Forløb om året"), [counted(one.count, lang, one.about) for one in courses], [one.a_year for one in courses]),
        (_("Budget pr. forløb"), costs, [one.per_course for one in state.tables]),
    ]
    said = zip((cited(state, *totals), cited(state, *courses), ()), ((), (), filter(None, reckoned)), strict=True)
    return [_card(state, *card) | {"cited": sources, "notes": list(more)} for card, (sources, more) in zip(cards, said, strict=True)]


def _card(state: EconomyState, title: str, texts: list[str], values: list) -> dict:
    years = [str(one.budget.total.year) for one in state.tables]
    cells = [{"when": year, "number": text} for year, text in zip(years, texts, strict=True)]
    if len(values) < 2:
        return {"title": title, "cells": cells, "change": None}
    moved = signed_percent(change(values[0], values[-1]).percent, state.session.lang)
    return {"title": title, "cells": cells, "change": translator(state.session.lang)("Ændring: %(change)s") % {"change": moved}}


def _lines(state: EconomyState, found: Table) -> dict:
    _, lang, budget = translator(state.session.lang), state.session.lang, found.budget
    rows = [
        {
            "post": line.amount.label.in_(lang),
            "kr": line.amount.kr,
            "share": float(rounded(line.percent, 1)),
            "source": source_cell(state, line.amount),
        }
        for line in found.lines
    ]
    total = {"post": budget.total.label.in_(lang), "kr": budget.total.kr, "share": 100.0, "source": source_cell(state, budget.total)}
    columns = [column("post", _("Post")), column("kr", _("kr."), 0), column("share", "%", 0), column("source", _("Kilde"))]
    title = _("Budget: %(unit)s") % {"unit": budget.label.in_(lang)}
    return {"table": numbers(budget.id, title, columns, [*rows, total]), "check": _check(found, lang)}


def _check(found: Table, lang: str) -> str:
    """Whether the lines come to what is printed."""
    _ = translator(lang)
    if not found.difference:
        return _("Lagt sammen giver linjerne den trykte sum.")
    return _("Lagt sammen er linjerne %(kr)s fra den trykte sum.") % {"kr": kr(found.difference, lang)}


def _post(found: Table, lang: str) -> str | None:
    if found.per_post is None:
        return None
    told = {"kr": kr(found.per_post, lang), "n": counted(found.budget.posts.count, lang)}
    return translator(lang)("Personale pr. årsværk: %(kr)s (%(n)s årsværk).") % told


def _volumes(state: EconomyState) -> dict:
    """What a course would have cost at each number of courses that the documents name."""
    _ = translator(state.session.lang)
    columns = [
        column("label", _("Hvilket tal")),
        column("count", _("Antal")),
        column("months", _("Måneder"), 0),
        column("a_year", _("Om året"), 0),
        *(column(one.budget.id, _("Budget %(year)s: kr. pr. forløb") % {"year": one.budget.total.year}, 0) for one in state.tables),
        column("source", _("Kilde")),
    ]
    rows = [_volume(state, one) for one in state.economy.volumes]
    return numbers("forloeb", _("Budget pr. forløb ved de forskellige antal"), columns, rows)


def _volume(state: EconomyState, one: Count) -> dict:
    lang = state.session.lang
    costs = {found.budget.id: float(rounded(unit_cost(found.budget.total, one))) for found in state.tables}
    a_year = float(rounded(one.a_year))
    cell = {"label": one.label.in_(lang), "count": counted(one.count, lang, one.about), "months": one.months, "a_year": a_year}
    return cell | costs | {"source": source_cell(state, one)}


def sentence(state: EconomyState) -> str:
    """What a course costs, then and now, and how far that moves with the number of courses."""
    _, lang = translator(state.session.lang), state.session.lang
    first, last = state.tables[0], state.tables[-1]
    told = {
        "first": kr(first.per_course, lang),
        "then": first.budget.total.year,
        "last": kr(last.per_course, lang, _about(last)),
        "now": last.budget.total.year,
    }
    said = _("Budgettet pr. forløb er %(first)s i %(then)s og %(last)s i %(now)s.") % told
    costs = sorted(unit_cost(last.budget.total, one) for one in state.economy.volumes)
    if not costs:
        return said
    ends = {"low": kr(costs[0], lang), "high": kr(costs[-1], lang)}
    return ended(f"{said} {_('Med dokumenternes forskellige antal forløb er det sidste %(low)s til %(high)s') % ends}")


def _about(found: Table) -> bool:
    return found.budget.total.about or found.budget.courses.about
