"""Prove a table over all combinations: gaps, unreachable rules, contradictions, order, redundancy, anchors."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import numpy as np

from visitation.errors import VisitationError
from visitation.model import Part, Rule, Table
from visitation.model.check import sources
from visitation.screening.cube import Cube, rectangle


@dataclass(frozen=True)
class Proof:
    """What was found wanting in a table; empty fields mean proven. `redundant` rules are named, not forbidden."""

    table: str
    cells: int
    rules: int
    gaps: int
    gap_example: dict[str, str] | None
    unreachable: tuple[str, ...]
    overlaps: tuple[dict, ...]
    monotone_violations: tuple[dict, ...]
    redundant: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether the table is proven."""
        return not (self.gaps or self.unreachable or self.overlaps or self.monotone_violations)


def prove(cube: Cube) -> Proof:
    """The proof of a table."""
    gaps = cube.gaps
    return Proof(
        table=cube.table.id,
        cells=cube.rule.size,
        rules=len(cube.rules),
        gaps=int(gaps.sum()),
        gap_example=cube.answers(np.argwhere(gaps)[0]) if gaps.any() else None,
        unreachable=_unreachable(cube),
        overlaps=tuple(_overlaps(cube)),
        monotone_violations=tuple(_order_violations(cube)),
        redundant=_redundant(cube),
    )


def periods(table: Table) -> list[date]:
    """The days on which the rules in force change, the first being the table's own; most tables have only that one."""
    begin, end = table.valid.from_, table.valid.to
    dated = [rule.valid for rule in table.rules if rule.valid]
    days = {valid.from_ for valid in dated} | {valid.to + timedelta(days=1) for valid in dated if valid.to}
    return sorted({begin} | {day for day in days if day > begin and (end is None or day <= end)})


def _unreachable(cube: Cube) -> tuple[str, ...]:
    used = np.bincount(cube.rule.ravel(), minlength=len(cube.rules))
    return tuple(rule.id for i, rule in enumerate(cube.rules) if not used[i])


def _overlaps(cube: Cube):
    """Pairs of rules in one section that hold for the same answers and say different things."""
    for section in cube.table.sections:
        rules = [rule for rule in section.rules if rule in cube.rules]
        for one, other in combinations(rules, 2):
            shared = _shared(cube, one, other)
            if one.then != other.then and shared is not None:
                yield {"section": section.label.da, "rules": [one.id, other.id], "example": shared}


def _shared(cube: Cube, one: Rule, other: Rule) -> dict[str, str] | None:
    """A cell that both rectangles hold; they meet exactly when they meet on every axis."""
    both = [np.intersect1d(a, b) for a, b in zip(rectangle(cube.table, one), rectangle(cube.table, other), strict=True)]
    return cube.answers([answers[0] for answers in both]) if all(len(answers) for answers in both) else None


def _order_violations(cube: Cube):
    """A greater need on an ordered question that gives a lower outcome, unless the deciding rule explains it."""
    order = np.array([o.order if o.order is not None else np.nan for o in cube.table.outcomes.values()] + [np.nan])
    explained = np.array([rule.out_of_order is not None for rule in cube.rules] + [False])
    for axis, question in enumerate(cube.table.inputs):
        if question.ordered:
            yield from _order_on(cube, axis, np.moveaxis(order[cube.outcome], axis, 0), np.moveaxis(explained[cube.rule], axis, 0))


def _order_on(cube: Cube, axis: int, order: np.ndarray, explained: np.ndarray):
    question = cube.table.inputs[axis]
    for less, more in combinations(range(len(question.answers)), 2):
        wrong = (order[more] < order[less]) & ~explained[more] & ~explained[less]
        if wrong.any():
            rest = np.argwhere(wrong)[0]
            cells = [np.insert(rest, axis, i) for i in (less, more)]
            yield {
                "question": question.id,
                "answers": [question.answers[less].id, question.answers[more].id],
                "outcomes": [cube.outcomes[cube.outcome[tuple(cell)]] for cell in cells],
                "rules": [cube.rules[cube.rule[tuple(cell)]].id for cell in cells],
                "cells": int(wrong.sum()),
                "example": cube.answers(cells[1]),
            }


def _redundant(cube: Cube) -> tuple[str, ...]:
    """Rules that could go without changing any outcome (they may still carry a reason of their own)."""
    return tuple(rule.id for i, rule in enumerate(cube.rules) if _superfluous(cube, i))


def _superfluous(cube: Cube, i: int) -> bool:
    block = rectangle(cube.table, cube.rules[i])
    outcome = cube.table.outcomes
    names = list(outcome)
    without = np.full(cube.rule.shape, len(names), cube.outcome.dtype)
    for rule in reversed(cube.rules[i + 1 :]):
        without[rectangle(cube.table, rule)] = names.index(rule.then)
    mine = cube.rule[block] == i
    return bool(mine.any() and (without[block][mine] == cube.outcome[block][mine]).all())


def anchors(part: Part, documents: Mapping[str, str] | None) -> tuple[int, list[str]]:
    """How many anchors a part of a model has, and those that do not stand verbatim in the `documents` (text by number)."""
    found = [source for _, source in sources(part)]
    return len(found), [f"{s.document}: {s.anchor}" for s in found if documents and plain(s.anchor) not in documents[s.document]]


def read_documents(numbers: Iterable[str], folder: Path) -> dict[str, str]:
    """The documents of a folder by number, ready to be searched; VisitationError names the one that is missing."""
    return {number: _document(number, folder) for number in numbers}


def _document(number: str, folder: Path) -> str:
    files = sorted(folder.glob(f"{number}*.txt"))
    if not files:
        raise VisitationError(f"{folder.name}: dokument {number} mangler; der skal ligge en tekstfil {number}*.txt i mappen")
    try:
        return plain("\n".join(path.read_text(encoding="utf-8") for path in files))
    except (OSError, UnicodeDecodeError):
        raise VisitationError(f"{folder.name}: dokument {number} kan ikke læses; det skal være tekst i UTF-8") from None


def plain(text: str) -> str:
    """Text without differences of line breaks, spaces and composed letters."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()
