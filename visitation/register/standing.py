"""Where each case stands on the ladder, from the help that runs and the meeting's decisions; the one place that says so.

A case stands on the highest step under whose law help runs. Where none runs it stands where its last decision put it: on a step with
help under the law until that help has ended, on any other step until something else is decided, as nobody registers when a citizen stops
coming there. It is known from the day of its enquiry; help that no step names, and a decision for no step, lie beside the ladder."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from visitation.model import Model
from visitation.register.agenda import decided_on
from visitation.register.cases import Case
from visitation.register.records import SERVICES
from visitation.register.store import Register
from visitation.register.told import told

BESIDE = "ved_siden"
ACT = "SEL "  # how the ladder's provisions begin; a service is named without it


@dataclass(frozen=True)
class Granted:
    """A service granted under a section; its last day is the one before `end`, which is None while it runs."""

    section: str
    start: date
    end: date | None

    def runs(self, day: date) -> bool:
        """Whether it ran on that day."""
        return self.start <= day and (self.end is None or day < self.end)


Helps = Mapping[str, tuple[Granted, ...]]


@dataclass(frozen=True)
class Steps:
    """The ladder as standing needs it: how high each step lies, and which step a section belongs to."""

    height: dict[str, int]
    under: dict[str, str]

    @property
    def granted(self) -> frozenset[str]:
        """The steps with help under the law."""
        return frozenset(self.under.values())


@dataclass(frozen=True)
class Standing:
    """Cases per step id (counts), those beside the ladder, those whose help has ended, those without a decision, and when decided."""

    on_step: dict[str, int]
    beside: int
    ended: int
    undecided: int
    first: date | None
    last: date | None

    @property
    def known(self) -> int:
        """How many cases there are."""
        return sum(self.on_step.values()) + self.beside + self.ended + self.undecided


def steps_of(model: Model) -> Steps:
    """The steps of a model's ladder."""
    steps = model.ladder.steps
    return Steps(
        height={step.id: number for number, step in enumerate(steps)},
        under={law.removeprefix(ACT): step.id for step in steps for law in step.law},
    )


def helps(register: Register) -> Helps:
    """The services granted in each case."""
    found: dict[str, list[Granted]] = {}
    for one in told(register, SERVICES):
        found.setdefault(one.case, []).append(Granted(*(one.facts[name] for name in ("section", "start", "end"))))
    return {case: tuple(granted) for case, granted in found.items()}


def place(case: Case, granted: Iterable[Granted], steps: Steps, day: date) -> str | None:
    """The step on which a case stands at the end of a day, BESIDE, or None when it stands nowhere."""
    if day < case.enquiry.received:
        return None
    running = [steps.under.get(one.section, BESIDE) for one in granted if one.runs(day)]
    on_ladder = [step for step in running if step != BESIDE]
    if on_ladder:
        return max(on_ladder, key=steps.height.__getitem__)
    return _decided(case, granted, steps, day) or (BESIDE if running else None)


def _decided(case: Case, granted: Iterable[Granted], steps: Steps, day: date) -> str | None:
    """Where the last decision put the case, unless what it gave has ended."""
    made = [decision for decision in case.decisions if decided_on(decision) <= day]
    if not made:
        return None
    step = made[-1]["step"] or BESIDE
    return step if step not in steps.granted or _holds(case, granted, steps, made[-1], day) else None


def _holds(case: Case, granted: Iterable[Granted], steps: Steps, decision: dict[str, Any], day: date) -> bool:
    """Whether the help of a decision is still to come, or the course it began goes on without it."""
    since = decided_on(decision)
    begun = [course for course in case.courses if course.begun == since]
    if begun:
        return any(not course.ended or day < course.since for course in begun)
    return not any(steps.under.get(one.section) == decision["step"] and since <= one.start <= day for one in granted)


def standing(cases: Iterable[Case], granted: Helps, model: Model, today: date) -> Standing:
    """Where the cases stand at the end of `today`."""
    steps, there = steps_of(model), [case for case in cases if case.enquiry.received <= today]
    places = [place(case, granted.get(case.reference, ()), steps, today) for case in there]
    days = [[day for decision in case.decisions if (day := decided_on(decision)) <= today] for case in there]
    counted = Counter(places)
    nowhere = [not made for where, made in zip(places, days, strict=True) if where is None]
    lasts = [made[-1] for made in days if made]
    return Standing(
        on_step={step: counted[step] for step in steps.height if counted[step]},
        beside=counted[BESIDE],
        ended=nowhere.count(False),
        undecided=nowhere.count(True),
        first=min(lasts, default=None),
        last=max(lasts, default=None),
    )
