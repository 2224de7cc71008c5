"""What the register holds: events, each sealed by a hash over its content and the event before it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

GENESIS = "0" * 64  # what the first event names as the one before it


@dataclass(frozen=True)
class Draft:
    """An event that is not written yet; `expected_version` is the case's version as its writer saw it (0: no case)."""

    case: str
    expected_version: int
    kind: str
    data: dict[str, Any] = field(default_factory=dict)
    at: str = ""

    def __post_init__(self):
        datetime.fromisoformat(self.at)


@dataclass(frozen=True)
class Event:
    """One written fact. `seq` counts the register and `version` the case ("": the register itself), both from 1."""

    seq: int
    case: str
    version: int
    kind: str
    data: dict[str, Any]
    at: str
    previous: str
    hash: str


def canonical(value: Any) -> str:
    """The one JSON text of a value: sorted keys, no spaces, ASCII only; TypeError or ValueError when it is not JSON."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def digest(event: Event) -> str:
    """The SHA-256 that an event with this content and this predecessor must carry, as 64 hex digits."""
    content = [event.previous, event.seq, event.case, event.version, event.kind, event.data, event.at]
    return sha256(canonical(content).encode("ascii")).hexdigest()


def seal(draft: Draft, seq: int, previous: str) -> Event:
    """The draft as the event number `seq`, chained to the hash of the one before; its data as JSON gives them back."""
    data = json.loads(canonical(draft.data))
    version = draft.expected_version + 1
    bare = Event(seq, draft.case, version, draft.kind, data, draft.at, previous, hash="")
    return Event(seq, draft.case, version, draft.kind, data, draft.at, previous, digest(bare))


def first_break(events: Iterable[Event]) -> int | None:
    """The `seq` at which the chain of the whole register breaks, None when it holds.

    A cut-off end leaves a chain that holds: compare its last hash and count with what was noted outside the file."""
    previous, count = GENESIS, 0
    for event in events:
        count += 1
        if event.seq != count or event.previous != previous or event.hash != digest(event):
            return count
        previous = event.hash
    return None
