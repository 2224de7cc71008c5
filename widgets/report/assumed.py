"""The assumptions register: each number with its range, where it comes from, who answers for it, and what the documents disagree on."""

from datetime import date

from visitation.forecast.assumptions import Assumption
from visitation.model import Model
from widgets.report.names import amount, days, label, short_day, span
from widgets.report.piece import Ground, Piece, listed, paragraph, table
from widgets.report.study import Study
from widgets.report.told import number
from widgets.text import full_date

UNRANGED = "Et tal uden usikkerhed er besluttet eller taget for kendt. Scenariets egne ændringer står øverst i rapporten."
COLUMNS = ["tal", "værdi", "80 % usikkerhed", "grund", "hvorfra", "hvem svarer for det", "dato", "modstrid", "hvorfor"]


def assumed(study: Study) -> Piece:
    """The register of all numbers, and the contradictions that touch them."""
    model = study.known.model
    rows = [_row(model, told) for told in study.numbers]
    touched = {name for told in study.numbers for name in told.contradictions}
    found = [f"{one.id}. {one.label.da}: {one.found.da} {one.text.da}" for one in model.contradictions.contradictions if one.id in touched]
    ground = Ground(f"{len(rows)} tal", f"pr. {full_date(study.known.today, 'da')}", "som i hver række")
    counted = table("Alle tal, som prognosen regner med", COLUMNS, rows, ground, wide=True) + paragraph(UNRANGED, "note")
    return counted + (paragraph("Hvor kilderne ikke stemmer overens:") + listed(found) if found else Piece("", ""))


def _row(model: Model, told: Assumption) -> tuple[str, ...]:
    key = told.key
    return (
        label(key),
        amount(key, told.value),
        span(key, told.low, told.high),
        told.basis,
        _where(model, told),
        told.owner.da if told.owner else "–",
        _noted(told.noted),
        ", ".join(told.contradictions) or "–",
        told.reason.da,
    )


def _noted(noted: str) -> str:
    """The day of a number, or its document's date, as precise as that has one."""
    try:
        return short_day(date.fromisoformat(noted))
    except ValueError:
        return noted


def _where(model: Model, told: Assumption) -> str:
    """The count and its days, else the documents and their sections."""
    if told.basis == "register":
        return f"n = {number(told.n)}, {days(told.period)}"
    places = dict.fromkeys(f"{model.head.documents[source.document].short}, {source.section}" for source in told.sources)
    return "; ".join(places) or "–"
