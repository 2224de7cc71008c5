"""Those who wait for a course, in the order in which they come, and those who are in one today: what chance has in store for each."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from visitation.forecast.again import again
from visitation.forecast.chance import exponential, uniform, words
from visitation.forecast.given import Lasting, Laws, Numbers
from visitation.forecast.routes import Ints, before, each, keys_of, replication_of, week_of

PATIENCE, LENGTH, ONWARD, STAY = range(4)  # the parts of a citizen's chance
GOES_ON, STAYS_AWAY = range(2)  # and of a second word, for what is seldom asked
SECOND = 5  # what the second word adds to the seed
BITS = 40  # of a fate, below the week in which one gives up
BLOCK = 1 << 14  # citizens looked at together, so that they stay in the processor's cache
RARE = 1e-9  # a rate a week that is as good as none


@dataclass(frozen=True)
class After:
    """Whom support under § 85 follows (their places in an array), so many weeks after the course, and for how long."""

    who: Ints
    delay: NDArray
    stay: NDArray


@dataclass(frozen=True, eq=False)
class Inside:
    """Those who are in a course when the forecast begins, by replication: arrays of one entry each, the week in which it `ends` and the
    word of `chance` that decides what follows. `running` is `ends` as (courses, replications)."""

    ends: Ints
    replication: Ints
    chance: NDArray[np.uint64]
    running: Ints


@dataclass(frozen=True, eq=False)
class Queue:
    """Everybody who comes to wait for a course, by replication and then in order: arrays of one entry each, in weeks.

    `gives_up` is the first week in which one waits no longer; who `stays_away` does not come when a place is offered (None: all come).
    `chance` is the word that decides what follows the course. `upto[week, replication]` is the place in these arrays where the arrivals
    until then end."""

    upto: Ints
    replication: Ints
    arrived: Ints
    gives_up: Ints
    length: Ints
    drops_out: NDArray[np.bool_]
    stays_away: NDArray[np.bool_] | None
    chance: NDArray[np.uint64]

    @cached_property
    def first(self) -> Ints:
        """Where each replication begins in the arrays."""
        return np.concatenate([[0], self.upto[-1, :-1]])

    @cached_property
    def fate(self) -> Ints:
        """What an offer asks of each, in one number: the first week in which one waits no longer, and below it, in BITS, the cell of
        (weeks, replications) in which a place that one takes in week 0 is free again."""
        weeks, replications = self.upto.shape
        found = np.empty(self.length.size, np.int64)
        for first in range(0, found.size, BLOCK):
            block = slice(first, first + BLOCK)
            stays = np.minimum(self.length[block], np.int16(weeks))
            if self.stays_away is not None:
                stays[self.stays_away[block]] = 1
            found[block] = self.gives_up[block]
            found[block] <<= BITS
            found[block] += np.multiply(stays, replications, dtype=np.int32) + self.replication[block]
        return found


@again(by=lambda referred, *_: len(referred))
def in_line(referred: Ints, waited: NDArray, lasting: Lasting, prolonged: tuple[float, int] | None, seed: int) -> Queue:
    """The queue of those who have waited so long already, the longest first, and of the referred (replications, weeks) behind them."""
    replications, weeks = referred.shape
    counts = np.concatenate([np.full((replications, 1), waited.size), referred], axis=1)
    keys = keys_of(counts, -1)
    who, chance = replication_of(keys), words(keys, seed)
    arrived, gives_up, length = np.empty((3, keys.size), np.int16)  # in one piece, which the system hands out faster than three
    arrived[:] = week_of(keys)
    gives_up[:] = _lasts(exponential(chance, PATIENCE), lasting.renege, who, weeks)
    gives_up += arrived
    gives_up += np.int16(1)
    arrived[arrived < 0] -= np.tile(waited.astype(np.int16), replications)
    full = _full(keys, who, lasting, prolonged, seed)
    length[:] = _lasts(exponential(chance, LENGTH), lasting.dropout, who, full - 1)
    length += np.int16(1)
    return Queue(
        upto=np.ascontiguousarray(np.cumsum(counts).reshape(counts.shape)[:, 1:].T),
        replication=who,
        arrived=arrived,
        gives_up=gives_up,
        length=length,
        drops_out=length < full,
        stays_away=_away(keys, who, lasting, seed),
        chance=chance,
    )


@again(by=lambda done, lasting, prolonged, replications, seed: replications)
def in_course(done: NDArray, lasting: Lasting, prolonged: tuple[float, int] | None, replications: int, seed: int) -> Inside:
    """Those who are in a course today, of which so many weeks are done."""
    keys = before(replications, done.size)
    who, chance = replication_of(keys), words(keys, seed)
    left = np.maximum(_full(keys, who, lasting, prolonged, seed) - np.tile(done, replications), 0)
    ends = _lasts(exponential(chance, LENGTH), lasting.dropout, who, left).astype(np.int16)
    return Inside(ends, who, chance, np.ascontiguousarray(ends.reshape(replications, done.size).T))


def follows(chance: NDArray, who: Ints, numbers: Numbers, laws: Laws) -> After:
    """Whom support follows, of these citizens: those whose chance lies below the share; how far below tells when."""
    drawn, share = uniform(chance, ONWARD), each(numbers.onward, who)
    found = np.flatnonzero(drawn < share)
    delay = np.zeros(found.size, np.float32)
    if laws.delay:
        delay = laws.delay.lasts(1 - drawn[found] / np.broadcast_to(share, drawn.shape)[found])
    stretch = each(numbers.stay, who[found]) / np.float32(laws.stay.mean)
    return After(found, delay, laws.stay.lasts(uniform(chance[found], STAY)) * stretch)


def _full(keys: Ints, who: Ints, lasting: Lasting, prolonged: tuple[float, int] | None, seed: int) -> NDArray:
    """The full length of each course."""
    full = each(lasting.course_weeks, who)
    if prolonged is None:
        return full
    share, until = prolonged
    return np.where(uniform(words(keys, seed + SECOND), GOES_ON) < share, np.float32(until), full)


def _away(keys: Ints, who: Ints, lasting: Lasting, seed: int) -> NDArray[np.bool_] | None:
    if not lasting.no_show.any():
        return None
    return uniform(words(keys, seed + SECOND), STAYS_AWAY) < each(lasting.no_show, who)


def _lasts(drawn: NDArray, rate: NDArray, who: Ints, most: ArrayLike) -> NDArray:
    """The weeks that pass before something of this rate happens, at most so many."""
    drawn *= each(1 / np.maximum(rate, RARE), who)
    return np.minimum(drawn, most, out=drawn)
