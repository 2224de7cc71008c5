"""The large chart: one series over the coming years, with what chance alone does to it and with all that is not known."""

from datetime import timedelta

import numpy as np

from visitation.forecast.bands import Series
from widgets.charts import fan
from widgets.charts.figure import column, drawing, figure, missing, numbers
from widgets.forecast.state import SERIES, ForecastState
from widgets.forecast.views.ahead import rests, unpriced
from widgets.forecast.views.series import DECIMALS, at, rounded, shown
from widgets.forecast_words import series_label, series_unit
from widgets.numbers import between, number
from widgets.text import translator

HISTORY = 52  # weeks of enquiries shown before the forecast


def series_tabs(state: ForecastState) -> list[dict]:
    """The series to choose from."""
    return [{"id": name, "label": series_label(name, state.session.lang), "current": name == state.chosen.series} for name in SERIES]


def fan_figure(state: ForecastState) -> dict:
    """The series that is chosen, week by week."""
    lang, title = state.session.lang, series_label(state.chosen.series, state.session.lang)
    series, decimals = shown(state, state.outlook, state.chosen.series), DECIMALS.get(state.chosen.series, 0)
    if series is None:
        return missing("fan", title, _none(state))
    weeks = {
        "week": state.outlook.begins,
        **{edge: rounded(getattr(series.total, edge)) for edge in ("p10", "p50", "p90")},
        **{f"process_{edge}": rounded(getattr(series.process, edge)) for edge in ("p10", "p90")},
    }
    data = fan.rows(weeks, labels=_labels(lang), history=_history(state), today=state.session.today)
    drawn = drawing(fan, lang, unit=series_unit(state.chosen.series, lang))
    lead = unpriced(state) if state.chosen.series == "cost_kr" else None
    table = numbers("fan", title, _columns(lang, decimals), data["weeks"])
    return figure(table, _text(state, series, decimals), drawn, data, note=rests(state), lead=lead)


def _none(state: ForecastState) -> str:
    """Why there is nothing to draw."""
    _ = translator(state.session.lang)
    if state.chosen.series == "posts":
        return _("Modellen siger ikke, hvor mange forløb et årsværk bærer; derfor vises ingen årsværk.")
    return _("Modellen har ingen priser. Skriv dem under Flere antagelser, så regnes udgiften med.")


def _labels(lang: str) -> dict[str, str]:
    _ = translator(lang)
    return {
        "total": _("80 %: alt det,\nvi ikke ved"),
        "process": _("80 %: tilfældighed\nalene"),
        "median": _("midterste"),
        "today": _("i dag"),
    }


def _history(state: ForecastState) -> dict:
    """The enquiries counted before; of the other series the register keeps no weekly count."""
    weeks = state.basis.weeks
    if state.chosen.series != "enquiries" or not weeks.counts:
        return {"week": (), "value": ()}
    counts = weeks.counts[-HISTORY:]
    first = weeks.after - timedelta(weeks=len(counts))
    return {"week": [first + timedelta(weeks=number) for number in range(len(counts))], "value": counts}


def _columns(lang: str, decimals: int) -> list[dict]:
    _ = translator(lang)
    names = {
        "p10": _("Lav (10 %)"),
        "p50": _("Midterste"),
        "p90": _("Høj (90 %)"),
        "process_p10": _("Lav ved tilfældighed alene"),
        "process_p90": _("Høj ved tilfældighed alene"),
    }
    return [column("week", _("Uge fra")), *(column(name, text, decimals) for name, text in names.items())]


def _text(state: ForecastState, series: Series, decimals: int) -> str:
    """What the chart shows, in one sentence."""
    _, lang = translator(state.session.lang), state.session.lang
    first, last = (at(series.total, week) for week in (0, -1))
    told = {"what": series_unit(state.chosen.series, lang).capitalize(), "first": number(first[0], lang, decimals, trim=True)}
    told |= {"last": number(last[0], lang, decimals, trim=True), "range": between(*last[1:], lang, decimals, trim=True)}
    told["years"] = state.chosen.years
    if not (width := np.ptp(last[1:])):
        return _("%(what)s: fra %(first)s i den første uge til %(last)s om %(years)d år; fire af fem fremtider ender på det samme.") % told
    share = min(np.ptp([series.process.p10[-1], series.process.p90[-1]]) / width, 1)
    said = _(
        "%(what)s: fra %(first)s i den første uge til %(last)s om %(years)d år (80 %%: %(range)s);"
        " tilfældighed alene fylder %(share)s %% af det bånd."
    )
    return said % (told | {"share": number(100 * share, lang)})
