"""How earlier forecasts did: how much of what came lay in their bands, and what each expected."""

from datetime import timedelta

import numpy as np

from visitation.errors import VisitationError
from visitation.forecast.backtest import AHEAD, EVERY, Check, Row
from visitation.screening.explain import source_text
from widgets.charts import observed, pit
from widgets.charts.figure import column, drawing, figure, numbers, of_register
from widgets.charts.parts import rows as plain
from widgets.forecast.state import ForecastState
from widgets.forecast.views.series import rounded
from widgets.numbers import between, number
from widgets.text import count, full_date, translator
from widgets.words import word

MODEL = "model"
BINS = 10


def past(state: ForecastState) -> dict | None:
    """The backtest of the inflow; None until somebody asked for it."""
    if state.past is None:
        return None
    if isinstance(state.past, VisitationError):
        return {"none": str(state.past)}
    checks, rows = state.past
    own = [check for check in checks if check.name == MODEL]
    return {
        "none": None,
        "sentence": _sentence(state, rows[0]),
        "table": {"columns": _columns(state.session.lang), "rows": [_row(row, state.session.lang) for row in rows]},
        "figures": [_observed(state, own), _pit(state, own)],
    }


def published(state: ForecastState) -> list[dict]:
    """The published numbers, each with our band, and whether it lies inside or what may be the matter."""
    _, lang = translator(state.session.lang), state.session.lang
    return [
        {
            "label": one.claim.label.in_(lang),
            "value": f"{number(one.claim.value, lang, 1, trim=True)} {one.claim.unit.in_(lang)}",
            "band": f"{number(one.p50, lang)} ({between(one.p10, one.p90, lang, trim=True)})",
            "inside": one.inside,
            "verdict": _("i båndet") if one.inside else _("uden for båndet"),
            "why": one.why.in_(lang) if one.why else None,
            "reason": one.claim.reason.in_(lang),
            "kind": word("kind", one.claim.kind, lang),
            "source": source_text(state.session.model, one.claim.source),
        }
        for one in state.published
    ]


def _sentence(state: ForecastState, own: Row) -> str:
    _, lang, weeks = translator(state.session.lang), state.session.lang, state.basis.weeks
    said = _(
        "%(origins)d prognoser for henvendelser, lavet hver %(every)d. uge med det, man vidste dengang, og holdt op mod det, der kom:"
        " %(share)s %% af ugerne lå i båndet på 80 %%."
    )
    told = {"origins": own.origins, "every": EVERY, "share": number(100 * own.coverage80, lang)}
    sums = _("Ingen periode på %(ahead)d uger er gået endnu.") % {"ahead": AHEAD}
    if own.sums:
        found = _("Af %(sums)d perioder på %(ahead)d uger, der griber ind over hinanden, lå summen i båndet i %(share)s %%.")
        sums = found % {"sums": own.sums, "ahead": AHEAD, "share": number(100 * own.coverage80_sum26, lang)}
    first, last = state.assumptions["enquiries_per_week"].period
    rests = _("Register: %(n)s henvendelser på %(weeks)d uger, %(first)s til %(last)s.")
    known = {"n": count(sum(weeks.counts), lang), "weeks": len(weeks), "first": full_date(first, lang), "last": full_date(last, lang)}
    return f"{said % told} {sums} {rests % known}"


def _columns(lang: str) -> list[str]:
    _ = translator(lang)
    return [
        _("Model"),
        _("Uger i båndet"),
        _("Summer i båndet"),
        _("Fejl (CRPS), henvendelser om ugen"),
        _("For mange om ugen"),
        _("Prognoser"),
    ]


def _row(row: Row, lang: str) -> list[str]:
    _ = translator(lang)
    names = {MODEL: _("Vores model"), "gennemsnit": _("Gennemsnittet hidtil"), "samme uge sidste år": _("Samme uge sidste år")}
    shares = [_share(row.coverage80, lang), "–" if row.coverage80_sum26 is None else _share(row.coverage80_sum26, lang)]
    errors = [number(value, lang, 2, trim=True) for value in (row.crps, row.bias)]
    return [names.get(row.name, row.name), *shares, *errors, count(row.origins, lang)]


def _share(share: float, lang: str) -> str:
    return f"{number(100 * share, lang)} %"


def _observed(state: ForecastState, own: list[Check]) -> dict:
    """Each week as the latest forecast before it had it."""
    _, lang = translator(state.session.lang), state.session.lang
    parts = [_stretch(check, own[i + 1].origin if i + 1 < len(own) else None) for i, check in enumerate(own)]
    points = {key: [value for part in parts for value in part[key]] for key in parts[0]}
    labels = {"band": _("80 %\nforudsagt"), "expected": _("ventet"), "observed": _("kom")}
    outside = sum(not low <= came <= high for came, low, high in zip(points["observed"], points["p10"], points["p90"], strict=True))
    text = _("Af %(weeks)d uger, set fra den seneste prognose før dem, lå %(outside)d (%(share)s %%) uden for båndet; 20 %% var at vente.")
    told = {"weeks": len(points["week"]), "outside": outside, "share": number(100 * outside / len(points["week"]), lang)}
    columns = [
        column("week", _("Uge fra")),
        column("observed", _("Kom"), 0),
        column("expected", _("Ventet"), 1),
        column("p10", _("Lav (10 %)"), 0),
        column("p90", _("Høj (90 %)"), 0),
    ]
    drawn = drawing(observed, lang, unit=_("henvendelser om ugen"))
    table = numbers("observed", _("Ventet og kommet"), columns, plain(points))
    return figure(table, text % told, drawn, observed.rows(points, labels=labels), note=_rests(own, lang))


def _rests(own: list[Check], lang: str) -> str:
    """Over how many weeks the forecasts were held against what came."""
    last = max(check.origin + timedelta(weeks=len(check.observed)) for check in own) - timedelta(days=1)
    told = {"n": count(sum(len(check.observed) for check in own), lang), "origins": count(len(own), lang)}
    days = {"first": full_date(own[0].origin, lang), "last": full_date(last, lang)}
    return of_register(translator(lang)("n = %(n)s uger i %(origins)s prognoser, %(first)s til %(last)s.") % (told | days), lang)


def _stretch(check: Check, until) -> dict[str, list]:
    """The weeks of a forecast until the next one was made."""
    count_ = len(check.observed) if until is None else (until - check.origin).days // 7
    days = [check.origin + timedelta(weeks=week) for week in range(min(count_, len(check.observed)))]
    found = {"observed": check.observed, "expected": check.expected, "p10": check.low, "p90": check.high}
    return {"week": days} | {key: rounded(values[: len(days)]) for key, values in found.items()}


def _pit(state: ForecastState, own: list[Check]) -> dict:
    _, lang = translator(state.session.lang), state.session.lang
    values = np.concatenate([check.pit for check in own])
    share = rounded(np.histogram(values, BINS, (0, 1))[0] / len(values), 4)
    found = {"bin": [f"{10 * i}–{10 * (i + 1)} %" for i in range(BINS)], "share": [100 * each for each in share]}
    middle = number(100 * sum(share[2:8]), lang)
    text = _("%(share)s %% af ugerne lå i de midterste 60 %% af det ventede; mere end 60 %% betyder for brede bånd, mindre for smalle.")
    columns = [column("bin", _("Sted i det ventede")), column("share", _("Andel af ugerne, %"), 0)]
    drawn = drawing(pit, lang, x=_("sted i det, der var ventet"), y=_("andel af ugerne"))
    data = pit.rows(share, labels={"even": _("jævnt")})
    table = numbers("pit", _("Var båndene brede nok? (PIT)"), columns, plain(found))
    return figure(table, text % {"share": middle}, drawn, data, note=_rests(own, lang))
