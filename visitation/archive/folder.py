"""The archive's folder: Parquet files, and a manifest that says which of them count and how far in the register they go.

The manifest is replaced whole and last: an update that is broken off has not happened, and the next one clears away what it left."""

import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from visitation.errors import VisitationError

MANIFEST = "manifest.json"
FORMAT = 1
OURS = re.compile(r"\d{10}-\d{10}\.parquet|\.(\d{10}-\d{10}\.parquet|manifest\.json)\.\d+")  # parts, and what is half written


@dataclass(frozen=True)
class Manifest:
    """What an archive holds: the register's events until number `events`, the last one's hash `head`, as known on the day `today`.

    `facts` is the number of rows in the files `parts`; `municipalities` are the ids of the models in them."""

    events: int
    head: str
    today: str
    facts: int
    municipalities: tuple[str, ...]
    parts: tuple[str, ...]


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an archive; VisitationError when the folder holds none, or one of another format."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if found.pop("format") == FORMAT:
            return Manifest(**found | {name: tuple(found[name]) for name in ("municipalities", "parts")})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    raise VisitationError(f"{folder}: her er intet arkiv, der kan læses; lav det med visitation archive i en ny mappe.")


def open_folder(folder: Path) -> Manifest | None:
    """The manifest of a folder to write in, which is made when absent; None when it is empty.

    VisitationError when it holds anything but an archive, or cannot be written in."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if (folder / MANIFEST).exists():
            return read_manifest(folder)
        foreign = [path.name for path in folder.iterdir() if not OURS.fullmatch(path.name)]
    except OSError:
        raise unwritable(folder) from None
    if foreign:
        raise VisitationError(f"{folder}: mappen rummer andet end et arkiv; vælg en ny eller tom mappe.")
    return None


def part_name(first: int, last: int) -> str:
    """The name of the file with the facts of the register's events from number `first` to number `last`."""
    return f"{first:010d}-{last:010d}.parquet"


def unfinished(folder: Path, name: str) -> Path:
    """Where a file is written before it has its name."""
    return folder / f".{name}.{os.getpid()}"


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Lets the manifest count from now on, and clears away the files that it does not name."""
    half = unfinished(folder, MANIFEST)
    half.write_text(json.dumps({"format": FORMAT} | asdict(manifest), indent=1) + "\n", encoding="utf-8")
    half.replace(folder / MANIFEST)
    for path in folder.iterdir():
        if OURS.fullmatch(path.name) and path.name not in manifest.parts:
            path.unlink(missing_ok=True)


def unwritable(folder: Path) -> VisitationError:
    """What is said when the archive cannot be written."""
    return VisitationError(f"{folder}: arkivet kan ikke skrives; mappen skal være til at skrive i, og der skal være plads.")
