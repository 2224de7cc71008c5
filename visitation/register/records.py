"""What an export may hold: the kinds of records, the fields of each, and which of them make two rows the same record."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from visitation import vocabulary as ids
from visitation.register.events import Event


@dataclass(frozen=True)
class Field:
    """A fact of a record.

    `kind` is reference, date (not after today), plan (a date that may lie ahead), time (a date with its clock), number,
    choice (one of `ids`), code (one of `ids`, written as it stands) or text. `high` bounds a number from above, 0 from below.
    A field that `may_be_empty` is None then, a text "". Whether a choice may, its profile says."""

    name: str
    kind: str
    ids: tuple[str, ...] = ()
    high: int = 0
    may_be_empty: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of record: the event it becomes, its fields, those that tell one record of a case from another, and the one that dates it.

    A kind of a `room` is kept beside the cases, below the room's name and the municipality's; its reference need not be a case's."""

    name: str
    event: str
    fields: tuple[Field, ...]
    identity: tuple[str, ...]
    dated: str
    room: str = ""

    @property
    def begins(self) -> bool:
        """Whether a row may be the first that the register is told of its reference."""
        return bool(self.room) or self is ENQUIRIES

    def field(self, name: str) -> Field | None:
        """The field of that name."""
        return next((field for field in self.fields if field.name == name), None)

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The names of the fields that an event's data holds: all but the reference, which is the event's case."""
        return tuple(field.name for field in self.fields if field != REFERENCE)

    @cached_property
    def dates(self) -> dict[str, Callable[[str], date]]:
        """The fields that hold a date or a time, each with what reads it."""
        return {field.name: READ[field.kind] for field in self.fields if field.kind in READ}


@dataclass(frozen=True)
class Record:
    """What an imported event tells of a case: its facts by field, dates as dates and times as datetimes, None when unknown."""

    case: str
    version: int
    facts: dict[str, Any]


READ = {"date": date.fromisoformat, "plan": date.fromisoformat, "time": datetime.fromisoformat}
REFERENCE = Field("reference", "reference")
ORS_AREAS = ("individual", "relations", "social", "overall")  # Individuelt, Nære relationer, Socialt, Generelt

ENQUIRIES = Kind(
    "henvendelser",
    "enquiry_received",
    (
        REFERENCE,
        Field("received", "date"),
        *(Field(name, "choice", ids.VOCABULARY[name]) for name in ("channel", "sender", "age_group", "target_group")),
        Field("words", "text", may_be_empty=True),
        Field("asks_for", "text", may_be_empty=True),
        *(Field(name, "choice", ids.VOCABULARY[name]) for name in ("asks_section", "support_now", "consent")),
    ),
    identity=(),
    dated="received",
)
CASES = Kind("sager", "case_noted", (REFERENCE, Field("status", "choice", ids.CASE_STATUS), Field("day", "date")), ("day",), dated="day")
SERVICES = Kind(
    "ydelser",
    "service_granted",
    (
        REFERENCE,
        Field("section", "choice", ids.SERVICES),
        Field("ffb", "code", tuple(ids.FFB_SERVICES), may_be_empty=True),
        Field("start", "plan"),
        Field("end", "plan", may_be_empty=True),
        Field("band", "choice", ids.BANDS),
        Field("hours", "number", high=168, may_be_empty=True),  # a week
    ),
    ("section", "start"),
    dated="start",
)
LEVELS = Kind(
    "niveauer",
    "level_measured",
    (
        REFERENCE,
        Field("theme", "choice", ids.THEMES),
        Field("level", "choice", ids.LEVELS),
        Field("day", "date"),
        Field("phase", "choice", ids.PHASES),
    ),
    ("theme", "day", "phase"),
    dated="day",
)
CONTACTS = Kind(
    "kontakter",
    "contact_noted",
    (
        REFERENCE,
        Field("channel", "choice", ids.CONTACT_CHANNELS),
        Field("at", "time"),
        Field("result", "choice", ids.CONTACT_RESULTS),
    ),
    ("channel", "at"),
    dated="at",
)
SESSIONS = Kind(
    "fit",
    "session_scored",
    (
        REFERENCE,
        Field("day", "date"),
        *(Field(area, "number", high=10, may_be_empty=True) for area in ORS_AREAS),
        Field("ors", "number", high=40),
        Field("srs", "number", high=40, may_be_empty=True),
    ),
    ("day",),
    dated="day",
)
ACTIVITIES = Kind(
    "styringsark",
    "activity_registered",
    (
        REFERENCE,
        Field("activity", "choice", ids.ACTIVITIES),
        Field("form", "choice", ids.ACTIVITY_FORMS),
        Field("start", "plan"),
        Field("end", "plan", may_be_empty=True),
        Field("hours", "number", high=168, may_be_empty=True),  # a week
    ),
    ("activity", "start"),
    dated="start",
)

LISTED = Kind(
    "faellesmaengden",
    "review_listed",
    (
        REFERENCE,
        Field("day", "date"),
        Field("age_group", "choice", ids.VOCABULARY["age_group"]),
        Field("benefit", "choice", ids.BENEFITS),
        Field("condition", "choice", ids.VOCABULARY["target_group"]),
        *(Field(centre, "choice", ids.KNOWN) for centre in ids.CENTRES),
        Field("efforts", "number", high=99, may_be_empty=True),
        Field("helped", "choice", ids.HELPED),
    ),
    ("day",),
    dated="day",
    room="faellesmaengden",
)

KINDS = {kind.name: kind for kind in (ENQUIRIES, CASES, SERVICES, LEVELS, CONTACTS, SESSIONS, ACTIVITIES, LISTED)}
IMPORTED_KINDS = frozenset(kind.event for kind in KINDS.values() if not kind.begins)  # facts about a case that exists already


def records(events: Iterable[Event], kind: Kind) -> list[Record]:
    """What events of any kinds tell of one kind, in their order; a fact that was forgotten is None."""
    return [Record(event.case, event.version, _facts(event, kind)) for event in events if event.kind == kind.event]


def _facts(event: Event, kind: Kind) -> dict[str, Any]:
    told = event.data
    facts = {name: told.get(name) for name in kind.facts}
    for name, read in kind.dates.items():
        facts[name] = read(facts[name]) if facts[name] else None
    return facts
