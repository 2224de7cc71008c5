"""One run: citizens meet a number of places; what comes of it per week and replication."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from visitation.forecast.again import again
from visitation.forecast.line import Queue
from visitation.forecast.people import People
from visitation.forecast.places import NEVER, Placed, per_week, place
from visitation.forecast.routes import Ints
from visitation.forecast.support import running, spells

BLOCK = 1 << 17  # citizens counted together


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

    @property
    def no_shows(self) -> Ints:
        """Citizens who did not come when they were offered a place."""
        return self.placed.no_shows

    @cached_property
    def waiting(self) -> Ints:
        """Citizens who wait at the end of each week."""
        queue = self.people.queue
        return queue.upto - queue.first - np.cumsum(self.starts + self.gave_up + self.no_shows, axis=0)

    @cached_property
    def dropouts(self) -> Ints:
        """Courses left before their time, of those begun in the forecast."""
        queue, began = self.people.queue, self.placed.began
        left = np.flatnonzero(queue.drops_out & (began < NEVER))
        return per_week(began[left] + queue.length[left], queue.replication[left], self.s85.shape)


def simulate(people: People, places: Ints) -> Run:
    """The citizens with so many places in each week, shape (weeks,)."""
    placed, waited = _met(people.queue, people.running, places)
    return Run(people, placed, people.settled + _following(people, placed), waited)


@again(by=lambda queue, *_: queue.upto.shape[1])
def _met(queue: Queue, running: Ints, places: Ints) -> tuple[Placed, Ints]:
    """What came of the queue, and how long it waited."""
    placed = place(queue, running, places)
    return placed, wait_counts(queue, placed)


def _following(people: People, placed: Placed) -> Ints:
    """The support under § 85 that follows the courses of the forecast."""
    queue, after = people.queue, people.after
    began = placed.began[after.who]
    come = np.flatnonzero(began < NEVER)
    who, delay = after.who[come], np.broadcast_to(after.delay, began.shape)[come]
    over = began[come].astype(np.float32) + queue.length[who] + delay
    return running([spells(queue.replication[who], over, after.stay[come])], *people.settled.shape)


def wait_counts(queue: Queue, placed: Placed) -> Ints:
    """How many, over all replications, began in each week after so many weeks of waiting, (weeks, weeks waited)."""
    weeks, arrived = len(queue.upto), queue.arrived
    longest = weeks - int(arrived.min(initial=0))
    counts = np.zeros((weeks + 1) * (longest + 1), np.int64)
    for first in range(0, arrived.size, BLOCK):
        began, came = placed.began[first : first + BLOCK], arrived[first : first + BLOCK]
        cells = np.minimum(began, np.int16(weeks)).astype(np.int32)  # whoever never began is counted in a week of their own
        cells *= longest + 1
        cells += np.minimum(began - came, np.int16(longest))
        counts += np.bincount(cells, minlength=counts.size)
    return counts.reshape(weeks + 1, -1)[:weeks]
