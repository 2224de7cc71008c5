"""The meeting of one day: its agenda, the case on the table and what has been said about it; asks the core, draws nothing."""

from datetime import datetime

from visitation.model import Model
from visitation.register.agenda import Item, decided_on
from visitation.register.records import LEVELS, Record, records
from visitation.screening import Screening, build, screen
from widgets.meeting.clock import Clock
from widgets.meeting.drafts import Draft
from widgets.meeting.record import MeetingRecord
from widgets.session import Session

TEXTS = {"why": "why_not_lower", "deviate_reason": "deviation", "note": "note", "reason": "reason"}


class MeetingState(MeetingRecord):
    """What the meeting has before it and has said so far. `over` names what lies over the case: people, follow_up, closing."""

    def __init__(self, session: Session, now=datetime.now):
        super().__init__(session, now)
        self.cube = build(session.model.meeting_table, session.today)
        self.clock = Clock(now, self.drafts.meeting.get("seconds", {}))
        self.message: tuple[str, str] | None = None
        self.over = "people" if self.agenda and not self.drafts.meeting and self.meeting.participants is None else None
        self.current = self._where_it_was()
        self.run_clock()

    def _where_it_was(self) -> str | None:
        """The case that was on the table before a crash, or the next one that is open."""
        order = [item.case.reference for item in self.agenda]
        last = self.drafts.meeting.get("current")
        start = order.index(last) if last in order else 0
        return next((item.case.reference for item in (*self.agenda[start:], *self.agenda[:start]) if not item.done), None)

    # What lies on the table.

    @property
    def item(self) -> Item | None:
        """The agenda item on the table."""
        return self._find(self.current)

    def _find(self, case: str | None) -> Item | None:
        return next((item for item in self.agenda if item.case.reference == case), None)

    @property
    def draft(self) -> Draft:
        """What has been said about the case on the table."""
        return self.drafts.of(self.current or "")

    @property
    def decided(self) -> dict | None:
        """The decision this meeting stored for the case on the table."""
        return self._decided(self.item) if self.item else None

    def _decided(self, item: Item) -> dict | None:
        return next((made for made in item.case.decisions[-1:] if decided_on(made) == self.session.today), None)

    @property
    def model(self) -> Model:
        """The version that the case on the table is screened by: a decided case keeps its own."""
        return self.version(self.decided) if self.decided else self.session.model

    @property
    def levels(self) -> list[Record]:
        """The levels of the adult assessment method that were imported for the case on the table."""
        return records(self.session.register.events(self.current), LEVELS) if self.item else []

    @property
    def screening(self) -> Screening:
        """What the answers given so far mean."""
        if self.decided:
            return screen(build(self.model.table(self.decided["table"]), self.session.today), self.decided["answers"])
        return screen(self.cube, self.draft.answers)

    # Going through the agenda.

    def open(self, case: str) -> None:
        """Puts a case of the agenda on the table."""
        found = self._find(case)
        if found is None:
            return
        if decided := self._decided(found):
            self.version(decided)  # a version that is gone is said before the case is shown
        self.current = case
        self.run_clock()
        self.remember()

    def next(self) -> None:
        """The next case on the agenda that is not done; from the last one on, the first."""
        self._step(1, lambda item: not item.done)

    def previous(self) -> None:
        """The case before on the agenda."""
        self._step(-1, lambda item: True)

    def _step(self, by: int, wanted) -> None:
        order = [item.case.reference for item in self.agenda if wanted(item) or item.case.reference == self.current]
        if order:
            at = order.index(self.current) if self.current in order else -1
            self.open(order[(at + by) % len(order)])

    def run_clock(self) -> None:
        """Time runs for the case on the table until it is done."""
        self.clock.turn_to(self.current if self.item and not self.item.done else None)

    def remember(self) -> None:
        """Keeps where the meeting is and how long each case has taken."""
        if self.current:
            self.drafts.note(self.at(), current=self.current, seconds={case: round(s) for case, s in self.clock.spent.items()})

    # What is said, and what is stored.

    def answer(self, question: str, value: str | None) -> None:
        """Answers a question: an answer's id, "" for "uafklaret", None to take the answer back."""
        answers = {q: a for q, a in self.draft.answers.items() if q != question}
        if value is not None:
            answers[question] = value or None
        screen(self.cube, answers)
        self.say(answers=answers)

    def text(self, name: str, value: str) -> None:
        """Keeps what is being written, under the screen's name for the field."""
        if name in TEXTS:
            self.say(**{TEXTS[name]: value or ""})

    def say(self, **what) -> None:
        """Keeps what is said about the case on the table until it is done."""
        if self.item and not self.item.done:
            self.drafts.say(self.current, self.at(), **what)
