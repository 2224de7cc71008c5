"""The published past as a forecast would have foreseen it: what a model's figures lead to, beside what the municipality has reported."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from visitation.forecast.engine import Run, simulate
from visitation.forecast.figures import from_model, laws, read_figures
from visitation.forecast.outlook import YEAR, citizens
from visitation.forecast.past import Claim, Past
from visitation.forecast.people import Start
from visitation.forecast.places import NEVER
from visitation.forecast.routes import Ints
from visitation.model import Model
from visitation.model.base import Text

REPLICATIONS, SEED = 1000, 1
WEEK = 7  # days


@dataclass(frozen=True)
class Outcome:
    """A published number beside the forecast's: the middle and the ends of the 80 % band, what is not known drawn."""

    claim: Claim
    p10: float
    p50: float
    p90: float

    @property
    def inside(self) -> bool:
        """Whether the published number lies in the band."""
        return self.p10 <= self.claim.value <= self.p90

    @property
    def why(self) -> Text | None:
        """What may be the matter, when it does not."""
        return None if self.inside else self.claim.why


def published(model: Model) -> tuple[Outcome, ...]:
    """Every published number of a model's past; nothing where there are none.

    The forecast begins empty and goes by the model's figures of today, none of them fitted, and by the places of that time."""
    past = read_figures(model).past
    if past is None:
        return ()
    run = run_past(model, past)
    return tuple(_outcome(claim, MEASURES[claim.measure](run, claim, past.begins)) for claim in past.claims)


def run_past(model: Model, past: Past) -> Run:
    """The past as the model's figures have it, every week from its beginning to the last that something was published of."""
    weeks = 1 + max(_week(claim.seen or claim.last, past.begins) for claim in past.claims)
    figures = from_model(model, past.begins)
    scenario = figures.replace(horizon_weeks=weeks, replications=REPLICATIONS, seed=SEED)
    return simulate(citizens(scenario, past.begins, Start(), laws=laws(model)), _places(past, weeks))


def _places(past: Past, weeks: int) -> Ints:
    """The places of each week: those that began last before it, none before the first."""
    room = np.zeros(weeks, np.int64)
    for capacity in sorted(past.places, key=lambda capacity: capacity.since):
        room[max(0, -(-(capacity.since - past.begins).days // WEEK)) :] = capacity.places
    return room


def _outcome(claim: Claim, values: NDArray) -> Outcome:
    return Outcome(claim, *(float(end) for end in np.percentile(values, (10, 50, 90))))


def _week(day: date, begins: date) -> int:
    """The week of a day."""
    return (day - begins).days // WEEK


def _weeks(claim: Claim, begins: date) -> slice:
    """The weeks whose Monday lies in the claim's days."""
    return slice(max(0, -(-(claim.first - begins).days // WEEK)), _week(claim.last, begins) + 1)


def _started(run: Run, claim: Claim, begins: date) -> NDArray:
    return run.starts[_weeks(claim, begins)].sum(axis=0)


def _referred_a_year(run: Run, claim: Claim, begins: date) -> NDArray:
    arrivals = np.diff(run.people.queue.upto - run.people.queue.first, axis=0, prepend=0)[_weeks(claim, begins)]
    return arrivals.mean(axis=0) * YEAR


def _ended(run: Run, claim: Claim, begins: date) -> NDArray:
    weeks = _weeks(claim, begins)
    before = run.courses[weeks.start - 1] if weeks.start else 0
    return _started(run, claim, begins) + before - run.courses[weeks.stop - 1]


def _supported(run: Run, claim: Claim, begins: date) -> NDArray:
    """Of those who began in the claim's weeks, how many have support at the end of the week in which it was seen."""
    queue, after, weeks = run.people.queue, run.people.after, _weeks(claim, begins)
    began = run.placed.began[after.who].astype(float)
    over = began + queue.length[after.who] + after.delay
    running = (np.floor(over) <= _seen(claim, begins)) & (np.floor(over + after.stay) > _seen(claim, begins))
    theirs = (began >= weeks.start) & (began < weeks.stop) & (began < NEVER)
    return np.bincount(queue.replication[after.who][running & theirs], minlength=run.starts.shape[1])


def _seen(claim: Claim, begins: date) -> int:
    return _week(claim.seen or claim.last, begins)


def _supported_percent(run: Run, claim: Claim, begins: date) -> NDArray:
    return 100 * _supported(run, claim, begins) / np.maximum(_started(run, claim, begins), 1)


MEASURES: MappingProxyType[str, Callable[[Run, Claim, date], NDArray]] = MappingProxyType(
    {
        "started": _started,
        "referred_a_year": _referred_a_year,
        "ended": _ended,
        "supported": _supported,
        "supported_percent": _supported_percent,
    }
)
