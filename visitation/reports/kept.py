"""What a finished run leaves in the folder, and how a later sweep knows that it need not be done again.

Beside the results lies a manifest, written last: what the run was made of, and the digests of its files, or why there are none."""

import json
import os
import sys
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from visitation.home import CODE
from visitation.reports.notebook import Report
from visitation.reports.run import Task

ROOMS = ("visitation", "widgets")
Request = dict[str, Any]


def made_of(report: Report, register: str) -> str:
    """A digest of all that a result depends on besides its parameters: notebook, code, models, packages, and the register's state."""
    packages = [sys.version, *sorted({f"{found.name}=={found.version}" for found in distributions()})]
    code = [digest for room in ROOMS for digest in _digests(CODE / room)]
    return _digest("\n".join([_digest(report.path.read_bytes()), *code, *packages, register]).encode())


def asked(report: Report, task: Task, basis: str) -> Request:
    """What a run is asked to be: its parameters, what it is made of, and the content of the files and folders that parameters name."""
    parameters = {name: one.default for name, one in report.parameters.items()} | task.parameters
    paths = {key: Path(task.folder, value) for key, value in parameters.items() if isinstance(value, str) and value}
    named = {key: _digests(path) for key, path in paths.items() if path.exists()}
    return {"report": report.name, "title": report.title, "parameters": parameters, "made_of": basis, "files": named}


def keep(out: Path, name: str, request: Request, files: Mapping[str, bytes]) -> None:
    """Writes a run's files by their paths, takes away what an earlier run of that name left beside them, and then writes the manifest."""
    for file, data in files.items():
        write(out / file, data)
    for stale in {f"{name}.pdf", *(f"{name}/{path.name}" for path in (out / name).glob("*") if path.is_file())} - files.keys():
        (out / stale).unlink(missing_ok=True)
    _write_manifest(out, name, request | {"results": {file: _digest(data) for file, data in files.items()}})


def keep_also(out: Path, name: str, file: str, data: bytes) -> None:
    """Adds a file to a run that is kept."""
    write(out / file, data)
    manifest = read_manifest(out, name)
    _write_manifest(out, name, manifest | {"results": manifest["results"] | {file: _digest(data)}})


def keep_error(out: Path, name: str, request: Request, error: str) -> None:
    """Notes why there is no result of this request."""
    _write_manifest(out, name, request | {"error": error})


def is_kept(out: Path, name: str, request: Request) -> bool:
    """Whether the folder holds the results of this request, whole."""
    try:
        manifest = read_manifest(out, name)
        whole = all(_digest((out / file).read_bytes()) == digest for file, digest in manifest.pop("results").items())
    except (OSError, ValueError, KeyError, AttributeError):
        return False
    return whole and manifest == request


def manifests(out: Path) -> dict[str, Request]:
    """The manifests of a folder by the names of the runs."""
    found = {}
    for path in sorted(out.glob("*.json")):
        try:
            manifest = json.loads(path.read_bytes())
        except ValueError:
            continue
        if isinstance(manifest, dict) and manifest.keys() > {"report", "title", "parameters", "made_of"}:
            found[path.stem] = manifest
    return found


def read_manifest(out: Path, name: str) -> Request:
    """The manifest of a run, as it was written."""
    return json.loads((out / f"{name}.json").read_bytes())


def write(path: Path, data: bytes) -> None:
    """Writes a file wholly or not at all, also when killed midway."""
    path.parent.mkdir(exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}")
    half.write_bytes(data)
    half.replace(path)


def _write_manifest(out: Path, name: str, manifest: Request) -> None:
    write(out / f"{name}.json", (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode())


def _digests(path: Path) -> list[str]:
    """A digest for a file, or for every file in a folder, with its place in it."""
    if path.is_file():
        return [_digest(path.read_bytes())]
    found = sorted(each for each in path.rglob("*") if each.is_file() and each.suffix != ".pyc")
    return [f"{each.relative_to(path).as_posix()}={_digest(each.read_bytes())}" for each in found]


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
