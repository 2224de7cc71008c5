"""What the reader has chosen of the deadlines, and the course that is open; reads and stores through the register."""

from dataclasses import replace
from datetime import datetime, time

from visitation.register.cases import Case, cases, fold
from visitation.register.due import due
from visitation.register.events import Draft, Event
from widgets.deadlines.lines import STATUSES, Filters, Line, chosen, in_turn, lines
from widgets.session import Session

PAGE = 20


class DeadlinesState:
    """The courses of one municipality on one day: which of them are shown, and the one that is open."""

    def __init__(self, session: Session, now=datetime.now):
        self.session, self.now = session, now
        self.filters, self.offset, self.most = Filters(), 0, PAGE
        self.opened: str | None = None
        self.message: tuple[str, str] | None = None
        self.file: tuple[str, str, bytes] | None = None
        self.forget()
        self.reload()

    def reload(self) -> None:
        """Reads the cases of this municipality from the register."""
        self.cases: dict[str, Case] = cases(self.session.register, self.session.model.head.id)
        self.lines: list[Line] = lines(self.cases, due(self.cases.values(), self.session.model, self.session.today))
        if self.opened and self.opened.partition("/")[0] not in self.cases:
            self.close()

    def _reread(self, reference: str) -> None:
        """Reads one case anew: all of a year's would be felt after every click."""
        if not (events := self.session.register.events(reference)):
            self.reload()
            return
        self.cases[reference] = fold(events)
        own = due([self.cases[reference]], self.session.model, self.session.today)
        others = (item for line in self.lines for item in line.items if item.case != reference)
        self.lines = lines(self.cases, sorted([*others, *own], key=in_turn))

    @property
    def chosen(self) -> list[Line]:
        """The lines that pass the filters."""
        return chosen(self.lines, self.filters)

    @property
    def line(self) -> Line | None:
        """The line that is open; applications that have all been answered leave one that owes nothing.

        None when nothing is open, or when somebody took back the decision that began the course."""
        reference, _, course = (self.opened or "").partition("/")
        found = next((line for line in self.lines if line.id == self.opened), None)
        return found or (Line(self.cases[reference], None, ()) if self.opened and not course else None)

    @property
    def events(self) -> list[Event]:
        """The events of the case that is open."""
        return self.session.register.events(self.line.case.reference)

    @property
    def at(self) -> datetime:
        """The day of the session with the time of the clock."""
        return datetime.combine(self.session.today, time.fromisoformat(self.now().time().isoformat("seconds")))

    # What the reader can choose; each is an action of the screen.

    def status(self, status: str) -> None:
        """Shows what stands so, or no longer only that."""
        if status in STATUSES:
            self._filter(statuses=self.filters.statuses ^ {status})

    def filter(self, by: str, value: str | None) -> None:
        """Shows one owner, state, timer or case only; "" shows all."""
        if by in ("owner", "state", "timer", "case"):
            self._filter(**{by: (value or "").strip()})

    def clear(self) -> None:
        """Shows everything again."""
        self.filters, self.most = Filters(), PAGE

    def _filter(self, **what) -> None:
        self.filters, self.most = replace(self.filters, **what), PAGE

    def weeks(self, by: str | None) -> None:
        """Moves the time lines by a week: "-1" or "1"; anything else goes back to today."""
        self.offset = self.offset + int(by) if by in ("-1", "1") else 0

    def more(self) -> None:
        """Shows another page of the list."""
        self.most += PAGE

    def open(self, row: str) -> None:
        """Opens a line as its case stands now."""
        if row in (line.id for line in self.lines):
            self._reread(row.partition("/")[0])
            self.opened = row
            self.forget()

    def close(self) -> None:
        """Closes the line that is open."""
        self.opened = None
        self.forget()

    def forget(self) -> None:
        """Nothing is half written: no form, and no letter with its blanks."""
        self.given: dict[str, str] = {}
        self.template: str | None = None
        self.blanks: dict[str, object] = {}

    def store(self, draft: Draft, said: str) -> None:
        """Writes an event and says so; what was half written is done with."""
        self.session.register.append_all([draft])
        self.forget()
        self._reread(draft.case)
        self.message = ("ok", said)
