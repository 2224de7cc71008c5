"""The decision cube: load, cold command, one click on a large table, a million cases."""

import subprocess
import sys
from statistics import median

import numpy as np
import polars as pl

from bench.timing import line, milliseconds, p95, ratio, rounds
from visitation.model import Table, load, shipped
from visitation.screening import Cube, build, encode, prove, screen
from visitation.screening.explain import explain, moot

SEED = 20210309


def loading() -> None:
    """Load, validate and build both shipped models, imports not counted."""

    def run() -> None:
        for name in shipped():
            for table in load(name).tables.values():
                build(table)

    def proven() -> None:
        for name in shipped():
            for table in load(name).tables.values():
                prove(build(table))

    times = rounds({"load": run, "prove": proven}, 9)
    line("load + validate + build both models", f"{median(times['load']):.1f} ms", "< 50 ms", median(times["load"]) < 50)
    line("  the same with the proof of all ten tables", f"{median(times['prove']):.1f} ms", "-", True)


def cold_screen() -> None:
    """A cold `visitation screen` beside a Python that only imports numpy and yaml."""
    answers = '{"oensker": "ja", "maalgruppe": "nedsat"}'
    command = [sys.executable, "-m", "visitation.cli", "screen", "ringsted/T1", "--answers", answers]
    bare = [sys.executable, "-c", "import numpy, yaml"]
    sides = {"screen": lambda: _quiet(command), "bare": lambda: _quiet(bare)}
    rounds(sides, 1)
    times = rounds(sides, 9)
    found = ratio(times, "screen", "bare")
    measured = f"{median(times['screen']):.0f} ms / {median(times['bare']):.0f} ms = {found:.2f}x"
    line("cold `visitation screen` beside `import numpy, yaml`", measured, "<= 2.5x", found <= 2.5)


def _quiet(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def large_table() -> Table:
    """A table of twelve questions and 147,456 cells with 24 random rules."""
    rng = np.random.default_rng(SEED)
    questions = {f"q{i}": [f"a{j}" for j in range(n)] for i, n in enumerate([4, 4, 4, 4, 3, 3, 2, 2, 2, 2, 2, 2])}
    text = {"da": "prøve", "en": "sample"}
    rules = [_rule(i, rng, questions, text) for i in range(23)] + [_rule(23, rng, {}, text)]
    return Table.read({
        "id": "STOR",
        "label": text,
        "valid": {"from": "2021-01-01"},
        "inputs": [{"id": q, "label": text, "short": text, "answers": [{"id": a, "label": text} for a in v]} for q, v in questions.items()],
        "outcomes": {f"U{i}": {"label": text, "order": i, "step": "netvaerk"} for i in range(8)},
        "sections": [{"label": text, "rules": [rule]} for rule in rules],
    })  # fmt: skip


def _rule(i: int, rng: np.random.Generator, questions: dict, text: dict) -> dict:
    asked = rng.choice(list(questions), size=3, replace=False) if questions else []
    when = {str(q): [str(a) for a in rng.choice(questions[q], size=max(1, len(questions[q]) // 2), replace=False)] for q in asked}
    return {"id": f"R{i}", "when": when, "then": f"U{i % 8}", "kind": "antagelse", "source": [], "reason": text}


def one_click() -> None:
    """Everything a click shows: possible, relevant, clarifying, explanation and changes."""
    cube, model, rng = build(large_table()), load("ringsted"), np.random.default_rng(SEED)
    cells = [cube.answers([rng.integers(n) for n in cube.outcome.shape]) for _ in range(40)]
    states = [dict(list(cell.items())[:k]) for cell in cells for k in (3, 6, 9, 12)]

    def click(answers: dict) -> None:
        case = screen(cube, answers)
        _ = case.possible, case.relevant, case.clarifying, case.changes, explain(model, case), moot(case)

    click(states[0])
    times = [milliseconds(lambda answers=answers: click(answers)) for answers in states]
    line(
        f"one click on {cube.rule.size:,} cells, n={len(times)}",
        f"p95 {p95(times):.1f} ms, median {median(times):.1f}",
        "< 20 ms",
        p95(times) < 20,
    )


def a_million(table: Table) -> None:
    """One million coded cases through one table: the cube, polars when/then, plain Python."""
    rng, count = np.random.default_rng(SEED), 1_000_000
    cube = build(table)
    codes = {q.id: rng.integers(len(q.answers), size=count).astype(np.uint8) for q in table.inputs}
    frame = pl.DataFrame(codes)
    rows = list(zip(*(codes[q].tolist() for q in cube.questions), strict=True))
    found: dict[str, np.ndarray] = {}
    sides = {
        "cube": lambda: found.update(cube=cube.outcome.ravel().take(encode(cube, codes))),
        "polars": lambda: found.update(polars=frame.select(_when_then(cube))["outcome"].to_numpy()),
        "python": lambda: found.update(python=np.array(_plain(cube, rows), np.uint8)),
    }
    times = rounds(sides, 5)
    assert (found["cube"] == found["polars"]).all() and (found["cube"] == found["python"]).all()
    for peer, target in (("polars", 3), ("python", 15)):
        faster = ratio(times, peer, "cube")
        measured = f"{median(times['cube']):.1f} ms / {median(times[peer]):.0f} ms, {faster:.1f}x faster"
        line(f"{count:,} coded cases, {table.id} ({cube.rule.size:,} cells), beside {peer}", measured, f">= {target}x", faster >= target)


def _coded_rules(cube: Cube) -> list[tuple[list[tuple[int, set[int]]], int]]:
    inputs = cube.table.inputs
    position = {(q.id, a.id): i for q in inputs for i, a in enumerate(q.answers)}
    return [
        ([(cube.questions.index(q), {position[q, a] for a in values}) for q, values in rule.when.items()], cube.outcomes.index(rule.then))
        for rule in cube.rules
    ]


def _when_then(cube: Cube) -> pl.Expr:
    """The same table as polars would say it."""
    chain = pl.when(pl.lit(False)).then(pl.lit(255, pl.UInt8))
    for conditions, outcome in _coded_rules(cube):
        holds = pl.lit(True)
        for axis, values in conditions:
            holds = holds & pl.col(cube.questions[axis]).is_in(sorted(values))
        chain = chain.when(holds).then(pl.lit(outcome, pl.UInt8))
    return chain.otherwise(pl.lit(255, pl.UInt8)).alias("outcome")


def _plain(cube: Cube, rows: list[tuple]) -> list[int]:
    """The same table read one rule after the other."""
    rules = _coded_rules(cube)
    return [next(outcome for conditions, outcome in rules if all(row[axis] in values for axis, values in conditions)) for row in rows]


def main() -> None:
    """Everything about screening."""
    loading()
    cold_screen()
    one_click()
    a_million(load("ringsted").tables["T1"])
    a_million(large_table())
