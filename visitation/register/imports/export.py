"""An export as read: its good rows as facts, and what is wrong in the others."""

from __future__ import annotations

from collections import Counter, namedtuple
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache, partial
from heapq import nsmallest
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from visitation.register.imports.columns import Reader
from visitation.register.imports.headers import ignored, places
from visitation.register.imports.profile import Profile
from visitation.register.imports.sense import SENSE
from visitation.register.imports.table_file import Progress, TableFile, read_table, silent
from visitation.register.records import Kind

LISTED = 1_000  # wrong cells told one by one; all are counted
OVERLONG = "der står mere efter den sidste kolonne; et semikolon inde i en tekst kræver anførselstegn om feltet"
REPEATED = "samme oplysning om samme sag står i en tidligere række; én række er tilladt"


class RowError(NamedTuple):
    """What is wrong in one cell: the row as Excel shows it, the column's header, what is allowed, and the row it repeats, if any."""

    row: int
    column: str
    reason: str
    earlier: int | None = None

    @property
    def message(self) -> str:
        """The reason, with the row it repeats."""
        return self.reason if self.earlier is None else f"{self.reason} (række {self.earlier})"


@dataclass(frozen=True)
class Intake:
    """A file as read by a profile.

    `accepted` are the good rows as named tuples of the kind's fields and `numbers` their rows in Excel; `errors` the first LISTED
    wrong cells, `refused` how many there are per column and reason, `rejected` in how many rows; `known` counts rows the register
    already held. `empty` counts empty cells per column, `ignored` and `absent` name columns that were not used and not found."""

    profile: Profile
    rows: int
    accepted: tuple[Any, ...]
    numbers: tuple[int, ...]
    errors: tuple[RowError, ...] = ()
    rejected: int = 0
    refused: Counter[tuple[str, str]] = field(default_factory=Counter)
    known: int = 0
    ignored: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    empty: dict[str, int] = field(default_factory=dict)
    days: tuple[date, date] | None = None  # the first and the last of the good rows


def read_export(content: bytes, filename: str, profile: Profile, today: date, progress: Progress = silent) -> Intake:
    """The records in a file and its error rows; VisitationError when it cannot be read as such a table at all."""
    table = read_table(content, filename, progress)
    readers = [Reader(column, place, today) for column, place in places(table, profile)]
    accepted, numbers, overlong = _read(table, readers, profile.record)
    intake = Intake(
        profile=profile,
        rows=len(numbers),
        accepted=accepted,
        numbers=numbers,
        ignored=ignored(table, profile),
        absent=tuple(reader.column.header for reader in readers if reader.place is None),
        empty={reader.column.header: reader.empty for reader in readers if reader.place is not None},
    )
    wrong = [RowError(number, reader.column.header, reason) for reader in readers for number, reason in reader.wrong]
    readable = refuse(intake, wrong + [RowError(number, table.header[-1], OVERLONG) for number in overlong])
    good = refuse(readable, [*_senseless(readable), *_repeated(readable)])
    return replace(good, days=_days(good))


def refuse(intake: Intake, errors: Collection[RowError]) -> Intake:
    """The intake without the rows of these errors, which are told and counted."""
    if not errors:
        return intake
    bad = {error.row for error in errors}
    kept = [(number, row) for number, row in zip(intake.numbers, intake.accepted, strict=True) if number not in bad]
    return replace(
        intake,
        accepted=tuple(row for _, row in kept),
        numbers=tuple(number for number, _ in kept),
        errors=tuple(nsmallest(LISTED, chain(intake.errors, errors), key=lambda error: error.row)),
        rejected=intake.rejected + len(bad),
        refused=intake.refused + Counter((error.column, error.reason) for error in errors),
    )


@cache
def row_of(kind: Kind) -> type:
    """The named tuple that holds a row of a kind."""
    return namedtuple(kind.name, [f.name for f in kind.fields])


def _read(table: TableFile, readers: list[Reader], kind: Kind) -> tuple[tuple, tuple[int, ...], list[int]]:
    """The rows of a table as the readers of its columns read them, their numbers, and the numbers of those that are too long."""
    to_row = partial(tuple.__new__, row_of(kind))
    accepted, numbers, overlong = [], [], []
    for part in table.parts:
        accepted += map(to_row, zip(*[reader.read(part) for reader in readers], strict=True))
        numbers += part.numbers
        overlong += part.overlong
    return tuple(accepted), tuple(numbers), overlong


def _senseless(intake: Intake) -> Iterator[RowError]:
    for check in SENSE.get(intake.profile.record.event, ()):
        for number, row in zip(intake.numbers, intake.accepted, strict=True):
            if found := check(row):
                yield RowError(number, intake.profile.header(found[0]), found[1])


def _repeated(intake: Intake) -> Iterator[RowError]:
    """What makes two rows the same record is the case and the kind's own fields."""
    records = list(map(attrgetter("reference", *intake.profile.record.identity), intake.accepted))
    if len(set(records)) == len(records):
        return
    first: dict[Any, int] = {}
    for number, record in zip(intake.numbers, records, strict=True):
        if first.setdefault(record, number) != number:
            yield RowError(number, intake.profile.header("reference"), REPEATED, first[record])


def _days(intake: Intake) -> tuple[date, date] | None:
    days = set(map(attrgetter(intake.profile.record.dated), intake.accepted))
    found = sorted(day.date() if isinstance(day, datetime) else day for day in days)
    return (found[0], found[-1]) if found else None
