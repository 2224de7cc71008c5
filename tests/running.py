"""Registers with running courses for tests: decided at a meeting, then walked on through the same actions as staff use."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from tests.registers import ENQUIRY, TODAY, register_with
from visitation.model import load
from visitation.register.actions import Tried, finish_task, move_course, try_contact
from visitation.register.cases import Case, cases, received
from visitation.register.courses import decision_drafts
from visitation.register.store import Register

BEGINS = {"ringsted": ("T1", "HENVIS_82AB", "p82"), "slagelse": ("S1", "FOKUS", "fokus")}
NOW = datetime.combine(TODAY, time(14))


class Running:
    """A register of one municipality in which courses are begun and walked on."""

    def __init__(self, url: str, model: str):
        self.url, self.model = url, load(model)
        self.register: Register = register_with(url, model=model)

    def case(self, reference: str) -> Case:
        return cases(self.register, self.model.head.id)[reference]

    def begin(self, number: int, days_ago: int, **enquiry) -> str:
        """A case whose course began so many days ago; returns its reference."""
        begun = TODAY - timedelta(days=days_ago)
        reference = f"EKS-{self.model.head.id[0].upper()}-{number:04d}"
        self.take_in(replace(ENQUIRY, reference=reference, received=begun, **enquiry), f"{number:04d}")
        self.decide(reference, datetime.combine(begun, time(10)))
        return reference

    def take_in(self, enquiry, alias: str) -> None:
        data = received(enquiry, self.model.head.id, alias)
        self.register.append(enquiry.reference, 0, "enquiry_received", data, f"{enquiry.received}T09:00:00")

    def decide(self, reference: str, at: datetime) -> None:
        """The decision that begins the municipality's course under § 82."""
        table, outcome, step = BEGINS[self.model.head.id]
        made = {"model": self.model.head.id, "version": self.model.head.version, "sha256": self.model.sha256, "table": table}
        made |= {"answers": {}, "unclear": [], "open": [], "possible": [], "recommended": outcome, "rule": None, "outcome": outcome}
        made |= {"step": step, "returns": False, "why_not_lower": "", "deviation": ""}
        self.register.append_all(decision_drafts(self.model, self.case(reference), made, at.isoformat()))

    def go(self, reference: str, *events: str, days_ago: int = 0, note: str = "fordi") -> None:
        """Events of the case's course, all on one day."""
        on = TODAY - timedelta(days=days_ago)
        for event in events:
            case = self.case(reference)
            self.register.append_all([move_course(self.model, case, case.courses[0].id, event, NOW, on=on, note=note)])

    def tries(self, reference: str, channel: str, days_ago: int, result: str = "intet_svar") -> None:
        """A try to reach the citizen, at ten o'clock."""
        case = self.case(reference)
        told = Tried(channel, datetime.combine(TODAY - timedelta(days=days_ago), time(10)), result)
        self.register.append_all([try_contact(self.model, case, case.courses[0].id, told, NOW)])

    def finish(self, reference: str) -> None:
        """All open tasks of the case's course."""
        for task in self.case(reference).courses[0].tasks:
            case = self.case(reference)
            self.register.append_all([finish_task(case, case.courses[0].id, task.id, NOW)])
