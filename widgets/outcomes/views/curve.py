"""How soon support came after a course, by the year it started, and how many each curve still rests on."""

import numpy as np

from visitation.outcomes.returns import WEEK, Returns
from visitation.statistics.survival import Survival
from widgets.charts import curves
from widgets.charts.figure import column, drawing, figure, missing, numbers, of_register
from widgets.numbers import between, number
from widgets.outcomes.says import DECIMALS
from widgets.outcomes.state import OutcomesState
from widgets.text import count, translator

NAME = "kurver"
MOST = 4  # curves that can be told apart; the latest years
MONTH = 365.25 / 12  # days
EVERY = 6  # months between the counts below the axis; a year that nobody is followed so long in has no curve yet


def curve(state: OutcomesState) -> dict:
    """The curves as a figure."""
    _, lang = translator(state.session.lang), state.session.lang
    title = _("Startet: hvor hurtigt støtten kom efter forløbet")
    known = [one for one in state.returns if one.curve is not None and one.curve.until * WEEK / MONTH >= EVERY][-MOST:]
    if not known:
        return missing(NAME, title, _("For få er fulgt et halvt år til en kurve, eller registret kan ikke sige, hvem der har støtte."))
    if not any(len(one.curve.times) for one in known):
        return missing(NAME, title, _("Ingen af dem, hvis forløb er afsluttet, har fået støtte endnu."))
    lines = {str(one.year): _line(one) for one in known}
    followed = {str(one.year): _followed(one.curve) for one in known}
    data = curves.rows(lines, followed, label=_("fulgt så længe:"))
    table = numbers(NAME, title, _columns(lang), [row for name, line in lines.items() for row in _rows(name, line)])
    drawn = drawing(curves, lang, x=_("måneder efter forløbet"), every=EVERY, unit=_("% med støtte igen (95 %-bånd)"), step=True)
    return figure(table, _text(known, lang), drawn, data, note=_rests(known, lang))


def _rests(known: list[Returns], lang: str) -> str:
    """How many the curves are of, and what they count."""
    _ = translator(lang)
    told = {"n": count(sum(one.curve.n for one in known), lang), "first": known[0].year, "last": known[-1].year}
    first = _("Kurven tæller den første støtte efter forløbet; havde nogen støtte den dag, det sluttede, begynder den over nul.")
    return of_register(f"{_('n = %(n)s afsluttede forløb, startet %(first)s–%(last)s.') % told} {first}", lang)


def _line(one: Returns) -> dict:
    """The share that has had support, from the end of the help to the last day that anybody was followed."""
    found = one.curve
    months = [0.0, *(found.times * WEEK / MONTH), found.until * WEEK / MONTH]
    value, low, high = (
        [0.0, *(100 * (1 - ends)), 100 * (1 - ends[-1]) if len(ends) else 0.0] for ends in (found.left, found.high, found.low)
    )
    known = [None if np.isnan(end) or not month else end for end, month in zip(low, months, strict=True)]
    return {
        "x": months,
        "value": value,
        "low": known,
        "high": [end if start is not None else None for end, start in zip(high, known, strict=True)],
    }


def _followed(curve: Survival) -> dict:
    """How many were still followed without support, every half year."""
    marks = np.arange(0, curve.until * WEEK / MONTH, EVERY)
    return {"x": marks, "n": curve.present_at(marks * MONTH / WEEK)}


def _columns(lang: str) -> list[dict]:
    _ = translator(lang)
    names = {"x": _("måneder efter forløbet"), "value": _("har fået støtte igen, %"), "low": _("lav (95 %)"), "high": _("høj (95 %)")}
    return [column("year", _("Startår")), *(column(name, label, DECIMALS) for name, label in names.items())]


def _rows(name: str, line: dict) -> list[dict]:
    return [{"year": name} | dict(zip(line, row, strict=True)) for row in zip(*line.values(), strict=True)]


def _text(known: list[Returns], lang: str) -> str:
    """Where each curve stands after a year, or after half a year where nobody is followed longer."""
    return f"{'; '.join(_stands(one, lang) for one in known)}."


def _stands(one: Returns, lang: str) -> str:
    months = 12 if one.curve.until * WEEK / MONTH >= 12 else EVERY
    left, ends = one.curve.at(months * MONTH / WEEK)
    told = {"year": one.year, "value": number(100 * (1 - left), lang, DECIMALS), "n": count(one.curve.n, lang), "months": months}
    told["range"] = between(100 * (1 - ends.high), 100 * (1 - ends.low), lang, DECIMALS) if ends else "–"
    return translator(lang)("%(year)s: %(value)s %% har fået støtte inden %(months)d måneder (95 %%: %(range)s; n = %(n)s)") % told
