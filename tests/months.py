"""The monthly numbers by the register's own small path, and registers to count them in; what the archive is held against."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest
from random import Random

from tests.registers import ENQUIRY
from visitation.errors import VisitationError
from visitation.model import Model, load
from visitation.register.case import Case
from visitation.register.cases import cases, fold, received
from visitation.register.events import GENESIS, Draft, Event, seal
from visitation.register.flow import paths, stock
from visitation.register.history import undo
from visitation.register.month import arrived, decided, whole_months
from visitation.register.standing import helps, steps_of
from visitation.register.store import Register

MODELS = {name: load(name) for name in ("ringsted", "slagelse")}
START, DAYS = date(2021, 1, 1), range(0, 120, 15)  # few days, so that much falls on the same
SECTIONS = ("§ 82 a", "§ 85", "§ 108")
SALT = "0" * 32
PLAIN = {"marks": {}, "tasks": [], "contact": False}
Told = tuple[str, dict]  # the kind of an event and its data


def numbers(register: Register, models: Iterable[Model], today: date) -> dict[tuple[str, ...], int]:
    """The numbers of all whole months by municipality, month, what and which."""
    found: Counter[tuple[str, ...]] = Counter()
    for model in models:
        own, steps = list(cases(register, model.head.id).values()), steps_of(model)
        courses = [course for case in own for course in case.courses]
        ways = paths(own, helps(register), steps, today)
        for month in whole_months(own, today):
            named = [("received", "") for _ in arrived(own, month, today)]
            named += [("decided", f"{made['table']}.{made['outcome']}") for made in decided(own, month, today)]
            named += [("begun", course.pathway) for course in courses if month.holds(course.begun)]
            named += [("ended", course.pathway) for course in courses if course.ended and month.holds(course.since)]
            named += [("standing", where) for where in stock(ways, month.last).elements()]
            found.update((model.head.id, str(month), *one) for one in named)
    return dict(found)


def day(number: int) -> date:
    """A day of the time that the made-up registers live in."""
    return START + timedelta(days=number)


def lives(random: Random, count: int) -> list[Draft]:
    """The events of so many cases: whatever a register allows, in any order of its days, and some of it taken back."""
    later = random.randrange(2)  # a register may begin on the first day of a month, or in its midst
    told = [_life(random, f"EKS-R-{number:04d}", day(random.choice(DAYS) + later)) for number in range(count)]
    return [draft for turn in zip_longest(*told) for draft in turn if draft]


def _life(random: Random, reference: str, came: date) -> list[Draft]:
    model = random.choice([*MODELS])
    enquiry = replace(ENQUIRY, reference=reference, received=came)
    drafts = [Draft(reference, 0, "enquiry_received", received(enquiry, model, reference[-4:]), f"{came}T09:00:00")]
    for kind in random.choices([*MAKES], k=random.randrange(10)):
        events = [seal(draft, number, GENESIS, SALT) for number, draft in enumerate(drafts, 1)]
        case, on = fold(events), day(random.choice(DAYS))
        told = MAKES[kind](random, case, on.isoformat()) if kind != "undone" else _undone(events)
        drafts += [Draft(reference, case.version + n, what, data, f"{on}T10:00:00") for n, (what, data) in enumerate(told)]
    return drafts


def _decided(random: Random, case: Case, on: str) -> list[Told]:
    """A decision, and the courses that it may begin: one action."""
    granted = steps_of(MODELS[case.model]).under.values()
    step = random.choice([None, "nedlagt", *MODELS[case.model].steps, *granted])
    made = {"table": random.choice("AB"), "outcome": random.choice("XY"), "step": step, "returns": False}
    begun = [each for pathway in random.choice(["", "", "p", "pq"]) for each in _begun(random, case, on, pathway)]
    return [("decided", made), *((kind, data | {"decision": case.version + 1}) for kind, data in begun)]


def _begun(_: Random, case: Case, on: str, pathway: str = "p") -> list[Told]:
    number = 1 + sum(course.pathway == pathway for course in case.courses)
    return [("course_begun", PLAIN | {"course": f"{pathway}-{number}", "pathway": pathway, "state": "a", "on": on})]


def _moved(random: Random, case: Case, on: str) -> list[Told]:
    """The end of each course, or that it goes on, or goes on again."""
    moves = [{"course": course.id, "on": on, "ended": random.random() < 0.7} for course in case.courses]
    return [("course_moved", PLAIN | {"event": "e", "from": "a", "to": "b", "note": ""} | move) for move in moves]


def _granted(random: Random, _: Case, on: str) -> list[Told]:
    days = random.choice([0, 5, 20, 60])
    end = (date.fromisoformat(on) + timedelta(days=days)).isoformat() if days else None
    return [("service_granted", {"section": random.choice(SECTIONS), "start": on, "end": end, "ffb": None, "band": "", "hours": None})]


def _undone(events: Sequence[Event]) -> list[Told]:
    try:
        return [("undone", undo(events))]
    except VisitationError:  # nothing is left to take back
        return []


MAKES = {"decided": _decided, "course_moved": _moved, "service_granted": _granted, "course_begun": _begun, "undone": None}
