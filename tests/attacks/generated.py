"""Generated registers: cases that come in at random, stand somewhere on the ladder and move on; most cells hold few."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import numpy as np

from tests.registers import ENQUIRY
from visitation.disclosure import Cube
from visitation.model import load
from visitation.publishing.counted import stock
from visitation.register.case import Case
from visitation.register.month import Month, whole_months
from visitation.vocabulary import VOCABULARY

UNITS = ("ringsted", "slagelse")
FIRST, DAYS = date(2020, 7, 1), 240


def generated(seed: int, months: int = 2) -> Cube:
    """The last whole months of a register of 300 to 3000 invented cases."""
    chance, models = np.random.default_rng(seed), [load(unit) for unit in UNITS]
    steps = [[step.id for step in model.ladder.steps] for model in models]
    odds = [chance.dirichlet(np.full(size, 0.6)) for size in (len(UNITS), *map(len, steps), *(len(VOCABULARY[name]) for name in AXES))]
    found = [_case(chance, number, steps, odds) for number in range(int(chance.integers(300, 3000)))]
    whole = whole_months(found, FIRST + timedelta(DAYS))
    return stock(models, {case.reference: case for case in found}, {}, whole[-months:] or [Month(FIRST)])


AXES = ("target_group", "age_group")


def _case(chance: np.random.Generator, number: int, steps: list[list[str]], odds: list[np.ndarray]) -> Case:
    unit = int(chance.choice(len(UNITS), p=odds[0]))
    target, age = (VOCABULARY[name][chance.choice(len(p), p=p)] for name, p in zip(AXES, odds[-2:], strict=True))
    came = FIRST + timedelta(int(chance.integers(DAYS)) if number else 0)
    days = sorted(came + timedelta(int(wait)) for wait in chance.integers(1, 90, size=chance.integers(0, 3)))
    made = tuple(
        {"at": datetime.combine(day, datetime.min.time()).isoformat(), "step": _step(chance, steps[unit], odds[1 + unit])} for day in days
    )
    enquiry = replace(ENQUIRY, reference=f"EKS-{number}", received=came, target_group=target, age_group=age)
    return Case(enquiry.reference, f"{number:04d}", UNITS[unit], enquiry, 1, "besluttet" if made else "ny", made, sample=True)


def _step(chance: np.random.Generator, steps: list[str], odds: np.ndarray) -> str | None:
    return None if chance.random() < 0.1 else steps[chance.choice(len(steps), p=odds)]
