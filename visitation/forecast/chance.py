"""Chance that belongs to somebody: numbers computed from who it is about, so that two scenarios differ only by what was changed.

A generator hands out numbers in the order in which they are asked for: one citizen more, and everybody behind gets another fate.
Here each number is a hash of the seed, the replication, the week and the citizen's place in it (SplitMix64: Steele, Lea and
Flood 2014)."""

import numpy as np

from visitation.errors import VisitationError

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
MIX = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))
BLOCK = 1 << 14  # numbers that stay in the processor's cache while they are worked on
PARTS, HALVES = 4, 2  # numbers of 16 bits in a word, and of 32
NEVER = 1e-10  # the chance below which no greater count is looked at
SMALL, LARGEST = 80, 700  # means of which e^-mean is still a number in float32, and in float64


def words(keys: np.ndarray, seed: int) -> np.ndarray:
    """One hashed word of 64 bits for every key (any integers, one dimension)."""
    mixed = np.empty(keys.size, np.uint64)
    start = np.uint64(seed * MIX[0][1] % 2**64)
    for first in range(0, keys.size, BLOCK):
        part = mixed[first : first + BLOCK]
        np.multiply(keys[first : first + BLOCK].view(np.uint64), GOLDEN, out=part)
        part += start
        for shift, factor in MIX:
            part ^= part >> np.uint64(shift)
            part *= np.uint64(factor)
        part ^= part >> np.uint64(31)
    return mixed


def uniform(hashed: np.ndarray, part: int) -> np.ndarray:
    """Numbers between 0 and 1, both left out, from one of the four parts of each word; float32."""
    found = hashed.view(np.uint16)[part::PARTS].astype(np.float32)
    found += np.float32(0.5)
    found *= np.float32(1 / 65536)
    return found


def exponential(hashed: np.ndarray, part: int) -> np.ndarray:
    """Exponential numbers of mean 1, as `uniform`."""
    found = uniform(hashed, part)
    np.log(found, out=found)
    return np.negative(found, out=found)


def fine(hashed: np.ndarray, half: int = 0) -> np.ndarray:
    """Numbers between 0 and 1, both left out, from one of the two halves of each word, of float32's full precision."""
    found = (hashed.view(np.uint32)[half::HALVES] >> np.uint32(9)).astype(np.float32)
    found += np.float32(0.5)
    found *= np.float32(2.0**-23)
    return found


def poisson(mean: np.ndarray, chance: np.ndarray) -> np.ndarray:
    """Poisson counts at these uniform numbers (rows, columns); `mean` broadcasts to them. The greater the mean, the greater the count.

    VisitationError above LARGEST."""
    if mean.max(initial=0) > LARGEST:
        raise VisitationError(f"Der ventes {mean.max():.0f} henvendelser i en uge; tilladt er højst {LARGEST}.")
    here = mean.astype(np.float32 if mean.max(initial=0) < SMALL else np.float64)
    if len(here) == 1:
        return _inverted(here, chance)
    step = max(1, BLOCK // chance.shape[1])
    rows = [slice(first, first + step) for first in range(0, len(chance), step)]
    return np.concatenate([_inverted(here[block], chance[block]) for block in rows])


def _inverted(mean: np.ndarray, chance: np.ndarray) -> np.ndarray:
    term = np.exp(-mean)
    reached, step, beyond = term.copy(), np.empty_like(term), np.empty(chance.shape, bool)
    count, most, k = np.zeros(chance.shape, np.int16), mean.max(initial=0), 0
    while k < most or term.max(initial=0) > NEVER:
        np.greater(chance, reached, out=beyond)
        count += beyond
        k += 1
        np.multiply(mean, mean.dtype.type(1 / k), out=step)
        term *= step
        reached += term
    return count
