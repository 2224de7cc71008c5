"""Where things stand in a table with margins."""

from functools import lru_cache

import numpy as np

from visitation.disclosure import with_margins


def inner_of(table: np.ndarray) -> np.ndarray:
    """The table without its margins."""
    return table[tuple(slice(0, size - 1) for size in table.shape)]


@lru_cache(maxsize=8)
def summed(shape: tuple[int, ...]) -> np.ndarray:
    """Which inner cells (columns) each place of a table with margins (rows) is the sum of, as 0 and 1."""
    inner = tuple(size - 1 for size in shape)
    units = np.eye(int(np.prod(inner)), dtype=np.int8)
    return np.column_stack([with_margins(unit.reshape(inner)).reshape(-1) for unit in units])


def cells_of(shape: tuple[int, ...], place: int) -> np.ndarray:
    """The inner cells that a place, counted through the table with margins, is the sum of."""
    return np.flatnonzero(summed(shape)[place])
