"""The process that kernels are forked from: it has rehearsed, so that none of them needs to, and they share what it has read.

Run by the server, with one end of a line to it as standard input. It forks once for every request and is no kernel itself; when the line
ends, so does it, and its kernels with it."""

import json
import os
import signal
import socket
import sys
import time
from contextlib import suppress
from importlib import import_module
from select import select
from typing import NoReturn

KERNEL = (  # what a kernel imports when it begins
    "ipykernel.kernelapp", "ipykernel.debugger", "IPython.core.completerlib", "IPython.core.logger", "IPython.core.oinspect",
    "IPython.extensions.storemagic", "psutil", "tornado.platform.asyncio",
)  # fmt: skip
KERNEL_NAME = "vb-kernel"
KEEP_UP_SECONDS = 30  # so long at most, and a second or two, it remembers what has been forgotten
MOST_BYTES = 2**16
ENDS_WITH = "--IPKernelApp.parent_handle={}"


def main(line: socket.socket) -> None:
    """Answers requests, also between the steps of the rehearsal, until the server is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system buries the kernels; the server sees for itself that they are gone
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in KERNEL:
        import_module(name)
    rehearsal = import_module("widgets.rehearsal")
    work = rehearsal.steps()
    while True:
        for _ in work:
            _answer(line, 0)
        rest = time.monotonic() + KEEP_UP_SECONDS
        while (left := rest - time.monotonic()) > 0:
            _answer(line, left)
        work = rehearsal.again()


def _answer(line: socket.socket, seconds: float) -> None:
    """Forks for the next request, if one comes within so many seconds; ends the process when the server is gone."""
    if not select([line], [], [], seconds)[0]:
        return
    said, handed = b"", []
    while not said.endswith(b"\n"):
        more, given, *_ = socket.recv_fds(line, MOST_BYTES, 1)
        if not more:
            sys.exit()
        said, handed = said + more, handed + given
    (alive,) = handed
    if os.fork() == 0:
        _become_kernel(line, alive, **json.loads(said))
    os.close(alive)


def _become_kernel(line: socket.socket, alive: int, argv: list[str], env: dict[str, str], cwd: str) -> NoReturn:
    """Goes on as a kernel that was started with this; `alive` is closed by the system when it ends, and that is how the server knows."""
    parent = os.getppid()
    os.setsid()
    with suppress(OSError), open("/proc/self/comm", "w", encoding="ascii") as name:  # Linux: what a list of processes calls it
        name.write(KERNEL_NAME)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.set_inheritable(alive, False)
    line.detach()
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    os.write(alive, str(os.getpid()).encode())
    app = import_module("ipykernel.kernelapp").IPKernelApp.instance()
    app.initialize([*argv, ENDS_WITH.format(parent)])
    import_module("ipywidgets").register_comm_target()  # as it does itself where it is imported by a kernel
    app.start()
    sys.exit()


if __name__ == "__main__":
    main(socket.socket(fileno=0))
