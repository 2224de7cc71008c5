"""Cells of an array described as few boxes: a box holds every combination of some positions per axis."""

from collections.abc import Iterator

import numpy as np

from visitation.screening.cube import FREE

Positions = tuple[list[int], ...]  # those of a box on each axis


def boxes_of(kinds: np.ndarray) -> Iterator[tuple[int, Positions]]:
    """Per kind of cell except 0 the boxes that together hold exactly its cells; boxes of one kind may overlap."""
    if not kinds.any():
        return
    small, groups = _merged(kinds)
    for kind in np.unique(small[small != 0]):
        for box in cover(small == kind):
            yield int(kind), _spread(box, groups)


def cover(cells: np.ndarray) -> list[Positions]:
    """Boxes that together hold exactly the cells that are True: each as wide as it can be, and none that the others make needless."""
    small, groups = _merged(np.asarray(cells))
    left, boxes = small.copy(), []
    while left.any():
        box = _widest(small, left, np.unravel_index(int(np.argmax(left)), left.shape))
        left[np.ix_(*box)] = False
        boxes.append(box)
    return [_spread(box, groups) for box in _needed(boxes, small.shape)]


def _merged(cells: np.ndarray) -> tuple[np.ndarray, list[list[list[int]]]]:
    """The array with positions that are alike on an axis taken together, and per axis which positions each one stands for."""
    groups = []
    for axis in range(cells.ndim):
        alike: dict[bytes, list[int]] = {}
        for position, line in enumerate(np.moveaxis(cells, axis, 0)):
            alike.setdefault(line.tobytes(), []).append(position)
        groups.append(list(alike.values()))
        cells = cells.take([positions[0] for positions in alike.values()], axis)
    return cells, groups


def _spread(box: Positions, groups: list[list[list[int]]]) -> Positions:
    """The box in the positions that were taken together."""
    return tuple(sorted(p for i in picked for p in group[i]) for picked, group in zip(box, groups, strict=True))


def _widest(cells: np.ndarray, left: np.ndarray, seed: tuple[int, ...]) -> Positions:
    """A box around `seed` that cannot be widened inside `cells`; first along the axis where it takes most of what is `left`.

    Axes that are settled are folded away: `inside` says where the box of those so far is all cells, `gain` how many of it are left."""
    box, axes = [[int(i)] for i in seed], list(range(cells.ndim))
    inside, gain = cells, left.astype(np.intp)
    while axes:
        fitting = {axis: np.flatnonzero(inside[_line(box, axes, axis)]) for axis in axes}
        wider = [axis for axis in axes if len(fitting[axis]) > 1]
        at_seed = tuple(FREE if axis in wider else box[axis][0] for axis in axes)
        inside, gain, axes = inside[at_seed], gain[at_seed], wider
        if axes:
            best = max(axes, key=lambda axis: gain[_line(box, axes, axis)][fitting[axis]].sum())
            i = axes.index(best)
            inside, gain = inside.take(fitting[best], i).all(axis=i), gain.take(fitting[best], i).sum(axis=i)
            box[best] = fitting[best].tolist()
            axes.remove(best)
    return tuple(box)


def _line(box: list[list[int]], axes: list[int], along: int) -> tuple:
    """The line through the seed along one of the axes that are not settled."""
    return tuple(FREE if axis == along else box[axis][0] for axis in axes)


def _needed(boxes: list[Positions], shape: tuple[int, ...]) -> list[Positions]:
    """The boxes without those whose every cell another box holds, smallest tried first."""
    held = np.zeros(shape, np.intp)
    for box in boxes:
        held[np.ix_(*box)] += 1
    kept = list(boxes)
    for box in sorted(boxes, key=lambda box: np.prod([len(axis) for axis in box])):
        if held[np.ix_(*box)].min() > 1:
            held[np.ix_(*box)] -= 1
            kept.remove(box)
    return kept
