"""What the oracles are asked: every table that ships, in every period, and one hundred tables made from a seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from tests.tables import rule, table
from visitation.model import Model, Table, load, shipped
from visitation.screening import build, periods

COUNT, SEED = 100, 20210309
QUESTIONS = ["behov", "årsag", "kort sigt", "if", "12-14", "q"]  # what FEEL reads as a name, and what it does not
ANSWERS = ["ja", "nej", "a,b", '"a"', "-", "10-29", "sti\\n", "æ ø å", "not(1)"]


@dataclass(frozen=True)
class Subject:
    """A table of a model on a day."""

    name: str
    model: Model
    table: Table
    on: date

    def cells(self) -> list[dict[str, str]]:
        """Every combination of answers, in the order of `outcomes`."""
        names = [question.id for question in self.table.inputs]
        choices = [[answer.id for answer in question.answers] for question in self.table.inputs]
        return [dict(zip(names, picked, strict=True)) for picked in product(*choices)]

    def outcomes(self) -> list[str | None]:
        """Our outcome in every cell, None in a gap."""
        names = [*self.table.outcomes, None]
        return [names[i] for i in build(self.table, self.on).outcome.ravel()]


def from_models() -> list[Subject]:
    """All tables that ship."""
    models = [load(name) for name in shipped()]
    return [
        Subject(f"{model.head.id}/{table.id}@{day}", model, table, day)
        for model in models
        for table in model.tables.values()
        for day in periods(table)
    ]


def from_a_seed() -> Iterator[Subject]:
    """Tables of 2-4 questions with 2-4 answers and 1-8 rules; half of them have gaps."""
    drawn, model = random.Random(SEED), load(shipped()[0])
    for n in range(COUNT):
        made = _table(drawn, gaps=n % 2 == 1)
        yield Subject(f"X{n}", model, made, made.valid.from_)


def _table(drawn: random.Random, gaps: bool) -> Table:
    asked = drawn.sample(QUESTIONS, drawn.randint(2, 4))
    questions = {name: drawn.sample(ANSWERS, drawn.randint(2, 4)) for name in asked}
    rules = [_rule(drawn, str(i), questions) for i in range(drawn.randint(1, 8))]
    if not gaps:
        rules.append(rule("sidste", {}, drawn.choice("ABC")))
    return table(questions, [[one] for one in rules], {"A": 0, "B": 1, "C": None})


def _rule(drawn: random.Random, name: str, questions: dict[str, list[str]]) -> dict:
    looked_at = drawn.sample(list(questions), drawn.randint(1, len(questions)))
    when = {q: drawn.sample(questions[q], drawn.randint(1, len(questions[q]))) for q in looked_at}
    return rule(name, when, drawn.choice("ABC"))
