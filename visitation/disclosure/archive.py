"""The published archive: a folder with the rounded table of every month, each frozen as it was published.

MANIFEST lists the editions; a month has one, and one more for every stated revision. An edition's file names the cells that are not
0. The folder holds nothing but what everybody may see: rounded numbers and, of each true table, a seal that only the key can compare."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from visitation.disclosure.cube import Axis, Cube
from visitation.disclosure.rounding import BASE
from visitation.disclosure.words import method
from visitation.errors import VisitationError
from visitation.language import LANGUAGES
from visitation.register.month import read_month

MANIFEST = "manifest.json"
FORMAT = 1
COUNT = "antal"
BOM = "\ufeff"  # without it a Danish spreadsheet takes UTF-8 for something else


@dataclass(frozen=True)
class Edition:
    """A month as it was published: which edition of it, on which day, why when it is a revision, and the file with its hash.

    `seal` tells whoever has the key whether the true table is still the one that was rounded; without the key it tells nothing."""

    month: str
    edition: int
    on: str
    why: str
    file: str
    sha256: str
    seal: str


@dataclass(frozen=True, eq=False)
class Archive:
    """What is published: the cube of the latest edition of every month, all editions in the order of publication, and the key's mark."""

    cube: Cube
    editions: tuple[Edition, ...]
    mark: str

    @property
    def latest(self) -> dict[str, Edition]:
        """The edition that counts, by month."""
        return {edition.month: edition for edition in self.editions}


def read_archive(folder: Path) -> Archive | None:
    """The archive in a folder, None where nothing has been published.

    VisitationError when a file is missing or is not as it was published, or holds a number that is not rounded."""
    if not (folder / MANIFEST).exists():
        return None
    manifest = _manifest(folder)
    axes = tuple(Axis(axis["name"], tuple(axis["members"])) for axis in manifest["axes"])
    editions = tuple(Edition(**edition) for edition in manifest["months"])
    latest = sorted({edition.month: edition for edition in editions}.items())
    shape = (len(latest), *(len(axis.members) for axis in axes))
    tables = [_table(folder / edition.file, edition.sha256, axes) for _, edition in latest]
    cube = Cube(axes, tuple(read_month(month) for month, _ in latest), np.reshape(np.array(tables, np.int64), shape))
    return Archive(cube, editions, manifest["key"])


def write_archive(folder: Path, archive: Archive, files: Mapping[str, str]) -> None:
    """Writes the new files by their names, then the manifest: a publication that is broken off has not happened."""
    manifest = {
        "format": FORMAT,
        "rule": {"base": BASE, **{lang: method(lang) for lang in LANGUAGES}},
        "axes": [asdict(axis) for axis in archive.cube.axes],
        "key": archive.mark,
        "months": [asdict(edition) for edition in archive.editions],
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            _write(folder / name, text)
        _write(folder / MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")
    except OSError:
        raise VisitationError(f"{folder}: arkivet kan ikke skrives; mappen skal være til at skrive i.") from None


def csv_of(axes: Sequence[Axis], table: np.ndarray) -> str:
    """A month's table as CSV with semicolons and a BOM: a column for every axis and the count, a row for every cell that is not 0."""
    text = io.StringIO()
    text.write(BOM)
    rows = csv.writer(text, delimiter=";", lineterminator="\n")
    rows.writerow([*(axis.name for axis in axes), COUNT])
    for place in np.argwhere(table):
        rows.writerow([*(axis.members[at] for axis, at in zip(axes, place, strict=True)), table[tuple(place)]])
    return text.getvalue()


def hash_of(text: str) -> str:
    """The hash of a file with this text."""
    return sha256(text.encode()).hexdigest()


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if found["format"] == FORMAT and found["rule"]["base"] == BASE:
            return found
    except (OSError, ValueError, KeyError, TypeError):
        pass
    raise VisitationError(f"{folder / MANIFEST}: listen over det offentliggjorte kan ikke læses; hent mappen fra en sikkerhedskopi.")


def _table(path: Path, expected: str, axes: Sequence[Axis]) -> np.ndarray:
    table = np.zeros([len(axis.members) for axis in axes], np.int64)
    try:
        text = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        text = ""
    if hash_of(text) != expected:
        raise VisitationError(f"{path}: filen er ikke, som den blev offentliggjort; hent den fra en sikkerhedskopi.")
    for row in csv.DictReader(io.StringIO(text.removeprefix(BOM)), delimiter=";"):
        table[tuple(axis.members.index(row[axis.name]) for axis in axes)] = int(row[COUNT])
    if (table % BASE).any() or (table < 0).any():
        raise VisitationError(f"{path}: der står et tal, som ikke er afrundet; tilladt er 0 og opefter i spring på {BASE}.")
    return table


def _write(path: Path, text: str) -> None:
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    os.replace(unfinished, path)
