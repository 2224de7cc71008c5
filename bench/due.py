"""The due list of a large municipality: 10,000 running courses, each with its promises, tasks and next contact."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from statistics import median

from bench.timing import line, rounds
from visitation.model import Model, load
from visitation.pathway import apply, begin, contact_protocol, move, pathways, tried
from visitation.register.cases import Application, Case, Enquiry
from visitation.register.due import due

CASES = 10_000
TODAY = date(2021, 3, 9)
MOVES = {"slagelse": ("fokus", ("modtaget",)), "ringsted": ("p82", ("samtale_tilbudt", "opstart_C", "opstart"))}


def running(model: Model, count: int) -> list[Case]:
    """So many cases with a running course each, begun on different days."""
    return [_case(model, number) for number in range(count)]


def _case(model: Model, number: int) -> Case:
    day = TODAY - timedelta(days=1 + number % 60)
    name, events = MOVES[model.head.id]
    pathway = pathways(model)[name]
    course = apply(None, "course_begun", begin(pathway, f"{name}-1", day))
    for event in events:
        course = apply(course, "course_moved", move(pathway, course, event, day))
    if course.contact and number % 2:
        at = datetime.combine(day, datetime.min.time())
        course = apply(course, "contact_tried", tried(contact_protocol(model), course, "opkald", at, "intet_svar"))
    enquiry = Enquiry(f"EKS-{number}", day, "mail", "borger", "30-49", "psykisk", "", "", "§ 85", "ingen", "ja")
    made = Case(enquiry.reference, f"{number:04d}", model.head.id, enquiry, 1, "besluttet", (), True)
    course = replace(course, tasks=course.tasks[-1:])  # most are done at once
    return replace(made, courses=(course,), applications=(Application("§ 85", day),))


def main() -> None:
    """The due list of both municipalities."""
    for name in MOVES:
        model = load(name)
        cases = running(model, CASES)
        times = rounds({"due": lambda cases=cases, model=model: due(cases, model, TODAY)}, 7)["due"]
        found = len(due(cases, model, TODAY))
        measured = f"{median(times):.0f} ms, max {max(times):.0f}"
        line(f"due list over {CASES:,} running cases, {name} ({found:,} dates)", measured, "< 1000 ms", median(times) < 1000)
