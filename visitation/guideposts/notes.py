"""What people write at a focus point: a number, what was done, a target; kept as events beside the cases, corrected by new ones."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from visitation.errors import VisitationError, allowed
from visitation.guideposts.schema import Guideposts, Indicator, Point
from visitation.register.beside import of_room, reference
from visitation.register.events import Event
from visitation.register.store import Register

ROOM = "pejlemaerker"
NOTED, WITHDRAWN = "guidepost_noted", "guidepost_withdrawn"
DONE, TARGET = "gjort", "maal"
STANDS, CORRECTED, TAKEN_BACK = "gaelder", "rettet", "trukket"
LONGEST = 1000  # characters of a text


@dataclass(frozen=True)
class Entry:
    """What somebody writes at a point: what was done (DONE) or a target (TARGET), the day it is of, by which role.

    `value` is one of the point's `indicator`, in its unit; `corrects` is the number of the note it takes the place of."""

    what: str
    note: str
    on: date
    who: str
    indicator: str | None = None
    value: float | None = None
    corrects: int | None = None


@dataclass(frozen=True)
class Withdrawal:
    """That the note of that number is taken back: why, and by which role."""

    number: int
    reason: str
    who: str


@dataclass(frozen=True)
class Note:
    """An entry as the register has it: its number at its point, when it was written, and whether it still stands.

    `reason` and `by` say why and by which role a note was taken back."""

    number: int
    entry: Entry
    at: datetime
    standing: str = STANDS
    reason: str = ""
    by: str = ""


def notes_of(register: Register, municipality: str) -> dict[str, tuple[Note, ...]]:
    """All notes of a municipality by point, newest first; those that no longer stand as well."""
    return {point: folded(events) for point, events in of_room(register, ROOM, municipality).items()}


def folded(events: Iterable[Event]) -> tuple[Note, ...]:
    """The notes that the events of one point leave, newest first."""
    found: dict[int, Note] = {}
    for event in sorted(events, key=lambda event: event.version):
        if event.kind == WITHDRAWN:
            gone = found[event.data["number"]]
            found[gone.number] = replace(gone, standing=TAKEN_BACK, reason=event.data["reason"], by=event.data["who"])
            continue
        entry = Entry(**event.data | {"on": date.fromisoformat(event.data["on"])})
        if entry.corrects is not None:
            found[entry.corrects] = replace(found[entry.corrects], standing=CORRECTED)
        found[event.version] = Note(event.version, entry, datetime.fromisoformat(event.at))
    return tuple(reversed(found.values()))


def latest(notes: Iterable[Note], what: str, indicator: str | None = None) -> Note | None:
    """The standing note of the latest day that says this; with an indicator, the one with the latest value of it."""
    there = [one for one in notes if one.standing == STANDS and one.entry.what == what]
    if indicator is not None:
        there = [one for one in there if one.entry.indicator == indicator and one.entry.value is not None]
    return max(there, key=lambda one: (one.entry.on, one.number), default=None)


def write(register: Register, read: Guideposts, municipality: str, point: str, entry: Entry, at: datetime) -> Event:
    """The event of an entry at a point; VisitationError when it is no such entry or holds a CPR number, and nothing is written."""
    events = of_room(register, ROOM, municipality).get(point, [])
    _check(read, _point(read, point), entry, at.date())
    if entry.corrects is not None:
        _standing(folded(events), entry.corrects, point)
    data = asdict(entry) | {"on": entry.on.isoformat()}
    return register.append(reference(ROOM, municipality, point), len(events), NOTED, data, at.isoformat(timespec="seconds"))


def withdraw(register: Register, read: Guideposts, municipality: str, point: str, given: Withdrawal, at: datetime) -> Event:
    """The event that takes a note back; VisitationError when it does not stand or nobody says why."""
    events = of_room(register, ROOM, municipality).get(point, [])
    _standing(folded(events), given.number, point)
    _role(read, given.who)
    if not given.reason.strip():
        raise VisitationError(f"Pejlemærke {point}: skriv, hvorfor noten trækkes tilbage; den bliver stående i historikken.")
    return register.append(reference(ROOM, municipality, point), len(events), WITHDRAWN, asdict(given), at.isoformat(timespec="seconds"))


def _point(read: Guideposts, point: str) -> Point:
    if point not in read.points:
        raise VisitationError(f"Ukendt fokuspunkt '{point}'; tilladt er {allowed(read.points)}.")
    return read.points[point]


def _check(read: Guideposts, point: Point, entry: Entry, today: date) -> None:
    _role(read, entry.who)
    if entry.what not in (DONE, TARGET):
        raise VisitationError(f"Pejlemærke {point.id}: ukendt slags '{entry.what}'; tilladt er {allowed((DONE, TARGET))}.")
    if entry.what == DONE and entry.on > today:
        raise VisitationError(f"Pejlemærke {point.id}: datoen ligger efter i dag; det, der er gjort, har en dato til og med i dag.")
    if len(entry.note) > LONGEST:
        raise VisitationError(f"Pejlemærke {point.id}: teksten er på {len(entry.note)} tegn; tilladt er {LONGEST}.")
    if not entry.note.strip() and entry.value is None:
        raise VisitationError(f"Pejlemærke {point.id}: skriv et tal eller en tekst.")
    if entry.value is not None:
        _check_value(point, point.indicator(entry.indicator or ""), entry.value)


def _check_value(point: Point, indicator: Indicator | None, value: float) -> None:
    if indicator is None:
        raise VisitationError(f"Pejlemærke {point.id}: vælg, hvad tallet måler; tilladt er {allowed(one.id for one in point.indicators)}.")
    if value < 0:
        raise VisitationError(f"Pejlemærke {point.id}: tallet er under nul; tilladt er 0 og opefter.")


def _role(read: Guideposts, who: str) -> None:
    if read.role(who) is None:
        raise VisitationError(f"Ukendt rolle '{who}'; tilladt er {allowed(one.id for one in read.roles)}. Skriv aldrig et navn.")


def _standing(notes: Iterable[Note], number: int, point: str) -> None:
    if number not in [one.number for one in notes if one.standing == STANDS]:
        raise VisitationError(f"Pejlemærke {point}: note {number} gælder ikke længere og kan hverken rettes eller trækkes tilbage.")
