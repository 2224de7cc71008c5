"""The economy as plain data for the screen (panel.js draws it); no choosing here."""

from widgets.economy.state import TABS, EconomyState
from widgets.economy.texts import texts
from widgets.economy.views import figure_one, reckoned, statbank, unit
from widgets.economy.views.cited import silent
from widgets.economy.views.entry import case_entries
from widgets.economy.views.grid import grid
from widgets.economy.views.readings import choices, side_by_side
from widgets.economy.views.spent import spent
from widgets.economy.views.weighed import weighed
from widgets.header import header, municipalities
from widgets.text import translator


def frame(state: EconomyState) -> dict:
    """What never changes while the page is open."""
    session, lang = state.session, state.session.lang
    return {
        "lang": lang,
        "texts": texts(lang),
        "header": header(session, "oekonomi", translator(lang)("Økonomi")),
        "municipalities": municipalities(session, "oekonomi"),
    }


def view(state: EconomyState) -> dict:
    """What is shown at the moment: the part that is open, and no other."""
    parts = {"unit": _unit, "case": _case, "statbank": statbank.statbank}
    return {
        "sentence": sentence(state),
        "tabs": [{"id": name, "label": _tab(state, name), "current": name == state.tab} for name in TABS],
        "message": state.message,
        **{name: part(state) if name == state.tab else None for name, part in parts.items()},
    }


def sentence(state: EconomyState) -> str:
    """The part that is open, in plain words."""
    if state.tab == "statbank":
        return statbank.sentence(state)
    if silence := silent(state):
        return silence
    return unit.sentence(state) if state.tab == "unit" else figure_one.sentence(state)


def _tab(state: EconomyState, name: str) -> str:
    _ = translator(state.session.lang)
    case = _("Investeringscase %(year)s") % {"year": state.base.first_year} if state.economy.case else _("Egen investeringscase")
    return {"unit": _("Enheden"), "case": case, "statbank": _("Danmarks Statistik")}[name]


def _unit(state: EconomyState) -> dict:
    return {"published": unit.unit(state), "spent": spent(state), "balance": weighed(state)}


def _case(state: EconomyState) -> dict:
    return {
        "own": state.economy.case is None,
        "edited": state.edited,
        "entries": case_entries(state),
        "choices": choices(state),
        "cards": reckoned.cards(state),
        "chart": reckoned.chart(state),
        "years": reckoned.years_table(state),
        "figure_one": figure_one.figure_one(state),
        "split": figure_one.split(state),
        "readings": side_by_side(state),
        "grid": grid(state),
        "not_costed": figure_one.not_costed(state),
        "caveats": figure_one.other_caveats(state),
    }
