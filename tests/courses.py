"""Cases with courses for tests, built as the register would build them."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from tests.registers import ENQUIRY
from visitation.model import load
from visitation.pathway import contact_protocol, move, pathways, task_done, tried
from visitation.register.cases import Case, after, fold, received
from visitation.register.courses import decision_drafts
from visitation.register.events import GENESIS, Draft, seal

MODELS = {name: load(name) for name in ("ringsted", "slagelse")}
MEETING = date(2021, 2, 2)  # a Tuesday
BEGINS = {"p82": ("ringsted", "T1", "HENVIS_82AB"), "fokus": ("slagelse", "S1", "FOKUS"), "stemme": ("slagelse", "S1", "RING")}
RETURNING = ("RING", "KONTAKTTRAPPE", "DROEFT", "AFKLAR")


def opened(model: str, alias: str = "0001", **other) -> Case:
    """A case as its enquiry of the day before the meeting leaves it."""
    enquiry = replace(ENQUIRY, reference=f"EKS-{alias}", received=MEETING - timedelta(days=1), **other)
    draft = Draft(enquiry.reference, 0, "enquiry_received", received(enquiry, model, alias), f"{enquiry.received}T09:00:00")
    return fold([seal(draft, 1, GENESIS, "")])


def having(case: Case, *drafts: Draft) -> Case:
    """The case after these drafts were written."""
    for draft in drafts:
        case = replace(after(case, seal(draft, 1, GENESIS, "")), version=draft.expected_version + 1)
    return case


def decided(case: Case, outcome: str, day: date = MEETING, at: str = "10:00:00") -> Case:
    """The case after a meeting's decision and what follows from it."""
    table = {"ringsted": "T1", "slagelse": "S1"}[case.model]
    data = {"table": table, "outcome": outcome, "step": None, "returns": outcome in RETURNING}
    return having(case, *decision_drafts(MODELS[case.model], case, data, f"{day}T{at}"))


def begun(pathway: str, alias: str = "0001", **other) -> Case:
    """A case whose course on this pathway a meeting began, with the tasks of the beginning done."""
    model, _, outcome = BEGINS[pathway]
    case = decided(opened(model, alias, **other), outcome)
    for task in case.courses[0].tasks:
        case = happened(case, "task_done", task_done(case.courses[0], task.id, MEETING), MEETING)
    return case


def happened(case: Case, kind: str, data: dict, day: date) -> Case:
    """The case after one more event of its course."""
    return having(case, Draft(case.reference, case.version, kind, data, f"{day}T12:00:00"))


def moved(case: Case, event: str, days: int, note: str = "x") -> Case:
    """The case after its latest course moved, so many days after the meeting."""
    course, day = case.courses[-1], MEETING + timedelta(days=days)
    return happened(case, "course_moved", move(pathways(MODELS[case.model])[course.pathway], course, event, day, note), day)


def rung(case: Case, days: int, result: str = "intet_svar") -> Case:
    """The case after a call, so many days after the meeting."""
    day = MEETING + timedelta(days=days)
    at = datetime.combine(day, datetime.min.time())
    return happened(case, "contact_tried", tried(contact_protocol(MODELS[case.model]), case.courses[-1], "opkald", at, result), day)
