"""Who gets a place, and when: the queue, week by week, in all replications at once.

In a week those whose course is over leave first, then the free places go to those who have waited longest and still want one.
The place of one who does not come stands empty for a week."""

from dataclasses import dataclass

import numpy as np

from visitation.forecast.line import BITS, Queue
from visitation.forecast.routes import Ints

NEVER = np.int16(32_000)  # a week that no forecast reaches


@dataclass(frozen=True)
class Placed:
    """What came of the queue: the week in which each began (NEVER: not), and per week and replication how many courses ran, began,
    how many citizens gave up waiting, and how many did not come when they were offered a place."""

    began: Ints
    courses: Ints
    starts: Ints
    gave_up: Ints
    no_shows: Ints


def place(queue: Queue, running: Ints, places: Ints) -> Placed:
    """The places of each week (weeks,), given to the queue; `running` is in which week each of today's courses ends, (courses,
    replications)."""
    floor = _Floor(queue, running)
    taken, heads = np.empty(queue.upto.shape, np.int32), np.empty_like(floor.upto)
    offers = np.empty_like(taken)
    for week, room in enumerate(places.tolist()):
        offers[week] = floor.fill(week, room)
        taken[week], heads[week] = floor.inside, floor.head
    return _told(queue, heads, taken, offers)


def per_week(weeks: Ints, whose: Ints, shape: tuple[int, int]) -> Ints:
    """How many happen in each week and replication; later weeks are left out."""
    inside = np.flatnonzero(weeks < shape[0])
    cells = weeks[inside].astype(np.int64) * shape[1] + whose[inside]
    return np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape)


class _Floor:
    """The places as they fill: how far each queue has come (`head`), how many places are taken (`inside`), and how many end when."""

    def __init__(self, queue: Queue, courses: Ints):
        weeks, self.replications = queue.upto.shape
        self.upto, self.head, self.inside = queue.upto, queue.first.copy(), np.full(self.replications, len(courses))
        self.fate = queue.fate
        self.cells = np.zeros((2 * weeks + 1) * self.replications + 1, np.int64)  # the last one is for those who no longer want a place
        self.ends = self.cells[:-1].reshape(-1, self.replications)
        self.ends[:weeks] = per_week(courses.ravel(), np.tile(np.arange(self.replications), len(courses)), (weeks, self.replications))

    def fill(self, week: int, room: int) -> Ints:
        """Give the free places to the next in the queues; how many took one."""
        self.inside -= self.ends[week]
        before = self.inside.copy()
        wanted = np.minimum(np.maximum(room - self.inside, 0), self.upto[week] - self.head)
        while np.count_nonzero(wanted):
            gone = self._offer(week, wanted)
            self.inside += wanted - gone
            wanted = np.minimum(gone, self.upto[week] - self.head)
        return self.inside - before

    def _offer(self, week: int, places: Ints) -> Ints:
        """Offer so many places to the next of each queue; how many of those no longer wanted one."""
        upto = places.cumsum()
        who = (self.head - upto + places).repeat(places)
        who += np.arange(who.size)
        self.head += places
        fate, cells = self.fate[who], self.cells[week * self.replications :]
        gone = (fate < (week + 1) << BITS).nonzero()[0]
        fate &= (1 << BITS) - 1
        lost = np.bincount(fate[gone] % self.replications, minlength=self.replications)
        fate[gone] = cells.size - 1
        np.add.at(cells, fate, 1)
        return lost


def _told(queue: Queue, heads: Ints, taken: Ints, offers: Ints) -> Placed:
    """What came of it, once all weeks are filled."""
    weeks, replications = shape = heads.shape
    passed = np.diff(np.concatenate([queue.first[None], heads, queue.upto[-1:]]), axis=0)
    began = np.repeat(np.tile(np.append(np.arange(weeks, dtype=np.int16), NEVER), replications), passed.T.ravel())
    left = np.flatnonzero(queue.gives_up <= began)
    began[left] = NEVER
    gave_up = per_week(queue.gives_up[left], queue.replication[left], shape)
    if queue.stays_away is None:
        return Placed(began, taken, offers, gave_up, np.zeros_like(taken))
    away = np.flatnonzero(queue.stays_away & (began < NEVER))
    no_shows = per_week(began[away], queue.replication[away], shape)
    began[away] = NEVER
    return Placed(began, taken - no_shows, offers - no_shows, gave_up, no_shows)
