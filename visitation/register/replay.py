"""Replay: the register's past cases under another version."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from visitation.model import Model
from visitation.register.cases import Case
from visitation.screening import build
from visitation.screening.many import settle

BESIDE = "ved siden af"  # an outcome that is no step of the ladder
OPEN = "uafklaret"  # several outcomes are possible
WITHOUT = "uden regel"  # a gap, or a version without the table


class Recommended(NamedTuple):
    """An outcome, and where it stands."""

    outcome: str | None
    standing: str


@dataclass(frozen=True)
class Transitions:
    """Past cases by where their recommendation stood before and stands after: a ladder step's id, or one of the three words above.

    `changed` counts those that stand elsewhere, `same_step` those that got another outcome of the same standing."""

    counts: dict[tuple[str, str], int]
    same_step: int

    @property
    def cases(self) -> int:
        """How many cases were replayed."""
        return sum(self.counts.values())

    @property
    def changed(self) -> int:
        """How many of them stand elsewhere."""
        return sum(count for (old, new), count in self.counts.items() if old != new)

    @property
    def before(self) -> dict[str, float]:
        """The share of the cases, 0-1, per standing under the old version."""
        return self._shares(0)

    @property
    def after(self) -> dict[str, float]:
        """The share of the cases, 0-1, per standing under the new version."""
        return self._shares(1)

    def standing(self, where: str) -> tuple[int, int]:
        """How many cases stand there before and after."""
        return (
            sum(count for (old, _), count in self.counts.items() if old == where),
            sum(count for (_, new), count in self.counts.items() if new == where),
        )

    def _shares(self, side: int) -> dict[str, float]:
        found: Counter[str] = Counter()
        for pair, count in self.counts.items():
            found[pair[side]] += count
        return {step: count / self.cases for step, count in found.items()}


def past_cases(
    cases: Iterable[Case], old: Model, new: Model, *, old_on: date | None = None, new_on: date | None = None, table: str | None = None
) -> Transitions:
    """How the recommendations of past cases move: the answers of each case's first decision on the table, under both versions.

    The table is the old version's meeting table unless given; the rules are those in force on the dates. An answer that a version
    does not know is left out, and what nobody answered stays open."""
    table = table or old.head.meeting.table
    answers = [given for case in cases if (given := _first_answers(case, table)) is not None]
    pairs = Counter(zip(_recommended(old, table, old_on, answers), _recommended(new, table, new_on, answers), strict=True))
    counts: Counter[tuple[str, str]] = Counter()
    for (before, after), count in pairs.items():
        counts[before.standing, after.standing] += count
    ladder = [*old.steps, *new.steps, BESIDE, OPEN, WITHOUT]
    return Transitions(
        counts=dict(sorted(counts.items(), key=lambda item: [ladder.index(step) for step in item[0]])),
        same_step=sum(n for (before, after), n in pairs.items() if before != after and before.standing == after.standing),
    )


def _first_answers(case: Case, table: str) -> dict[str, str] | None:
    """The answers of the first decision that a case got on a table."""
    return next((decision["answers"] for decision in case.decisions if decision.get("table") == table), None)


def _recommended(model: Model, table: str, on: date | None, answers: Sequence[dict[str, str]]) -> list[Recommended]:
    """Per case what the model recommends."""
    if table not in model.tables or not answers:
        return [Recommended(None, WITHOUT)] * len(answers)
    outcomes = model.tables[table].outcomes
    every = [Recommended(name, BESIDE if outcome.step is None else outcome.step) for name, outcome in outcomes.items()]
    every += [Recommended(None, WITHOUT), Recommended(None, OPEN)]
    return [every[found] for found in settle(build(model.tables[table], on), answers)]
