"""The scores by unit, form, period, and where the course stands, as a table."""

from visitation.outcomes.fit import GROUPS, Report
from widgets.charts.figure import column, numbers
from widgets.outcomes.names import group_label, member_label
from widgets.outcomes.says import DECIMALS, counts, mean, mean_cells, mean_columns, moved, percent, share_cells, share_columns, short
from widgets.outcomes.state import OutcomesState
from widgets.text import count, translator

ORDER = ("standing", "form", "unit", "year", "quarter")  # the nearest question first


def groups(state: OutcomesState) -> dict:
    """The table with the ways to group it."""
    _, lang = translator(state.session.lang), state.session.lang
    label, found = member_label(state.session, state.by), state.grouped(state.by)
    named = {label(name): report for name, report in found.items()}
    return {
        "choices": [{"id": by, "label": group_label(by, lang), "current": by == state.by} for by in ORDER if by in GROUPS],
        "columns": _headings(lang),
        "rows": [[name, *_cells(report, lang)] for name, report in named.items()],
        "table": numbers(
            f"maalinger-{state.by}", group_label(state.by, lang), _columns(lang), [_row(name, report) for name, report in named.items()]
        ),
    }


def _headings(lang: str) -> list[str]:
    _ = translator(lang)
    return [
        "",
        _("Startet"),
        _("Målt to gange"),
        _("Første → seneste"),
        _("Ændring, point"),
        _("Gns. af procenter"),
        _("Procent af gns."),
        _("Steget sikkert"),
        _("SRS, seneste"),
    ]


def _cells(report: Report, lang: str) -> list[str]:
    ors, share = report.ors, report.coverage
    measured = counts(share, lang) if share.percent is None else f"{counts(share, lang)} ({percent(share.percent, lang)})"
    both = [None if ors.mean_of_percents.mean is None else ors.mean_of_percents.mean, ors.percent_of_means]
    return [
        count(share.n, lang),
        measured,
        f"{mean(ors.first, lang)} → {mean(ors.last, lang)}",
        moved(ors.points, lang),
        *("–" if value is None else percent(value, lang) for value in both),
        short(report.reliable.better, lang),
        mean(report.alliance.srs.last, lang),
    ]


def _columns(lang: str) -> list[dict]:
    _ = translator(lang)
    means = (
        ("first", _("første")),
        ("last", _("seneste")),
        ("points", _("ændring, point")),
        ("each", _("gennemsnit af procenter")),
        ("srs", _("SRS, seneste")),
    )
    shares = (("measured", _("målt to gange")), ("better", _("steget sikkert")), ("worse", _("faldet sikkert")))
    found = [column("group", _("Forløb"))]
    found += [part for name, word in shares for part in share_columns(name, word, lang)]
    found += [part for name, word in means for part in mean_columns(name, word, lang)]
    return [*found, column("means", _("procent af gennemsnit"), DECIMALS)]


def _row(name: str, report: Report) -> dict:
    ors, reliable = report.ors, report.reliable
    shares = {"measured": report.coverage, "better": reliable.better, "worse": reliable.worse}
    means = {"first": ors.first, "last": ors.last, "points": ors.points, "each": ors.mean_of_percents, "srs": report.alliance.srs.last}
    found = {key: cell for part, share in shares.items() for key, cell in share_cells(part, share).items()}
    found |= {key: cell for part, one in means.items() for key, cell in mean_cells(part, one).items()}
    return {"group": name, "means": ors.percent_of_means} | found
