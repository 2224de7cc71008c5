"""Those that are measured: the dashboards behind `visitation serve`, and a notebook with one button behind plain Voila."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
import psutil

from tests.browser.conftest import HOST, free_port, let_in, started
from visitation.serve.forkserver import KERNEL_NAME

READY = 2  # kernels, on both sides
PATIENCE_SECONDS = 120
QUIET_SECONDS, QUIET_SHARE = 0.4, 0.05  # a server rests when it uses less than this share of a processor for this long
BLANK = """import ipywidgets

button = ipywidgets.Button(description="Tryk")
button.on_click(lambda _: setattr(button, "description", "Trykket"))
button"""
# Closed pages take their kernels along here as well; plain Voila leaves them behind, and a full machine is slow.
TIDY = "--Voila.tornado_settings={'disable_check_xsrf': True}"


class RestlessError(Exception):
    """A server has too many kernels, too few, or no end of work."""


@dataclass(frozen=True)
class Served:
    """A server: its process, its address, the cookie that opens it, and how many kernels wait when it rests."""

    process: psutil.Process
    address: str
    cookie: dict | None
    ready: int

    def kernels(self) -> list[psutil.Process]:
        """The kernels that run, those that wait included."""
        return [each for each in self.process.children(recursive=True) if _is_kernel(each)]

    def rest(self, open_pages: int = 0) -> None:
        """Waits until as many kernels run as should, and nobody works; RestlessError when that does not come."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while len(self.kernels()) != self.ready + open_pages or self._works():
            if time.monotonic() > deadline:
                raise RestlessError(f"{self.address}: {len(self.kernels())} kernels, not {self.ready + open_pages} at rest")

    def _works(self) -> bool:
        """True while the server or a kernel uses a processor, or waits for one."""
        before = self._busy()
        time.sleep(QUIET_SECONDS)
        return any(map(_runs, self.kernels())) or (self._busy() - before) / QUIET_SECONDS > QUIET_SHARE

    def _busy(self) -> float:
        return sum(_seconds(each) for each in [self.process, *self.kernels()])


def _is_kernel(process: psutil.Process) -> bool:
    try:
        return process.name() == KERNEL_NAME or "ipykernel_launcher" in process.cmdline()
    except psutil.Error:
        return False


def _runs(process: psutil.Process) -> bool:
    try:
        return process.status() == psutil.STATUS_RUNNING
    except psutil.Error:
        return False


def _seconds(process: psutil.Process) -> float:
    try:
        return sum(process.cpu_times()[:2])
    except psutil.Error:
        return 0.0


@contextmanager
def all_served(register: str, folder: Path) -> Iterator[dict[str, Served]]:
    """All four by name: blank and ours, cold and ready."""
    with ExitStack() as stack:
        found = {f"blank {name}": stack.enter_context(blank(folder / name, ready)) for name, ready in (("cold", 0), ("ready", READY))}
        for name, ready in (("cold", 0), ("ready", READY)):
            found[f"ours {name}"] = stack.enter_context(ours(register, ready))
        yield found


@contextmanager
def ours(register: str, ready: int) -> Iterator[Served]:
    """`visitation serve` with so many kernels that wait."""
    command = [sys.executable, "-m", "visitation.cli", "serve", f"--port={free_port()}", "--no-browser"]
    with started([*command, f"--register={register}", f"--ready={ready}"], {}) as process:
        said = process.stdout.readline()
        if "/?token=" not in said:
            raise RuntimeError(said + process.stdout.read())
        address, _, key = said.split()[1].partition("/?token=")
        yield Served(psutil.Process(process.pid), address, let_in(address, key), ready)


@contextmanager
def blank(folder: Path, ready: int) -> Iterator[Served]:
    """Plain Voila with one notebook that holds one button; with its own pool of kernels that have run the notebook when `ready`."""
    folder.mkdir()
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(BLANK)])
    book.metadata.kernelspec = {"name": "python3", "language": "python", "display_name": "Python 3"}
    nbformat.write(book, folder / "blank.ipynb")
    port = free_port()
    pool = ["--preheat_kernel=True", f"--pool_size={ready}"] if ready else []
    command = [sys.executable, "-m", "voila", str(folder), "--no-browser", f"--Voila.ip={HOST}", f"--port={port}", TIDY, *pool]
    with started(command, {}, folder) as process:  # elsewhere than our own configuration lies
        yield listening(process, port, ready)


def listening(process: subprocess.Popen, port: int, ready: int = 0) -> Served:
    """A server that others than us have written, as soon as it answers; RuntimeError when it does not."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return Served(psutil.Process(process.pid), f"http://{HOST}:{port}", None, ready)
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"{process.args[0]} does not start")
        time.sleep(0.1)
