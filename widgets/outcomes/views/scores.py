"""The citizens' own scores: how many are measured, where they began and ended, and how much of it is more than uncertainty."""

from visitation.outcomes.fit import Report
from widgets.charts.figure import column, numbers
from widgets.numbers import number
from widgets.outcomes.names import threshold_label, threshold_note
from widgets.outcomes.says import (
    DECIMALS,
    counts,
    mean,
    mean_cells,
    mean_columns,
    moved,
    percent,
    short,
    sure,
    whole,
)
from widgets.outcomes.state import FIELDS, OutcomesState
from widgets.outcomes.views.alliance import alliance
from widgets.outcomes.views.groups import groups
from widgets.outcomes.views.reliable import reliable
from widgets.text import count, translator
from widgets.words import word


def scores(state: OutcomesState) -> dict:
    """All of it, or why there is none."""
    report = state.report
    if not report.coverage.k:
        return {"none": translator(state.session.lang)("Intet forløb i perioden er målt to gange; derfor er der ingen udvikling at vise.")}
    return {
        "none": None,
        "banner": _banner(state, report),
        "cards": _cards(state, report),
        "percents": _percents(report, state.session.lang),
        "fields": [_field(state, key) for key in FIELDS],
        "reliable": reliable(state),
        "alliance": alliance(state),
        "areas": _areas(report, state.session.lang),
        "groups": groups(state),
    }


def _banner(state: OutcomesState, report: Report) -> str | None:
    """That too few are measured for the numbers to speak for all."""
    _, lang = translator(state.session.lang), state.session.lang
    if report.enough:
        return None
    told = {"share": whole(report.coverage, lang), "gate": number(100 * state.thresholds.gate, lang)}
    return _("Kun %(share)s er målt mindst to gange; under %(gate)s %% siger tallene ikke noget om dem alle.") % told


def _cards(state: OutcomesState, report: Report) -> list[dict]:
    """A number each, with what it is of."""
    _, lang = translator(state.session.lang), state.session.lang
    ors, srs, crossed = report.ors, report.alliance.srs, report.reliable.crossed
    measured = _("n = %(n)s målt to gange") % {"n": count(ors.points.n, lang)}
    cut = {"cutoff": number(state.thresholds.cutoff, lang)}
    strained = report.alliance.strained
    below = _("Senest under %(limit)s: %(share)s") % {"limit": number(state.thresholds.alliance, lang), "share": short(strained, lang)}
    return [
        _card(_("Målt mindst to gange"), short(report.coverage, lang), counts(report.coverage, lang), sure(report.coverage.interval, lang)),
        _card(_("Trivsel (ORS), første og seneste"), _ends(ors, lang), _("point af 40"), measured),
        _card(_("Ændring i gennemsnit"), mean_moved(ors, lang), _interval(ors, lang), measured),
        _card(
            _("Fra under til over %(cutoff)s point") % cut,
            short(crossed, lang),
            _("%(counts)s, der begyndte under") % {"counts": counts(crossed, lang)},
            sure(crossed.interval, lang),
        ),
        _card(
            _("Samarbejde (SRS), første og seneste"),
            _ends(srs, lang),
            _("point af 40, n = %(n)s") % {"n": count(srs.points.n, lang)},
            below,
        ),
    ]


def _card(label: str, number_: str, of: str, sure_: str) -> dict:
    return {"label": label, "number": number_, "of": of, "sure": sure_}


def _ends(change, lang: str) -> str:
    return f"{mean(change.first, lang)} → {mean(change.last, lang)}"


def mean_moved(change, lang: str) -> str:
    """The mean change in points, without its interval."""
    return moved(change.points, lang).partition(" (")[0]


def _interval(change, lang: str) -> str:
    _ = translator(lang)
    return _("point, %(sure)s") % {"sure": sure(change.points.interval, lang)}


def _percents(report: Report, lang: str) -> dict:
    """Both definitions side by side, and what sets them apart."""
    _ = translator(lang)
    each, means = report.ors.mean_of_percents, report.ors.percent_of_means
    note = _("Det første giver dem, der begyndte lavt, mest vægt; det andet vejer alle point ens. De to er sjældent det samme.")
    first = _card(
        _("Gennemsnit af procenter"),
        "–" if each.mean is None else percent(each.mean, lang),
        _("hver borgers fremskridt for sig, n = %(n)s") % {"n": count(each.n, lang)},
        sure(each.interval, lang),
    )
    second = _card(
        _("Procent af gennemsnit"),
        "–" if means is None else percent(means, lang),
        _("fra %(first)s til %(last)s point, n = %(n)s")
        % {"first": mean(report.ors.first, lang), "last": mean(report.ors.last, lang), "n": count(report.ors.points.n, lang)},
        _("uden interval: ét tal for alle under ét"),
    )
    return {"cards": [first, second], "note": note}


def _field(state: OutcomesState, key: str) -> dict:
    """A number that the scores are held against."""
    _, lang, field = translator(state.session.lang), state.session.lang, FIELDS[key]
    refused = state.refused if state.refused and state.refused[0] == key else None
    value = field.factor * getattr(state.thresholds, key)
    written = number(value, lang, 0 if value == round(value) else DECIMALS)
    told = {"low": number(field.low, lang), "high": number(field.high, lang)}
    return {
        "key": key,
        "label": threshold_label(key, lang),
        "value": refused[1] if refused else written,
        "unit": "%" if key == "gate" else _("point"),
        "range": _("%(low)s til %(high)s") % told,
        "note": threshold_note(key, lang),
        "refused": refused[2] if refused else None,
    }


def _areas(report: Report, lang: str) -> dict:
    """The four areas, first and last, as a table to look at and as one of numbers."""
    _ = translator(lang)
    parts = (("first", _("første")), ("last", _("seneste")), ("points", _("ændring, point")))
    columns = [column("area", _("Område")), *(part for name, word_ in parts for part in mean_columns(name, word_, lang))]
    named = {_("I alt"): report.ors} | {word("area", area, lang): change for area, change in report.areas.items()}
    rows = [
        {"area": name} | {key: cell for part, _w in parts for key, cell in mean_cells(part, getattr(change, part)).items()}
        for name, change in named.items()
    ]
    told = [[name, f"{mean(change.first, lang)} → {mean(change.last, lang)}", moved(change.points, lang)] for name, change in named.items()]
    headings = ["", _("Første → seneste"), _("Ændring, point")]
    table = numbers("omraader", _("Trivsel i alt (0-40) og på fire områder (0-10)"), columns, rows)
    return {"columns": headings, "rows": told, "table": table}
