"""What the reader looks at of the guideposts, and what is written at them; it asks the core and draws nothing."""

from collections.abc import Callable
from datetime import date, datetime, time

from visitation.errors import VisitationError
from visitation.guideposts.facts import Facts
from visitation.guideposts.found import Period
from visitation.guideposts.indicators import Measured, measured
from visitation.guideposts.measures import bands
from visitation.guideposts.notes import Entry, Note, Withdrawal, notes_of, withdraw, write
from visitation.guideposts.read import read_guideposts
from visitation.guideposts.schema import STATUSES, Point
from widgets.guideposts.asked import facts
from widgets.numbers import parse
from widgets.session import Session
from widgets.text import translator

ALL = ""  # of a filter: everything


class GuidepostsState:
    """The guideposts of one municipality. `point`: the one that is open; `refused`: at which note ("": at a new one) something could not be
    taken, and why."""

    def __init__(self, session: Session, now: Callable[[], datetime] = datetime.now):
        self.session, self.now, self.read = session, now, read_guideposts(session.model)
        self.status = self.theme = ALL
        self.point: str | None = None
        self.message: str | None = None
        self.refused: tuple[str, str] | None = None
        self.facts = facts(session) if self.read.guideposts else Facts()
        self.measured: dict[tuple[str, str], Measured] = measured(self.read, self.facts, session.today)
        self.notes = self._notes()

    # What there is.

    def shown(self, point: Point) -> bool:
        """Whether the filters let a point through."""
        return self.status in (ALL, point.status) and (self.theme == ALL or self.theme in point.themes)

    def bands(self, period: Period) -> dict[tuple[str, str], int]:
        """From which band of § 85 to which, in a period."""
        return bands(self.facts, period)

    def notes_at(self, point: str) -> tuple[Note, ...]:
        """The notes of a point, newest first."""
        return self.notes.get(point, ())

    def _notes(self) -> dict[str, tuple[Note, ...]]:
        return notes_of(self.session.register, self.session.model.head.id)

    # What the reader can do; each is an action of the screen.

    def open(self, point: str) -> None:
        """Shows one point in full."""
        if point in self.read.points:
            self.point = point

    def close(self) -> None:
        """Shows all points again."""
        self.point = None

    def choose_status(self, status: str) -> None:
        """Shows the points of one status; "" shows all."""
        if status in (ALL, *STATUSES):
            self.status = status

    def choose_theme(self, theme: str) -> None:
        """Shows the points of one theme; "" shows all."""
        if theme in (ALL, *(one.id for one in self.read.themes)):
            self.theme = theme

    def note(self, what: str, text: str, on: str, who: str, indicator: str, value: str, corrects: str) -> None:
        """Writes a note at the open point. Refused, nothing is written and the screen keeps what was typed."""
        if self.point is None:
            return
        try:
            entry = Entry(
                what=what,
                note=text.strip(),
                on=self._day(on),
                who=who,
                indicator=indicator if value.strip() else None,
                value=parse(value, self.session.lang) if value.strip() else None,
                corrects=int(corrects) if corrects else None,
            )
            write(self.session.register, self.read, self.session.model.head.id, self.point, entry, self._at())
            self.message = translator(self.session.lang)("Gemt ved %(point)s.") % {"point": self.point}
        except VisitationError as error:
            self.refused = ("", str(error))
        self.notes = self._notes()

    def withdraw(self, number: str, reason: str, who: str) -> None:
        """Takes back a note of the open point; it stays in the history."""
        if self.point is None or not number.isdecimal():
            return
        try:
            given = Withdrawal(int(number), reason.strip(), who)
            withdraw(self.session.register, self.read, self.session.model.head.id, self.point, given, self._at())
            self.message = translator(self.session.lang)("Trukket tilbage; noten står stadig i historikken.")
        except VisitationError as error:
            self.refused = (number, str(error))
        self.notes = self._notes()

    def _day(self, given: str) -> date:
        try:
            return date.fromisoformat(given)
        except ValueError:
            raise VisitationError(translator(self.session.lang)("Vælg datoen, som tallet eller teksten gælder.")) from None

    def _at(self) -> datetime:
        """The session's day, at the time of the clock."""
        return datetime.combine(self.session.today, time.fromisoformat(self.now().time().isoformat("seconds")))
