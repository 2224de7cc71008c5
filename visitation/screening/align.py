"""Two versions of a table laid over each other: the combinations both know, and what each makes possible there."""

from math import prod

import numpy as np

from visitation.model import Table
from visitation.screening.cube import Cube

Outcomes = tuple[str | None, ...]  # ids in the table's order; None is a gap


def shared(old: Table, new: Table) -> dict[str, list[str]]:
    """The answers that both versions know, per question that both ask, in the old one's order."""
    known = {question.id: {answer.id for answer in question.answers} for question in new.inputs}
    return {q.id: [answer.id for answer in q.answers if answer.id in known[q.id]] for q in old.inputs if q.id in known}


def possible(cube: Cube, common: dict[str, list[str]]) -> tuple[np.ndarray, list[Outcomes]]:
    """Over the common cells the number of the set of outcomes that are possible there, and these sets; other questions stay open."""
    names: Outcomes = (*cube.outcomes, None)
    free = [axis for axis, question in enumerate(cube.questions) if question not in common]
    cells = cube.outcome.transpose([*map(cube.questions.index, common), *free])
    for axis, (question, answers) in enumerate(common.items()):
        known = [answer.id for answer in cube.table.input(question).answers]
        if answers != known:
            cells = cells.take(np.array([known.index(answer) for answer in answers], np.intp), axis)
    return _sets(cells, len(common), names) if free else (cells, [(name,) for name in names])


def _sets(cells: np.ndarray, kept: int, names: Outcomes) -> tuple[np.ndarray, list[Outcomes]]:
    """Over the first `kept` axes the number of the set of values found along the others, and the sets in names."""
    shape = cells.shape[:kept]
    rows = cells.reshape(prod(shape), prod(cells.shape[kept:]))
    present = np.zeros((len(rows), len(names)), bool)
    np.put_along_axis(present, rows.astype(np.intp), True, axis=1)
    found, which = np.unique(present, axis=0, return_inverse=True)
    return which.reshape(shape), [tuple(name for name, holds in zip(names, row, strict=True) if holds) for row in found]
