"""Where enquiries lead: to a course, directly to support under § 85, or elsewhere; decided for each enquiry by its own chance.

And the keys of citizens: what a citizen's chance hangs on is the replication, the week and the place in it alone."""

import numpy as np
from numpy.typing import NDArray

from visitation.forecast.again import again
from visitation.forecast.chance import PARTS, words

Ints = NDArray[np.integer]
STEPS = 1 << 16  # a chance is one of so many
REPLICATION, WEEK = 32, 16  # the bits of a key from which on these stand; below stands the number within the week
ROWS = 250  # replications that are looked at together, so that they stay in the processor's cache


@again(by=lambda enquiries, *_: len(enquiries))
def routes(enquiries: Ints, share_82: NDArray, share_85: NDArray, seed: int) -> tuple[Ints, Ints]:
    """How many of the enquiries lead to a course, and how many directly to § 85; all of the shape (replications, weeks).

    A share is one number, or one for each replication."""
    replications, weeks = enquiries.shape
    groups = -(-weeks // PARTS)  # weeks that share a word
    padded = np.zeros((replications, groups * PARTS), np.int16)
    padded[:, :weeks] = enquiries
    keys = code(np.arange(replications)[:, None], np.arange(groups))
    bounds = [_below(share, padded.shape) for share in (share_82, np.asarray(share_82) + share_85)]
    found = np.empty((2, *padded.shape), np.int16)
    for first in range(0, replications, ROWS):
        rows = slice(first, first + ROWS)
        found[:, rows] = _routed(padded[rows], keys[rows].ravel(), [bound[rows] for bound in bounds], seed)
    course, either = found[..., :weeks]
    return course, either - course


def code(replications: Ints, weeks: Ints | int) -> Ints:
    """The key of the first enquiry of a week, which may be -1 for those who came before."""
    return (replications << REPLICATION) + ((weeks + 1) << WEEK)


def keys_of(counts: Ints, week: int = 0) -> Ints:
    """The keys, in order, of so many citizens (replications, weeks) from that week on."""
    replications, weeks = counts.shape
    flat = counts.ravel()
    upto = np.cumsum(flat)
    codes = code(np.arange(replications)[:, None], np.arange(week, week + weeks)).ravel()
    keys = np.repeat(codes - upto + flat, flat)
    keys += np.arange(keys.size)
    return keys


def before(replications: int, count: int) -> Ints:
    """The keys of so many in each replication who came before the first week, in order."""
    return keys_of(np.full((replications, 1), count), -1)


def replication_of(keys: Ints) -> Ints:
    """The replications that keys belong to."""
    return (keys >> REPLICATION).astype(np.int32)


def week_of(keys: Ints) -> Ints:
    """The weeks that keys belong to."""
    weeks = (keys >> WEEK).astype(np.int16)  # what stands above the week's bits falls away
    weeks -= np.int16(1)
    return weeks


def each(values: NDArray, who: Ints) -> NDArray:
    """The value of each one's replication, or the one value that holds for all; float32."""
    return values.astype(np.float32) if values.size == 1 else values.astype(np.float32)[who]


def _below(share: NDArray, shape: tuple[int, int]) -> Ints:
    """What the chance of each enquiry lies below when it leads there."""
    steps = np.minimum(np.rint(np.asarray(share) * STEPS), STEPS - 1).astype(np.uint16)
    return np.ascontiguousarray(np.broadcast_to(steps.reshape(-1, 1), shape))


def _routed(enquiries: Ints, keys: Ints, bounds: list[Ints], seed: int) -> Ints:
    """How many of the enquiries have a chance below each bound: the first of every week is looked at, then the second."""
    there, leads = np.empty(enquiries.shape, bool), np.empty(enquiries.shape, bool)
    counts = np.zeros((len(bounds), *enquiries.shape), np.int16)
    for number in range(enquiries.max(initial=0)):
        chance = words(keys + number, seed).view(np.uint16).reshape(enquiries.shape)
        np.greater(enquiries, np.int16(number), out=there)
        for i, bound in enumerate(bounds):
            np.less(chance, bound, out=leads)
            leads &= there
            counts[i] += leads
    return counts
