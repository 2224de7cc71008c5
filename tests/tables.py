"""Small decision tables for tests, and the plain way to read them (the oracle)."""

from itertools import product
from math import prod

from hypothesis import strategies as st

from visitation.model import Table


def both(words: str) -> dict:
    return {"da": words, "en": words}


def rule(rule_id: str, when: dict, then: str, **more) -> dict:
    return {"id": rule_id, "when": when, "then": then, "kind": "antagelse", "source": [], "reason": both(f"fordi {rule_id}"), **more}


def table(questions: dict[str, list[str]], sections: list[list[dict]], orders: dict | None = None, ordered: tuple = ()) -> Table:
    """A table of plain questions; outcomes and their order are taken from the rules unless given."""
    outcomes = orders or {r["then"]: None for section in sections for r in section}
    return Table.read(
        {
            "id": "X1",
            "label": both("prøve"),
            "valid": {"from": "2021-01-01"},
            "inputs": [
                {
                    "id": q,
                    "label": both(q),
                    "short": both(q),
                    "ordered": q in ordered,
                    "answers": [{"id": a, "label": both(a)} for a in answers],
                }
                for q, answers in questions.items()
            ],
            "outcomes": {name: {"label": both(name), "order": order, "step": None} for name, order in outcomes.items()},
            "sections": [{"label": both("afsnit"), "rules": rules} for rules in sections],
        }
    )


@st.composite
def tables(draw, gaps: bool = False) -> Table:
    """Random tables of 1-4 questions with 1-4 answers; without `gaps` the last rule holds always."""
    questions = {f"q{i}": [f"a{j}" for j in range(draw(st.integers(1, 4)))] for i in range(draw(st.integers(1, 4)))}
    rules = []
    for i in range(draw(st.integers(0, 5))):
        asked = draw(st.lists(st.sampled_from(sorted(questions)), unique=True, max_size=3))
        when = {q: draw(st.lists(st.sampled_from(questions[q]), min_size=1, unique=True)) for q in asked}
        rules.append(rule(f"r{i}", when, draw(st.sampled_from(["A", "B", "C"]))))
    if not gaps or not rules:
        rules.append(rule("sidste", {}, draw(st.sampled_from(["A", "B", "C"]))))
    orders = {name: draw(st.sampled_from([None, 0, 1, 2])) for name in ("A", "B", "C")}
    ordered = draw(st.lists(st.sampled_from(sorted(questions)), unique=True))
    return table(questions, [[r] for r in rules], orders, tuple(ordered))


@st.composite
def wide_tables(draw, most_cells: int = 4096) -> Table:
    """Random tables of 2-12 questions in sections of several rules; gaps and contradictions allowed."""
    sizes, count = [], draw(st.integers(2, 12))
    for i in range(count):
        room = most_cells // (prod(sizes) * 2 ** (count - i - 1))
        sizes.append(draw(st.integers(2, max(2, min(4, room)))))
    questions = {f"q{i}": [f"a{j}" for j in range(size)] for i, size in enumerate(sizes)}
    sections = [[draw(_rules(questions, f"{i}.{j}")) for j in range(draw(st.integers(1, 3)))] for i in range(draw(st.integers(1, 3)))]
    ordered = draw(st.lists(st.sampled_from(sorted(questions)), unique=True, max_size=3))
    return table(questions, sections, {"A": 0, "B": 1, "C": None}, tuple(ordered))


@st.composite
def _rules(draw, questions: dict[str, list[str]], rule_id: str) -> dict:
    asked = draw(st.lists(st.sampled_from(sorted(questions)), unique=True, max_size=3))
    when = {q: draw(st.lists(st.sampled_from(questions[q]), min_size=1, unique=True)) for q in asked}
    return rule(rule_id, when, draw(st.sampled_from(["A", "B", "C"])))


def first_hit(subject: Table, answers: dict[str, str]):
    """The rule that decides complete answers, read one rule after the other."""
    return next((r for r in subject.rules if all(answers[q] in values for q, values in r.when.items())), None)


def completions(subject: Table, answers: dict[str, str]) -> list[dict[str, str]]:
    """Every way to answer the open questions."""
    choices = [[answers[q.id]] if q.id in answers else [a.id for a in q.answers] for q in subject.inputs]
    return [dict(zip([q.id for q in subject.inputs], picked, strict=True)) for picked in product(*choices)]


def partial_states(subject: Table) -> list[dict[str, str]]:
    """Every way to answer some of the questions."""
    choices = [[None, *(a.id for a in q.answers)] for q in subject.inputs]
    return [{q.id: a for q, a in zip(subject.inputs, picked, strict=True) if a is not None} for picked in product(*choices)]


def possible(subject: Table, answers: dict[str, str]) -> set[str]:
    """The outcomes of all completions."""
    return {first_hit(subject, full).then for full in completions(subject, answers)}
