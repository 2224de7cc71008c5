"""Kernels that are forked, where the system is fit for it, from a process that has rehearsed: ready at once, most memory shared."""

import asyncio
import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from select import select
from typing import Any

from jupyter_client.provisioning import LocalProvisioner

FORKS = sys.platform == "linux"  # macOS can fork, but its own libraries do not bear it
CONNECTION = "-f"  # what a kernel is started with, from here on, is told to one that is forked
NUMBER_BYTES = 32


class ForkServer:
    """The process that kernels are forked from, and the line to it. It is started when it is first needed, and again when it has died.

    `environment`: what it is told, and nothing else; `folder`: where the kernels' sockets lie, named so that a list of processes tells
    whose it is."""

    def __init__(self, environment: Mapping[str, str], folder: str):
        self._environment, self._folder = dict(environment), folder
        self._process: subprocess.Popen | None = None
        self._turn = asyncio.Lock()

    def start(self) -> None:
        """Starts it, unless it runs."""
        if self._process is not None and self._process.poll() is None:
            return
        self._line, theirs = socket.socketpair()
        command = [sys.executable, "-m", "visitation.serve.forkserver", self._folder]
        with theirs:
            self._process = subprocess.Popen(
                command, stdin=theirs, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self._environment, start_new_session=True
            )

    async def fork(self, argv: Sequence[str], env: Mapping[str, str], cwd: str) -> "Fork":
        """A kernel with these arguments, environment and folder; OSError when there is none to be had."""
        async with self._turn:
            return await asyncio.to_thread(self._fork, json.dumps({"argv": argv, "env": env, "cwd": cwd}).encode() + b"\n")

    def _fork(self, request: bytes) -> "Fork":
        for _ in range(2):  # it may have died since, and then another is started
            self.start()
            alive, theirs = os.pipe()
            with suppress(OSError):
                socket.send_fds(self._line, [request], [theirs])
            os.close(theirs)
            if pid := os.read(alive, NUMBER_BYTES):
                return Fork(int(pid), alive)
            os.close(alive)
        raise ChildProcessError("no kernel can be forked")

    def close(self) -> None:
        """Ends it."""
        if self._process is not None:
            self._line.close()
            self._process.kill()
            self._process.wait()


class Fork:
    """A forked kernel, with what a provisioner asks of a process; `alive` is read to its end when the process has ended."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int, alive: int):
        self.pid, self._alive = pid, alive

    def poll(self) -> int | None:
        """None while it runs; how it ended is not known."""
        if self._alive is None:
            return 0
        if not select([self._alive], [], [], 0)[0]:
            return None
        os.close(self._alive)
        self._alive = None
        return 0

    wait = poll

    def send_signal(self, number: int) -> None:
        """Sends it a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)


class Forked(LocalProvisioner):
    """Starts a kernel by forking it."""

    def __init__(self, server: ForkServer, **options: Any):
        super().__init__(**options)
        self._server = server

    async def launch_kernel(self, cmd: list[str], *, env: Mapping[str, str], cwd: str, **_: Any) -> dict[str, Any]:
        """How to connect to it."""
        self.process = await self._server.fork(cmd[cmd.index(CONNECTION) :], env, cwd)
        self.pid = self.pgid = self.process.pid
        return self.connection_info
