"""The weekly meeting itself in the register: who takes part, by role and never by name, and how it ended."""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from visitation.errors import VisitationError, allowed
from visitation.model import Model
from visitation.register.events import Event, Sealed

OPENED, CLOSED = "meeting_opened", "meeting_closed"
AUTHORITY, PROVIDER = "myndighed", "udfører"


@dataclass(frozen=True)
class Participant:
    """A role of the model that takes part, and whether as "myndighed" or as "udfører"."""

    role: str
    capacity: str


@dataclass(frozen=True)
class Closing:
    """How a meeting ended: its summary as plain data, when, and its anchor "HASH:COUNT".

    The anchor is the hash and the number of the closing event; it covers that event and every one before it."""

    summary: dict[str, Any]
    at: str
    anchor: str


@dataclass(frozen=True)
class Meeting:
    """A meeting as the register's own events leave it; `participants` is None until somebody noted them.

    `before` are those of the model's latest earlier meeting, `version` that of the register's own events."""

    participants: tuple[Participant, ...] | None
    before: tuple[Participant, ...]
    closing: Closing | None
    version: int

    @property
    def capacity(self) -> str:
        """In which capacity the meeting decides: as authority when the authority takes part; "" when nobody was noted."""
        present = {participant.capacity for participant in self.participants or ()}
        return next((capacity for capacity in (AUTHORITY, PROVIDER) if capacity in present), "")


def meeting(events: Iterable[Sealed], model: str, day: date) -> Meeting:
    """A model's meeting of a day, told by the register's own events in order."""
    present, before, closing, version = None, (), None, 0
    for event in events:
        version = event.version
        if event.data.get("model") != model or event.kind not in (OPENED, CLOSED):
            continue
        if event.data["day"] == day.isoformat():
            present = _participants(event) if event.kind == OPENED else present
            closing = _closing(event) if event.kind == CLOSED else closing
        elif event.kind == OPENED and event.data["day"] < day.isoformat():
            before = _participants(event)
    return Meeting(present, before, closing, version)


def opening(model: Model, day: date, roles: Collection[str]) -> dict[str, Any]:
    """The data of a `meeting_opened` event; VisitationError names the roles there are."""
    known = {role.id: role.capacity for role in model.head.participants.roles} if model.head.participants else {}
    if unknown := [role for role in roles if role not in known]:
        raise VisitationError(f"{model.head.id}: ukendt rolle '{unknown[0]}'; tilladt er {allowed(known)}.")
    present = [asdict(Participant(role, known[role])) for role in known if role in roles]
    return {"day": day.isoformat(), "model": model.head.id, "participants": present}


def closed(model: Model, day: date, summary: dict[str, Any], head: tuple[int, str]) -> dict[str, Any]:
    """The data of a `meeting_closed` event; `head` is the register's count and last hash that the summary was drawn from."""
    return {"day": day.isoformat(), "model": model.head.id, "summary": summary, "head": head[1], "count": head[0]}


def _participants(event: Event) -> tuple[Participant, ...]:
    return tuple(Participant(**participant) for participant in event.data["participants"])


def _closing(event: Sealed) -> Closing:
    return Closing(event.data["summary"], event.at, f"{event.hash}:{event.seq}")
