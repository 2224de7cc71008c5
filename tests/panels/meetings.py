"""A register with cases in a course, and how a meeting is held without a browser."""

from dataclasses import replace
from datetime import datetime, timedelta

from tests.registers import ENQUIRY, TODAY, register_with
from tests.replays import SETTLED as SUFFICIENT
from visitation.model import load
from visitation.register.actions import move_course
from visitation.register.cases import cases
from visitation.register.courses import decision_drafts
from visitation.register.decisions import decision
from visitation.register.store import Register
from visitation.screening import build, screen
from widgets.meeting.panel import MeetingPanel

RECOMMENDED = "HENVIS_82AB"
WHY = "Har prøvet værestedet."


def referred(url: str, *days_ago: int, new: int = 2) -> Register:
    """A register of Ringsted with `new` enquiries of this week and, for each number, a case referred to § 82 so many days ago."""
    old = [replace(ENQUIRY, reference=f"EKS-R-{100 + i}", received=TODAY - timedelta(days=d + 3)) for i, d in enumerate(days_ago)]
    register = register_with(url, *(replace(ENQUIRY, reference=f"EKS-R-{i:04d}") for i in range(1, new + 1)), *old)
    model = load("ringsted")
    made = decision(model, screen(build(model.meeting_table), SUFFICIENT), RECOMMENDED, why_not_lower=WHY)
    for enquiry, days in zip(old, days_ago, strict=True):
        register.append_all(decision_drafts(model, case_of(register, enquiry.reference), made, at(days).isoformat()))
    return register


def move(register: Register, reference: str, *moves: tuple[str, int]) -> None:
    """Moves the case's course, each event so many days ago."""
    for event, days in moves:
        case = case_of(register, reference)
        register.append_all([move_course(load("ringsted"), case, case.courses[0].id, event, at(days), note="Aftalt med borgeren.")])


def case_of(register: Register, reference: str):
    """The case as the register has it now."""
    return cases(register, "ringsted")[reference]


def at(days: int) -> datetime:
    """Noon so many days before the meeting."""
    return datetime(TODAY.year, TODAY.month, TODAY.day, 12) - timedelta(days=days)


def answer(meeting: MeetingPanel, answers: dict) -> None:
    """Answers questions of the case on the table."""
    for question, value in answers.items():
        meeting.act({"do": "answer", "question": question, "value": value})


def shown(meeting: MeetingPanel) -> dict:
    """The case on the table as the screen has it."""
    return meeting.view["case"]


def sections(meeting: MeetingPanel) -> dict[str, list[str]]:
    """The cases of each section of the agenda."""
    return {section["id"]: [item["id"] for item in section["items"]] for section in meeting.view["agenda"]}
