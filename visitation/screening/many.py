"""Many cases through one table at once, whether all their questions are answered or not."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import prod

import numpy as np

from visitation.screening.cube import Cube


def settle(cube: Cube, answers: Sequence[Mapping[str, str]]) -> list[int]:
    """Per case the index of its outcome, len(outcomes) for a gap, len(outcomes) + 1 while several are possible.

    What the table does not know, a question or an answer, leaves the question open."""
    weights, shape = _weights(cube)
    numbers = np.array([sum(map(weights.__getitem__, given.items())) for given in answers], np.int64)
    states, which = np.unique(numbers, return_inverse=True)
    codes = np.array(np.unravel_index(states, shape)) - 1
    patterns, group = np.unique(np.packbits(codes < 0, axis=0), axis=1, return_inverse=True)
    found = np.empty(len(states), np.intp)
    for number in range(patterns.shape[1]):
        alike = np.flatnonzero(group.reshape(-1) == number)
        found[alike] = _settled(cube, codes[:, alike])
    return found[which].tolist()


def _weights(cube: Cube) -> tuple[dict[tuple[str, str], int], list[int]]:
    """What each answer adds to the number of a case's state, 0 for an unknown one, and the axes of the states: open, then the answers."""
    weights: dict[tuple[str, str], int] = defaultdict(int)
    shape = [count + 1 for count in cube.outcome.shape]
    for axis, question in enumerate(cube.table.inputs):
        stride = prod(shape[axis + 1 :])
        weights.update({(question.id, answer.id): i * stride for i, answer in enumerate(question.answers, 1)})
    return weights, shape


def _settled(cube: Cube, codes: np.ndarray) -> np.ndarray:
    """What each of the cases, all different and with the same open questions, settles on."""
    is_open = codes[:, 0] < 0
    axes = np.argsort(is_open, kind="stable")
    cells = cube.outcome.transpose(axes)[tuple(codes[~is_open])].reshape(codes.shape[1], -1)
    low, high = cells.min(axis=1), cells.max(axis=1)
    return np.where(low == high, low.astype(np.intp), len(cube.outcomes) + 1)
