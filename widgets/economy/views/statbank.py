"""Services per thousand inhabitants from Danmarks Statistik: of which day, from which tables, and whether the numbers are real."""

from collections.abc import Iterable

from visitation.errors import VisitationError
from visitation.statbank.rates import Rate
from visitation.statbank.shown import Shown
from widgets.charts import compare
from widgets.charts.figure import column, drawing, figure, missing, numbers
from widgets.economy.state import EconomyState
from widgets.economy.views.periods import first_day, period_label
from widgets.numbers import number
from widgets.text import count, full_date, translator

MOST = 4  # lines that can be told apart
COUNTRY = "Hele landet"  # as the StatBank names it
COMMAND = "visitation statbank --update"


def statbank(state: EconomyState) -> dict:
    """The tables there are with their day, and the newest rates with how they have moved; without them, how to fetch them."""
    found = state.statbank
    if isinstance(found, VisitationError):
        return {"none": str(found), "command": COMMAND, "tables": []}
    base = {"tables": [_table(state, one) for one in found], "sample": _sample(state)}
    if not state.rates:
        _ = translator(state.session.lang)
        return base | {
            "none": _("Tallene er ikke hentet, så her er intet at vise; resten af siden virker uden. Hent dem med denne kommando:"),
            "command": COMMAND,
        }
    return base | {"kinds": _kinds(state), "chart": _chart(state), "newest": _newest(state), "licence": _licence(state)}


def _sample(state: EconomyState) -> str | None:
    _ = translator(state.session.lang)
    invented = any(one.invented for one in state.statbank)
    return _("Eksempeldata: alle tal her er opdigtede og siger intet om kommunerne.") if invented else None


def _licence(state: EconomyState) -> str:
    _, found = translator(state.session.lang), state.statbank
    days = sorted(one.fetched for one in found if one.fetched)
    told = {"tables": ", ".join(one.query.table for one in found), "day": full_date(days[0], state.session.lang)}
    if _sample(state):
        return _("I form som Danmarks Statistiks tabeller %(tables)s, dateret %(day)s.") % told
    return (
        _("Kilde: Danmarks Statistik, Statistikbanken, %(tables)s, hentet %(day)s. Licens: CC BY 4.0. Beregningen pr. 1.000 er vores.")
        % told
    )


def _table(state: EconomyState, one: Shown) -> dict:
    _, lang = translator(state.session.lang), state.session.lang
    fetched = _("hentet %(day)s") % {"day": full_date(one.fetched, lang)} if one.fetched else _("ikke hentet")
    marks = [
        _("spørgsmålet er ændret siden; hent igen") if one.outdated else None,
        None if one.query.verified else _("koderne er ikke prøvet mod Statistikbanken"),
    ]
    said = "; ".join(part for part in (fetched, *marks) if part)
    return {"label": f"{one.query.table}: {one.query.label.in_(lang)}", "said": said, "reason": one.query.reason.in_(lang)}


def _kind_label(kind: tuple[str, ...], lang: str) -> str:
    return ", ".join(kind) or translator(lang)("Ydelser")


def _kind(state: EconomyState) -> tuple[str, ...]:
    return state.rates[0].kind if state.kind is None else state.kind


def _kinds(state: EconomyState) -> list[dict]:
    found = dict.fromkeys(rate.kind for rate in state.rates)
    return [
        {"id": str(index), "label": _kind_label(kind, state.session.lang), "current": kind == _kind(state)}
        for index, kind in enumerate(found)
    ]


def _chart(state: EconomyState) -> dict:
    """One kind of service over time: the municipality of the page first, then the others."""
    _, lang = translator(state.session.lang), state.session.lang
    rates = [rate for rate in state.rates if rate.kind == _kind(state)]
    title = _("%(kind)s pr. 1.000 indbyggere") % {"kind": _kind_label(_kind(state), lang)}
    try:
        lines = {_area_label(area, lang): line for area in _areas(state, rates)[:MOST] if (line := _line(rates, area))["week"]}
    except VisitationError as error:
        return missing("ydelser", title, str(error))
    if not lines:
        return missing("ydelser", title, _("Statistikbanken har ikke tal for denne ydelse."))
    columns = [column("area", _("Område")), column("period", _("Periode")), column("services", _("Ydelser"), 1), *_rate_columns(state)]
    drawn = drawing(compare, lang, unit=_("pr. 1.000 indbyggere 18-64 år"))
    table = numbers("ydelser", title, columns, [_row(rate, lang) for rate in rates])
    return figure(table, _said(rates, lines, lang), drawn, compare.rows(lines), note=_rests(state, rates))


def _rests(state: EconomyState, rates: list[Rate]) -> str:
    """Over how many periods, and from where."""
    _, lang, periods = translator(state.session.lang), state.session.lang, sorted({rate.period for rate in rates})
    told = {"n": count(len(periods), lang), "first": period_label(periods[0], lang), "last": period_label(periods[-1], lang)}
    return f"{_('n = %(n)s perioder, %(first)s til %(last)s.') % told} {_licence(state)}"


def _areas(state: EconomyState, rates: Iterable[Rate]) -> list[str]:
    here = state.session.model.head.label.in_("da")
    return sorted(dict.fromkeys(rate.area for rate in rates), key=lambda area: not here.startswith(area))


def _area_label(area: str, lang: str) -> str:
    """The whole country in words; a municipality by its name."""
    return translator(lang)("Hele landet") if area == COUNTRY else area


def _line(rates: list[Rate], area: str) -> dict:
    known = [rate for rate in rates if rate.area == area and rate.per_thousand is not None]
    return {"week": [first_day(rate.period) for rate in known], "value": [rate.per_thousand for rate in known]}


def _said(rates: list[Rate], lines: dict, lang: str) -> str:
    _ = translator(lang)
    last = ", ".join(f"{area} {number(line['value'][-1], lang, 1)}" for area, line in lines.items() if line["value"])
    told = {"period": period_label(rates[-1].period, lang), "values": last}
    return _("Senest (%(period)s): %(values)s pr. 1.000 indbyggere.") % told


def _newest(state: EconomyState) -> dict:
    """The newest period of all kinds and places."""
    _, lang = translator(state.session.lang), state.session.lang
    last = max(rate.period for rate in state.rates)
    columns = [column("kind", _("Ydelse")), column("area", _("Område")), column("services", _("Ydelser"), 1), *_rate_columns(state)]
    order = _areas(state, state.rates)
    found = sorted((rate for rate in state.rates if rate.period == last), key=lambda rate: (rate.kind, order.index(rate.area)))
    rows = [_row(rate, lang) | {"kind": _kind_label(rate.kind, lang)} for rate in found]
    return numbers("seneste", _("Alle ydelser, %(period)s") % {"period": period_label(last, lang)}, columns, rows)


def _rate_columns(state: EconomyState) -> list[dict]:
    _ = translator(state.session.lang)
    return [column("population", _("Indbyggere 18-64 år"), 0), column("per_thousand", _("Pr. 1.000"), 1)]


def _row(rate: Rate, lang: str) -> dict:
    told = {name: getattr(rate, name) for name in ("services", "population", "per_thousand")}
    return told | {"area": _area_label(rate.area, lang), "period": period_label(rate.period, lang)}


def sentence(state: EconomyState) -> str:
    """What the page says of Danmarks Statistik in one sentence."""
    _ = translator(state.session.lang)
    if isinstance(state.statbank, VisitationError) or not state.rates:
        return _("Her er ingen tal fra Danmarks Statistik endnu.")
    return _("Hvor meget støtte der gives, set ved siden af hele landet: Danmarks Statistiks tal, sat i forhold til indbyggerne.")
