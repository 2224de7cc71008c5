"""The words for the numbers that a reader can set."""

from visitation.economy.schema import Investments
from widgets.economy.fields import INVESTMENT
from widgets.text import translator


def own_label(key: str, lang: str) -> str:
    """What a number of the unit is called."""
    _ = translator(lang)
    return {"kr": _("Budget om året"), "courses": _("Forløb om året"), "week_kr": _("Pris for en uges støtte efter § 85")}[key]


def parameter_label(case: Investments | None, key: str, lang: str) -> str:
    """What a number of a case is called; its two centres by the document's names where there is one."""
    _ = translator(lang)
    if key.startswith(INVESTMENT):
        return _("Investering %(year)s") % {"year": key.removeprefix(INVESTMENT)}
    first, second = centres(case, lang)
    return {
        "saving_share": _("Forventet besparelse"),
        "phase_in": _("Indfasning, år for år"),
        "first_saving_year": _("Første år med besparelse"),
        "last_year": _("Sidste år"),
        "discount_rate": _("Rente til diskontering"),
        "budget_am": _("Budget, %(centre)s") % {"centre": first},
        "budget_hp": _("Budget, %(centre)s") % {"centre": second},
        "covered_am": _("Heraf regnet på, %(centre)s") % {"centre": first},
        "covered_hp": _("Heraf regnet på, %(centre)s") % {"centre": second},
    }[key]


def centres(case: Investments | None, lang: str) -> tuple[str, str]:
    """The short names of the two centres whose budgets a case adds up."""
    _ = translator(lang)
    return ("AM", "HP") if case else (_("område 1"), _("område 2"))


def unit(key: str, lang: str) -> str:
    """The unit in which a number is shown."""
    _ = translator(lang)
    if key.startswith((INVESTMENT, "budget_")) or key in ("kr", "week_kr"):
        return _("kr.")
    if key == "saving_share":
        return _("% om året")
    return "%" if key in ("covered_am", "covered_hp", "discount_rate", "phase_in") else ""
