"""Who gets a place, and when: the queue, week by week, in all replications at once.

In a week those whose course is over leave first, then the free places go to those who have waited longest and still want one."""

from dataclasses import dataclass

import numpy as np

from visitation.forecast.people import People
from visitation.forecast.routes import Ints

NEVER = np.int16(32_000)  # a week that no forecast reaches


@dataclass(frozen=True)
class Placed:
    """What came of the queue: the week in which each began (NEVER: none), and per week and replication how many courses ran, began,
    and how many citizens gave up waiting."""

    began: Ints
    courses: Ints
    starts: Ints
    gave_up: Ints


def place(people: People, places: Ints) -> Placed:
    """The places of each week (weeks,), given to the queue."""
    floor = _Floor(people)
    courses, starts = np.empty_like(people.settled), np.empty_like(people.settled)
    for week, room in enumerate(places):
        floor.inside -= floor.ends[week]
        before = floor.inside.copy()
        while floor.fill(week, room):
            pass
        courses[week], starts[week] = floor.inside, floor.inside - before
    return Placed(floor.began, courses, starts, floor.gave_up())


def per_week(weeks: Ints, whose: Ints, shape: tuple[int, int]) -> Ints:
    """How many happen in each week and replication; later weeks are left out."""
    inside = np.flatnonzero(weeks < shape[0])
    cells = weeks[inside].astype(np.int64) * shape[1] + whose[inside]
    return np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape)


class _Floor:
    """The courses as they fill: how far each queue has come (`head`), how many are `inside`, and how many end when."""

    def __init__(self, people: People):
        self.queue = queue = people.queue
        self.shape = weeks, self.replications = queue.upto.shape
        self.head = queue.first
        self.inside = np.full(self.replications, people.running.shape[0])
        whose = np.tile(np.arange(self.replications), people.running.shape[0])
        self.ends = per_week(people.running.ravel(), whose, (weeks + 1, self.replications))  # the last row is for all that end later
        self.began = np.full(queue.length.size, NEVER)
        self.passed: list[Ints] = []

    def fill(self, week: int, room: int) -> bool:
        """Give the free places to the next in the queues; False when nobody could be asked."""
        wanted = np.minimum(np.maximum(room - self.inside, 0), self.queue.upto[week] - self.head)
        if not wanted.any():
            return False
        who, whose = self._next(wanted)
        there = self.queue.gives_up[who] > week
        if not there.all():
            self.passed.append(who[~there])
            who, whose = who[there], whose[there]
            wanted = np.bincount(whose, minlength=self.replications)
        self.inside += wanted
        self.began[who] = week
        over = np.minimum(self.queue.length[who] + np.int64(week), self.shape[0])
        np.add.at(self.ends.ravel(), over * self.replications + whose, 1)
        return True

    def gave_up(self) -> Ints:
        """How many gave up waiting, once all weeks are filled: those passed over, and those still in the queue who no longer want it."""
        left, _ = self._next(self.queue.upto[-1] - self.head)
        gone = np.concatenate([*self.passed, left])
        return per_week(self.queue.gives_up[gone], self.queue.replication[gone], self.shape)

    def _next(self, count: Ints) -> tuple[Ints, Ints]:
        """The next so many of each replication's queue, and whose they are; the heads move behind them."""
        upto = np.cumsum(count)
        who = np.arange(upto[-1]) + np.repeat(self.head - (upto - count), count)
        self.head += count
        return who, np.repeat(np.arange(self.replications), count)
