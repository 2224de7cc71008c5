"""How the story of a course is told: day by day, with its tasks, until the day of the samples."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

HEADER = ["Sagsnummer", "Tidspunkt", "Forløb", "Hændelse", "Hvad", "Resultat", "Svarfrist", "Note"]
MOVED, TRIED, DONE, APPLIED, CONFIRMED = "flyttet", "forsøgt", "udført", "søgt", "bekræftet"
SATURDAY, TUESDAY = 5, 1
FORGETS = 0.03  # how often somebody forgets a task for a while
AT_ONCE, AFTER_A_WHILE = (0, 1), (4, 12)  # days after the task arose
MINUTE = timedelta(minutes=1)
AT_HAND = (3, 11)  # days from the invitation to the start when a place is free

STOPS = ("Har fået arbejde og stopper.", "Klarer sig nu med hjælp fra familien.", "Har ikke overskud lige nu og er velkommen igen.")
GRANTED, REFUSED = "§ 85 bevilget.", "Behovet er ikke betydeligt; vejledt om åbne tilbud."
CLOSING = ("afslutningsbrev",)


class Over(Exception):  # noqa: N818 - a story that has reached the day of the samples is no error
    """The rest of the story lies after the day of the samples."""


@dataclass
class Story:
    """A course as it goes on. `day` is where it has come to, `end` the first day left out, `rows` what has been told.

    `queue` is how many days one waits for a place, from and to."""

    rng: Random
    case: str
    pathway: str
    day: date
    end: date
    queue: tuple[int, int] = AT_HAND
    rows: list[list[str]] = field(default_factory=list)
    open: list[tuple[datetime, str]] = field(default_factory=list)
    last: datetime = datetime.min

    def chance(self, per_cent: float) -> bool:
        """Whether something happens that happens so often."""
        return self.rng.random() * 100 < per_cent

    def wait(self, shortest: int, longest: int) -> None:
        """Some days go by; nothing happens on a weekend."""
        self.until(self.day + timedelta(days=self.rng.randint(shortest, longest)))

    def until(self, day: date) -> None:
        """A later day comes."""
        self.day = workday(max(day, self.day))
        if self.day >= self.end:
            self._do(None)
            raise Over

    def meeting(self) -> None:
        """The next weekly meeting comes."""
        self.until(self.day + timedelta(days=(TUESDAY - self.day.weekday() - 1) % 7 + 1))

    def move(self, event: str, tasks: Iterable[str] = (), note: str = "") -> None:
        """An event of the pathway, and the tasks that arise from it."""
        at = self._clock(self.rng.randint(11, 14))
        self._do(at)
        self._row(at, self.pathway, MOVED, event, note=note)
        self.owe(tasks)

    def owe(self, tasks: Iterable[str]) -> None:
        """Tasks that arise today; most are done at once."""
        for task in tasks:
            days = self.rng.randint(*(AFTER_A_WHILE if self.rng.random() < FORGETS else AT_ONCE))
            self.open.append((datetime.combine(workday(self.day + timedelta(days=days)), time(15, 30)), task))

    def tried(self, channel: str, result: str, answer_by: date | None = None, hour: int = 11) -> None:
        """A try to reach the citizen."""
        self._row(self._clock(hour), self.pathway, TRIED, channel, result, answer_by)

    def applied(self, section: str) -> None:
        """The citizen applies for help under a section."""
        self._row(self._clock(14), "", APPLIED, section)

    def answered(self, section: str, note: str) -> None:
        """The authority has answered an application."""
        self._row(self._clock(14), "", CONFIRMED, section, note=note)

    def _clock(self, hour: int) -> datetime:
        """A time of this day, after what was told last."""
        drawn = datetime.combine(self.day, time(hour, 10 * self.rng.randrange(6)))
        self.last = max(drawn, self.last + 5 * MINUTE) if self.rows else drawn
        return self.last

    def _do(self, before: datetime | None) -> None:
        """Tells which tasks were done; those still open when the course moves on are done in that moment."""
        done: dict[datetime, list[str]] = {}
        for at, task in self.open:
            when = at if before is None else min(at, before)
            if when.date() < self.end:
                done.setdefault(when, []).append(task)
        for when in sorted(done):
            self._row(when, self.pathway, DONE, " ".join(done[when]))
        self.open = []

    def _row(
        self, at: datetime, pathway: str, kind: str, what: str, result: str = "", answer_by: date | None = None, note: str = ""
    ) -> None:
        limit = f"{answer_by:%d-%m-%Y}" if answer_by else ""
        self.rows.append([self.case, f"{at:%d-%m-%Y %H:%M}", pathway, kind, what, result, limit, note])


def workday(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= SATURDAY else 0)
