"""One run: citizens meet a number of places; what comes of it per week and replication."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from visitation.forecast.people import People
from visitation.forecast.places import NEVER, Placed, per_week, place
from visitation.forecast.routes import Ints
from visitation.forecast.support import running, spells


@dataclass(frozen=True)
class Run:
    """What came of it. `waits[week, w]` counts, over all replications, those who began in a week after w weeks of waiting."""

    people: People
    placed: Placed
    s85: Ints
    waits: Ints

    @property
    def enquiries(self) -> Ints:
        """Enquiries, (weeks, replications)."""
        return self.people.enquiries

    @property
    def courses(self) -> Ints:
        """Courses that run at the end of each week."""
        return self.placed.courses

    @property
    def starts(self) -> Ints:
        """Courses begun."""
        return self.placed.starts

    @property
    def gave_up(self) -> Ints:
        """Citizens who gave up waiting."""
        return self.placed.gave_up

    @cached_property
    def waiting(self) -> Ints:
        """Citizens who wait at the end of each week."""
        queue = self.people.queue
        return queue.upto - queue.first - np.cumsum(self.starts + self.gave_up, axis=0)

    @cached_property
    def dropouts(self) -> Ints:
        """Courses left before their time, of those begun in the forecast."""
        queue, began = self.people.queue, self.placed.began
        left = np.flatnonzero(queue.drops_out & (began < NEVER))
        return per_week(began[left] + queue.length[left], queue.replication[left], self.s85.shape)


def simulate(people: People, places: Ints) -> Run:
    """The citizens with so many places in each week, shape (weeks,)."""
    placed = place(people, places)
    return Run(people, placed, people.settled + _following(people, placed), wait_counts(people, placed))


def _following(people: People, placed: Placed) -> Ints:
    """The support under § 85 that follows the courses of the forecast."""
    queue, after = people.queue, people.queue.after
    began = placed.began[after.who]
    come = np.flatnonzero(began < NEVER)
    who, delay = after.who[come], np.broadcast_to(after.delay, began.shape)[come]
    over = began[come].astype(np.float32) + queue.length[who] + delay
    return running([spells(queue.replication[who], over, after.stay[come])], *people.settled.shape)


def wait_counts(people: People, placed: Placed) -> Ints:
    """How many, over all replications, began in each week after so many weeks of waiting, (weeks, weeks waited)."""
    arrived = people.queue.arrived
    began = np.flatnonzero(placed.began < NEVER)
    week = placed.began[began].astype(np.int64)
    longest = people.settled.shape[0] - int(arrived.min(initial=0))
    cells = week * (longest + 1) + week - arrived[began]
    return np.bincount(cells, minlength=people.settled.shape[0] * (longest + 1)).reshape(-1, longest + 1)
