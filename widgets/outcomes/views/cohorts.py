"""Return to support by the year a course started: on one day, and after the same time for all; never the one without the other."""

from visitation.outcomes.returns import MONTHS, EqualFollowUp, Returns, completions
from visitation.screening.explain import capital
from visitation.statistics.small import Share
from widgets.charts import intervals
from widgets.charts.figure import column, drawing, figure, missing, numbers, of_register
from widgets.outcomes.says import counts, share_cells, share_columns, short, sure, whole
from widgets.outcomes.state import OutcomesState
from widgets.outcomes.views.curve import curve
from widgets.text import count, full_date, translator

NAME = "aargange"
LOOKS = ("even", "late")  # of the follow-ups, the shortest first


def cohorts(state: OutcomesState) -> dict:
    """The years beside each other as a table and a chart, how soon support came, and the completed courses apart from them."""
    _, lang = translator(state.session.lang), state.session.lang
    return {
        "lead": _lead(state),
        "started": {"heading": _("Startet"), "columns": _headings(state), "rows": [_row(one, lang) for one in state.returns]},
        "chart": _chart(state),
        "curve": curve(state),
        "completed": _completed(state),
    }


def _lead(state: OutcomesState) -> str:
    """What counts as support, and why the two figures differ."""
    _, support = translator(state.session.lang), state.read.support
    if support is None:
        return _("Modellen siger ikke, hvad der tæller som støtte.")
    listed = ", ".join(support.sections)
    said = _("Støtte er %(sections)s. På én og samme dag er de senest startede fulgt kortest og har derfor oftest mindst støtte;")
    return f"{said % {'sections': listed}} {_('efter lige lang tid kan årgangene holdes op mod hinanden.')}"


def _headings(state: OutcomesState) -> list[str]:
    _, lang = translator(state.session.lang), state.session.lang
    day = _("Med støtte på én dag, %(day)s") % {"day": full_date(state.session.today, lang)}
    return [_("Startår"), day, *(_("%(n)d måneder efter forløbet") % {"n": months} for months in MONTHS)]


def _row(one: Returns, lang: str) -> dict:
    """A year: as it stands on the day, and after the same time."""
    _, share = translator(lang), one.on_the_day.share
    least, most = (round(months) for months in one.on_the_day.period.followed)
    followed = _("fulgt %(least)d–%(most)d måneder fra start") % {"least": least, "most": most}
    left = [(one.running, _("%(n)s i gang")), (one.unknown, _("%(n)s ukendt"))]
    note = ", ".join(said % {"n": count(n, lang)} for n, said in left if n)
    return {"year": str(one.year), "note": note, "cells": [_cell(share, followed, lang), *(_equal(equal, lang) for equal in one.equal)]}


def _cell(share: Share, note: str, lang: str) -> dict:
    if not share.n:
        return {"number": translator(lang)("ingen data"), "of": None, "sure": None, "note": None}
    few = share.percent is None
    return {"number": short(share, lang), "of": None if few else counts(share, lang), "sure": sure(share.interval, lang), "note": note}


def _equal(one: EqualFollowUp, lang: str) -> dict:
    _ = translator(lang)
    short_ = _("%(n)s er ikke fulgt så længe") % {"n": count(one.too_short, lang)} if one.too_short else ""
    if not one.share.n:
        return {"number": _("ingen endnu"), "of": None, "sure": None, "note": short_}
    return _cell(one.share, short_, lang)


def _chart(state: OutcomesState) -> dict:
    """The same shares with their intervals."""
    _, lang = translator(state.session.lang), state.session.lang
    title = _("Andel med støtte, efter startår")
    known = [one for one in state.returns if one.on_the_day.share.n]
    if not known:
        return missing(NAME, title, _("Registret kan ikke sige, hvem der har støtte."))
    points = [point for one in known for point in _points(one, lang)]
    data = intervals.rows({key: [point[key] for point in points] for key in points[0]})
    table = numbers(NAME, title, _columns(lang), [_cells(one) for one in state.returns])
    drawn = drawing(intervals, lang, unit=_("% med støtte (streg: 95 %)"))
    return figure(table, _text(known, lang), drawn, data, note=_rests(state, known))


def _rests(state: OutcomesState, known: list[Returns]) -> str:
    """How many the shares are of, from when to when they started, and when they were seen."""
    _, lang, days = translator(state.session.lang), state.session.lang, state.session.today
    told = {"n": count(sum(one.on_the_day.share.n for one in known), lang), "day": full_date(days, lang)}
    years = {"first": known[0].year, "last": known[-1].year}
    return of_register(_("n = %(n)s, startet %(first)s–%(last)s, set %(day)s.") % (told | years), lang)


def _points(one: Returns, lang: str) -> list[dict]:
    _ = translator(lang)
    told = [(_("på dagen"), "plain", one.on_the_day.share)]
    told += [(_("%(n)d måneder efter") % {"n": equal.months}, look, equal.share) for equal, look in zip(one.equal, LOOKS, strict=True)]
    return [_point(str(one.year), name, look, share, lang) for name, look, share in told]


def _point(group: str, name: str, look: str, share: Share, lang: str) -> dict:
    said = short(share, lang) if share.n else translator(lang)("ingen endnu")
    ends = (None, None) if share.interval is None else (share.interval.low, share.interval.high)
    return {"group": group, "kind": look, "text": f"{name}: {said}", "value": share.percent, "low": ends[0], "high": ends[1]}


def _columns(lang: str) -> list[dict]:
    _ = translator(lang)
    after = [part for months in MONTHS for part in _after(months, lang)]
    day = share_columns("day", _("med støtte på dagen"), lang)
    return [column("year", _("Startår")), *day, *after, column("running", _("i gang"), 0), column("unknown", _("ukendt"), 0)]


def _after(months: int, lang: str) -> list[dict]:
    _ = translator(lang)
    label = _("%(n)d måneder efter") % {"n": months}
    return [*share_columns(f"m{months}", label, lang), column(f"m{months}_short", f"{label}: {_('ikke fulgt så længe')}", 0)]


def _cells(one: Returns) -> dict:
    equal = {}
    for each in one.equal:
        equal |= share_cells(f"m{each.months}", each.share) | {f"m{each.months}_short": each.too_short}
    return {"year": str(one.year), "running": one.running, "unknown": one.unknown} | share_cells("day", one.on_the_day.share) | equal


def _text(known: list[Returns], lang: str) -> str:
    """The chart in words."""
    _ = translator(lang)
    said = _("startet i %(year)s: %(day)s på dagen, %(after)s efter %(months)d måneder")
    first = [(one, one.equal[0]) for one in known]
    told = "; ".join(
        said
        % {
            "year": one.year,
            "day": short(one.on_the_day.share, lang),
            "after": short(equal.share, lang) if equal.share.n else _("endnu ingen fulgt"),
            "months": equal.months,
        }
        for one, equal in first
    )
    return f"{capital(told)}."


def _completed(state: OutcomesState) -> dict | None:
    """The completed courses, which are no cohort of starts."""
    _, lang = translator(state.session.lang), state.session.lang
    days = [one.completed for one in state.courses if one.completed]
    if not days:
        return None
    found = completions(state.courses, min(days), max(days), state.session.today)
    told = {"share": whole(found.share, lang), "first": full_date(min(days), lang), "last": full_date(max(days), lang)}
    said = _("Gennemført %(first)s–%(last)s: %(share)s har støtte på dagen.")
    note = _("Gennemførte forløb er en anden hændelse end startede og lægges aldrig sammen med dem.")
    return {"heading": _("Gennemført"), "text": said % told, "note": note}
