"""A table of counts with named axes and a table for every month; every margin is a sum over axes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray

from visitation.errors import VisitationError, allowed
from visitation.register.month import Month

Ints = NDArray[np.int64]
ALL = "*"  # stands for a whole axis where a cell's place is written


@dataclass(frozen=True)
class Axis:
    """What is told apart, and the ids it is told apart by, in their order."""

    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Cube:
    """Counts of shape (months, members of the first axis, of the second, ...); the months in order."""

    axes: tuple[Axis, ...]
    months: tuple[Month, ...]
    counts: Ints

    def __post_init__(self):
        shape = (len(self.months), *(len(axis.members) for axis in self.axes))
        if self.counts.shape != shape:
            raise VisitationError(f"Tabellen er {self.counts.shape}; dens måneder og akser giver {shape}.")

    def of(self, month: Month) -> Ints | None:
        """The table of a month, or None when it is not there."""
        return self.counts[self.months.index(month)] if month in self.months else None

    def series(self, **chosen: Collection[str]) -> Ints:
        """The number of every month in the chosen members together; an axis that is not named counts whole."""
        taken = self.counts
        for place, wanted in enumerate(_places(self.axes, chosen), start=1):
            taken = taken.take(wanted, axis=place)
        return taken.sum(axis=tuple(range(1, taken.ndim)))

    def margin(self, *names: str) -> Cube:
        """The cube of these axes alone, summed over the others."""
        _known(self.axes, names)
        gone = tuple(place for place, axis in enumerate(self.axes, start=1) if axis.name not in names)
        return Cube(tuple(axis for axis in self.axes if axis.name in names), self.months, self.counts.sum(axis=gone))

    def onto(self, axes: Sequence[Axis]) -> Cube:
        """The same counts on axes that have all of its members and perhaps more."""
        counts = np.zeros((len(self.months), *(len(axis.members) for axis in axes)), np.int64)
        places = [[wide.members.index(one) for one in own.members] for own, wide in zip(self.axes, axes, strict=True)]
        counts[np.ix_(range(len(self.months)), *places)] = self.counts
        return Cube(tuple(axes), self.months, counts)


def with_margins(counts: Ints) -> Ints:
    """One month's table with a last place on every axis that holds the sum over it."""
    for axis in range(counts.ndim):
        counts = np.concatenate([counts, counts.sum(axis=axis, keepdims=True)], axis=axis)
    return counts


def addresses(axes: Sequence[Axis]) -> list[tuple[str, ...]]:
    """Where every number of a table with margins stands, in its order; ALL is the sum over an axis."""
    return list(product(*((*axis.members, ALL) for axis in axes)))


def pieces(axes: Sequence[Axis], **chosen: Collection[str]) -> int:
    """How few cells and margins a choice can be put together from: each of them is off by less than the base of the rounding.

    A choice on an axis is its members one by one, or the whole less those left out."""
    taken = zip(axes, _places(axes, chosen), strict=True)
    return prod(min(len(wanted), 1 + len(axis.members) - len(wanted)) for axis, wanted in taken)


def _places(axes: Sequence[Axis], chosen: dict[str, Collection[str]]) -> list[list[int]]:
    """The chosen places of every axis; VisitationError names what there is none of."""
    _known(axes, chosen)
    for axis in axes:
        if unknown := set(chosen.get(axis.name, ())) - set(axis.members):
            raise VisitationError(f"{axis.name}: ukendt {allowed(sorted(unknown))}; tilladt er {allowed(axis.members)}.")
    return [[i for i, one in enumerate(axis.members) if one in chosen.get(axis.name, axis.members)] for axis in axes]


def _known(axes: Sequence[Axis], names: Collection[str]) -> None:
    known = [axis.name for axis in axes]
    if unknown := [name for name in names if name not in known]:
        raise VisitationError(f"Ukendt akse {allowed(unknown)}; tilladt er {allowed(known)}.")
