"""What the result turns on: the number of places, and each number that is not known."""

from visitation.forecast import curve, sensitivity
from visitation.forecast.curve import PROMISE, Point
from visitation.forecast.sensitivity import Bar
from widgets.report import drawings
from widgets.report.names import amount, label, measure_label, measured
from widgets.report.piece import Piece, paragraph, table
from widgets.report.study import Study
from widgets.report.told import NONE, between, number, percent

MOVED = ("s85", "wait_weeks")


def capacity(study: Study) -> Piece:
    """How many places make the wait how long, with the promise of 14 days."""
    points = study.capacity
    columns = ["pladser", "ventetid i gennemsnit, uger", "80 %", "ni af ti højst, uger", "inden 14 dage", "venter til sidst"]
    ground = study.ground(curve.REPLICATIONS)
    numbers = table("Pladser og ventetid", columns, [_point(point) for point in points], ground)
    return paragraph(_promise(study)) + drawings.wait_curve(study, numbers, ground)


def movers(study: Study) -> Piece:
    """What each number that is not known does by itself, to the support and to the wait."""
    pieces = [_moved(study, measure) for measure in MOVED]
    return sum(pieces[1:], pieces[0])


def _point(point: Point) -> tuple[str, ...]:
    if point.wait_weeks.mean is None:
        return str(point.places), *[NONE] * 4, number(point.waiting)
    mean, ends, longest = number(point.wait_weeks.mean, 1), between(point.low, point.high, 1), number(point.wait_weeks.p90)
    return str(point.places), mean, ends, longest, percent(100 * point.kept, 0), number(point.waiting)


def _promise(study: Study) -> str:
    here = next(point for point in study.capacity if point.places == study.chosen.places)
    enough = [point.places for point in study.capacity if point.wait_weeks.mean is not None and point.wait_weeks.mean <= PROMISE]
    said = f"Med {here.places} pladser begynder {number(100 * (here.kept or 0))} % inden 14 dage."
    if not enough:
        return f"{said} Ingen af de viste antal bringer den gennemsnitlige ventetid ned på 14 dage."
    return f"{said} Den gennemsnitlige ventetid er højst 14 dage fra {enough[0]} pladser."


def _moved(study: Study, measure: str) -> Piece:
    what = measure_label(measure)
    bars = [bar for bar in study.moved_by(measure) if measured(measure, bar.width) not in ("–", measured(measure, 0))]
    if not bars:
        return paragraph(f"Intet af det, der er usikkert, flytter alene på: {what}.")
    columns = ["", "lav", "høj", "resultat ved lav", "resultat ved høj"]
    ground = study.ground(sensitivity.REPLICATIONS)
    numbers = table(f"Hvad der flytter mest: {what}", columns, [_ends(bar, measure) for bar in bars], ground)
    return drawings.tornado(bars, measure, numbers, ground)


def _ends(bar: Bar, measure: str) -> tuple[str, ...]:
    results = (measured(measure, value) for value in (bar.at_low, bar.at_high))
    return label(bar.key), amount(bar.key, bar.low), amount(bar.key, bar.high), *results
