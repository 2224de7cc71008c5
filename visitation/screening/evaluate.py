"""One case through one table, exactly: an open question is a free axis, so every answer to it is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from visitation.errors import VisitationError
from visitation.model import Rule
from visitation.screening.cube import Cube, index


@dataclass(frozen=True)
class Change:
    """Another answer to one question, and the outcome it would give."""

    question: str
    answer: str
    outcome: str


@dataclass(frozen=True, eq=False)
class Screening:
    """What the answers given so far mean. `codes` is the answer's position per question, None where it is open."""

    cube: Cube
    codes: tuple[int | None, ...]

    @cached_property
    def view(self) -> np.ndarray:
        """The outcomes of all cells that are still possible; one axis per open question."""
        return self.cube.outcome[index(self.codes)]

    @property
    def answered(self) -> list[int]:
        """The axes that have an answer."""
        return [axis for axis, code in enumerate(self.codes) if code is not None]

    @property
    def open_axes(self) -> list[int]:
        """The axes that have none."""
        return [axis for axis, code in enumerate(self.codes) if code is None]

    @property
    def answers(self) -> dict[str, str]:
        """The answers given, by question."""
        table = self.cube.table
        return {table.inputs[a].id: table.inputs[a].answers[self.codes[a]].id for a in self.answered}

    @property
    def open(self) -> tuple[str, ...]:
        """The questions without an answer, in the table's order."""
        return tuple(self.cube.questions[axis] for axis in self.open_axes)

    @cached_property
    def possible(self) -> tuple[str, ...]:
        """The outcomes that some answer to the open questions gives, in the table's order."""
        return outcomes_in(self.cube, self.view)

    @property
    def outcome(self) -> str | None:
        """The outcome, once no answer to an open question can change it."""
        return self.possible[0] if len(self.possible) == 1 else None

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that decide some cell that is still possible, in the order they are tried."""
        deciding = np.bincount(self.cube.rule[index(self.codes)].ravel())[: len(self.cube.rules)]
        return tuple(self.cube.rules[i] for i in np.flatnonzero(deciding))

    @property
    def rule(self) -> Rule | None:
        """The rule that decides, once the outcome is known and only one rule gives it."""
        return self.rules[0] if self.outcome and len(self.rules) == 1 else None

    @cached_property
    def relevant(self) -> tuple[str, ...]:
        """The open questions that can still change the outcome."""
        return tuple(self.cube.questions[a] for i, a in enumerate(self.open_axes) if varies(self.view, i).any())

    @cached_property
    def clarifying(self) -> str | None:
        """The relevant question that leaves the fewest outcomes, on average over its answers; the first of equals."""
        axes = [i for i, a in enumerate(self.open_axes) if self.cube.questions[a] in self.relevant]
        left = [self._outcomes_left(axis) for axis in axes]
        return self.cube.questions[self.open_axes[axes[int(np.argmin(left))]]] if left else None

    def _outcomes_left(self, axis: int) -> float:
        blocks = np.moveaxis(self.view, axis, 0).reshape(self.view.shape[axis], -1)
        return float(np.mean([np.count_nonzero(np.bincount(block)) for block in blocks]))

    @cached_property
    def differing(self) -> np.ndarray:
        """Per cell of the whole cube, broadcastable: which of the answers given it does not share, as bits in the order of `answered`."""
        bits = np.zeros((1,) * len(self.codes), np.uint32)
        for bit, axis in enumerate(self.answered):
            shape = [1] * len(self.codes)
            shape[axis] = -1
            other = np.arange(self.cube.outcome.shape[axis]) != self.codes[axis]
            bits = bits | (other.astype(np.uint32) << bit).reshape(shape)
        return bits

    @cached_property
    def reachable(self) -> np.ndarray:
        """[outcome, set of answers] -> whether changing exactly these answers can give the outcome (sets as bits); last row: a gap."""
        found = np.zeros((len(self.cube.outcomes) + 1, 1 << len(self.answered)), bool)
        found[self.cube.outcome, np.broadcast_to(self.differing, self.cube.outcome.shape)] = True
        return found

    @cached_property
    def sufficient(self) -> dict[str, str] | None:
        """The fewest answers that alone fix the outcome; None while it is open."""
        if self.outcome is None:
            return None
        other = np.arange(len(self.cube.outcomes) + 1) != self.cube.outcomes.index(self.outcome)
        return self.pick(fewest_kept(self.reachable[other].any(axis=0), len(self.answered)))

    def pick(self, bits: int) -> dict[str, str]:
        """The answers of a set given as bits."""
        return {q: v for i, (q, v) in enumerate(self.answers.items()) if bits >> i & 1}

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every other answer to one answered question that gives another outcome; none while the outcome is open."""
        return tuple(c for axis in self.answered for c in self._changes(axis)) if self.outcome else ()

    def _changes(self, axis: int) -> list[Change]:
        codes = list(self.codes)
        codes[axis] = None
        blocks = np.moveaxis(self.cube.outcome[index(codes)], sum(a < axis for a in self.open_axes), 0)
        question = self.cube.table.inputs[axis]
        found = []
        for answer, block in zip(question.answers, blocks, strict=True):
            outcomes = outcomes_in(self.cube, block)
            if len(outcomes) == 1 and outcomes[0] != self.outcome:
                found.append(Change(question.id, answer.id, outcomes[0]))
        return found


def outcomes_in(cube: Cube, cells: np.ndarray) -> tuple[str, ...]:
    """The outcomes that occur in some cells, in the table's order; VisitationError when one of the cells is a gap."""
    found = np.flatnonzero(np.bincount(cells.ravel(), minlength=len(cube.outcomes)))
    if found[-1] == len(cube.outcomes):
        raise VisitationError(f"{cube.table.id}: tabellen har et hul for disse svar; kør visitation check og dæk det med en regel")
    return tuple(cube.outcomes[i] for i in found)


def varies(cells: np.ndarray, axis: int) -> np.ndarray:
    """Where the outcome depends on the answer along `axis`; that axis is kept with length 1."""
    first = cells.take([0], axis)
    return (cells != first).any(axis=axis, keepdims=True)


def fewest_kept(broken_by: np.ndarray, count: int) -> int:
    """The smallest set of `count` answers (as bits) to keep, so that no change of the others alone breaks it.

    `broken_by[s]`: changing exactly the set s breaks it. A set breaks through any of its subsets (sum over subsets)."""
    broken = broken_by.copy()
    for bit in range(count):
        pairs = broken.reshape(-1, 2, 1 << bit)
        pairs[:, 1] |= pairs[:, 0]
    everything = (1 << count) - 1
    kept = everything ^ np.flatnonzero(~broken)
    sizes = np.bitwise_count(kept)
    return int(kept[sizes == sizes.min()].min())


def screen(cube: Cube, answers: Mapping[str, str | None]) -> Screening:
    """The screening of a case; answers by question, open ones left out or None. VisitationError names an unknown one."""
    return Screening(cube, tuple(cube.codes(answers)))


def encode(cube: Cube, columns: Mapping[str, np.ndarray]) -> np.ndarray:
    """Flat cell numbers of many complete cases, in the smallest type that holds them; one array of answer positions per question."""
    cells = np.zeros(len(columns[cube.questions[0]]), np.min_scalar_type(cube.outcome.size))
    for question, count in zip(cube.questions, cube.outcome.shape, strict=True):
        cells *= count
        np.add(cells, columns[question], out=cells, casting="unsafe")
    return cells
