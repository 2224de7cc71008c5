"""A server of one's own: started as `visitation serve` starts it, on notebooks that show what a kernel is told and what may go wrong."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPResponse
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from urllib.parse import urlparse

import nbformat

from tests.browser.conftest import ROOT, free_port, let_in, started
from visitation.serve.forkserver import KERNEL_NAME

CPR, NAME = "010190-1234", "Karen Hansen"
PLANTED = f"{CPR} {NAME}"
PATIENCE_SECONDS = 60
LATER_SECONDS = 600
NOTHING = MappingProxyType({})
PAGE = "/voila/render/stille.ipynb"
SOCKET = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA=="}
FORKSERVER = b"visitation.serve.forkserver"
PYTHON = {"name": "python3", "language": "python", "display_name": "Python 3"}
SERVE = """import json, signal, sys
from pathlib import Path
from visitation.serve.access import Access
from visitation.serve import kernels
from visitation.serve.server import run
kernels.FORKS = kernels.FORKS and sys.argv[6] == "True"
signal.signal(signal.SIGINT, signal.default_int_handler)  # which a run of tests in the background has not
run(Path(sys.argv[1]), Access(port=int(sys.argv[2])), json.loads(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]), False)
"""
NOTEBOOKS = {
    "stille": ["1"],
    "fejl": [f"person = '{PLANTED}'\nraise ValueError(person)"],
    "snak": [
        f"import logging, os, sys, warnings\nos.write(1, b'{PLANTED}'); os.write(2, b'{PLANTED}')\n"
        f"sys.__stderr__.write('{PLANTED}'); logging.error('{PLANTED}'); warnings.warn('{PLANTED}')"
    ],
    "miljoe": [
        "import json, os\nfrom IPython.display import HTML\nHTML('<p id=told>' + json.dumps(dict(os.environ)).replace('<', '') + '</p>')"
    ],
    "tekst": ["from IPython.display import SVG, display\ndisplay(SVG('<svg><title>Et trin</title></svg>'))\n'op'"],
    "fremmed": [
        "import ipywidgets as w\nfrom traitlets import Unicode\nclass Other(w.DOMWidget):\n"
        "    _model_module = _view_module = Unicode('ukendt').tag(sync=True)\n"
        "    _view_name = Unicode('Other').tag(sync=True)\nOther()"
    ],
    "mappe/sted": ["import os\nos.path.basename(os.getcwd())"],
    "knap": [
        "import ipywidgets as w\nb = w.Button(description='Tryk')\n"
        f"def fail(_):\n    b.description = 'Trykket'\n    raise ValueError('{PLANTED}')\nb.on_click(fail)\nb"
    ],
}


class Site:
    """A running server on notebooks of its own, and a visitor with or without the key."""

    def __init__(self, process: subprocess.Popen, address: str, key: str, folder: Path, sockets: Path):
        self.process, self.address, self.key, self.folder, self.sockets = process, address, key, folder, sockets
        self.cookie = let_in(address, key)

    def ask(self, path: str, *, method: str = "GET", key: bool = True, **headers: str) -> tuple[HTTPResponse, str]:
        """The answer and its text."""
        connection = HTTPConnection(urlparse(self.address).netloc, timeout=PATIENCE_SECONDS)
        cookie = {"Cookie": f"{self.cookie['name']}={self.cookie['value']}"} if key else {}
        connection.request(method, path, headers=cookie | {name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        text = "" if answer.status == 101 else answer.read().decode()
        if answer.status != 101:
            connection.close()
        return answer, text

    def status(self, path: str, **asked) -> int:
        return self.ask(path, **asked)[0].status

    def kernels(self) -> list[int]:
        """The processes of its kernels."""
        folder = str(self.sockets).encode()
        return [pid for pid in kernels() if folder in read(Path(f"/proc/{pid}/cmdline"))]

    def forkserver(self) -> int:
        """The process that its kernels are forked from."""
        children = [read(path).split() for path in Path(f"/proc/{self.process.pid}/task").glob("*/children")]
        (pid,) = (int(child) for child in chain(*children) if FORKSERVER in read(Path(f"/proc/{int(child)}/cmdline")))
        return pid

    def log(self) -> str:
        return (self.folder / "log.txt").read_text(encoding="utf-8")


def read(path: Path) -> bytes:
    """The file of a process, or nothing when it has gone."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def kernels() -> list[int]:
    """The processes of all kernels of this machine, whether they were started or forked."""
    found = {int(path.parent.name): read(path) + read(path.parent / "comm") for path in Path("/proc").glob("[0-9]*/cmdline")}
    return [pid for pid, words in found.items() if b"ipykernel" in words or words.endswith(KERNEL_NAME.encode() + b"\n")]


def holds(pid: int) -> Iterator[str]:
    """What a process has open."""
    with suppress(FileNotFoundError):  # ended since
        for link in Path(f"/proc/{pid}/fd").iterdir():
            with suppress(FileNotFoundError):  # closed since
                yield os.readlink(link)


def becomes(true: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> bool:
    """True as soon as it is; False when it is not for so long."""
    deadline = time.monotonic() + seconds
    while not (found := true()) and time.monotonic() < deadline:
        time.sleep(0.2)
    return found


@contextmanager
def served(
    folder: Path,
    pages: int = 12,
    ready: int = 0,
    idle: int = LATER_SECONDS,
    told: Mapping = NOTHING,
    environment: Mapping = NOTHING,
    forks: bool = True,
) -> Iterator[Site]:
    """A server as `visitation serve` runs it, on the notebooks above; a kernel without a page is kept for `idle` seconds.

    Without `forks` it starts every kernel on its own, as on a system that is not fit for forking."""
    (folder / "notebooks" / "mappe").mkdir(parents=True)
    for name, cells in NOTEBOOKS.items():
        book = nbformat.v4.new_notebook(metadata={"kernelspec": PYTHON}, cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        nbformat.write(book, folder / "notebooks" / f"{name}.ipynb")
    (folder / "widgets").symlink_to(ROOT / "widgets")
    config = json.loads((ROOT / "voila.json").read_text()) | {"Kernels": {"cull_idle_timeout": idle, "cull_interval": 1}}
    (folder / "voila.json").write_text(json.dumps(config), encoding="utf-8")
    told = {"REGISTER": f"sqlite:///{folder}/register.sqlite", **told}
    command = [sys.executable, "-c", SERVE, str(folder), str(free_port()), json.dumps(told), str(pages), str(ready), str(forks)]
    with (
        TemporaryDirectory(prefix="vb") as sockets,  # a socket's name may be about 100 characters long
        open(folder / "log.txt", "w", encoding="utf-8") as log,
        started(command, {"TMPDIR": sockets, **environment}, log=log) as server,
    ):
        address, _, key = server.stdout.readline().split()[1].partition("/?token=")
        yield Site(server, address, key, folder, Path(sockets))
