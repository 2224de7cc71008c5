"""What a register itself tells a forecast: who is there today, and the numbers of which it has enough to count."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import inf

from visitation.forecast.counted import Counted, Period, rate, share
from visitation.forecast.durations import Curve
from visitation.forecast.figures import figures
from visitation.forecast.followed import BEGUN, Followed, lasted, left_a_week, onward, stays, waited, weeks, went_on
from visitation.forecast.given import Laws, Start
from visitation.forecast.scenario import BOUNDS, Initial, Scenario
from visitation.model import Model, Step
from visitation.pathway import Course, pathways
from visitation.register.case import Case

YEAR, DAY = timedelta(weeks=52), timedelta(days=1)
ENOUGH = 50  # decided enquiries, or events; of fewer no number is made
COURSE, SUPPORT = "§ 82", "§ 85"  # the law of the help


@dataclass(frozen=True)
class Measured:
    """What the register tells: who is there; a scenario's `numbers` by key, each of ENOUGH; and the curves of what lasts, by the fields
    of Laws: `stay`, and `delay` from a course's end."""

    start: Start
    numbers: dict[str, Counted]
    curves: dict[str, Curve] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        """What each number rests on."""
        return {key: number.n for key, number in self.numbers.items()}


def measured(model: Model, cases: Iterable[Case], today: date) -> Measured:
    """The register of one model as it stands today: enquiries and where they led in the past year, courses as long as it knows them."""
    known, laws = list(cases), pathway_laws(model)
    by_law = {law: [[one for one in case.courses if laws.get(one.pathway) == law] for case in known] for law in (COURSE, SUPPORT)}
    courses, support = ([one for each in by_law[law] for one in each] for law in (COURSE, SUPPORT))
    start = Start(
        waiting=tuple(weeks(one.begun, today) for one in courses if not one.ended and BEGUN not in one.marks),
        courses=tuple(weeks(one.marks[BEGUN], today) for one in courses if _runs(one)),
        s85=tuple(weeks(one.marks[BEGUN], today) for one in support if _runs(one)),
    )
    numbers = _shares(model, [case for case in known if today - YEAR <= case.enquiry.received < today], today)
    numbers |= _leaving(courses, figures(model)["course_weeks"].value, today)
    gone = [one for pair in zip(by_law[COURSE], by_law[SUPPORT], strict=True) for one in went_on(*pair, today)]
    found, curves = _lasting({"onward_85_share": gone, "stay_85_mean_weeks": lasted(support, today)}, _period(courses + support, today))
    return Measured(start, {key: number for key, number in (numbers | found).items() if number.n >= ENOUGH}, curves)


def from_register(base: Scenario, found: Measured) -> Scenario:
    """The model's scenario with what the register tells instead, and its ranges."""
    told = {key: [_within(key, end) for end in (one.value, one.low, one.high)] for key, one in found.numbers.items()}
    values = {key: value for key, (value, _, _) in told.items()}
    direct = min(base.share_85_direct, 1 - values.get("share_82", 0))  # what is not measured gives way
    ranges = {key: (min(low, direct), high) if key == "share_85_direct" else (low, high) for key, (low, high) in base.uncertainty.items()}
    ranges |= {key: (low, high) for key, (_, low, high) in told.items()}
    there = Initial(len(found.start.waiting), len(found.start.courses), len(found.start.s85))
    places = max(base.places, there.courses)  # as many as run have a place
    return base.replace(**{"share_85_direct": direct} | values, places=places, initial=there, uncertainty=ranges)


def laws_from_register(base: Laws, found: Measured) -> Laws:
    """The model's shapes with the register's curves instead."""
    return replace(base, **found.curves)


def pathway_laws(model: Model) -> dict[str, str]:
    """Which pathways are courses under § 82 and which support under § 85, by the law of the step that begins them."""
    found = {}
    for pathway in pathways(model).values():
        steps = [model.table(table).outcomes[outcome].step for table, _, outcome in (begun.partition(".") for begun in pathway.begun_by)]
        named = {law for step in steps if step for law in (COURSE, SUPPORT) if _under(model.steps[step], law)}
        if len(named) == 1:
            found[pathway.id] = named.pop()
    return found


def _shares(model: Model, cases: list[Case], today: date) -> dict[str, Counted]:
    """The year's enquiries a week, and the shares of the decided ones whose last decision leads to each law.

    Support that the meeting cannot decide on is decided elsewhere, and the register does not tell how often."""
    period = min((case.enquiry.received for case in cases), default=today - YEAR), today - DAY
    found = {"enquiries_per_week": rate(len(cases), weeks(period[0], today), period)}
    decided = [case for case in cases if case.decisions and not case.decisions[-1]["returns"]]
    steps = [model.steps.get(case.decisions[-1]["step"]) for case in decided]
    reached = {outcome.step for outcome in model.meeting_table.outcomes.values() if outcome.step}
    for key, law in (("share_82", COURSE), ("share_85_direct", SUPPORT)):
        if decided and any(_under(model.steps[step], law) for step in reached):
            led = sum(step is not None and _under(step, law) for step in steps)
            found[key] = share(led / len(decided), len(decided), len(decided), period)
    return found


def _leaving(courses: list[Course], full: float, today: date) -> dict[str, Counted]:
    """How many leave the queue, and the course before its last week, a week of those who are there."""
    period = _period(courses, today)
    found = {"renege_per_week": left_a_week(waited(courses, today), inf, period)}
    return found | {"dropout_per_week": left_a_week(lasted(courses, today), full - 1, period)}


def _lasting(followed: Mapping[str, Followed], period: Period) -> tuple[dict[str, Counted], dict[str, Curve]]:
    """The numbers of what has come to pass often enough to draw a curve of, and the curves."""
    numbers, curves = {}, {}
    for key, name, told in (("onward_85_share", "delay", onward), ("stay_85_mean_weeks", "stay", stays)):
        if sum(over for _, over in followed[key]) >= ENOUGH:
            numbers[key], curves[name] = told(followed[key], period)
    return numbers, curves


def _period(courses: Iterable[Course], today: date) -> Period:
    return min((one.begun for one in courses), default=today), today - DAY


def _within(key: str, value: float) -> float:
    low, high = BOUNDS[key]
    return min(max(value, low), high)


def _under(step: Step, law: str) -> bool:
    return any(law in each for each in step.law)


def _runs(course: Course) -> bool:
    return not course.ended and BEGUN in course.marks
