"""What a change of a table does, over all combinations of answers: which cells, as few boxes, and in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import prod
from typing import Literal

import numpy as np

from visitation.language import translator
from visitation.model import Table, Text
from visitation.screening.align import Outcomes, possible, shared
from visitation.screening.boxes import Positions, boxes_of
from visitation.screening.cube import Cube
from visitation.screening.explain import capital

Kind = Literal["table", "question", "answer", "outcome"]


@dataclass(frozen=True)
class Box:
    """Combinations that changed alike: the answers per question (left out where any will do), the possible outcomes before and after."""

    when: dict[str, tuple[str, ...]]
    old: Outcomes
    new: Outcomes
    cells: int


@dataclass(frozen=True)
class Piece:
    """A part of the table that only one version has; an answer also names its question."""

    kind: Kind
    id: str
    label: Text
    question: Text | None = None


@dataclass(frozen=True)
class Difference:
    """Two versions of a table held against each other: `cells` is how many combinations both know, `boxes` hold those that changed.

    Boxes with the same outcomes may overlap. A question that only one version has is open there."""

    table: str
    cells: int
    cells_changed: int
    boxes: tuple[Box, ...]
    added: tuple[Piece, ...]
    removed: tuple[Piece, ...]
    old: Table | None
    new: Table | None


def differences(old: Mapping[str, Cube], new: Mapping[str, Cube]) -> list[Difference]:
    """The difference of every table of two models; one that only one of them has counts as added or removed."""
    return [_of_table(old.get(table), new.get(table)) for table in dict.fromkeys((*old, *new))]


def _of_table(old: Cube | None, new: Cube | None) -> Difference:
    if old and new:
        return difference(old, new)
    table = (old or new).table
    only = (Piece("table", table.id, table.label),)
    return Difference(table.id, 0, 0, (), () if old else only, only if old else (), old and old.table, new and new.table)


def difference(old: Cube, new: Cube) -> Difference:
    """The exact difference of two versions of one table; questions and answers are matched by id, in any order."""
    common = shared(old.table, new.table)
    before, old_sets = possible(old, common)
    after, new_sets = possible(new, common)
    differs = np.array([[set(a) != set(b) for b in new_sets] for a in old_sets], bool)
    kinds = before.astype(np.intp) * len(new_sets) + after  # one number per pair of outcomes, 0 to be kept for "the same"
    kinds = np.where(differs.ravel()[kinds], kinds + 1, 0)
    boxes = []
    for kind, box in boxes_of(kinds):
        was, is_now = divmod(kind - 1, len(new_sets))
        boxes.append(Box(_when(common, box), old_sets[was], new_sets[is_now], prod(len(axis) for axis in box)))
    return Difference(
        table=new.table.id,
        cells=kinds.size,
        cells_changed=int(np.count_nonzero(kinds)),
        boxes=tuple(sorted(boxes, key=lambda box: -box.cells)),
        added=_only_in(new.table, old.table),
        removed=_only_in(old.table, new.table),
        old=old.table,
        new=new.table,
    )


def _when(common: dict[str, list[str]], box: Positions) -> dict[str, tuple[str, ...]]:
    """The answers of a box, per question that narrows it."""
    picked = zip(common.items(), box, strict=True)
    return {question: tuple(answers[i] for i in axis) for (question, answers), axis in picked if len(axis) < len(answers)}


def _only_in(table: Table, other: Table) -> tuple[Piece, ...]:
    """The questions, answers and outcomes that the other version does not have; a question stands for its answers."""
    asked = {question.id: {answer.id for answer in question.answers} for question in other.inputs}
    questions = [Piece("question", q.id, q.label) for q in table.inputs if q.id not in asked]
    both = [q for q in table.inputs if q.id in asked]
    answers = [Piece("answer", a.id, a.label, q.short) for q in both for a in q.answers if a.id not in asked[q.id]]
    outcomes = [Piece("outcome", name, o.label) for name, o in table.outcomes.items() if name not in other.outcomes]
    return (*questions, *answers, *outcomes)


def sentences(found: Difference, lang: str = "da") -> list[str]:
    """What was added and removed, then one sentence per box."""
    return [*_facts(found, lang), *(sentence(found, box, lang) for box in found.boxes)]


def sentence(found: Difference, box: Box, lang: str = "da") -> str:
    """A box in words: "Funktionsevnen (risiko) og virkningen (ja): Henvis til § 82 a/b → Drøftes på mødet"."""
    _ = translator(lang)
    asked = [(found.new.input(question), answers) for question, answers in box.when.items()]
    said = [
        f"{q.short.in_(lang)} ({_joined([a.label.in_(lang) for a in q.answers if a.id in answers], _(' eller '))})" for q, answers in asked
    ]
    where = capital(_joined(said, _(" og "))) if said else _("Uanset svarene")
    return f"{where}: {_outcomes(found.old, box.old, lang)} → {_outcomes(found.new, box.new, lang)}"


def _outcomes(table: Table, names: Outcomes, lang: str) -> str:
    _ = translator(lang)
    return _joined([table.outcomes[name].label.in_(lang) if name else _("ingen regel") for name in names], _(" eller "))


def _joined(words: list[str], last: str) -> str:
    """The words in a row, with `last` before the last one."""
    return last.join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _facts(found: Difference, lang: str) -> Iterator[str]:
    _ = translator(lang)
    new = {"table": _("Ny tabel"), "question": _("Nyt spørgsmål"), "answer": _("Nyt svar"), "outcome": _("Nyt udfald")}
    gone = {
        "table": _("Fjernet tabel"),
        "question": _("Fjernet spørgsmål"),
        "answer": _("Fjernet svar"),
        "outcome": _("Fjernet udfald"),
    }
    for words, pieces in ((new, found.added), (gone, found.removed)):
        for piece in pieces:
            what = f"{words[piece.kind]}, {piece.question.in_(lang)}" if piece.question else words[piece.kind]
            yield f"{what}: {piece.label.in_(lang)}"
    if any(piece.kind == "question" for piece in (*found.added, *found.removed)):
        yield _("Et spørgsmål, som kun den ene version stiller, regnes som uafklaret i den.")
