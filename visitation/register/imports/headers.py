"""Where in a file the columns of a profile stand, and which profile a file's header fits."""

from collections.abc import Iterable
from pathlib import PurePath

from visitation.errors import VisitationError, allowed
from visitation.register.imports.profile import Column, Profile, is_personal, plain
from visitation.register.imports.table_file import TableFile
from visitation.register.personnumber import mask

SHOWN = 20  # headers named in a message


def places(table: TableFile, profile: Profile) -> list[tuple[Column, int | None]]:
    """Per column of the profile its position, None when it may be left out and is; VisitationError when the file is no such export."""
    header = [plain(name) for name in table.header]
    if not {plain(column.header) for column in profile.columns} & set(header):  # then the first row may hold persons and is not shown
        raise VisitationError(
            f"{table.name}: første række har ingen af kolonnerne {allowed(c.header for c in profile.columns)};"
            " den skal være overskrifter, og en CSV-fil skal have semikolon mellem felterne."
        )
    personal = [name for name in table.header if is_personal(name)]
    if personal:
        raise VisitationError(
            f"{table.name}: kolonnen '{mask(personal[0])[:40]}' må ikke være i filen; navn, CPR-nummer, køn og adresse"
            " hører kun hjemme i fagsystemet. Fjern kolonnen, og prøv igen."
        )
    twice = [column.header for column in profile.columns if header.count(plain(column.header)) > 1]
    missing = [c.header for c in profile.columns if c.required and plain(c.header) not in header]
    if twice or missing:
        what = f"kolonnen '{twice[0]}' står flere gange" if twice else f"kolonnen '{missing[0]}' mangler"
        raise VisitationError(f"{table.name}: {what}; filen har kolonnerne {_named(table.header)}.")
    return [(c, header.index(plain(c.header)) if plain(c.header) in header else None) for c in profile.columns]


def ignored(table: TableFile, profile: Profile) -> tuple[str, ...]:
    """The headers in the file that no column of the profile reads."""
    used = {plain(column.header) for column in profile.columns}
    return tuple(mask(name)[:40] for name in table.header if name and plain(name) not in used)


def fitting(filename: str, header: Iterable[str], profiles: Iterable[Profile]) -> Profile:
    """The one profile whose required columns all stand in a header; VisitationError says which there are when several or none fit."""
    found, known = {plain(name) for name in header}, list(profiles)
    fit = [p for p in known if {plain(c.header) for c in p.columns if c.required} <= found]
    if len(fit) == 1:
        return fit[0]
    name = mask(PurePath(filename).name)
    if fit:
        raise VisitationError(f"{name}: flere profiler passer til filens kolonner: {allowed(p.name for p in fit)}; vælg en af dem.")
    needs = "; ".join(f"{p.name} ({allowed(c.header for c in p.columns if c.required)})" for p in known)
    raise VisitationError(f"{name}: ingen profil passer til filens kolonner; tilladt er {needs or 'ingen'}.")


def _named(header: tuple[str, ...]) -> str:
    return allowed(mask(name)[:40] for name in header[:SHOWN] if name) + (" …" if len(header) > SHOWN else "")
