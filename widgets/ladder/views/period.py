"""The period that moves and resources are counted in: the days to choose among, and how a period is said."""

from widgets.ladder.state import LadderState
from widgets.text import full_date, translator


def period(state: LadderState) -> dict:
    """The days, and which two are chosen."""
    lang = state.session.lang
    return {
        "label": translator(lang)("Periode"),
        "days": [{"id": day.isoformat(), "label": full_date(day, lang)} for day in state.days],
        "first": state.first.isoformat(),
        "last": state.last.isoformat(),
    }


def said(state: LadderState) -> str:
    """The period in words."""
    return " – ".join(full_date(day, state.session.lang) for day in (state.first, state.last))
