"""What a proof found, as sentences for people: each with the rules it is about and one combination of answers that shows it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

import numpy as np

from visitation.language import translator
from visitation.model import Rule, Table
from visitation.screening.cube import Cube, build
from visitation.screening.explain import said
from visitation.screening.verify import Proof


@dataclass(frozen=True)
class Finding:
    """One thing found: "wrong" stands in the way of the proof, a "note" does not. `example` answers every question of the table."""

    tone: Literal["wrong", "note"]
    text: str
    rules: tuple[str, ...]
    example: dict[str, str]


def findings(table: Table, proof: Proof, lang: str = "da", on: date | None = None) -> list[Finding]:
    """What the proof of a table (of its rules in force on a date) found; what is wrong stands first."""
    here = _Subject(table, proof, lang, on)
    wrong = [*_gap(here), *_unreachable(here), *_overlaps(here), *_order(here)]
    return wrong + list(_redundant(here))


@dataclass(frozen=True)
class _Subject:
    """What the sentences are made from."""

    table: Table
    proof: Proof
    lang: str
    on: date | None

    @cached_property
    def cube(self) -> Cube:
        """The table as it was proven."""
        return build(self.table, self.on)

    def outcome(self, name: str) -> str:
        """An outcome's name on the screen."""
        return self.table.outcomes[name].label.in_(self.lang)

    def answers(self, example: dict[str, str], asked: Iterable[Rule] = ()) -> str:
        """An example in words; with rules, only what one of them asks, unless they ask nothing."""
        of = {question for rule in asked for question in rule.when} or set(example)
        return ", ".join(said(q, example[q.id], self.lang) for q in self.table.inputs if q.id in of)


def _gap(here: _Subject) -> Iterator[Finding]:
    _, found = translator(here.lang), here.proof
    if found.gaps:
        one, many = (
            _("Hul: én kombination har ingen regel: %(answers)s."),
            _("Hul: %(n)d kombinationer har ingen regel, f.eks. %(answers)s."),
        )
        text = (one if found.gaps == 1 else many) % {"n": found.gaps, "answers": here.answers(found.gap_example)}
        yield Finding("wrong", text, (), found.gap_example)


def _unreachable(here: _Subject) -> Iterator[Finding]:
    text = translator(here.lang)("Regel %(rule)s kan aldrig nås: reglerne før den tager alt, f.eks. tager %(before)s %(answers)s.")
    for name in here.proof.unreachable:
        rule = here.table.rule(name)
        example = {q.id: rule.when.get(q.id, (q.answers[0].id,))[0] for q in here.table.inputs}
        before = here.cube.rules[int(here.cube.rule[tuple(here.cube.codes(example))])]
        answers = here.answers(example, (rule, before))
        yield Finding("wrong", text % {"rule": name, "before": before.id, "answers": answers}, (name, before.id), example)


def _overlaps(here: _Subject) -> Iterator[Finding]:
    text = translator(here.lang)("%(one)s og %(other)s modsiger hinanden: %(answers)s giver både %(first)s og %(second)s.")
    for both in here.proof.overlaps:
        one, other = (here.table.rule(name) for name in both["rules"])
        words = {"one": one.id, "other": other.id, "first": here.outcome(one.then), "second": here.outcome(other.then)}
        words["answers"] = here.answers(both["example"], (one, other))
        yield Finding("wrong", text % words, (one.id, other.id), both["example"])


def _order(here: _Subject) -> Iterator[Finding]:
    text = translator(here.lang)(
        "Rækkefølge: når %(question)s går fra %(less)s til %(more)s, falder udfaldet fra %(first)s (%(one)s) til %(second)s (%(other)s), "
        "f.eks. %(answers)s."
    )
    for wrong in here.proof.monotone_violations:
        question = here.table.input(wrong["question"])
        labels = {answer.id: answer.label.in_(here.lang) for answer in question.answers}
        words = {
            "question": question.short.in_(here.lang),
            **dict(zip(("less", "more"), (labels[answer] for answer in wrong["answers"]), strict=True)),
            **dict(zip(("first", "second"), (here.outcome(name) for name in wrong["outcomes"]), strict=True)),
            **dict(zip(("one", "other"), wrong["rules"], strict=True)),
            "answers": here.answers(wrong["example"]),
        }
        yield Finding("wrong", text % words, tuple(wrong["rules"]), wrong["example"])


def _redundant(here: _Subject) -> Iterator[Finding]:
    text = translator(here.lang)("Regel %(rule)s kan undværes: uden den bliver udfaldet stadig %(outcome)s, men med en anden begrundelse.")
    for name in here.proof.redundant:
        at = [rule.id for rule in here.cube.rules].index(name)
        example = here.cube.answers(np.argwhere(here.cube.rule == at)[0])
        yield Finding("note", text % {"rule": name, "outcome": here.outcome(here.cube.rules[at].then)}, (name,), example)
