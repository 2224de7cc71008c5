"""Chance that belongs to somebody: numbers computed from who it is about, so that two scenarios differ only by what was changed.

A generator hands out numbers in the order in which they are asked for: one citizen more, and everybody behind gets another fate.
Here each number is a hash of the seed, the replication, the week and the citizen's place in it (SplitMix64: Steele, Lea and
Flood 2014)."""

import numpy as np

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
MIX = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))
BLOCK = 1 << 15  # words that stay in the processor's cache while they are mixed
PARTS = 4  # numbers of 16 bits in a word
NEVER = 1e-12  # the chance below which no greater count is looked at


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


def fine(hashed: np.ndarray) -> np.ndarray:
    """Numbers between 0 and 1, both left out, of the words' full precision; float64."""
    return ((hashed >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0**-53


def poisson(mean: np.ndarray, chance: np.ndarray) -> np.ndarray:
    """Poisson counts at these uniform numbers; `mean` broadcasts to them. The greater the mean, the greater the count."""
    term = np.exp(-mean)
    reached, count, k = term.copy(), np.zeros(chance.shape, np.int16), 0
    while k < mean.max() or term.max() > NEVER:
        count += chance > reached
        k += 1
        term *= mean / k
        reached += term
    return count
