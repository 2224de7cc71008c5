"""Takes an export into the register: every row is right, or nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from visitation.errors import VisitationError
from visitation.register.beside import reference
from visitation.register.events import Draft
from visitation.register.imports.export import Intake, RowError, refuse
from visitation.register.records import ENQUIRIES, Kind

if TYPE_CHECKING:
    from visitation.register.store import Register

NEW, KNOWN = "", "kendt"
OTHER_CONTENT = "registret har allerede rækken med et andet indhold; kun nye eller uændrede rækker er tilladt"
NO_CASE = "sagen er ikke i kommunens register; kun sager med en indlæst henvendelse er tilladt"


@dataclass
class Held:
    """What the register holds of a case: its model, its version, and what it was told of one kind, by the kind's identity."""

    model: str | None = None
    version: int = 0
    told: dict[tuple, dict[str, Any]] = field(default_factory=dict)


class ImportRefused(VisitationError):  # noqa: N818 - named for what the register does
    """Nothing was written; `intake` says why, row by row."""

    def __init__(self, intake: Intake):
        first = intake.errors[0]
        super().__init__(
            f"Intet er indlæst, for filen har {intake.refused.total()} fejl; den første er i række {first.row},"
            f" kolonnen '{first.column}': {first.message}."
        )
        self.intake = intake


def take_in(register: Register, intake: Intake, model_id: str, at: str) -> Intake:
    """The intake as it was written: without the rows the register held; ImportRefused, and nothing written, when any row is wrong."""
    after, _ = register.head()
    held = held_of(register, intake, model_id)
    fresh = compare(intake, held, model_id)
    if fresh.errors:
        raise ImportRefused(fresh)
    if fresh.accepted:
        aliases = register.count(ENQUIRIES.event)
        register.append_all(_drafts(fresh, held, model_id, aliases, at), after=after)
    return fresh


def held_of(register: Register, intake: Intake, model_id: str) -> dict[str, Held]:
    """What the register holds of the cases in an intake; one it does not know is absent."""
    kind, held = intake.profile.record, {}
    for event in register.events_of(list(dict.fromkeys(stands_as(kind, row, model_id) for row in intake.accepted))):
        case = held.setdefault(event.case, Held())
        case.version = event.version
        if event.kind == ENQUIRIES.event:
            case.model = event.data["model"]
        if event.kind == kind.event:
            told = {name: event.data.get(name) for name in kind.facts}
            case.told[_identity(kind, told)] = told
    return held


def compare(intake: Intake, held: dict[str, Held], model_id: str) -> Intake:
    """The intake without what the register holds already; what does not agree with the register becomes an error row."""
    kind, key = intake.profile.record, intake.profile.header("reference")
    if kind.begins and not held:
        return intake
    standing = [_standing(kind, row, held.get(stands_as(kind, row, model_id)), model_id) for row in intake.accepted]
    rows = list(zip(standing, intake.numbers, intake.accepted, strict=True))
    fresh = replace(
        intake,
        accepted=tuple(row for said, _, row in rows if said != KNOWN),
        numbers=tuple(number for said, number, _ in rows if said != KNOWN),
        known=standing.count(KNOWN),
    )
    return refuse(fresh, [RowError(number, key, said) for said, number, _ in rows if said not in (NEW, KNOWN)])


def _standing(kind: Kind, row: Any, case: Held | None, model_id: str) -> str:
    """NEW, KNOWN, or what is allowed."""
    if case is None:
        return NEW if kind.begins else NO_CASE
    if not kind.room and case.model != model_id:
        return OTHER_CONTENT if kind is ENQUIRIES else NO_CASE
    now = facts_of(kind, row)
    before = case.told.get(_identity(kind, now), NEW)
    return NEW if before is NEW else KNOWN if before == now else OTHER_CONTENT


def _drafts(fresh: Intake, held: dict[str, Held], model_id: str, aliases: int, at: str) -> Iterator[Draft]:
    """The events of the rows: an enquiry opens a case under the next alias, anything else follows the case's last event."""
    kind = fresh.profile.record
    versions = {case: known.version for case, known in held.items()}
    for alias, row in enumerate(fresh.accepted, start=aliases + 1):
        case = stands_as(kind, row, model_id)
        version, data = versions.get(case, 0), facts_of(kind, row)
        if kind is ENQUIRIES:
            data |= {"model": model_id, "alias": f"{alias:04d}"}
        yield Draft(case, version, kind.event, data, at)
        versions[case] = version + 1


def stands_as(kind: Kind, row: Any, model_id: str) -> str:
    """The case of a row's event: its reference, below the room where the kind has one."""
    return reference(kind.room, model_id, row.reference) if kind.room else row.reference


def facts_of(kind: Kind, row: Any) -> dict[str, Any]:
    """The facts of a row as the register's JSON holds them; the reference is the event's own."""
    facts = dict(zip(kind.facts, row[1:], strict=True))
    for name in kind.dates:
        facts[name] = facts[name] and facts[name].isoformat()
    return facts


def _identity(kind: Kind, told: dict[str, Any]) -> tuple:
    return tuple(told[name] for name in kind.identity)
