"""Attacks with plus and minus alone: a margin less what is in it, and one filter less another."""

import numpy as np

from tests.attacks.result import Result, of_widths, tables, targets
from visitation.disclosure import BASE, Cube

OFF = BASE - 1  # how far a number can be from the true one
ROUNDS = 3
FILTERS = 20


def margin_subtraction(shown: Cube, true: Cube | None = None) -> Result:
    """Each cell lies between its margin less the most and the least that the rest can be; again and again over all axes."""
    widths = []
    for table, wanted in zip(tables(shown), targets(shown, true), strict=True):
        low, high = np.maximum(table - OFF, 0), table + OFF
        for _ in range(ROUNDS):
            for axis in range(table.ndim):
                _tighten(np.moveaxis(low, axis, 0), np.moveaxis(high, axis, 0))
        widths += list((high - low)[wanted])
    return of_widths("margin subtraction", widths)


def _tighten(low: np.ndarray, high: np.ndarray) -> None:
    """Narrows, in place, a sum in the last place of the first axis by its parts and the parts by it."""
    low[-1], high[-1] = np.maximum(low[-1], low[:-1].sum(axis=0)), np.minimum(high[-1], high[:-1].sum(axis=0))
    least, most = low[:-1].sum(axis=0), high[:-1].sum(axis=0)
    new_low = np.maximum(low[:-1], low[-1] - (most - high[:-1]))
    high[:-1] = np.minimum(high[:-1], high[-1] - (least - low[:-1]))
    low[:-1] = new_low


def overlapping_filters(shown: Cube, true: Cube | None = None, seed: int = 1) -> Result:
    """Two filters that differ in one cell, many times: what one shows more than the other is within OFF of the cell, each time anew."""
    chance, widths = np.random.default_rng(seed), []
    for month, wanted in enumerate(targets(shown, true)):
        for place in np.argwhere(wanted[tuple(slice(0, len(axis.members)) for axis in shown.axes)]):
            found = [_difference(shown, month, place, chance) for _ in range(FILTERS)]
            widths.append(min(found) + OFF - max(0, max(found) - OFF))
    return of_widths("overlapping filters", widths, f"{FILTERS} pairs of filters for each cell")


def _difference(shown: Cube, month: int, place: np.ndarray, chance: np.random.Generator) -> int:
    """What a random filter shows more with a cell than without it."""
    chosen = [[at] for at in place]
    axis = int(chance.integers(len(place)))
    others = [at for at in range(shown.counts.shape[axis + 1]) if at != place[axis]]
    more = list(chance.permutation(others)[: chance.integers(len(others) + 1)])
    table = shown.counts[month]
    return int(table[np.ix_(*chosen[:axis], [*chosen[axis], *more], *chosen[axis + 1 :])].sum() - _sum(table, chosen, axis, more))


def _sum(table: np.ndarray, chosen: list[list[int]], axis: int, members: list[int]) -> int:
    return int(table[np.ix_(*chosen[:axis], members, *chosen[axis + 1 :])].sum()) if members else 0
