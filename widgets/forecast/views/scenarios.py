"""The saved scenarios: their tabs, and two or three of them side by side."""

from collections.abc import Iterator

from visitation.forecast.bands import Band
from visitation.forecast.outlook import Outlook
from widgets.charts import compare
from widgets.charts.figure import column, drawing, figure, numbers
from widgets.charts.parts import rows as plain
from widgets.forecast.chosen import BASE
from widgets.forecast.state import ForecastState
from widgets.forecast.views.ahead import rests, weeks_ahead
from widgets.forecast.views.series import DECIMALS, at, rounded, shown
from widgets.forecast_words import series_label, series_unit
from widgets.numbers import between, number, signed
from widgets.text import full_date, translator


def tabs(state: ForecastState) -> dict:
    """The basis' own scenario and the saved ones; the open one may have been changed since."""
    _ = translator(state.session.lang)
    names = {BASE: _("Grundlag")} | {name: name for name in state.saved}
    saved = state.saved.get(state.chosen.name)
    return {
        "tabs": [{"name": name, "label": label, "current": name == state.chosen.name} for name, label in names.items()],
        "edited": state.edited,
        "name": state.chosen.name,
        "saved": _("Gemt %(day)s") % {"day": full_date(saved.saved, state.session.lang)} if saved else None,
    }


def beside(state: ForecastState) -> dict | None:
    """The scenarios that are compared; None while none is saved."""
    if not state.saved:
        return None
    choices = [{"name": name, "label": name, "pressed": name in state.chosen.compared} for name in state.saved]
    return {"choices": choices, **(_compared(state) if len(state.chosen.compared) > 1 else {"table": None, "figure": None})}


def _compared(state: ForecastState) -> dict:
    _, lang, found = translator(state.session.lang), state.session.lang, state.beside()
    names = [_("Grundlag"), *(name for name, _outlook in found[1:])]
    outlooks, week = [outlook for _name, outlook in found], weeks_ahead(state)[-1]
    caption = _("I ugen fra %(day)s: det midterste tal, og det, fire af fem fremtider ligger inden for")
    table = {"caption": caption % {"day": full_date(outlooks[0].begins[week], lang)}, "names": names}
    return {"table": table | {"rows": list(_lines(state, outlooks, week))}, "figure": _figure(state, names, outlooks)}


def _lines(state: ForecastState, outlooks: list[Outlook], week: int) -> Iterator[dict]:
    """A line for each headline number that all scenarios have."""
    _ = translator(state.session.lang)
    titles = {
        "wait": _("Ventetid for nye, uger"),
        "courses": _("Forløb i gang"),
        "s85": _("Borgere med § 85"),
        "posts": _("Årsværk"),
        "cost_kr": _("1.000 kr. om ugen"),
    }
    for name, title in titles.items():
        found = [shown(state, outlook, name) for outlook in outlooks]
        if None not in found:
            yield _row(state, title, DECIMALS.get(name, 0), [series.total for series in found], week)


def _row(state: ForecastState, title: str, decimals: int, bands: list[Band], week: int) -> dict:
    """A headline number of each scenario; of the others than the basis' own with the difference to it."""
    lang, own = state.session.lang, at(bands[0], week)[0]
    cells = []
    for band in bands:
        middle, low, high = at(band, week)
        change = None if band is bands[0] else signed(middle - own, lang, decimals, trim=True)
        range_ = between(low, high, lang, decimals, trim=True)
        cells.append({"number": number(middle, lang, decimals, trim=True), "range": range_, "change": change})
    return {"title": title, "cells": cells}


def _figure(state: ForecastState, names: list[str], outlooks: list[Outlook]) -> dict | None:
    """The middle of the chosen series in each scenario; None where one of them cannot tell it."""
    _, lang, begins, series = translator(state.session.lang), state.session.lang, outlooks[0].begins, state.chosen.series
    found, decimals = [shown(state, outlook, series) for outlook in outlooks], DECIMALS.get(series, 0)
    if None in found:
        return None
    values = [rounded(each.total.p50) for each in found]
    ends = ", ".join(f"{number(line[-1], lang, decimals, trim=True)} ({name})" for name, line in zip(names, values, strict=True))
    said = _("Det midterste tal for %(what)s er i den sidste uge %(ends)s.")
    text = said % {"what": series_unit(series, lang), "ends": ends}
    columns = [column("week", _("Uge fra")), *(column(f"v{i}", name, decimals) for i, name in enumerate(names))]
    rows = plain({"week": begins} | {f"v{i}": line for i, line in enumerate(values)})
    data = compare.rows({name: {"week": begins, "value": line} for name, line in zip(names, values, strict=True)})
    title = _("%(series)s i scenarierne") % {"series": series_label(series, lang)}
    drawn = drawing(compare, lang, unit=series_unit(series, lang))
    return figure(numbers("compare", title, columns, rows), text, drawn, data, note=rests(state))
