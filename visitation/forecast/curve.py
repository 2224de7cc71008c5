"""How many places make the wait how long: the same citizens with more and more places."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from visitation.errors import VisitationError
from visitation.forecast.bands import Waits, waits
from visitation.forecast.engine import wait_counts
from visitation.forecast.outlook import citizens, spread
from visitation.forecast.people import Laws, People, Start
from visitation.forecast.places import NEVER, Placed, place
from visitation.forecast.routes import Ints
from visitation.forecast.scenario import BOUNDS, Scenario

PROMISE = 2  # weeks: FOKUS is to be in touch within 14 days (001)
REPLICATIONS = 300  # enough for a curve


@dataclass(frozen=True)
class Point:
    """What so many places lead to. `low` and `high` hold the mean wait of four of five futures, `kept` is the share of those who began
    that did so within the promise, `waiting` the mean queue in the last week. None where nobody began."""

    places: int
    wait_weeks: Waits
    low: float | None
    high: float | None
    kept: float | None
    waiting: float


def curve(
    scenario: Scenario, places: Iterable[int], begins: date, start: Start | None = None, paths: Ints | None = None, laws: Laws | None = None
) -> tuple[Point, ...]:
    """A point for each number of places, with all that is not known drawn; `paths` are (at least as many replications, weeks)."""
    rooms, (low, high) = list(places), BOUNDS["places"]
    if refused := [room for room in rooms if not low <= room <= high]:
        raise VisitationError(f"places er {refused[0]}; tilladt er {low} til {high}")
    fewer = scenario.replace(replications=min(scenario.replications, REPLICATIONS))
    people = citizens(fewer, begins, spread(scenario) if start is None else start, paths, laws)
    return tuple(_point(people, room) for room in rooms)


def _point(people: People, room: int) -> Point:
    placed = place(people.queue, people.running, np.full(len(people.settled), room))
    counts = wait_counts(people.queue, placed).sum(axis=0)
    means = _means(people, placed)
    low, high = (float(value) for value in np.percentile(means, (10, 90))) if means.size else (None, None)
    kept = float(counts[: PROMISE + 1].sum() / counts.sum()) if means.size else None
    gone = (placed.starts + placed.gave_up).sum(axis=0)
    arrived = people.queue.upto[-1] - people.queue.first
    return Point(room, waits(counts), low, high, kept, float((arrived - gone).mean()))


def _means(people: People, placed: Placed) -> np.ndarray:
    """The mean wait of each replication in which somebody began."""
    queue, count = people.queue, placed.starts.sum(axis=0)
    waited = np.where(placed.began < NEVER, placed.began - queue.arrived, np.int16(0))
    upto = np.concatenate([[0], np.cumsum(waited, dtype=np.int64)])
    return (upto[queue.upto[-1]] - upto[queue.first])[count > 0] / count[count > 0]
