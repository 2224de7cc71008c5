"""The citizens of a forecast: who is referred when, and what is theirs whatever the municipality decides.

How long each would wait, how long the course lasts, whether support under § 85 follows, when and for how long: drawn once, so
that another number of places meets the same citizens. Weeks count from 0, the first week of the forecast."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from visitation.forecast.chance import exponential, uniform, words
from visitation.forecast.durations import Exponential, Law
from visitation.forecast.routes import Ints, before, each, replication_of, routes, week_of
from visitation.forecast.support import already, direct, running, spells

ROUTE, COURSE, DIRECT, RUNNING, ALREADY, GOES_ON = 0, 1, 2, 3, 4, 5  # what chance decides; each adds to the seed
PATIENCE, LENGTH, ONWARD, STAY = range(4)  # the parts of a citizen's chance
RARE = 1e-9  # a rate a week that is as good as none


@dataclass(frozen=True)
class Numbers:
    """What a forecast goes by: each one number for all replications, shape (1,), or one for each, shape (replications,).

    Shares are of the enquiries, and of those who ended a course (`onward`); dropout and renege are rates a week; the others weeks."""

    share_82: NDArray
    share_85_direct: NDArray
    course_weeks: NDArray
    dropout: NDArray
    renege: NDArray
    onward: NDArray
    stay: NDArray


@dataclass(frozen=True)
class Laws:
    """The shapes of what lasts: the stay under § 85, stretched to its mean; the time from a course's end until support begins (None: none);
    and which share of the courses go on, until how many weeks, where others end by their full length (None: no course does)."""

    stay: Law = field(default_factory=lambda: Exponential(1.0))
    delay: Law | None = None
    prolonged: tuple[float, int] | None = None


@dataclass(frozen=True)
class Start:
    """Who is there when a forecast begins: weeks waited, weeks of course done, and weeks under § 85, of each."""

    waiting: tuple[float, ...] = ()
    courses: tuple[float, ...] = ()
    s85: tuple[float, ...] = ()


@dataclass(frozen=True)
class After:
    """Whom support under § 85 follows (their places in an array), so many weeks after the course, and for how long."""

    who: Ints
    delay: ArrayLike
    stay: NDArray


@dataclass(frozen=True)
class Queue:
    """Everybody who comes to wait for a course, by replication and then in order: arrays of one entry each, in weeks.

    `gives_up` is the first week in which one waits no longer. `upto[week, replication]` is the place in these arrays where the
    arrivals until then end."""

    upto: Ints
    replication: Ints
    arrived: Ints
    gives_up: Ints
    length: Ints
    drops_out: NDArray[np.bool_]
    after: After

    @property
    def first(self) -> Ints:
        """Where each replication begins in the arrays."""
        return np.concatenate([[0], self.upto[-1, :-1]])


@dataclass(frozen=True)
class People:
    """The citizens: `enquiries`, and support under § 85 that follows from no course still to begin, both (weeks, replications);
    the queue; and in which week each of today's courses ends, (courses, replications)."""

    enquiries: Ints
    queue: Queue
    running: Ints
    settled: Ints


def draw(enquiries: Ints, numbers: Numbers, seed: int, start: Start | None = None, laws: Laws | None = None) -> People:
    """The citizens that these enquiries (replications, weeks) bring; the same seed gives the same citizen the same fate."""
    start, laws = start or Start(), laws or Laws()
    replications, weeks = enquiries.shape
    referred, at_once = routes(enquiries, numbers.share_82, numbers.share_85_direct, seed + ROUTE)
    ends, after = _running(np.asarray(start.courses), numbers, laws, replications, seed + RUNNING)
    support = [
        direct(at_once, numbers.stay, laws.stay, seed + DIRECT),
        already(start.s85, numbers.stay, laws.stay, replications, seed + ALREADY),
        spells(after.who % replications, ends.ravel()[after.who] + after.delay, after.stay),
    ]
    queue = _queue(referred, np.sort(np.asarray(start.waiting))[::-1], numbers, laws, (replications, weeks), seed + COURSE)
    return People(np.ascontiguousarray(enquiries.T), queue, ends, running(support, weeks, replications))


def _queue(referred: Ints, waited: NDArray, numbers: Numbers, laws: Laws, shape: tuple[int, int], seed: int) -> Queue:
    """The queue of those who have waited so long already, the longest first, and of the referred behind them."""
    replications, weeks = shape
    keys = np.sort(np.concatenate([before(replications, waited.size), referred]), kind="stable")  # two sorted runs: merged, not sorted
    who, week, chance = replication_of(keys), week_of(keys), words(keys, seed)
    arrived = week.copy()
    arrived[week < 0] -= np.tile(waited.astype(np.int16), replications)
    full = _full(keys, numbers, laws, seed)
    length = _whole(exponential(chance, LENGTH), numbers.dropout, who, full - 1) + np.int16(1)
    arrivals = np.bincount(who * weeks + np.maximum(week, 0), minlength=replications * weeks)
    return Queue(
        upto=np.ascontiguousarray(np.cumsum(arrivals).reshape(shape).T),
        replication=who,
        arrived=arrived,
        gives_up=week + _whole(exponential(chance, PATIENCE), numbers.renege, who, weeks) + np.int16(1),
        length=length,
        drops_out=length < full,
        after=_after(chance, who, numbers, laws),
    )


def _running(done: NDArray, numbers: Numbers, laws: Laws, replications: int, seed: int) -> tuple[Ints, After]:
    """When each of today's courses ends, (courses, replications), and what follows."""
    who = np.tile(np.arange(replications), done.size)
    keys = before(replications, done.size).reshape(replications, -1).T.ravel()
    chance = words(keys, seed)
    left = np.maximum(_full(keys, numbers, laws, seed) - np.repeat(done, replications), 0)
    ends = _whole(exponential(chance, LENGTH), numbers.dropout, who, left)
    return ends.reshape(done.size, replications), _after(chance, who, numbers, laws)


def _full(keys: Ints, numbers: Numbers, laws: Laws, seed: int) -> NDArray:
    """The full length of each course."""
    full = each(numbers.course_weeks, replication_of(keys))
    if laws.prolonged is None:
        return full
    share, until = laws.prolonged
    return np.where(uniform(words(keys, seed + GOES_ON), 0) < share, np.float32(until), full)


def _after(chance: NDArray, who: Ints, numbers: Numbers, laws: Laws) -> After:
    """Whom support follows: those whose chance lies below the share; how far below tells when."""
    drawn, share = uniform(chance, ONWARD), each(numbers.onward, who)
    follows = np.flatnonzero(drawn < share)
    part = drawn[follows] / np.broadcast_to(share, drawn.shape)[follows]
    stretch = each(numbers.stay, who[follows]) / np.float32(laws.stay.mean)
    stay = laws.stay.lasts(uniform(chance[follows], STAY)) * stretch
    return After(follows, laws.delay.lasts(1 - part) if laws.delay else 0, stay)


def _whole(drawn: NDArray, rate: NDArray, who: Ints, most: ArrayLike) -> Ints:
    """The whole weeks that pass before something of this rate happens, at most so many."""
    drawn *= each(1 / np.maximum(rate, RARE), who)
    return np.minimum(drawn, most, out=drawn).astype(np.int16)
