"""Walking courses in tests: every step goes through JSON and the fold, as it does in a register."""

import json
from datetime import date, datetime, time

from visitation.model import load
from visitation.pathway import apply, begin, contact_protocol, move, pathways, tried

BEGIN = date(2021, 2, 1)  # a Monday


class Walk:
    """A course of a shipped model that is moved along, with the data of all its events."""

    def __init__(self, model: str, pathway: str, on: date = BEGIN, known=None):
        self.model = load(model)
        self.pathway = pathways(self.model)[pathway]
        self.told: list[tuple[str, dict]] = []
        self.course = None
        self.tell("course_begun", begin(self.pathway, "f1", on, known))

    def tell(self, kind: str, data: dict) -> None:
        data = json.loads(json.dumps(data, sort_keys=True))
        self.told.append((kind, data))
        self.course = apply(self.course, kind, data)

    def go(self, event: str, on: date | str, note: str = "fordi") -> "Walk":
        self.tell("course_moved", move(self.pathway, self.course, event, _day(on), note))
        return self

    def tries(self, channel: str, on: date | str, hour: int = 9, result: str = "intet_svar", answer_by: date | None = None) -> "Walk":
        at = datetime.combine(_day(on), time(hour))
        self.tell("contact_tried", tried(contact_protocol(self.model), self.course, channel, at, result, answer_by))
        return self


def _day(on: date | str) -> date:
    return date.fromisoformat(on) if isinstance(on, str) else on
