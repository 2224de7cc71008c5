"""What a register itself tells a forecast: who is there today, and the numbers of the past year, where there are enough to count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from visitation.forecast.people import Start
from visitation.forecast.scenario import Initial, Scenario
from visitation.model import Model, Step
from visitation.pathway import Course, pathways
from visitation.register.case import Case

YEAR = timedelta(weeks=52)
ENOUGH = 50  # enquiries or ended courses; of fewer no share is made
WEEK = 7  # days
BEGUN = "opstart"  # the mark of the day on which help begins
COURSE, SUPPORT = "§ 82", "§ 85"  # the law of the help


@dataclass(frozen=True)
class Measured:
    """What the register tells: who is there, and a scenario's numbers by key, each with the count it rests on."""

    start: Start
    numbers: dict[str, float]
    counts: dict[str, int]


def measured(model: Model, cases: Iterable[Case], today: date) -> Measured:
    """The register of one model as it stands today."""
    known = list(cases)
    laws = pathway_laws(model)
    courses = [course for case in known for course in case.courses if laws.get(course.pathway) == COURSE]
    support = [course for case in known for course in case.courses if laws.get(course.pathway) == SUPPORT]
    found = _shares(model, [case for case in known if today - YEAR <= case.enquiry.received < today], today)
    return Measured(
        Start(
            waiting=tuple(_weeks(course.begun, today) for course in courses if not course.ended and BEGUN not in course.marks),
            courses=tuple(_weeks(course.marks[BEGUN], today) for course in courses if _runs(course)),
            s85=tuple(_weeks(course.marks[BEGUN], today) for course in support if _runs(course)),
        ),
        {key: value for key, (value, count) in found.items() if count >= ENOUGH},
        {key: count for key, (_, count) in found.items()},
    )


def from_register(base: Scenario, found: Measured) -> Scenario:
    """The model's scenario with what the register tells instead; a range that a measured number falls out of is stretched to hold it."""
    numbers = {"share_85_direct": min(base.share_85_direct, 1 - found.numbers.get("share_82", 0))} | found.numbers
    ranges = {key: _stretched(ends, numbers.get(key)) for key, ends in base.uncertainty.items()}
    there = Initial(len(found.start.waiting), len(found.start.courses), len(found.start.s85))
    places = max(base.places, there.courses)  # as many as run have a place
    return base.replace(**numbers, places=places, initial=there, uncertainty=ranges)


def pathway_laws(model: Model) -> dict[str, str]:
    """Which pathways are courses under § 82 and which support under § 85, by the law of the step that begins them."""
    found = {}
    for pathway in pathways(model).values():
        steps = [model.table(table).outcomes[outcome].step for table, _, outcome in (begun.partition(".") for begun in pathway.begun_by)]
        named = {law for step in steps if step for law in (COURSE, SUPPORT) if _under(model.steps[step], law)}
        if len(named) == 1:
            found[pathway.id] = named.pop()
    return found


def _shares(model: Model, cases: list[Case], today: date) -> dict[str, tuple[float, int]]:
    """The year's enquiries a week, and the shares of the decided ones whose last decision leads to each law.

    Support that the meeting cannot decide on is decided elsewhere, and the register does not tell how often."""
    decided = [case for case in cases if case.decisions and not case.decisions[-1]["returns"]]
    steps = [model.steps.get(case.decisions[-1]["step"]) for case in decided]
    reached = {outcome.step for outcome in model.meeting_table.outcomes.values() if outcome.step}
    first = min((case.enquiry.received for case in cases), default=today - YEAR)
    found = {"enquiries_per_week": (len(cases) / _weeks(first, today), len(cases))}
    for key, law in (("share_82", COURSE), ("share_85_direct", SUPPORT)):
        if any(_under(model.steps[step], law) for step in reached):
            found[key] = (sum(step is not None and _under(step, law) for step in steps) / max(len(decided), 1), len(decided))
    return found


def _under(step: Step, law: str) -> bool:
    return any(law in each for each in step.law)


def _runs(course: Course) -> bool:
    return not course.ended and BEGUN in course.marks


def _weeks(since: date, today: date) -> float:
    return (today - since).days / WEEK


def _stretched(ends: tuple[float, ...], value: float | None) -> tuple[float, ...]:
    return ends if value is None else (min(ends[0], value), max(ends[1], value))
