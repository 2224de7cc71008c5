"""Takes in enquiries from a case system's export: every row is right, or nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from visitation.errors import VisitationError, allowed
from visitation.register.cases import Enquiry, enquiry_of, received
from visitation.register.cells import WrongCell, absent_cell, read_cell
from visitation.register.events import Draft
from visitation.register.personnumber import mask
from visitation.register.profile import Column, Profile, is_personal, plain
from visitation.register.table_file import Row, TableFile, read_table

if TYPE_CHECKING:
    from visitation.register.store import Register

SHOWN = 20  # headers named in a message


@dataclass(frozen=True)
class RowError:
    """What is wrong in one cell: the row as Excel shows it, the column's header, and what is allowed."""

    row: int
    column: str
    message: str


@dataclass(frozen=True)
class Intake:
    """A file as read: how many rows, the enquiries of the good ones with their row numbers, and what is wrong.

    `key` is the header of the reference; `known` counts what the register already held; `ignored` and `absent` name
    columns that were not used and not found."""

    rows: int
    accepted: tuple[Enquiry, ...]
    errors: tuple[RowError, ...]
    numbers: tuple[int, ...]
    key: str
    known: int = 0
    ignored: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


class ImportRefused(VisitationError):  # noqa: N818 - named for what the register does
    """Nothing was written; `errors` says why, row by row."""

    def __init__(self, errors: tuple[RowError, ...]):
        first = errors[0]
        super().__init__(
            f"Intet er indlæst, for filen har {len(errors)} fejl; den første er i række {first.row},"
            f" kolonnen '{first.column}': {first.message}."
        )
        self.errors = errors


def read_enquiries(content: bytes, filename: str, profile: Profile, today: date) -> Intake:
    """The enquiries of a file and its error rows; VisitationError when it cannot be read as such a table at all."""
    table = read_table(content, filename)
    places = _places(table, profile)
    key = next(column.header for column in profile.columns if column.field == "reference")
    accepted: dict[str, tuple[int, Enquiry]] = {}
    errors: list[RowError] = []
    for row in table.rows:
        values, wrong = _values(row, places, table.header, today)
        if not wrong and values["reference"] in accepted:
            first, _ = accepted[values["reference"]]
            wrong = [RowError(row.number, key, f"samme sag står i række {first}; én række pr. sag er tilladt")]
        if not wrong:
            accepted[values["reference"]] = (row.number, Enquiry(**values))
        errors += wrong
    return Intake(
        rows=len(table.rows),
        accepted=tuple(enquiry for _, enquiry in accepted.values()),
        errors=tuple(errors),
        numbers=tuple(number for number, _ in accepted.values()),
        key=key,
        ignored=_ignored(table, profile),
        absent=tuple(column.header for column, place in places if place is None),
    )


def compare(register: Register, intake: Intake, model_id: str) -> Intake:
    """The intake without what the register holds already; a case it holds with other content becomes an error row."""
    events = register.events_of([enquiry.reference for enquiry in intake.accepted])
    held = {e.case: (e.data["model"], enquiry_of(e)) for e in events if e.kind == "enquiry_received"}
    rows = list(zip(intake.numbers, intake.accepted, strict=True))
    fresh = [(number, enquiry) for number, enquiry in rows if enquiry.reference not in held]
    other = [number for number, e in rows if held.get(e.reference, (model_id, e)) != (model_id, e)]
    message = "sagen er allerede i registret med et andet indhold; kun nye eller uændrede henvendelser er tilladt"
    return replace(
        intake,
        accepted=tuple(enquiry for _, enquiry in fresh),
        numbers=tuple(number for number, _ in fresh),
        errors=intake.errors + tuple(RowError(number, intake.key, message) for number in other),
        known=len(rows) - len(fresh) - len(other),
    )


def take_in(register: Register, intake: Intake, model_id: str, at: str) -> int:
    """How many enquiries were written; ImportRefused, and nothing written, when any row is wrong."""
    after, _ = register.head()
    fresh = compare(register, intake, model_id)
    if fresh.errors:
        raise ImportRefused(fresh.errors)
    first = register.count("enquiry_received") + 1
    drafts = [
        Draft(enquiry.reference, 0, "enquiry_received", received(enquiry, model_id, f"{number:04d}"), at)
        for number, enquiry in enumerate(fresh.accepted, start=first)
    ]
    return register.append_all(drafts, after=after) if drafts else 0


def _values(row: Row, places: list[tuple[Column, int | None]], header: tuple[str, ...], today: date) -> tuple[dict, list[RowError]]:
    values, wrong = {}, []
    if len(row.cells) > len(header):
        message = "der står mere efter den sidste kolonne; et semikolon inde i en tekst kræver anførselstegn om feltet"
        wrong.append(RowError(row.number, header[-1], message))
    for column, place in places:
        try:
            cell = row.cells[place] if place is not None and place < len(row.cells) else ""
            values[column.field] = absent_cell(column) if place is None else read_cell(column, cell, today)
        except WrongCell as error:
            wrong.append(RowError(row.number, column.header, str(error)))
    return values, wrong


def _places(table: TableFile, profile: Profile) -> list[tuple[Column, int | None]]:
    """Where in the file each column of the profile is; VisitationError when the file is not such an export."""
    header = [plain(name) for name in table.header]
    if not {plain(column.header) for column in profile.columns} & set(header):  # then the first row may hold persons and is not shown
        raise VisitationError(
            f"{table.name}: første række har ingen af kolonnerne {allowed(c.header for c in profile.columns)};"
            " den skal være overskrifter, og en CSV-fil skal have semikolon mellem felterne."
        )
    personal = [name for name in table.header if is_personal(name)]
    if personal:
        raise VisitationError(
            f"{table.name}: kolonnen '{mask(personal[0])}' må ikke være i filen; navn, CPR-nummer, køn og adresse"
            " hører kun hjemme i fagsystemet. Fjern kolonnen, og prøv igen."
        )
    twice = [column.header for column in profile.columns if header.count(plain(column.header)) > 1]
    missing = [c.header for c in profile.columns if c.required and plain(c.header) not in header]
    if twice or missing:
        what = f"kolonnen '{twice[0]}' står flere gange" if twice else f"kolonnen '{missing[0]}' mangler"
        raise VisitationError(f"{table.name}: {what}; filen har kolonnerne {_named(table.header)}.")
    return [(c, header.index(plain(c.header)) if plain(c.header) in header else None) for c in profile.columns]


def _named(header: tuple[str, ...]) -> str:
    return allowed(mask(name)[:40] for name in header[:SHOWN] if name) + (" …" if len(header) > SHOWN else "")


def _ignored(table: TableFile, profile: Profile) -> tuple[str, ...]:
    used = {plain(column.header) for column in profile.columns}
    return tuple(mask(name) for name in table.header if name and plain(name) not in used)
