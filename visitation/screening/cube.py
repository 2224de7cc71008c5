"""A decision table as an array: one axis per question, one cell per combination of answers.

A rule is a rectangle; the first rule that holds is the last one written, so rules are written in reverse.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from visitation.errors import VisitationError, allowed
from visitation.model import Rule, Table

FREE = slice(None)


@dataclass(frozen=True, eq=False)
class Cube:
    """A compiled table. `rule` holds the index of the rule that decides each cell, `outcome` the index of its outcome.
    A cell that no rule covers (a gap) holds len(rules) and len(outcomes)."""

    table: Table
    rules: tuple[Rule, ...]
    rule: np.ndarray
    outcome: np.ndarray

    @property
    def gaps(self) -> np.ndarray:
        """True in the cells that no rule covers."""
        return self.rule == len(self.rules)

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of the questions, one per axis."""
        return tuple(question.id for question in self.table.inputs)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The ids of the outcomes; their index is what `outcome` holds."""
        return tuple(self.table.outcomes)

    def codes(self, answers: Mapping[str, str]) -> list[int | None]:
        """The answer's position on each axis, None where the question is open; VisitationError names what is allowed."""
        for question in answers:
            if question not in self.questions:
                raise VisitationError(f"{self.table.id}: ukendt spørgsmål '{question}'; tilladt er {allowed(self.questions)}")
        return [self._code(axis, answers.get(question)) for axis, question in enumerate(self.questions)]

    def _code(self, axis: int, answer: str | None) -> int | None:
        choices = [choice.id for choice in self.table.inputs[axis].answers]
        if answer is not None and answer not in choices:
            question = self.questions[axis]
            raise VisitationError(
                f"{self.table.id}: ukendt svar '{answer}' på '{question}'; tilladt er {allowed(choices)}"
                " (udelad spørgsmålet, når det er uafklaret)"
            )
        return None if answer is None else choices.index(answer)

    def answers(self, cell) -> dict[str, str]:
        """The answers of a cell given by its position on each axis."""
        return {q.id: q.answers[int(i)].id for q, i in zip(self.table.inputs, cell, strict=True)}


def index(codes: list[int | None]) -> tuple:
    """The part of the cube in which the given answers hold; open questions stay free axes."""
    return tuple(FREE if code is None else code for code in codes)


def rectangle(table: Table, rule: Rule) -> tuple[np.ndarray, ...]:
    """The cells a rule covers, as an index of the cube."""
    picked = [
        [i for i, answer in enumerate(question.answers) if question.id not in rule.when or answer.id in rule.when[question.id]]
        for question in table.inputs
    ]
    return np.ix_(*picked)


def build(table: Table, on: date | None = None) -> Cube:
    """The cube of the rules in force on a date; without one, of the rules that have no end."""
    rules = tuple(rule for rule in table.rules if _in_force(table, rule, on))
    shape = tuple(len(question.answers) for question in table.inputs)
    rule_of = np.full(shape, len(rules), np.min_scalar_type(len(rules)))
    for i in reversed(range(len(rules))):
        rule_of[rectangle(table, rules[i])] = i
    names = list(table.outcomes)
    outcome_of = [names.index(rule.then) for rule in rules] + [len(names)]
    return Cube(table, rules, rule_of, np.array(outcome_of, np.min_scalar_type(len(names)))[rule_of])


def _in_force(table: Table, rule: Rule, on: date | None) -> bool:
    valid = rule.valid or table.valid
    return valid.to is None if on is None else valid.covers(on)
