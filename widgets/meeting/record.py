"""What the register holds of a meeting, and what the meeting adds to it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, time

from visitation.errors import VisitationError
from visitation.model import Model
from visitation.register import events
from visitation.register.agenda import agenda
from visitation.register.cases import Case, cases
from visitation.register.meetings import Meeting, meeting
from widgets.meeting.drafts import Drafts
from widgets.session import Session
from widgets.text import translator


class MeetingRecord:
    """The cases, the agenda and the drafts of one day's meeting, read again after everything that is written."""

    def __init__(self, session: Session, now: Callable[[], datetime]):
        self.session = session
        self.now = now
        self.drafts = Drafts(session.register, session.model.head.id, session.today)
        self.reload()

    def reload(self) -> None:
        """Reads the meeting and the cases of this municipality from the register."""
        session, dealt_with = self.session, {case for action in self.actions for case in action["cases"]}
        self.cases: dict[str, Case] = cases(session.register, session.model.head.id)
        items = agenda(self.cases.values(), session.model, session.today)
        # A course that this meeting sent on is done, though a promise of it may still be broken.
        self.agenda = [
            replace(item, done=item.done or (item.case.reference in dealt_with and item.section != "parkeret")) for item in items
        ]
        self.meeting: Meeting = meeting(session.register.events(""), session.model.head.id, session.today)

    def write(self, *drafts: events.Draft, after: int | None = None) -> None:
        """Stores events as one action, all or none; with `after` only when the register has grown no further than that."""
        self.session.register.append_all(drafts, after)
        touched = sorted({draft.case for draft in drafts if draft.case})
        if touched:
            self.drafts.note(self.at(), actions=[*self.actions, {"at": drafts[0].at, "cases": touched}])
        self._settle(touched)

    def take_back(self, drafts: Iterable[events.Draft]) -> None:
        """Stores the events that undo this meeting's latest action, which is then none of its actions any more."""
        drafts = list(drafts)
        self.session.register.append_all(drafts)
        self.drafts.note(self.at(), actions=self.actions[:-1])
        self._settle([draft.case for draft in drafts])

    def _settle(self, touched: list[str]) -> None:
        self.reload()
        for item in self.agenda:
            if item.done and item.case.reference in touched:
                self.drafts.drop(item.case.reference)

    @property
    def actions(self) -> list[dict]:
        """What this meeting has stored, the latest last: when, and in which cases."""
        return self.drafts.meeting.get("actions", [])

    def event(self, case: Case, kind: str, data: dict, at: str) -> events.Draft:
        """The next event of a case."""
        return events.Draft(case.reference, case.version, kind, data, at)

    def version(self, decided: dict) -> Model:
        """The version that a decision was made under; VisitationError when it is gone."""
        found = [model for model in self.session.versions if model.sha256 == decided["sha256"]]
        if not found:
            _ = translator(self.session.lang)
            said = _("Sagen er besluttet under version %(version)s, som ikke ligger i modellens mappe.")
            raise VisitationError(said % {"version": decided["version"]})
        return found[0]

    def chosen(self, decision: dict) -> str:
        """What a decision chose, in the words of the version it was made under."""
        model = next((m for m in self.session.versions if m.sha256 == decision["sha256"]), self.session.model)
        table = model.tables.get(decision["table"])
        named = model.steps.get(decision["step"]) or (table and table.outcomes.get(decision["outcome"]))
        return named.label.in_(self.session.lang) if named else decision["outcome"]

    def at(self) -> str:
        """The meeting's day with the time of the clock: a meeting held later under its own date stays on it."""
        return datetime.combine(self.session.today, time.fromisoformat(self.now().time().isoformat("milliseconds"))).isoformat()
