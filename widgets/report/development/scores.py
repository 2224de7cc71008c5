"""The citizens' own scores: the coverage and its gate, the change, both percents, and who moved by more than uncertainty."""

from visitation.outcomes.fit import Report
from widgets.report import said
from widgets.report.development.study import Study
from widgets.report.piece import Ground, Piece, paragraph, table
from widgets.report.told import NONE, number, percent
from widgets.words import form_words, word

PERCENTS = "Det første giver dem, der begyndte lavt, mest vægt; det andet vejer alle point ens. De to er sjældent det samme."
GROUPS = {"standing": "Efter hvor forløbet står", "form": "Efter forløbets form", "year": "Efter startår"}
COLUMNS = ["", "forløb", "målt to gange", "ændring, point", "steget sikkert", "faldet sikkert"]


def scores(study: Study) -> Piece:
    """All of it, with the coverage first."""
    found = study.scores
    first, *others = (_group(study, by) for by in GROUPS)
    return _coverage(study, found) + _change(study, found) + _percents(study, found) + _reliable(study, found) + sum(others, first)


def _coverage(study: Study, found: Report) -> Piece:
    told = f"Målt mindst to gange: {said.share(found.coverage)} af de startede."
    gate = f"Det er under {percent(100 * study.thresholds.gate, 0)}; så siger tallene ikke noget om dem alle."
    return paragraph(told, "lead") + (Piece("", "") if found.enough else paragraph(gate, "warning"))


def _change(study: Study, found: Report) -> Piece:
    changes = {"trivsel i alt (ORS)": found.ors} | {f"– {word('area', area, 'da').lower()}": one for area, one in found.areas.items()}
    changes["samarbejde (SRS)"] = found.alliance.srs
    rows = [(label, number(one.points.n), *map(said.mean, (one.first, one.last, one.points))) for label, one in changes.items()]
    return table("Fra første til seneste måling, point", ["", "n", "første", "seneste", "ændring"], rows, _ground(study, found))


def _percents(study: Study, found: Report) -> Piece:
    each, means = found.ors.mean_of_percents, found.ors.percent_of_means
    rows = [
        ("gennemsnit af procenter", said.mean(each), number(each.n)),
        ("procent af gennemsnit", NONE if means is None else number(means, 1), number(found.ors.points.n)),
    ]
    counted = table("Fremskridt i procent, regnet på to måder", ["", "procent", "n"], rows, _ground(study, found))
    return counted + paragraph(PERCENTS, "note")


def _reliable(study: Study, found: Report) -> Piece:
    points, cutoff = (number(value, 1) for value in (study.thresholds.reliable, study.thresholds.cutoff))
    rows = [
        (f"steget mindst {points} point", *said.share_cells(found.reliable.better)),
        ("hverken steget eller faldet så meget", *said.share_cells(found.reliable.unchanged)),
        (f"faldet mindst {points} point", *said.share_cells(found.reliable.worse)),
        (f"fra under til mindst {cutoff} point, af dem, der begyndte under", *said.share_cells(found.reliable.crossed)),
        (f"samarbejde senest under {number(study.thresholds.alliance, 1)} point", *said.share_cells(found.alliance.strained)),
    ]
    return table("Sikker ændring", ["", *said.SHARE], rows, _ground(study, found))


def _group(study: Study, by: str) -> Piece:
    rows = [_row(_named(study, by, name), one) for name, one in study.grouped(by).items()]
    return table(GROUPS[by], COLUMNS, rows, study.ground(study.scores.coverage.n, "forløb"))


def _ground(study: Study, found: Report) -> Ground:
    return study.ground(found.coverage.k, "forløb, målt to gange")


def _named(study: Study, by: str, name: str) -> str:
    if by == "standing":
        return word(by, name, "da").lower()
    words = form_words(study.session.model, "da") if by == "form" else {}
    return words.get(name, name) or "ikke oplyst"


def _row(name: str, one: Report) -> tuple[str, ...]:
    moved = (said.share(share) for share in (one.reliable.better, one.reliable.worse))
    return name, number(one.coverage.n), said.share(one.coverage), said.mean(one.ors.points), *moved
