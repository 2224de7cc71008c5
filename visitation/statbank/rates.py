"""Services per thousand inhabitants: a table of services over a table of population, where both know the place and the period."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from visitation.statbank.query import Query
from visitation.statbank.reply import Row
from visitation.statbank.shown import Shown

THOUSAND = 1000


@dataclass(frozen=True)
class Rate:
    """So much of a service in a place and a period, the inhabitants asked for, and the one per thousand of the other.

    `kind` are the names of what else the service table tells apart. None: the StatBank does not give it."""

    area: str
    period: str
    kind: tuple[str, ...]
    services: float | None
    population: float
    per_thousand: float | None


def per_thousand(services: Shown, population: Shown) -> tuple[Rate, ...]:
    """The rates of every place, period and kind of service for which there are inhabitants; nothing while a table is missing."""
    if services.table is None or population.table is None:
        return ()
    inhabitants = _inhabitants(population)
    return tuple(_rates(services, inhabitants))


def _inhabitants(population: Shown) -> dict[tuple[str, str], float]:
    """The inhabitants by place and period, all ages asked for together; left out where one of them is not given."""
    found: dict[tuple[str, str], list[float | None]] = defaultdict(list)
    for row in population.table.rows:
        found[_place(population.query, row)].append(row.value)
    return {place: sum(values) for place, values in found.items() if None not in values and sum(values)}


def _rates(services: Shown, inhabitants: dict[tuple[str, str], float]) -> Iterator[Rate]:
    query, table = services.query, services.table
    others = [one for one in table.dimensions if one.code not in (query.area, query.time) and len(one.values) > 1]
    for row in table.rows:
        area, period = _place(query, row)
        if people := inhabitants.get((area, period)):
            rate = None if row.value is None else row.value * THOUSAND / people
            name = table.dimension(query.area).values[area]
            yield Rate(name, period, tuple(one.values[row.at[one.code]] for one in others), row.value, people, rate)


def _place(query: Query, row: Row) -> tuple[str, str]:
    return row.at[query.area], row.at[query.time]
