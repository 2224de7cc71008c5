"""Cases as folds of their events: what came in, what was decided, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from visitation.errors import VisitationError, allowed
from visitation.register.events import Event

if TYPE_CHECKING:
    from visitation.register.store import Register

SAMPLE = "EKS-"  # how the reference of an invented case begins

@dataclass(frozen=True)
class Enquiry:
    """What came in, without name, number or address; choices are ids of the vocabulary, `words` the citizen's own."""

    reference: str
    received: date
    channel: str
    sender: str
    age_group: str
    target_group: str
    words: str
    asks_for: str
    asks_section: str
    support_now: str
    consent: str


@dataclass(frozen=True)
class Case:
    """A case as its events leave it. `status`: ny, parkeret or besluttet; a decision has outcome, step, returns, at."""

    reference: str
    alias: str
    model: str
    enquiry: Enquiry
    version: int
    status: str
    decisions: tuple[dict[str, Any], ...]
    parked_at: str | None
    sample: bool


def received(enquiry: Enquiry, model: str, alias: str) -> dict[str, Any]:
    """The data of an `enquiry_received` event."""
    facts = asdict(enquiry) | {"received": enquiry.received.isoformat()}
    return {"model": model, "alias": alias} | {name: facts[name] for name in facts if name != "reference"}


def enquiry_of(event: Event) -> Enquiry:
    """The enquiry that an `enquiry_received` event tells of."""
    facts = {f.name: event.data[f.name] for f in fields(Enquiry) if f.name not in ("reference", "received")}
    return Enquiry(reference=event.case, received=date.fromisoformat(event.data["received"]), **facts)


def fold(events: Iterable[Event]) -> Case:
    """The case that these events, all of them and of one case, leave behind; their order does not matter."""
    first, *rest = sorted(events, key=lambda event: event.version)
    if first.kind != "enquiry_received" or first.version != 1:
        raise VisitationError(f"Sag {first.case}: den første hændelse skal være enquiry_received, ikke {first.kind}.")
    case = _opened(first)
    for event in rest:
        if (event.case, event.version) != (case.reference, case.version + 1):
            raise VisitationError(f"Sag {case.reference}: hændelse {case.version + 1} mangler i registret.")
        if event.kind not in STEPS:
            raise VisitationError(f"Sag {case.reference}: ukendt hændelse {event.kind}; tilladt er {allowed(STEPS)}.")
        case = replace(STEPS[event.kind](case, event), version=event.version)
    return case


def cases(register: Register, model: str | None) -> dict[str, Case]:
    """The cases of one municipal model (None: of all) by reference, in the order they came in."""
    by_case: dict[str, list[Event]] = {}
    for event in register.events():
        if event.case:
            by_case.setdefault(event.case, []).append(event)
    wanted = [events for events in by_case.values() if model in (None, events[0].data.get("model"))]
    return {events[0].case: fold(events) for events in wanted}


def register_today(register: Register) -> date | None:
    """The day a sample register lives on; None for a register that follows the calendar."""
    opened = [event.data["today"] for event in register.events("") if event.kind == "register_opened"]
    return date.fromisoformat(opened[-1]) if opened and opened[-1] else None


def is_sample(register: Register) -> bool:
    """Whether the register holds an invented case."""
    return register.has_case(SAMPLE)


def _opened(event: Event) -> Case:
    return Case(
        reference=event.case,
        alias=event.data["alias"],
        model=event.data["model"],
        enquiry=enquiry_of(event),
        version=1,
        status="ny",
        decisions=(),
        parked_at=None,
        sample=event.case.startswith(SAMPLE),
    )


def _decided(case: Case, event: Event) -> Case:
    missing = [key for key in ("outcome", "step", "returns") if key not in event.data]
    if missing:
        raise VisitationError(f"Sag {case.reference}: beslutningen {event.version} mangler {allowed(missing)}.")
    decision = event.data | {"at": event.at}
    return replace(case, status="besluttet", decisions=(*case.decisions, decision), parked_at=None)


def _parked(case: Case, event: Event) -> Case:
    return replace(case, status="parkeret", parked_at=event.at)


def _reopened(case: Case, _event: Event) -> Case:
    return replace(case, status="ny", parked_at=None)


STEPS = {"decided": _decided, "parked": _parked, "reopened": _reopened}
