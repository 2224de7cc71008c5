"""What a finished run leaves in the folder, and how a later sweep knows that it need not be done again.

Beside notebook and page lies a manifest, written last: what the run was made of, and the digests of the two."""

import json
import os
import sys
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from visitation.home import CODE
from visitation.reports.notebook import Report
from visitation.reports.run import Made, Task

ROOMS = ("visitation", "widgets")


def made_of(report: Report, register: str) -> str:
    """A digest of all that a result depends on besides its parameters: notebook, code, models, packages, and the register's state."""
    packages = [sys.version, *sorted({f"{found.name}=={found.version}" for found in distributions()})]
    code = [digest for room in ROOMS for digest in _digests(CODE / room)]
    return _digest("\n".join([_digest(report.path.read_bytes()), *code, *packages, register]).encode())


def asked(task: Task, basis: str) -> dict[str, Any]:
    """What a run is asked to be: its parameters, what it is made of, and the content of the files and folders that parameters name."""
    paths = {key: Path(task.folder, value) for key, value in task.parameters.items() if isinstance(value, str) and value}
    named = {key: _digests(path) for key, path in paths.items() if path.exists()}
    return {"parameters": task.parameters, "made_of": basis, "files": named}


def keep(out: Path, name: str, request: dict[str, Any], made: Made) -> None:
    """Writes a run's notebook and page, and when they stand there its manifest."""
    content = {f"{name}.ipynb": made.notebook.encode(), f"{name}.html": made.page.encode()}
    for file, data in content.items():
        write(out / file, data)
    manifest = request | {"results": {file: _digest(data) for file, data in content.items()}}
    write(out / f"{name}.json", (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode())


def is_kept(out: Path, name: str, request: dict[str, Any]) -> bool:
    """Whether the folder holds the results of this request, whole."""
    try:
        manifest = json.loads((out / f"{name}.json").read_bytes())
        whole = all(_digest((out / file).read_bytes()) == digest for file, digest in manifest.pop("results").items())
    except (OSError, ValueError, KeyError, AttributeError):
        return False
    return whole and manifest == request


def write(path: Path, data: bytes) -> None:
    """Writes a file wholly or not at all, also when killed midway."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    half.write_bytes(data)
    half.replace(path)


def _digests(path: Path) -> list[str]:
    """A digest for a file, or for every file in a folder, with its place in it."""
    if path.is_file():
        return [_digest(path.read_bytes())]
    found = sorted(each for each in path.rglob("*") if each.is_file() and each.suffix != ".pyc")
    return [f"{each.relative_to(path).as_posix()}={_digest(each.read_bytes())}" for each in found]


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
