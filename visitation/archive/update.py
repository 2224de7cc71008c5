"""The archive brought up to date with its register: what is new is added; once something was forgotten, all of it is made anew."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from visitation.archive.database import database
from visitation.archive.facts import COLUMNS, KINDS, Fact, facts
from visitation.archive.folder import Manifest, open_folder, part_name, unfinished, unwritable, write_manifest
from visitation.errors import VisitationError
from visitation.register.events import GENESIS
from visitation.register.store import Register
from visitation.register.stretches import Moment, moment

PART, STRETCH = 1_000_000, 5_000  # events of a file, and of what is read at once
FILL = f"INSERT INTO facts SELECT {', '.join(f'unnest(${number})' for number in range(1, len(COLUMNS) + 1))}"
EMPTY = Manifest(0, GENESIS, "", 0, (), ())


@dataclass(frozen=True)
class Updated:
    """The archive after an update, how many facts were written, and how many citizens had been forgotten, so that it was made anew."""

    manifest: Manifest
    written: int
    forgotten: int


@dataclass(frozen=True)
class Part:
    """A file of facts: its name, how many there are, and of which municipalities."""

    name: str
    facts: int
    municipalities: frozenset[str]


def update(register: Register, folder: Path, today: date) -> Updated:
    """Writes what the archive in the folder does not hold of the register yet; wholly or not at all.

    VisitationError when the folder cannot be written, or holds anything else, also the archive of another register."""
    old = open_folder(folder) or EMPTY
    with moment(register) as now:
        if not now.continues(old.events, old.head):
            raise VisitationError(f"{folder}: arkivet er ikke af dette register, som det er nu; vælg en ny mappe.")
        forgotten = now.forgotten(old.events) if old.events else 0
        whole = all((folder / name).is_file() for name in old.parts)
        basis = old if whole and not forgotten else EMPTY
        try:
            parts = [_write(now, folder, first, last) for first, last in _cut(basis.events + 1, now.events, PART)]
            manifest = _joined(basis, parts, now, today)
            write_manifest(folder, manifest)
        except OSError:
            raise unwritable(folder) from None
    return Updated(manifest, manifest.facts - basis.facts, forgotten)


def _joined(basis: Manifest, parts: list[Part], now: Moment, today: date) -> Manifest:
    municipalities = frozenset(basis.municipalities).union(*(part.municipalities for part in parts))
    count, names = sum(part.facts for part in parts), tuple(part.name for part in parts)
    return Manifest(now.events, now.head, today.isoformat(), basis.facts + count, tuple(sorted(municipalities)), (*basis.parts, *names))


def _write(now: Moment, folder: Path, first: int, last: int) -> Part:
    """Writes the facts of the register's events from one number to another into a file, which has its name when it is whole."""
    name, half = part_name(first, last), unfinished(folder, part_name(first, last))
    with database() as connection:
        connection.execute(f"CREATE TABLE facts ({', '.join(map(' '.join, COLUMNS.items()))})")
        for found in _facts(now, first, last):
            connection.execute(FILL, [list(column) for column in zip(*found, strict=True)])
        ((count, municipalities),) = connection.execute("SELECT count(*), list(DISTINCT municipality) FROM facts").fetchall()
        connection.table("facts").write_parquet(str(half), compression="zstd")
    half.replace(folder / name)
    return Part(name, count, frozenset(municipalities or ()))


def _facts(now: Moment, first: int, last: int) -> Iterator[list[Fact]]:
    return filter(None, (facts(now.stretch(*ends, KINDS)) for ends in _cut(first, last, STRETCH)))


def _cut(first: int, last: int, length: int) -> Iterator[tuple[int, int]]:
    """The ends of the stretches of that length, of which the last may be shorter."""
    return ((begins, min(begins + length - 1, last)) for begins in range(first, last + 1, length))
