"""Where enquiries lead: to a course, directly to support under § 85, or elsewhere; decided for each enquiry by its own chance."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from visitation.forecast.chance import PARTS, words

Ints = NDArray[np.integer]
STEPS = 1 << 16  # a chance is one of so many
REPLICATION, WEEK = 32, 16  # the bits of a key from which on these stand; below stands the number within the week
BLOCK = 1 << 14  # weeks of one replication that are looked at together


def routes(enquiries: Ints, share_82: NDArray, share_85: NDArray, seed: int) -> tuple[Ints, Ints]:
    """The keys of the enquiries that lead to a course, and of those that lead directly to § 85, both in order.

    `enquiries` has the shape (replications, weeks); a share is one number, or one for each replication."""
    replications, weeks = enquiries.shape
    bounds = [np.broadcast_to(bound, replications)[:, None] for bound in _bounds(share_82, share_85)]
    found = []
    for first in range(0, replications, max(1, BLOCK // weeks)):
        block = slice(first, first + max(1, BLOCK // weeks))
        found.append(_routed(enquiries[block], *(bound[block] for bound in bounds), first, seed))
    course, direct = zip(*found, strict=True)
    return np.concatenate(course), np.concatenate(direct)


def code(replications: Ints, weeks: Ints | int) -> Ints:
    """The key of the first enquiry of a week, which may be -1 for those who came before."""
    return (replications << REPLICATION) + ((weeks + 1) << WEEK)


def before(replications: int, count: int) -> Ints:
    """The keys of so many in each replication who came before the first week, in order."""
    return (code(np.arange(replications), -1)[:, None] + np.arange(count)).ravel()


def replication_of(keys: Ints) -> Ints:
    """The replications that keys belong to."""
    return (keys >> REPLICATION).astype(np.int32)


def week_of(keys: Ints) -> Ints:
    """The weeks that keys belong to."""
    return (keys >> WEEK).astype(np.int16) - np.int16(1)  # what stands above the week's bits falls away


def each(values: NDArray, who: Ints) -> NDArray:
    """The value of each one's replication, or the one value that holds for all."""
    return values.astype(np.float32) if values.size == 1 else values.astype(np.float32)[who]


def _bounds(share_82: NDArray, share_85: NDArray) -> Iterator[NDArray]:
    for share in (share_82, np.asarray(share_82) + share_85):
        yield np.minimum(np.rint(np.asarray(share) * STEPS), STEPS - 1).astype(np.uint16)


def _routed(enquiries: Ints, upto_82: Ints, upto_85: Ints, first: int, seed: int) -> tuple[Ints, Ints]:
    """The keys of a few replications; every week has room for as many enquiries as the fullest."""
    replications, weeks = enquiries.shape
    room = -(-int(enquiries.max(initial=1)) // PARTS) * PARTS
    codes = code(np.arange(first, first + replications)[:, None], np.arange(weeks))
    chance = words((codes[..., None] + np.arange(room // PARTS)).ravel(), seed).view(np.uint16).reshape(replications, weeks * room)
    taken = chance < upto_85
    taken &= (np.arange(room, dtype=np.int16) < enquiries[..., None].astype(np.int16)).reshape(taken.shape)
    place = np.flatnonzero(taken)
    week = place // room
    keys = codes.ravel()[week] + (place - week * room)
    course = chance.ravel()[place] < upto_82.ravel()[week // weeks]
    return keys[course], keys[~course]
