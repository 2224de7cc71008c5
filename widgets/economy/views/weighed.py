"""The balance: how much support under § 85 costs as much as the unit, at the municipality's own price."""

from decimal import Decimal

from visitation.economy.money import rounded
from widgets.charts.figure import column, numbers
from widgets.economy.balance import PRICES, Balance, Row
from widgets.economy.says import counted, kr
from widgets.economy.state import EconomyState
from widgets.economy.views.entry import own_entries
from widgets.numbers import number
from widgets.text import translator


def weighed(state: EconomyState) -> dict:
    """The numbers it is reckoned on, and what they come to when all are known."""
    found = state.balance
    return {
        "entries": own_entries(state),
        "budgets": [_budget(state, one.budget) for one in state.tables],
        "per_course": _per_course(state),
        "cards": _cards(found, state) if found else [],
        "sentence": _sentence(state) if found else _none(state),
        "table": _table(found, state) if found else None,
    }


def _budget(state: EconomyState, budget) -> dict:
    label = f"{budget.total.year}: {kr(budget.total.kr, state.session.lang, budget.total.about)}"
    current = (state.own["kr"], state.own["courses"]) == (budget.total.kr, budget.courses.count)
    return {"id": budget.id, "label": label, "current": current}


def _per_course(state: EconomyState) -> str | None:
    budget, courses = state.own["kr"], state.own["courses"]
    if not (budget and courses):
        return None
    said = translator(state.session.lang)("Budget pr. forløb: %(kr)s")
    return said % {"kr": kr(Decimal(budget) / courses, state.session.lang)}


def _none(state: EconomyState) -> str:
    _ = translator(state.session.lang)
    if state.own["week_kr"] is None:
        return _("Ingen af dokumenterne siger, hvad en uges støtte efter § 85 koster. Skriv kommunens egen pris, så regnes balancen.")
    return _("Skriv budget og antal forløb, så regnes balancen.")


def _cards(found: Balance, state: EconomyState) -> list[dict]:
    _, lang = translator(state.session.lang), state.session.lang
    years = number(rounded(found.whole.years, 1), lang, 1)
    return [
        {"number": _("%(n)s uger") % {"n": counted(found.whole.weeks, lang)}, "note": _("§ 85 om året, i alt")},
        {"number": _("%(n)s år") % {"n": years}, "note": _("med § 85, à 52 uger")},
        {"number": _("%(n)s uger") % {"n": number(rounded(found.per_course.weeks, 1), lang, 1)}, "note": _("§ 85 for hvert forløb")},
    ]


def _sentence(state: EconomyState) -> str:
    _, lang = translator(state.session.lang), state.session.lang
    said = _(
        "Så meget støtte efter § 85 koster det samme som enheden på et år (%(kr)s)."
        " Om forløbene erstatter så meget støtte, siger tallene ikke."
    )
    return said % {"kr": kr(state.own["kr"], lang)}


def _table(found: Balance, state: EconomyState) -> dict:
    _, lang = translator(state.session.lang), state.session.lang
    prices = [kr(state.own["week_kr"] * times, lang) for times in PRICES]
    columns = [
        column("label", _("Antal forløb")),
        column("courses", _("Om året"), 0),
        *(column(f"weeks{index}", _("%(kr)s om ugen") % {"kr": price}, 1) for index, price in enumerate(prices)),
    ]
    return numbers(
        "balance", _("Uger med § 85 for hvert forløb, ved andre antal og priser"), columns, [_row(row, state) for row in found.rows]
    )


def _row(row: Row, state: EconomyState) -> dict:
    lang = state.session.lang
    label = row.volume.label.in_(lang) if row.volume else translator(lang)("Det antal, I har skrevet")
    weeks = {f"weeks{index}": float(rounded(weeks, 1)) for index, weeks in enumerate(row.weeks)}
    return {"label": label, "courses": float(rounded(row.courses)), **weeks, "own": row.volume is None}
