"""What lies ahead: the headline numbers now and in some years, and the course of each over the weeks."""

from visitation.forecast import sensitivity
from visitation.forecast.outlook import SAID
from visitation.forecast.sensitivity import MEASURES, Move, kr_a_year
from widgets.forecast_words import price_label
from widgets.report import drawings
from widgets.report.names import and_list, banded, label, measure_label, measured, series_label, signed
from widgets.report.piece import Piece, paragraph, table
from widgets.report.study import Study
from widgets.report.told import number

YEARS = (1, 2, 3, 5)
BANDS = "Det midterste tal; i parentes det, som fire af fem mulige fremtider ligger inden for."


def ahead(study: Study) -> Piece:
    """The headline: a sentence, the table, and what the cost leaves out."""
    weeks = study.ahead(YEARS)
    rows = [(series_label(key), _now(study, key), *(_then(study, key, week) for _, week in weeks)) for key in _shown(study)]
    counted = table("De vigtigste tal", ["", "i dag", *(when for when, _ in weeks)], rows, study.ground())
    return paragraph(_sentence(study), "lead") + counted + paragraph(f"{BANDS} {_cost(study)}", "note")


def changed(study: Study) -> Piece:
    """What each of the scenario's changes does, one after another; nothing for a scenario without changes."""
    found = {measure: study.moves(measure) for measure in MEASURES}
    if not found["s85"]:
        return Piece("", "")
    names = [*(label(move.key) for move in found["s85"]), "i alt"]
    columns = [_column(measure, moves) for measure, moves in found.items()]
    labels = [measure_label(measure) for measure in found]
    ground = study.ground(sensitivity.REPLICATIONS)
    numbers = table("Fra Grundlag til scenariet, én ændring ad gangen", ["", *labels], zip(names, *columns, strict=True), ground)
    return numbers + drawings.waterfall(found["s85"], "s85", ground)


def curves(study: Study) -> Piece:
    """A drawing of each series with both its bands."""
    first, *others = (drawings.fan(study, key) for key in _shown(study))
    return sum(others, first)


def _shown(study: Study) -> list[str]:
    """The series that say something: without a single price there is no cost."""
    return [key for key in SAID if key != "cost_kr" or len(study.outlook.unpriced) < 2]


def _now(study: Study, key: str) -> str:
    if key == "enquiries":
        return number(study.known.level)
    return number(getattr(study.chosen.initial, key)) if key != "cost_kr" else "–"


def _then(study: Study, key: str, week: int) -> str:
    return banded(key, study.outlook.series[key].total, week)


def _sentence(study: Study) -> str:
    wait, (when, week) = study.outlook.wait_weeks, study.ahead(YEARS)[-1]
    if wait.mean is None:
        return "Ingen begynder et forløb i prognosens uger."
    return (
        f"De, der begynder et forløb, venter i gennemsnit {number(wait.mean, 1)} uger, ni af ti højst {number(wait.p90)} uger. "
        f"{when.capitalize()} er {_then(study, 'courses', week)} forløb i gang, og {_then(study, 's85', week)} får støtte efter § 85."
    )


def _cost(study: Study) -> str:
    left_out = [price_label(key, "da") for key in study.outlook.unpriced]
    if left_out:
        return f"Uden kendt pris og ikke regnet med i udgiften: {and_list(left_out)}."
    return f"Udgiften er i gennemsnit {measured('kr_a_year', kr_a_year(study.outlook))} {measure_label('kr_a_year')}."


def _column(measure: str, moves: tuple[Move, ...]) -> list[str]:
    """What each move adds to a measure, and what they add together."""
    added = [*(move.change for move in moves), moves[-1].after - moves[0].before]
    return [signed(measure, change) for change in added]
