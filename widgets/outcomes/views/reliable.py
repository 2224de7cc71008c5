"""How many moved by more than the uncertainty of a score: all of them, and those who completed beside those who stopped."""

from visitation.outcomes.fit import Report
from widgets.charts import intervals
from widgets.charts.figure import column, drawing, figure, numbers
from widgets.numbers import number
from widgets.outcomes.says import DECIMALS, share_cells, share_columns, short, whole
from widgets.outcomes.state import OutcomesState
from widgets.outcomes.views.head import rests
from widgets.text import translator
from widgets.words import word

LOOKS = {"better": "even", "unchanged": "plain", "worse": "late"}


def reliable(state: OutcomesState) -> dict:
    """How many moved reliably: all of them, and those who completed beside those who stopped."""
    _, lang = translator(state.session.lang), state.session.lang
    title = _("Sikker ændring i trivsel")
    found = [(_("Alle"), state.report), *((word("standing", name, lang), report) for name, report in state.grouped("standing").items())]
    points = [point for name, report in found for point in _moves(name, report, lang) if report.reliable.better.n]
    data = intervals.rows({key: [point[key] for point in points] for key in points[0]})
    columns = [column("group", _("Forløb")), *(part for move, word_ in _words(lang).items() for part in share_columns(move, word_, lang))]
    rows = [{"group": name} | _shares(report) for name, report in found]
    drawn = drawing(intervals, lang, unit=_("% af de målte (streg: 95 %)"))
    return figure(numbers("sikker-aendring", title, columns, rows), _told(state), drawn, data, note=_rests(state))


def _words(lang: str) -> dict[str, str]:
    _ = translator(lang)
    return {"better": _("steget sikkert"), "unchanged": _("hverken eller"), "worse": _("faldet sikkert")}


def _moves(group: str, report: Report, lang: str) -> list[dict]:
    points = []
    for move, name in _words(lang).items():
        share = getattr(report.reliable, move)
        ends = (None, None) if share.interval is None else (share.interval.low, share.interval.high)
        said = f"{name}: {short(share, lang)}"
        points.append({"group": group, "kind": LOOKS[move], "text": said, "value": share.percent, "low": ends[0], "high": ends[1]})
    return points


def _shares(report: Report) -> dict:
    return {key: cell for move in LOOKS for key, cell in share_cells(move, getattr(report.reliable, move)).items()}


def _told(state: OutcomesState) -> str:
    """The chart in words."""
    _, lang, found = translator(state.session.lang), state.session.lang, state.report.reliable
    said = _("Steget sikkert: %(better)s; faldet sikkert: %(worse)s; hverken eller: %(unchanged)s.")
    return said % {move: whole(getattr(found, move), lang) for move in LOOKS}


def _rests(state: OutcomesState) -> str:
    """How many are measured, and the limit that makes a change a reliable one."""
    _, lang, points = translator(state.session.lang), state.session.lang, state.thresholds.reliable
    limit = _("Sikkert er mindst %(points)s point.") % {"points": number(points, lang, 0 if points % 1 == 0 else DECIMALS)}
    return f"{limit} {rests(state, state.report.reliable.better.n)}"
