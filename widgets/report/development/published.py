"""The municipality's published numbers beside the register's own of the very same days."""

from visitation.model.base import Sourced
from visitation.outcomes import beside
from visitation.outcomes.beside import Beside, Scored
from visitation.outcomes.cohorts import Started, compared
from visitation.outcomes.published import Inflow, PublishedMix
from visitation.statistics.intervals import Interval
from widgets.report import said
from widgets.report.development.study import Study
from widgets.report.piece import Piece, paragraph, table
from widgets.report.told import Told, between, number, percent
from widgets.text import full_date
from widgets.words import form_words, word

COLUMNS = ["", "offentliggjort", "registret, samme dage", "hvorfra"]
YEAR = 52  # weeks
EACH = "som i hver række"
REST = "resten: gennemførte fraregnet årgangene"
REST_NOTE = "Resten er forskellen på to hændelser og ingen årgang; dens borgere er fulgt kortest, og dens andel er lav alene af den grund."


def published(study: Study) -> Piece:
    """The counts, the scores and the mixes; one sentence where nothing is published."""
    told = study.read.published
    if told.completed is None:
        return paragraph("Kommunen har ikke offentliggjort, hvordan det gik borgerne.")
    scored = beside.scored(told, study.courses)
    parts = [_scored(study, scored)] if scored else []
    parts += [_mix(study, one) for one in told.mixes] + ([_inflow(study, told.inflow)] if told.inflow else [])
    return sum(parts, _counts(study))


def _counts(study: Study) -> Piece:
    told = study.read.published
    years, cohorts = beside.cohorts(told, study.courses)
    whole, counted = beside.whole(told.completed, study.courses)
    left = beside.rest(whole, years, counted, cohorts)
    rows = [(_label(one), said.share(one.published), said.share(one.register), _where(study, one.told)) for one in (*cohorts, counted)]
    rows.append((REST, said.share(left.published), said.share(left.register), "regnet her"))
    counts = table("Med støtte", COLUMNS, rows, study.published(EACH), wide=True) + paragraph(REST_NOTE, "note")
    return counts + (paragraph(_compared(*years[:2])) if len(years) > 1 else Piece("", ""))


def _compared(first: Started, second: Started) -> str:
    """How far two years lie from each other, and whether chance alone can do that."""
    found = compared(first, second)
    ends = Interval(100 * found.interval.low, 100 * found.interval.high)
    verdict = "de to årgange kan ikke skelnes" if ends.low <= 0 <= ends.high else "de to årgange er forskellige"
    return (
        f"Forskellen på {first.period.first.year} og {second.period.first.year} er {number(100 * found.value, 1)} procentpoint "
        f"(95 %: {said.interval(ends)}; p = {number(found.p, 2)}): {verdict}, og {second.period.first.year} er fulgt kortest."
    )


def _label(one: Beside) -> str:
    return f"{one.told.label.da}, set {full_date(one.told.seen, 'da')}"


def _where(study: Study, part: Sourced) -> str:
    return said.documents(study.session.model, part)


def _scored(study: Study, found: Scored) -> Piece:
    """The published progress, and both percents of the register."""
    told = f"Offentliggjort: {percent(found.told.percent)} fremskridt i {number(found.told.registrations)} afsluttede målinger."
    why = paragraph(f"{found.told.reason.da} ({_where(study, found.told)})", "note")
    own = found.register
    if own is None or own.ors.percent_of_means is None:
        return paragraph(f"{told} Registret har for få målinger af de samme forløb.") + why
    each, means = percent(own.ors.mean_of_percents.mean), percent(own.ors.percent_of_means)
    register = (
        f"Registret, samme forløb: {said.share(own.coverage)} målt to gange; gennemsnit af procenter {each}, procent af gennemsnit {means}."
    )
    return paragraph(f"{told} {register}") + why


def _mix(study: Study, told: PublishedMix) -> Piece:
    parts = beside.mixed(told, study.cases, study.courses)
    rows = [
        (_part(study, told.of, name), percent(part, 0), said.share(share), _where(study, told)) for name, part, share in parts
    ]
    return table(told.label.da, COLUMNS, rows, study.published(EACH), wide=True)


def _inflow(study: Study, told: Inflow) -> Piece:
    """Enquiries and referrals as published, and what follows from them."""
    least, most = told.needed(YEAR)
    needed = Told(f"{percent(least, 0)}–{percent(most, 0)}", {"fra": least, "til": most, "enhed": "%"})
    rows = [
        ("henvendelser om ugen", between(told.low, told.high)),
        (f"henvist om året, når {percent(told.percent, 0)} henvises", between(*told.referred(YEAR))),
        ("henvist om året, skrevet samme sted", number(told.claimed_a_year)),
        ("så stor en del skulle henvises for at give det", needed),
    ]
    counted = table(told.label.da, ["", ""], rows, study.published("ikke oplyst"))
    return counted + paragraph(f"{told.reason.da} ({_where(study, told)})", "note")


def _part(study: Study, of: str, name: str) -> str:
    return form_words(study.session.model, "da").get(name, name) if of == "form" else word(of, name, "da")
