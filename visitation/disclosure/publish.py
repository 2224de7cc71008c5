"""Publishing: new months are rounded once and frozen; a frozen month changes only as a stated revision that somebody chose."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from visitation.disclosure.archive import Archive, Edition, csv_of, hash_of, read_archive, write_archive
from visitation.disclosure.cube import Axis, Cube
from visitation.disclosure.rounding import SECONDS, Before, rounded
from visitation.disclosure.secret import checked, drawn
from visitation.errors import VisitationError, allowed
from visitation.register.month import Month
from visitation.register.personnumber import has_personnumber


@dataclass(frozen=True, eq=False)
class Publication:
    """What a publication did: the archive after it, the months it added and revised, and those whose true numbers have changed since
    they were frozen and that still stand as they were published."""

    archive: Archive
    added: tuple[Month, ...]
    revised: tuple[Month, ...]
    changed: tuple[Month, ...]


def publish(
    folder: Path, true: Cube, key: bytes, on: date, revise: Collection[Month] = (), why: str = "", seconds: float = SECONDS
) -> Publication:
    """Adds the months of the true cube that the archive in `folder` does not have, and revises those of `revise`; writes it.

    VisitationError, and nothing written, when the key is not the archive's, a month to revise has not changed or has no reason, the
    axes are others than the archive's (members may come to them), or a month cannot be rounded in so many seconds."""
    mark = drawn(checked(key), "mark").hex()
    old = read_archive(folder) or Archive(_empty(true.axes), (), mark)
    if old.mark != mark:
        raise VisitationError(f"{folder}: nøglen er en anden end den, arkivet er afrundet med; brug den samme igen.")
    axes = _joined(old.cube.axes, true.axes)
    true, shown = true.onto(axes), old.cube.onto(axes)
    changed = [month for month in true.months if str(month) in old.latest and old.latest[str(month)].seal != seal(true, month, key)]
    _refuse(revise, changed, why)
    tables = dict(zip(shown.months, shown.counts, strict=True))
    added = [month for month in true.months if month not in tables]
    for month in sorted([*added, *revise]):
        tables[month] = _rounded(true, month, tables, key, seconds)
    new = [_edition(true, month, tables[month], key, old, on, why if month in revise else "") for month in sorted([*added, *revise])]
    archive = Archive(_cube(axes, tables), (*old.editions, *(edition for edition, _ in new)), mark)
    write_archive(folder, archive, {edition.file: text for edition, text in new})
    return Publication(archive, tuple(added), tuple(sorted(revise)), tuple(month for month in changed if month not in revise))


def seal(true: Cube, month: Month, key: bytes) -> str:
    """What says with the key, and only with it, whether a month's true table is the same as another; new members do not change it."""
    return drawn(key, "seal", str(month), csv_of(true.axes, true.of(month))).hex()


def _rounded(true: Cube, month: Month, tables: dict[Month, np.ndarray], key: bytes, seconds: float) -> np.ndarray:
    try:
        return rounded(true.of(month), true.axes, key, _before(true, month, tables), seconds)
    except VisitationError as error:
        raise VisitationError(f"{month}: {error}") from None


def _before(true: Cube, month: Month, tables: dict[Month, np.ndarray]) -> Before | None:
    """What a month is to show no false change from: itself as it was published, else the month before."""
    (earlier,) = month.before(1)
    if month in tables:
        return true.of(month), tables[month]
    return (true.of(earlier), tables[earlier]) if earlier in tables and earlier in true.months else None


def _edition(true: Cube, month: Month, table: np.ndarray, key: bytes, old: Archive, on: date, why: str) -> tuple[Edition, str]:
    """The next edition of a month and the text of its file."""
    number = old.latest[str(month)].edition + 1 if str(month) in old.latest else 1
    text = csv_of(true.axes, table)
    name = f"{month}.csv" if number == 1 else f"{month}-{number}.csv"
    return Edition(str(month), number, on.isoformat(), why, name, hash_of(text), seal(true, month, key)), text


def _refuse(revise: Collection[Month], changed: Sequence[Month], why: str) -> None:
    if same := [month for month in revise if month not in changed]:
        raise VisitationError(f"{allowed(same)} kan ikke revideres; ændret siden offentliggørelsen er {allowed(changed)}.")
    if revise and not why.strip():
        raise VisitationError("En revision offentliggøres med sin begrundelse; skriv, hvorfor tallene er ændret.")
    if has_personnumber(why):
        raise VisitationError("Begrundelsen offentliggøres og ser ud til at indeholde et CPR-nummer; det er ikke tilladt.")


def _joined(old: Sequence[Axis], new: Sequence[Axis]) -> tuple[Axis, ...]:
    """The axes with the members of both, the old ones in their places."""
    if [axis.name for axis in old] != [axis.name for axis in new]:
        raise VisitationError(f"Arkivets akser er {allowed(axis.name for axis in old)}; tallene har {allowed(axis.name for axis in new)}.")
    return tuple(Axis(own.name, tuple(dict.fromkeys((*own.members, *more.members)))) for own, more in zip(old, new, strict=True))


def _empty(axes: Sequence[Axis]) -> Cube:
    return Cube(tuple(axes), (), np.zeros((0, *(len(axis.members) for axis in axes)), np.int64))


def _cube(axes: tuple[Axis, ...], tables: dict[Month, np.ndarray]) -> Cube:
    months = tuple(sorted(tables))
    return Cube(axes, months, np.array([tables[month] for month in months], np.int64).reshape(len(months), *(len(a.members) for a in axes)))
