"""From a rule change to its forecast: which shares of the past cases it would have led elsewhere, as the settings of a scenario."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from visitation.forecast.figures import from_model, read_figures
from visitation.forecast.measured import COURSE, ENOUGH, SUPPORT, from_register, measured
from visitation.forecast.scenario import Scenario
from visitation.model import Model
from visitation.register.case import Case
from visitation.register.replay import OPEN, WITHOUT, Transitions

LAWS = {"share_82": COURSE, "share_85_direct": SUPPORT}
UNSETTLED = (OPEN, WITHOUT)  # what no rule has decided
PARTS = 10_000  # a share is told in so many, cut off, so that two of them stay within 1


@dataclass(frozen=True)
class Share:
    """The share of the settled cases, 0-1, that a law takes under the old rules and under the new."""

    before: float
    after: float


def as_scenario(moved: Transitions, old: Model, new: Model, cases: Iterable[Case], day: date) -> dict[str, float] | None:
    """What the change from the old rules to the new makes of a scenario's shares, as the register stands on that day.

    Empty when it changes none; None when too few cases are settled to tell, or the old model has no figures to begin with."""
    found = shares(moved, old, new)
    if found is None or not read_figures(old).figures:
        return None
    return settings(found, from_register(from_model(old, day), measured(old, cases, day)))


def shares(moved: Transitions, old: Model, new: Model) -> dict[str, Share] | None:
    """The shares that the rule change alters, by scenario key and by the law of the step; None when either side settles fewer than ENOUGH.

    They are of the cases that the rules settle: one that a new question leaves open has gone nowhere yet."""
    settled = [{step: share for step, share in side.items() if step not in UNSETTLED} for side in (moved.before, moved.after)]
    if min(round(sum(side.values()) * moved.cases) for side in settled) < ENOUGH:
        return None
    found = {key: Share(*(_under(law, *side) for side in zip(settled, (old, new), strict=True))) for key, law in LAWS.items()}
    return {key: share for key, share in found.items() if share.before != share.after}


def settings(found: dict[str, Share], base: Scenario) -> dict[str, float]:
    """What the base's shares become: as many times as large as the cases' shares, or as large as those where they were none.

    The rules tell what is recommended and the register what was decided: it is the change that is carried over, not the level.
    Two shares that would exceed 1 together are scaled back to it."""
    given = {key: _carried(getattr(base, key), found.get(key)) for key in LAWS}
    over = max(sum(given.values()), 1)
    cut = {key: int(share / over * PARTS + 1e-6) / PARTS for key, share in given.items()}
    return {key: share for key, share in cut.items() if key in found or over > 1}


def _under(law: str, settled: dict[str, float], model: Model) -> float:
    steps = [step for step in settled if step in model.steps and any(law in each for each in model.steps[step].law)]
    return sum(settled[step] for step in steps) / sum(settled.values())


def _carried(share: float, change: Share | None) -> float:
    if change is None:
        return share
    return share * change.after / change.before if change.before else change.after
