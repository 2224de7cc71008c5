"""What is to be expected, in one sentence and three numbers: today, in one year, in three."""

from datetime import date

from babel.dates import format_date

from visitation.forecast.bands import Series
from visitation.forecast.basis import scaled, start
from widgets.forecast.state import WEEKS, ForecastState
from widgets.forecast.views.series import at, shown
from widgets.forecast_words import price_label
from widgets.numbers import between, number
from widgets.text import LOCALES, count, full_date, translator

AHEAD = (1, 3)  # years


def sentence(state: ForecastState) -> str:
    """What the forecast says of its last headline year, with how sure it is."""
    _, lang, outlook = translator(state.session.lang), state.session.lang, state.outlook
    year, wait = weeks_ahead(state)[-1], shown(state, outlook, "wait")
    told = {"day": _month(outlook.begins[year], lang), "places": count(outlook.scenario.places, lang)}
    told |= _told("s85", outlook.series["s85"], year, lang)
    if wait is None:
        return _("I %(day)s, uden pladser: ingen kommer i gang, og %(s85)s har § 85 (80 %%: %(s85_range)s).") % told
    told |= _told("wait", wait, year, lang)
    told["wait"] = _("1 uge") if told["wait"] == "1" else _("%(n)s uger") % {"n": told["wait"]}
    said = _("I %(day)s, med %(places)s pladser: nye venter %(wait)s (80 %%: %(wait_range)s), og %(s85)s har § 85 (%(s85_range)s).")
    return said % told


def _told(name: str, series: Series, week: int, lang: str) -> dict[str, str]:
    middle, low, high = at(series.total, week)
    return {name: number(middle, lang), f"{name}_range": between(low, high, lang, trim=True)}


def headline(state: ForecastState) -> list[dict]:
    """Wait, courses and support: today and ahead, each with its middle and the range of four of five futures."""
    _, outlook = translator(state.session.lang), state.outlook
    units = {"wait": _("uger"), "courses": "", "s85": _("borgere")}
    titles = {"wait": _("Ventetid"), "courses": _("Forløb i gang"), "s85": _("§ 85")}
    today = {"wait": _waiting(state), "courses": _there(state, "courses"), "s85": _there(state, "s85")}
    return [
        {
            "id": name,
            "title": titles[name],
            "unit": units[name],
            "note": _note(state, name),
            "cells": [today[name], *(_cell(state, shown(state, outlook, name), week) for week in weeks_ahead(state))],
        }
        for name in titles
    ]


def weeks_ahead(state: ForecastState) -> list[int]:
    """The last week of each headline year that lies within the years that are shown."""
    years = [min(years, state.chosen.years) for years in AHEAD]
    return [years * WEEKS - 1 for years in dict.fromkeys(years)]


def _waiting(state: ForecastState) -> dict:
    """How long those who wait today have waited so far, on average."""
    _, lang = translator(state.session.lang), state.session.lang
    waited = start(state.basis, state.scenario).waiting
    mean = number(sum(waited) / len(waited), lang) if waited else "0"
    return {"when": _("I dag"), "number": mean, "range": _("%(n)s venter") % {"n": count(len(waited), lang)}}


def _there(state: ForecastState, stock: str) -> dict:
    """How many are there today, and whether the register tells it."""
    _, lang = translator(state.session.lang), state.session.lang
    told = _("antaget") if stock in state.basis.assumed else _("talt")
    return {"when": _("I dag"), "number": count(getattr(state.scenario.initial, stock), lang), "range": told}


def _cell(state: ForecastState, series: Series | None, week: int) -> dict:
    _, lang, years = translator(state.session.lang), state.session.lang, (week + 1) // WEEKS
    when = _("Om 1 år") if years == 1 else _("Om %(n)d år") % {"n": years}
    if series is None:
        return {"when": when, "number": "–", "range": _("ingen kommer i gang")}
    middle, low, high = at(series.total, week)
    return {"when": when, "number": number(middle, lang), "range": between(low, high, lang, trim=True)}


def _note(state: ForecastState, name: str) -> str:
    """What a headline number means."""
    _ = translator(state.session.lang)
    return {
        "wait": _("I dag indtil nu; siden køen foran en ny."),
        "courses": _("Efter § 82, ved ugens slutning."),
        "s85": _("Med støtte efter § 85, ved ugens slutning."),
    }[name]


def made_of(state: ForecastState) -> list[str]:
    """What every number on the screen rests on."""
    _, lang, basis, scenario = translator(state.session.lang), state.session.lang, state.basis, state.outlook.scenario
    head, weeks = basis.model.head, basis.weeks
    drawn = _("%(n)s mulige fremtider (frø %(seed)d) fra %(day)s, model %(model)s %(version)s.")
    told = {"n": count(scenario.replications, lang), "seed": scenario.seed, "day": full_date(basis.begins, lang)}
    lines = [drawn % (told | {"model": head.label.in_(lang), "version": head.version})]
    if weeks.counts:
        counted = _("Register: %(n)s henvendelser på %(weeks)d uger, %(first)s til %(last)s.")
        told = {"n": count(sum(weeks.counts), lang), "weeks": len(weeks)}
        period = state.assumptions["enquiries_per_week"].period
        lines.append(counted % (told | dict(zip(("first", "last"), (full_date(day, lang) for day in period), strict=True))))
    else:
        lines.append(_("Registret har ingen hele uger; modellens tal er brugt."))
    if scaled(basis, scenario):
        lines.append(_("Henvendelserne er lagt om til scenariets tal."))
    return [*lines, _("80 %: fire af fem mulige fremtider ligger i det bånd.")]


def rests(state: ForecastState) -> str:
    """What the numbers of a chart are of: how many futures, and which enquiries they go on from."""
    return " ".join(made_of(state)[:2])


def unpriced(state: ForecastState) -> str | None:
    """What the cost leaves out."""
    _, lang, missing = translator(state.session.lang), state.session.lang, state.outlook.unpriced
    if not missing:
        return None
    return _("Ikke regnet med, fordi prisen mangler: %(what)s.") % {"what": ", ".join(price_label(key, lang) for key in missing)}


def _month(day: date, lang: str) -> str:
    return format_date(day, "MMMM y", locale=LOCALES[lang])
