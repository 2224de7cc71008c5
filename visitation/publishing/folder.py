"""The published folder: its data, which are all that its pages are made of, and the files that were written into it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from visitation.disclosure import Archive, read_archive
from visitation.errors import VisitationError
from visitation.language import LANGUAGES

DATA, SITE = "data", "site.json"
STOCK, RESULTS, PROMISES = TABLES = "trin", "kriterier", "loefter"
FORMAT = 1
FRAME, FILES = "application/vnd.visitation.frame+json", "application/vnd.visitation.files+json"  # what a cell says besides HTML


@dataclass(frozen=True)
class Written:
    """A number that a role wrote at an indicator of a guidepost and that the municipality has chosen to show; the day it is of."""

    unit: str
    point: str
    indicator: str
    value: float
    on: str
    who: str


@dataclass(frozen=True)
class Site:
    """What a publication holds besides its archives: the day, the product's version, the municipalities with the versions of their
    models in the order of the pages, the numbers that were written, and the pages' files. `sample` says that the citizens are invented."""

    on: date
    version: str
    sample: bool
    units: Mapping[str, str]
    values: tuple[Written, ...] = ()
    files: tuple[str, ...] = ()


def archives(out: Path) -> dict[str, Archive]:
    """The archives of a published folder that are there: STOCK, and RESULTS and PROMISES where a municipality has set any."""
    found = {name: read_archive(out / DATA / name) for name in TABLES}
    return {name: archive for name, archive in found.items() if archive}


def read_site(out: Path) -> Site:
    """What was published there; VisitationError when nothing was."""
    path = out / DATA / SITE
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        values = tuple(Written(**one) for one in found["values"])
        return Site(date.fromisoformat(found["on"]), found["version"], found["sample"], found["units"], values, tuple(found["files"]))
    except (OSError, ValueError, KeyError, TypeError):
        raise VisitationError(f"{out}: mappen er ikke offentliggjort med visitation publish, eller {path.name} kan ikke læses.") from None


def place(units: Iterable[str], unit: str, lang: str) -> str:
    """The folder of a municipality's pages: the first one's are at the top, the others' below their names, English ones below that."""
    top = "" if unit == next(iter(units)) else f"{unit}/"
    return top if lang == LANGUAGES[0] else f"{top}{lang}/"


def files_in(out: Path) -> tuple[str, ...]:
    """The files that the last publication wrote into the folder; none before the first."""
    return read_site(out).files if (out / DATA / SITE).exists() else ()


def claim(out: Path) -> None:
    """Makes the folder; VisitationError when it holds something else than a publication, which is left alone."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        taken = any(out.iterdir()) and not (out / DATA).is_dir()
    except OSError:
        raise VisitationError(f"--out {out}: mappen kan ikke laves eller læses; vælg en mappe med skriveadgang.") from None
    if taken or {path.name for path in (out / DATA).glob("*")} - {*TABLES, SITE}:
        raise VisitationError(f"--out {out}: mappen holder noget andet; vælg en tom mappe eller den, der sidst blev offentliggjort i.")


def note(out: Path, site: Site) -> None:
    """Writes what the publication holds besides its archives."""
    said = {"format": FORMAT} | asdict(site) | {"on": site.on.isoformat()}
    _writing(out, {f"{DATA}/{SITE}": (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()})


def write(out: Path, site: Site, pages: Mapping[str, bytes]) -> None:
    """Writes the files of a site by their paths, takes away those that were there and are no longer, and notes them."""
    _writing(out, pages)
    for name in set(site.files) - set(pages):
        (out / name).unlink(missing_ok=True)
    note(out, replace(site, files=tuple(sorted(pages))))


def _writing(out: Path, files: Mapping[str, bytes]) -> None:
    try:
        for name, content in files.items():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (out / name).write_bytes(content)
    except OSError:
        raise VisitationError(f"--out {out}: filerne kan ikke skrives; mappen skal være til at skrive i.") from None
