"""The integer programme of controlled rounding: which cells go up, so that every sum still adds up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from visitation.disclosure.cube import Ints
from visitation.errors import VisitationError

if TYPE_CHECKING:
    import highspy

Floats = NDArray[np.float64]


def choose(levels: Ints, free: NDArray[np.bool_], cost: Floats, seconds: float) -> Ints:
    """1 where a cell goes one level up and 0 where it stays, at the least cost; all arrays have the margins on.

    `levels` are the lower of the two levels of each cell, `free` whether it has two. In the result every margin is the sum of what
    it is the margin of. HiGHS solves it on one thread, so that the same programme has the same solution.
    VisitationError when there is no solution, or none is found and proved in so many seconds: a half-finished one is not repeatable."""
    import highspy  # takes a tenth of a second, and who only reads what is published never rounds

    solver = highspy.Highs()
    for name, value in {"output_flag": False, "threads": 1, "random_seed": 0, "time_limit": float(seconds)}.items():
        solver.setOptionValue(name, value)
    solver.passModel(_programme(levels, free, cost))
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kTimeLimit:
        raise VisitationError(f"tabellen blev ikke afrundet på {seconds:g} sekunder; brug færre akser, eller giv den længere tid.")
    if status != highspy.HighsModelStatus.kOptimal:
        raise VisitationError("tabellen kan ikke afrundes, så alle summer passer; brug færre akser, eller slå værdier på en akse sammen.")
    return np.rint(solver.getSolution().col_value).astype(np.int64).reshape(levels.shape)


def _programme(levels: Ints, free: NDArray[np.bool_], cost: Floats) -> highspy.HighsLp:
    """A variable for every cell and margin, and a row for every margin: its parts less itself are what their levels lack."""
    import highspy

    flat, sums = levels.reshape(-1), list(_sums(levels.shape))
    lacking = np.concatenate([flat[margins] - flat[parts].sum(axis=1) for margins, parts in sums]).astype(float)
    ends = np.cumsum(np.concatenate([np.full(len(parts), parts.shape[1] + 1) for _, parts in sums]))
    programme = highspy.HighsLp()
    programme.num_col_, programme.num_row_ = flat.size, lacking.size
    programme.col_cost_, programme.integrality_ = cost.reshape(-1), [highspy.HighsVarType.kInteger] * flat.size
    programme.col_lower_, programme.col_upper_ = np.zeros(flat.size), free.reshape(-1).astype(float)
    programme.row_lower_ = programme.row_upper_ = lacking
    matrix = programme.a_matrix_
    matrix.format_, matrix.start_ = highspy.MatrixFormat.kRowwise, np.concatenate([[0], ends])
    matrix.index_ = np.concatenate([np.column_stack([parts, margins]).reshape(-1) for margins, parts in sums])
    matrix.value_ = np.where(np.isin(np.arange(ends[-1]), ends - 1), -1.0, 1.0)  # the margin stands last in its row
    return programme


def _sums(shape: tuple[int, ...]) -> Iterator[tuple[Ints, Ints]]:
    """For the first summed axis of every margin: the margins' places in the flat array, and of each the places it is the sum of."""
    places = np.arange(np.prod(shape)).reshape(shape)
    for axis, length in enumerate(shape):
        inside = tuple(slice(0, size - 1) for size in shape[:axis])
        children = np.moveaxis(places[(*inside, slice(0, length - 1))], axis, -1)
        yield places[(*inside, length - 1)].reshape(-1), children.reshape(-1, length - 1)
