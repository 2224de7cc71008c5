"""The indicators of the focus points, counted: the latest twelve months, and how it went quarter by quarter."""

from dataclasses import dataclass
from datetime import date

from visitation.guideposts.facts import Facts
from visitation.guideposts.found import Found, Period, latest_year, whole_periods
from visitation.guideposts.measures import MEASURES
from visitation.guideposts.schema import Guideposts, Indicator


@dataclass(frozen=True)
class Measured:
    """An indicator in the latest twelve months, and the whole periods of its trend, oldest first; empty where it has none."""

    indicator: Indicator
    period: Period
    found: Found
    trend: tuple[tuple[Period, Found], ...]


def measured(read: Guideposts, facts: Facts, today: date) -> dict[tuple[str, str], Measured]:
    """Every indicator that the register can tell, by the ids of its point and its own; nothing in a register without enquiries."""
    if facts.begun is None:
        return {}
    return {
        (point.id, one.id): _measured(one, facts, today) for point in read.points.values() for one in point.indicators if one.measure
    }


def _measured(indicator: Indicator, facts: Facts, today: date) -> Measured:
    measure, year = MEASURES[indicator.measure], latest_year(today)
    periods = whole_periods(facts.begun, today, measure.months) if measure.months else ()
    return Measured(indicator, year, measure.of(facts, year), tuple((period, measure.of(facts, period)) for period in periods))
