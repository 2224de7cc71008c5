"""The public server on a published folder, as whoever puts it on the web starts it."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from tests.browser.conftest import free_port, started
from tests.published import SAMPLE
from visitation.model import load
from visitation.publishing.folder import read_site, write
from visitation.publishing.pages import made

PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Running:
    """A server: its address, its log, and the folder in which its kernels have theirs."""

    address: str
    log: Path
    private: Path
    pid: int

    def kernels(self) -> set[str]:
        """Those that run, by their connection files; a box and what is in it count once."""
        mark = str(self.private)
        words = [word for path in Path("/proc").glob("[0-9]*/cmdline") if mark in (said := _read(path)) for word in said.split("\0")]
        return {word for word in words if word.startswith(mark) and word.endswith(".json")}

    def environments(self) -> list[str]:
        """What their processes are told."""
        return [said for path in Path("/proc").glob("[0-9]*/environ") if f"HOME={self.private}" in (said := _read(path))]


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def whole(folder: Path) -> Path:
    """The sample's publication with all its pages and files."""
    shutil.copytree(SAMPLE, folder)
    site = read_site(folder)
    write(folder, site, made(folder, [load(unit) for unit in site.units]))
    return folder


def bare(folder: Path) -> Path:
    """The sample's publication with its data and the least that goes beside them; pages are made live anyway."""
    shutil.copytree(SAMPLE, folder)
    write(folder, replace(read_site(folder), files=()), {"site.css": b"", "favicon.svg": b"<svg/>"})
    return folder


@contextmanager
def public(folder: Path, *arguments: str, environment: Mapping[str, str] = MappingProxyType({})) -> Iterator[Running]:
    """`visitation serve --public` on a folder."""
    command = [sys.executable, "-m", "visitation.cli", "serve", "--public", str(folder), "--port", str(free_port()), *arguments]
    with TemporaryDirectory(prefix="vb") as private, TemporaryDirectory() as notes:  # a socket's name may be about 100 characters long
        path = Path(notes, "log.txt")
        with open(path, "w", encoding="utf-8") as log, started(command, {"TMPDIR": private} | dict(environment), log=log) as server:
            said = server.stdout.readline()
            assert "http" in said, path.read_text(encoding="utf-8")
            yield Running(said.split()[2].rstrip("/"), path, Path(private), server.pid)


def becomes(true: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> bool:
    """Whether it comes true in time."""
    deadline = time.monotonic() + seconds
    while not (found := true()) and time.monotonic() < deadline:
        time.sleep(0.2)
    return found
