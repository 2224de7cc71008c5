"""What the register holds: events, each sealed by a hash over digests of its content and over the event before it.

The digests are salted and stored beside the content: content and salt can be forgotten, and the chain still holds."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import Any

GENESIS = "0" * 64  # what the first event names as the one before it
SALT_BYTES = 16
FORGOTTEN = "forgotten"  # the kind of the event that tells what of a case was forgotten
OPAQUE = "glemt-"  # how the reference of a forgotten case begins
BESIDE = "@"  # how the reference of what is no case begins

_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False).encode
_decode = json.JSONDecoder().decode


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
    """One written fact. `seq` counts the register and `version` the case ("": the register itself), both from 1.

    `text` is the content as canonical JSON."""

    seq: int
    case: str
    version: int
    kind: str
    text: str
    at: str

    @cached_property
    def data(self) -> dict[str, Any]:
        """The content; read it, never change it."""
        return _decode(self.text)


@dataclass(frozen=True)
class Sealed(Event):
    """An event with its seal; `salt` is "" once the content has been forgotten."""

    previous: str
    hash: str
    salt: str
    case_digest: str
    data_digest: str


def canonical(value: Any) -> str:
    """The one JSON text of a value: sorted keys, no spaces, ASCII only; TypeError or ValueError when it is not JSON."""
    return _encode(value)


def sealed(draft: Draft, seq: int, previous: str, salt: str) -> tuple:
    """The values of the draft's event, in the order of the fields of Sealed, as number `seq` after the hash `previous`."""
    text, version = canonical(draft.data), draft.expected_version + 1
    case_digest, data_digest = salted(salt, draft.case), salted(salt, text)
    link = chained(previous, seq, case_digest, version, draft.kind, data_digest, draft.at)
    return seq, draft.case, version, draft.kind, text, draft.at, previous, link, salt, case_digest, data_digest


def seal(draft: Draft, seq: int, previous: str, salt: str) -> Sealed:
    """The draft as the event number `seq`, chained to the hash of the one before; `salt` is 32 hex digits."""
    return Sealed(*sealed(draft, seq, previous, salt))


def salted(salt: str, content: str) -> str:
    """The SHA-256 of a content behind its salt, as 64 hex digits."""
    return sha256(f"{salt}{content}".encode()).hexdigest()


def chained(previous: str, seq: int, case_digest: str, version: int, kind: str, data_digest: str, at: str) -> str:
    """The SHA-256 over an event's digests and its predecessor's hash: that of their canonical JSON list."""
    content = f'["{previous}",{seq},"{case_digest}",{version},{_quoted(kind)},"{data_digest}",{_quoted(at)}]'
    return sha256(content.encode()).hexdigest()


def remains(event: Event) -> str:
    """The digest of what a forgotten event still says, which its case's `forgotten` event holds fast."""
    return sha256(canonical([event.seq, event.case, event.text]).encode("ascii")).hexdigest()


def first_break(events: Iterable[Sealed]) -> int | None:
    """The `seq` at which the chain of the whole register breaks, None when it holds.

    What is forgotten without a later `forgotten` event that holds its remains fast is a break as well. A cut-off end leaves
    a chain that holds: compare its last hash and count with what was noted outside the file."""
    previous, count = GENESIS, 0
    unexplained: dict[int, str] = {}
    for event in events:
        count += 1
        if event.seq != count or event.previous != previous or event.hash != _link(event) or not _content_holds(event):
            return count
        if not event.salt:
            unexplained[count] = remains(event)
        elif event.kind == FORGOTTEN:
            for seq, digest in event.data["remains"]:
                if unexplained.get(seq) == digest:
                    del unexplained[seq]
        previous = event.hash
    return min(unexplained, default=None)


def _link(event: Sealed) -> str:
    return chained(event.previous, event.seq, event.case_digest, event.version, event.kind, event.data_digest, event.at)


def _content_holds(event: Sealed) -> bool:
    """Whether case and content are those that were sealed; a forgotten event has no salt to tell by."""
    if not event.salt:
        return event.case.startswith(OPAQUE)
    return (event.case_digest, event.data_digest) == (salted(event.salt, event.case), salted(event.salt, event.text))


@lru_cache(maxsize=1024)
def _quoted(text: str) -> str:
    return canonical(text)
