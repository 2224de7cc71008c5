"""How many cases stand on each step of the ladder: a case stands where its last decision put it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from visitation.register.agenda import decided_on
from visitation.register.cases import Case


@dataclass(frozen=True)
class Standing:
    """Cases per step id (counts), those whose decision lies beside the ladder, those without one, and the days of the decisions."""

    on_step: dict[str, int]
    beside: int
    undecided: int
    first: date | None
    last: date | None

    @property
    def decided(self) -> int:
        """How many cases have a decision."""
        return sum(self.on_step.values()) + self.beside


def standing(cases: Iterable[Case], today: date) -> Standing:
    """Where the cases stand at the end of `today`."""
    lasts, undecided = [], 0
    for case in cases:
        made = [decision for decision in case.decisions if decided_on(decision) <= today]
        lasts += made[-1:]
        undecided += not made and case.enquiry.received <= today
    steps = Counter(decision["step"] for decision in lasts)
    days = [decided_on(decision) for decision in lasts]
    return Standing(
        on_step={step: count for step, count in steps.items() if step is not None},
        beside=steps[None],
        undecided=undecided,
        first=min(days, default=None),
        last=max(days, default=None),
    )
