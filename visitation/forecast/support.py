"""Support under § 85 as spells: in which week each begins and ends, and how many run at the end of every week."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from visitation.forecast.again import again
from visitation.forecast.chance import uniform, words
from visitation.forecast.durations import Law, residual
from visitation.forecast.routes import Ints, before, each, keys_of, replication_of, week_of

STAY, MOMENT = range(2)  # the parts of a spell's chance
LATE = 1e6  # a week that no forecast reaches


@dataclass(frozen=True)
class Support:
    """Spells: whose replication, and the weeks in which they begin (before week 0: -1) and end."""

    replication: Ints
    begins: Ints
    ends: Ints


def direct(begin: Ints, mean: NDArray, law: Law, seed: int) -> Support:
    """The support that begins at once, so many in each week (replications, weeks), each somewhere in its week."""
    keys = keys_of(begin)
    chance, who = words(keys, seed), replication_of(keys)
    stay = law.lasts(uniform(chance, STAY)) * (each(mean, who) / np.float32(law.mean))
    return spells(who, week_of(keys) + uniform(chance, MOMENT), stay)


@again(by=lambda elapsed, mean, law, replications, seed: replications)
def already(elapsed: ArrayLike, mean: NDArray, law: Law, replications: int, seed: int) -> Support:
    """What remains of the support that runs when the forecast begins, in every replication; `elapsed` in weeks."""
    weeks, stretch = np.asarray(elapsed, float), (mean / law.mean)[:, None]
    keys = before(replications, weeks.size)
    share = uniform(words(keys, seed), STAY).reshape(replications, weeks.size)
    remains = residual(law, weeks / stretch, share) * stretch
    return Support(replication_of(keys), np.full(keys.size, -1), _week(remains.ravel()))


def spells(who: Ints, moment: NDArray, stay: NDArray) -> Support:
    """Spells that begin at these moments and last so long."""
    return Support(who, _week(moment), _week(moment + stay))


def running(found: Iterable[Support], weeks: int, replications: int) -> Ints:
    """How many spells run at the end of each week, (weeks, replications)."""
    change = np.zeros((weeks + 1) * replications, np.int64)
    for spell in found:
        for at, sign in ((spell.begins, 1), (spell.ends, -1)):
            inside = np.flatnonzero(at < weeks)
            place = (at[inside] + 1) * replications + spell.replication[inside]
            change += sign * np.bincount(place, minlength=change.size)
    return np.cumsum(change.reshape(-1, replications), axis=0)[1:]


def _week(moment: NDArray) -> Ints:
    return np.minimum(moment, LATE).astype(np.int32)
