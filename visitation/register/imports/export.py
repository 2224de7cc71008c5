"""An export as read: its good rows as facts, and what is wrong in the others."""

from __future__ import annotations

from collections import Counter, namedtuple
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from heapq import nsmallest
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from visitation.register.imports.cells import absent_value, read_column
from visitation.register.imports.headers import ignored, places
from visitation.register.imports.profile import Column, Profile
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
    columns = [(column, None if place is None else table.columns[place]) for column, place in places(table, profile)]
    values, wrong = _values(table, columns, today)
    intake = Intake(
        profile=profile,
        rows=len(table.numbers),
        accepted=tuple(map(row_of(profile.record)._make, zip(*values, strict=True))),
        numbers=tuple(table.numbers),
        ignored=ignored(table, profile),
        absent=tuple(column.header for column, cells in columns if cells is None),
        empty={column.header: cells.count("") for column, cells in columns if cells is not None},
    )
    readable = refuse(intake, wrong)
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


def _values(table: TableFile, columns: list[tuple[Column, list[str] | None]], today: date) -> tuple[list[list], list[RowError]]:
    """Per column the values of all rows, and what is wrong in them; also rows that are longer than the header."""
    values, wrong = [], []
    for column, cells in columns:
        read, faults = ([absent_value(column)] * len(table.numbers), {}) if cells is None else read_column(column, cells, today)
        values.append(read)
        wrong += [RowError(table.numbers[i], column.header, reason) for i, reason in faults.items()]
    wrong += [RowError(number, table.header[-1], OVERLONG) for number in table.overlong]
    return values, wrong


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
