"""Cases as folds of their events: what came in, what was decided, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from visitation.errors import VisitationError, allowed
from visitation.pathway.course import KINDS, apply, changed
from visitation.register.beside import stands_beside
from visitation.register.case import Application, Case, Confirmed, Enquiry, Happening
from visitation.register.events import Event
from visitation.register.history import live
from visitation.register.records import IMPORTED_KINDS
from visitation.register.uncollected import uncollected

if TYPE_CHECKING:
    from visitation.register.memory import Known
    from visitation.register.store import Register

SAMPLE = "EKS-"  # how the reference of an invented case begins
WHAT = {"decision": "version", "course": "course", "application": "section"}  # what can be confirmed, and the key that names it


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
    for version, event in enumerate(rest, start=2):
        if (event.case, event.version) != (case.reference, version):
            raise VisitationError(f"Sag {case.reference}: hændelse {version} mangler i registret.")
    for event in live(rest):
        case = after(case, event)
    return changed(case, version=1 + len(rest))


def after(case: Case, event: Event) -> Case:
    """What one more event that counts makes of a case; its version is for the caller to keep."""
    if event.kind not in STEPS:
        raise VisitationError(f"Sag {case.reference}: ukendt hændelse {event.kind}; tilladt er {allowed(STEPS)}.")
    return STEPS[event.kind](case, event)


def cases(register: Register, model: str | None) -> dict[str, Case]:
    """The cases of one municipal model (None: of all) by reference, in the order they came in."""
    known = register.known()
    with uncollected():
        there = (name for name in known.by_case if name and not stands_beside(name))
        return {name: _folded(known, name) for name in there if model in (None, known.model(name))}


def _folded(known: Known, name: str) -> Case:
    if name not in known.folded:
        # folded from copies: what is decoded for it is large, and goes with them
        known.folded[name] = fold(changed(event) for event in known.by_case[name])
    return known.folded[name]


def register_today(register: Register) -> date | None:
    """The day a sample register lives on; None for a register that follows the calendar."""
    opened = [event.data["today"] for event in register.events("") if event.kind == "register_opened"]
    return date.fromisoformat(opened[-1]) if opened and opened[-1] else None


def is_sample(register: Register) -> bool:
    """Whether the register holds an invented case."""
    return register.has_case(SAMPLE)


def _opened(event: Event) -> Case:
    enquiry = enquiry_of(event)
    return Case(
        reference=event.case,
        alias=event.data["alias"],
        model=event.data["model"],
        enquiry=enquiry,
        version=1,
        status="ny",
        decisions=(),
        sample=event.case.startswith(SAMPLE),
        applications=(Application(enquiry.asks_section, enquiry.received),) if enquiry.asks_section else (),
    )


def _decided(case: Case, event: Event) -> Case:
    missing = [key for key in ("outcome", "step", "returns") if key not in event.data]
    if missing:
        raise VisitationError(f"Sag {case.reference}: beslutningen {event.version} mangler {allowed(missing)}.")
    decision = event.data | {"at": event.at, "event": event.version}
    return changed(case, status="besluttet", decisions=(*case.decisions, decision), since=())


def _course(case: Case, event: Event) -> Case:
    known = {course.id: course for course in case.courses}
    course = apply(known.get(event.data["course"]), event.kind, event.data)
    facts = {"course_moved": course.moves, "contact_tried": course.tries}.get(event.kind, ())
    happened = [Happening(course.id, course.pathway, fact) for fact in facts[-1:]]
    return changed(case, courses=tuple((known | {course.id: course}).values()), since=(*case.since, *happened))


def _applied(case: Case, event: Event) -> Case:
    made = Application(event.data["section"], date.fromisoformat(event.data["on"]))
    return changed(case, applications=(*case.applications, made))


def _confirmed(case: Case, event: Event) -> Case:
    what = event.data["what"]
    closed = Confirmed(what, event.data[WHAT[what]], date.fromisoformat(event.at[:10]), event.data["reason"])
    return changed(case, confirmed=(*case.confirmed, closed))


STEPS = {
    "decided": _decided,
    "parked": lambda case, event: changed(case, status="parkeret"),
    "reopened": lambda case, event: changed(case, status="ny"),
    "applied": _applied,
    "confirmed": _confirmed,
    "forgotten": lambda case, event: changed(case, forgotten=True),
    **dict.fromkeys(KINDS, _course),
    **dict.fromkeys(IMPORTED_KINDS, lambda case, event: case),
}
