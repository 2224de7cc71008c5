"""The numbers of the scenario as fields: value, reach, range, where it comes from, and what the documents leave open."""

from collections.abc import Sequence

from babel.dates import format_date

from visitation.forecast.assumptions import Assumption
from visitation.forecast.scenario import Scenario
from visitation.forecast.staff import posts_of, staffed
from widgets.forecast.fields import COUNTS, GROUPS, PRICES, Field
from widgets.forecast.state import ForecastState
from widgets.forecast_words import label, shown, span, unit, written
from widgets.numbers import number
from widgets.text import LOCALES, count, full_date, translator
from widgets.words import word


def groups(state: ForecastState) -> dict[str, list[dict]]:
    """All fields, those that the municipality decides apart from those that nobody knows."""
    scenario, base = state.scenario, state.base
    return {name: [_field(state, field, scenario, base) for field in fields] for name, fields in GROUPS.items()}


def _field(state: ForecastState, field: Field, scenario: Scenario, base: Scenario) -> dict:
    lang, one = state.session.lang, state.assumptions.get(field.key)
    value, own, ends = field.value(scenario), field.value(base), base.uncertainty.get(field.key)
    refused = state.refused if state.refused and state.refused[0] == field.key else None
    return {
        "key": field.key,
        "id": field.id,
        "label": label(field.key, lang),
        "unit": unit(field.key, lang),
        "value": None if value is None else round(shown(field.key, value), 4),
        "text": refused[1] if refused else "" if value is None else written(field.key, value, lang),
        "changed": value != own,
        "own": _own(field, own, ends is not None, lang),
        "beside": _posts(state, value) if field.key == "places" else None,
        "source": _source(one, field, lang) if one else None,
        "contradictions": [contradiction(state, name) for name in one.contradictions] if one else [],
        "refused": refused[2] if refused else None,
    } | _reach(field, own, ends or ())


def _reach(field: Field, own: float | None, ends: Sequence[float]) -> dict:
    """The slider's ends and steps, and where the number's 80 % range lies on it; a count and a price have no slider."""
    if own is None or field in (*COUNTS, *PRICES):
        return {"slider": None}
    low, high = field.ends(shown(field.key, max((own, *ends))))
    places = [None if high == low else round((shown(field.key, end) - low) / (high - low), 4) for end in (*ends, own)]
    return {"slider": {"low": low, "high": high, "step": field.step, "range": places[:-1], "own": places[-1]}}


def _own(field: Field, own: float | None, ranged: bool, lang: str) -> str:
    """What the basis has, for the one who has changed it; a number that somebody set is known, and has no range any more."""
    _ = translator(lang)
    value = _("ukendt") if own is None else written(field.key, own, lang)
    known = _("Sat af jer og regnet som kendt; grundlag: %(value)s") if ranged else _("Grundlag: %(value)s")
    return known % {"value": value}


def _posts(state: ForecastState, places: int) -> str | None:
    """The posts that so many places take, and whether somebody can receive newcomers on every weekday."""
    if state.staffing is None:
        return None
    _, lang = translator(state.session.lang), state.session.lang
    posts = posts_of(places, state.staffing)
    uncovered = [day.in_(lang) for day in staffed(posts, state.staffing).uncovered]
    said = _("%(posts)s årsværk, ingen til at tage imod nye %(days)s") if uncovered else _("%(posts)s årsværk, modtagelse alle hverdage")
    return said % {"posts": number(posts, lang, 1, trim=True), "days": ", ".join(uncovered)}


def _source(one: Assumption, field: Field, lang: str) -> dict:
    """Where the number comes from, in few words."""
    _ = translator(lang)
    told = []
    if one.n is not None:
        told.append(f"n={count(one.n, lang)}")
    if told_period := period(one, lang):
        told.append(told_period)
    if one.low is not None and one.high is not None:
        told.append(_("80 %%: %(range)s") % {"range": span(field.key, one.low, one.high, lang)})
    return {"kind": basis_word(one, lang), "text": " · ".join(told), "reason": one.reason.in_(lang)}


def basis_word(one: Assumption, lang: str) -> str:
    """The word for what a number rests on."""
    _ = translator(lang)
    own = {"register": _("register"), "ukendt": _("ukendt")}
    return own.get(one.basis) or word("kind", one.basis, lang)


def period(one: Assumption, lang: str) -> str:
    """The months that a number was counted in, or the one day."""
    if one.period is None:
        return ""
    first, last = one.period
    if first == last:
        return full_date(first, lang)
    return "–".join(format_date(day, "MMM y", locale=LOCALES[lang]) for day in (first, last))


def contradiction(state: ForecastState, name: str) -> dict:
    """What the documents leave open about a number, and how the model handles it."""
    lang = state.session.lang
    one = next(one for one in state.session.model.contradictions.contradictions if one.id == name)
    return {"id": one.id, "label": one.label.in_(lang), "found": one.found.in_(lang), "handled": one.text.in_(lang)}
