"""How far the forecast can be trusted: how earlier ones would have done, and whether it finds again what the municipality has published."""

from visitation.errors import VisitationError
from visitation.forecast.backtest import AHEAD, Row, rows
from visitation.forecast.published import Outcome
from widgets.report import drawings
from widgets.report.piece import Ground, Piece, listed, paragraph, table
from widgets.report.study import Study
from widgets.report.told import NONE, Told, around, number, percent
from widgets.text import full_date

COLUMNS = ["", "fejl (CRPS)", "uger i 80 %-båndet", f"summer af {AHEAD} uger i båndet", "for mange om ugen", "prognoser"]


def tested(study: Study) -> Piece:
    """The backtest of the inflow, and the published past."""
    return _backtest(study) + _published(study)


def _backtest(study: Study) -> Piece:
    try:
        found = rows(study.checks)
    except VisitationError as error:
        return paragraph(f"Henvendelserne kan ikke efterprøves endnu. {error}")
    model, *naive = found
    best = min(row.crps for row in naive)
    said = (
        f"Prognosen for henvendelser er lavet igen på {model.origins} tidligere dage og holdt op mod det, der kom: "
        f"{number(100 * model.coverage80)} % af ugerne lå i 80 %-båndet. Fejlen er {number(model.crps, 2)} henvendelser om ugen, "
        f"mod {number(best, 2)} for den bedste af de enkle."
    )
    ground = study.history(f"{number(model.origins)} prognoser")
    numbers = table("Prognosen for henvendelser mod det, der kom", COLUMNS, [_row(row) for row in found], ground)
    return paragraph(said) + numbers + drawings.observed(study)


def _row(row: Row) -> tuple[str, ...]:
    name = {"model": "denne model"}.get(row.name, row.name)
    return name, number(row.crps, 2), percent(100 * row.coverage80, 0), _sums(row), number(row.bias, 2), number(row.origins)


def _sums(row: Row) -> str:
    if row.coverage80_sum26 is None:
        return NONE
    inside = percent(100 * row.coverage80_sum26, 0)
    return Told(f"{inside} af {row.sums}", inside.numbers | {"af": row.sums})


def _published(study: Study) -> Piece:
    outcomes = study.outcomes
    if not outcomes:
        return paragraph("Kommunen har ikke offentliggjort tal om sin fortid, som modellen kan holdes op mod.")
    lines = [_outcome(outcome) for outcome in outcomes]
    inside = sum(outcome.inside for outcome in outcomes)
    said = f"Med de offentliggjorte tal som udgangspunkt ligger {inside} af {len(outcomes)} kendte udfald i prognosens 80 %-bånd."
    missed = [f"{outcome.claim.label.da}: {outcome.why.da}" for outcome in outcomes if outcome.why]
    ground = Ground(f"{len(outcomes)} udfald", f"til og med {full_date(study.known.today, 'da')}", "kommunens dokumenter")
    counted = table("Offentliggjorte tal", ["", "offentliggjort", "prognosen", "i båndet"], lines, ground)
    return paragraph(said) + counted + (listed(missed) if missed else Piece("", ""))


def _outcome(outcome: Outcome) -> tuple[str, ...]:
    claim = outcome.claim
    decimals = 1 if claim.value % 1 else 0
    told = Told(f"{number(claim.value, decimals)} {claim.unit.da}", {"": claim.value, "enhed": claim.unit.da})
    return claim.label.da, told, around(outcome.p50, outcome.p10, outcome.p90, decimals), "ja" if outcome.inside else "nej"
