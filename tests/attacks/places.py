"""Where things stand in a table with margins."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from visitation.disclosure import Axis, with_margins


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


def growing(axes: Sequence[Axis]) -> Iterator[np.ndarray]:
    """The inner cells of all that never falls from month to month, where nobody leaves and nothing is taken back.

    Who stands somewhere goes on to another step, so all steps together; of promises what is broken passes from the short times to the
    long ones, so the long ones and both together; of all else every cell."""
    shape, names = tuple(len(axis.members) for axis in axes), [axis.name for axis in axes]
    cells = np.arange(np.prod(shape)).reshape(shape)
    if "step" in names:
        yield from np.moveaxis(cells, names.index("step"), -1).reshape(-1, shape[names.index("step")])
        return
    may_fall = cells[..., 1, 0].reshape(-1) if names[-2:] == ["held", "time"] else np.array([], int)
    yield from (np.array([cell]) for cell in cells.reshape(-1) if cell not in may_fall)
    yield from np.column_stack([may_fall, may_fall + 1])
