"""The report's drawings: the dashboards' charts as pictures that stand by themselves, each with its sentence and its numbers."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from altair import LayerChart

from visitation.forecast.curve import PROMISE
from visitation.forecast.sensitivity import Bar, Move
from widgets.charts import fan as fan_chart
from widgets.charts import observed as observed_chart
from widgets.charts import svg
from widgets.charts import tornado as tornado_chart
from widgets.charts import wait_curve as wait_chart
from widgets.charts import waterfall as waterfall_chart
from widgets.forecast_words import MEASURED
from widgets.report.names import THOUSANDS, amount, label, measure_label, measured, series_label, short_day, signed
from widgets.report.piece import Ground, Piece, figure, table
from widgets.report.study import Study
from widgets.report.told import between, number

EVERY = 13  # weeks from one row of a table to the next
WIDE, LETTER = 900, 16  # pixels
PROMISED = "løfte: 14 dage"


def fan(study: Study, key: str) -> Piece:
    """A series over the weeks with both its bands."""
    what, one = series_label(key), THOUSANDS.get(key, 1)
    series, days = study.outlook.series[key], study.outlook.begins
    total, process = series.total, series.process
    columns = [values / one for values in (total.p50, total.p10, total.p90, process.p10, process.p90)]
    names = ("p50", "p10", "p90", "process_p10", "process_p90")
    weeks = {"week": list(days)} | {name: column.tolist() for name, column in zip(names, columns, strict=True)}
    labels = {"total": "80 % i alt", "process": "tilfældighed\nalene", "median": "midten"}
    said = _fan_said(what, days[-1], *(column[-1] for column in columns))
    chart = fan_chart.chart(fan_chart.rows(weeks, labels=labels), unit=what, description=said)
    rows = [_week(days[i], *(column[i] for column in columns)) for i in _shown(len(days))]
    numbers = table(what.capitalize(), ["uge fra", "midten", "80 % i alt", "tilfældighed alene"], rows, study.ground())
    return figure(drawn(chart), said, study.ground(), numbers)


def wait_curve(study: Study, numbers: Piece, ground: Ground) -> Piece:
    """The mean wait against the number of places, with the promise and the scenario's own number."""
    found = [point for point in study.capacity if point.wait_weeks.mean is not None]
    points = {
        "places": [point.places for point in found],
        "wait": [point.wait_weeks.mean for point in found],
        "low": [point.low for point in found],
        "high": [point.high for point in found],
    }
    here, labels = study.chosen.places, {"band": "80 %", "promise": PROMISED, "here": f"{study.chosen.places} pladser"}
    first, last = (f"{number(one.wait_weeks.mean, 1)} uger ved {one.places} pladser" for one in (found[0], found[-1]))
    said = f"Ventetiden er i gennemsnit {first} og {last}; båndet rummer fire af fem fremtider."
    data = wait_chart.rows(points, here=here, promise=PROMISE, labels=labels)
    return figure(drawn(wait_chart.chart(data, places="pladser", weeks="ventetid, uger", description=said)), said, ground, numbers)


def tornado(bars: Sequence[Bar], measure: str, numbers: Piece, ground: Ground) -> Piece:
    """What each number does from the one end of its range to the other, the widest first."""
    what, (factor, _), first = measure_label(measure), MEASURED[measure], bars[0]
    ends = {
        "label": [label(bar.key) for bar in bars],
        "low": [amount(bar.key, bar.low) for bar in bars],
        "high": [amount(bar.key, bar.high) for bar in bars],
        "at_low": [bar.at_low * factor for bar in bars],
        "at_high": [bar.at_high * factor for bar in bars],
    }
    said = (
        f"Mest flytter »{label(first.key)}«: ved {amount(first.key, first.low)} bliver resultatet {measured(measure, first.at_low)}, "
        f"ved {amount(first.key, first.high)} {measured(measure, first.at_high)} ({what})."
    )
    data = tornado_chart.rows(ends, base=first.at_value * factor, labels={"base": f"scenariet: {measured(measure, first.at_value)}"})
    chart = tornado_chart.chart(data, unit=what, description=said)
    return figure(drawn(chart), said, ground, numbers)


def waterfall(moves: Sequence[Move], measure: str, ground: Ground) -> Piece:
    """From the base to the scenario, a step for each change; its numbers stand beside it."""
    what, (factor, _), before, after = measure_label(measure), MEASURED[measure], moves[0].before, moves[-1].after
    steps = {
        "label": ["Grundlag", *(label(move.key) for move in moves), "scenariet"],
        "before": [None, *(move.before * factor for move in moves), None],
        "after": [value * factor for value in (before, *(move.after for move in moves), after)],
        "text": [measured(measure, before), *(signed(measure, move.change) for move in moves), measured(measure, after)],
    }
    said = f"Fra Grundlag til scenariet går {what} fra {measured(measure, before)} til {measured(measure, after)}."
    return figure(drawn(waterfall_chart.chart(waterfall_chart.rows(steps), unit=what, description=said)), said, ground)


def observed(study: Study) -> Piece:
    """The weeks up to the next forecast beside what came, so that each week stands once."""
    checks = [check for check in study.checks if check.name == "model"]
    ahead = [(check, week) for check in checks for week in range(_until_next(checks, check))]
    days = [check.origin + timedelta(weeks=week) for check, week in ahead]
    columns = {name: [float(getattr(check, name)[week]) for check, week in ahead] for name in ("observed", "expected", "low", "high")}
    labels = {"observed": "kom", "expected": "ventet", "band": "80 %"}
    said = _observed_said(columns)
    points = {"week": days, "observed": columns["observed"], "expected": columns["expected"], "p10": columns["low"], "p90": columns["high"]}
    chart = observed_chart.chart(observed_chart.rows(points, labels=labels), unit="henvendelser om ugen", description=said)
    rows = [(short_day(day), *map(number, values)) for day, values in zip(days, zip(*columns.values(), strict=True), strict=True)]
    ground = study.history(f"{number(len(days))} uger")
    return figure(drawn(chart), said, ground, table("Kom og ventet", ["uge fra", "kom", "ventet", "80 % fra", "til"], rows, ground))


def _observed_said(columns: Mapping[str, Sequence[float]]) -> str:
    """How much of what came lay outside what was said beforehand."""
    ends = zip(columns["observed"], columns["low"], columns["high"], strict=True)
    weeks, outside = len(columns["observed"]), sum(not low <= came <= high for came, low, high in ends)
    share = number(100 * outside / weeks)
    return f"Af {weeks} uger, set fra den seneste prognose før dem, lå {outside} ({share} %) uden for båndet; 20 % var at vente."


def drawn(chart: LayerChart) -> str:
    """A chart as large as a page is wide."""
    return svg(chart, width=WIDE, letter=LETTER)


def _until_next(checks: Sequence, check) -> int:
    """The weeks of a forecast before the next one was made; all of the last one's."""
    later = [other.origin for other in checks if other.origin > check.origin]
    return min(len(check.observed), (min(later) - check.origin).days // 7) if later else len(check.observed)


def _fan_said(label: str, day: date, middle: float, low: float, high: float, chance_low: float, chance_high: float) -> str:
    return (
        f"{label[0].upper()}{label[1:]}: i ugen fra {short_day(day)} er midten {number(middle)}, og fire af fem fremtider ligger fra "
        f"{number(low)} til {number(high)}; tilfældighed alene giver {number(chance_low)} til {number(chance_high)}."
    )


def _week(day: date, middle: float, low: float, high: float, chance_low: float, chance_high: float) -> tuple[str, ...]:
    return short_day(day), number(middle), between(low, high), between(chance_low, chance_high)


def _shown(weeks: int) -> list[int]:
    return sorted({*range(0, weeks, EVERY), weeks - 1})
