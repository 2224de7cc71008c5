"""The assumptions register: every number of the forecast, how sure it is, where it comes from and who answers for it."""

from datetime import date

from visitation.forecast.assumptions import Assumption
from visitation.screening.explain import source_text
from widgets.forecast.state import ForecastState
from widgets.forecast.views.sliders import basis_word, contradiction, period
from widgets.forecast_words import amount, label, span
from widgets.text import count, full_date, translator


def register(state: ForecastState) -> list[dict]:
    """A row for every number."""
    return [_row(state, one) for one in state.assumptions.values()]


def columns(lang: str) -> list[str]:
    """The headings of the rows."""
    _ = translator(lang)
    return [_("Antagelse"), _("Tal"), _("80 %"), _("Hviler på"), _("Begrundelse og kilde"), _("Ansvarlig"), _("Dato"), _("Modstrid")]


def _row(state: ForecastState, one: Assumption) -> dict:
    lang = state.session.lang
    return {
        "label": label(one.key, lang),
        "value": _value(one.key, one.value, lang),
        "range": span(one.key, one.low, one.high, lang) if one.low is not None else "",
        "kind": basis_word(one, lang),
        "counted": ", ".join(part for part in (f"n={count(one.n, lang)}" if one.n is not None else "", period(one, lang)) if part),
        "reason": one.reason.in_(lang),
        "stated": _stated(one, lang),
        "source": source_text(state.session.model, one.sources),
        "owner": one.owner.in_(lang) if one.owner else "",
        "noted": _day(one.noted, lang),
        "contradictions": [contradiction(state, name) for name in one.contradictions],
    }


def _value(key: str, value: float | None, lang: str) -> str:
    return translator(lang)("ukendt") if value is None else amount(key, value, lang)


def _stated(one: Assumption, lang: str) -> str | None:
    """What the model's own figure says, where the register says otherwise."""
    if one.stated is None or one.value is None or _value(one.key, one.stated, lang) == _value(one.key, one.value, lang):
        return None
    return translator(lang)("Modellens tal: %(value)s.") % {"value": _value(one.key, one.stated, lang)}


def _day(noted: str, lang: str) -> str:
    """A whole date in the words of the screen; a document may know no more than its year."""
    try:
        return full_date(date.fromisoformat(noted), lang)
    except ValueError:
        return noted
