"""Replay of a rule change: past cases through two versions, and the exact difference over all combinations."""

from dataclasses import replace
from datetime import date
from itertools import product
from statistics import median

import numpy as np

from bench.screening import SEED, large_table
from bench.timing import line, ratio, rounds
from visitation.model import Model, Rule, Table, load
from visitation.register.cases import Case, Enquiry
from visitation.register.replay import past_cases
from visitation.screening import Cube, build
from visitation.screening.difference import difference, sentences

SAMPLE = 2_000  # cells that plain Python compares
CASES = 10_000


def edited(table: Table, rule_id: str, **when: tuple[str, ...]) -> Table:
    """The table with other answers in one rule."""
    rules = {r.id: r.replace(when={**r.when, **when}) if r.id == rule_id else r for r in table.rules}
    sections = [s.replace(rules=tuple(rules[r.id] for r in s.rules)) for s in table.sections]
    return table.replace(sections=tuple(sections))


def past(table: Table, count: int, answered: float) -> list[Case]:
    """So many decided cases with random answers, a question answered with this probability."""
    rng = np.random.default_rng(SEED)
    enquiry = Enquiry("EKS-0", date(2021, 3, 2), "mail", "borger", "30-49", "psykisk", "", "", "", "ingen", "ja")
    picked = np.stack([rng.integers(len(q.answers), size=count) for q in table.inputs], axis=1).tolist()
    is_answered = (rng.random((count, len(table.inputs))) < answered).tolist()
    found = []
    for codes, given in zip(picked, is_answered, strict=True):
        answers = {q.id: q.answers[code].id for q, code, holds in zip(table.inputs, codes, given, strict=True) if holds}
        decision = {"table": table.id, "answers": answers, "at": "2021-03-09T09:00:00"}
        found.append(Case("EKS-0", "0", "x", enquiry, 2, "besluttet", (decision,), True))
    return found


def replayed(name: str, model: Model, changed: Table, answered: float) -> None:
    """10,000 past cases under two versions of their table."""
    old = replace(model, tables={**model.tables, changed.id: edited(changed, "")})
    new = replace(model, tables={**model.tables, changed.id: changed})
    cases = past(changed, CASES, answered)
    table = changed.id
    times = rounds({"replay": lambda: past_cases(cases, old, new, table=table)}, 9)["replay"]
    line(f"{CASES:,} past cases, {name}", f"{median(times):.0f} ms, max {max(times):.0f}", "< 100 ms", median(times) < 100)


def differing(name: str, old: Table, new: Table) -> None:
    """The exact difference with its boxes and sentences, cubes built anew, beside plain Python on a sample of the cells."""
    cells = list(product(*[[a.id for a in q.answers] for q in old.inputs]))
    step = max(1, len(cells) // SAMPLE)
    asked = [dict(zip([q.id for q in old.inputs], cell, strict=True)) for cell in cells[::step]]
    found: dict = {}

    def ours() -> None:
        found["difference"] = difference(build(old), build(new))
        found["words"] = sentences(found["difference"])

    def plain() -> None:
        found["plain"] = [_first_hit(old.rules, cell) != _first_hit(new.rules, cell) for cell in asked]

    times = rounds({"ours": ours, "plain": plain}, 9)
    cubes = build(old), build(new)
    assert found["plain"] == [_outcome(cubes[0], cell) != _outcome(cubes[1], cell) for cell in asked]
    told = f"{found['difference'].cells_changed:,} of {len(cells):,} changed, {len(found['words'])} boxes"
    milliseconds = median(times["ours"])
    line(f"difference, {name}: {told}", f"{milliseconds:.0f} ms", "< 100 ms", milliseconds < 100)
    faster = ratio(times, "plain", "ours") * len(cells) / len(asked)
    line("  beside plain Python that only counts, from a sample", f"{faster:.0f}x faster", ">= 10x", faster >= 10)


def _first_hit(rules: tuple[Rule, ...], cell: dict[str, str]) -> str:
    return next(rule.then for rule in rules if all(cell[q] in values for q, values in rule.when.items()))


def _outcome(cube: Cube, cell: dict[str, str]) -> str:
    return cube.outcomes[cube.outcome[tuple(cube.codes(cell))]]


def main() -> None:
    """Everything about replay."""
    model, large = load("ringsted"), large_table()
    t1 = edited(model.tables["T1"], "T1.09", maalgruppe=("nedsat", "betydelig"))
    changed = edited(large, "R2", q0=("a0",))
    replayed("T1, all questions answered", model, t1, 1.0)
    replayed("T1, one question in ten open", model, t1, 0.9)
    replayed("147,456 combinations, all questions answered", model, changed, 1.0)
    replayed("147,456 combinations, one question in ten open", model, changed, 0.9)
    differing("one rule", large, changed)
