"""All kernels: no more than the machine can carry, none that nobody looks at, and some that wait for a page."""

import os
from functools import cached_property
from pathlib import Path

from jupyter_server._tz import utcnow
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.ioloop import IOLoop
from tornado.web import HTTPError
from traitlets import Dict, Integer, default

from visitation.serve.environment import scrubbed, without_password
from visitation.serve.forked import FORKS, ForkServer
from visitation.serve.kernel import Kernel
from visitation.serve.ready import Ready

ABANDONED_SECONDS = 40  # with the interval below 60: so long at most does a kernel outlive a browser that crashed
LOOK_EVERY_SECONDS = 10
CALM_SECONDS = 2  # a page has its turn: from its first word to its kernel until it stands


class Kernels(AsyncMappingKernelManager):
    """All kernels of the server, those that are being started included.

    `told`: what the dashboards are told, as environment. `most`: how many there may be. `ready`: how many of them wait for a page; they
    are known here alone, so that no address leads to them. A kernel goes when its page says good-bye, and also without a good-bye, soon
    after its page is gone."""

    told = Dict(config=True)
    most = Integer(config=True)
    ready = Integer(config=True)

    def __init__(self, **options):
        super().__init__(**options)
        self._starting: set[str] = set()
        self._unheard: set[str] = set()  # started, and no page has spoken to them yet
        self._waiting = Ready(self._unasked)

    @default("kernel_manager_class")
    def _kernel(self) -> str:
        return f"{Kernel.__module__}.{Kernel.__name__}"

    @default("cull_idle_timeout")
    def _timeout(self) -> int:
        return ABANDONED_SECONDS

    @default("cull_interval")
    def _interval(self) -> int:
        return LOOK_EVERY_SECONDS

    @default("cull_busy")
    def _busy(self) -> bool:
        return True  # a page that is gone waits for no answer

    @cached_property
    def given(self) -> dict[str, str]:
        """What the dashboards are told, as environment of a kernel: without a password."""
        return without_password(self.told, os.environ, Path(self.connection_dir))

    @cached_property
    def forks(self) -> ForkServer | None:
        """What kernels are forked from; None where each is started on its own."""
        return ForkServer(scrubbed(os.environ) | self.given, self.connection_dir) if FORKS else None

    def prepare(self) -> None:
        """Begins with what can be done before anybody comes."""
        if self.forks:
            self.forks.start()
        self.fill()

    def room(self) -> int:
        """How many more pages can be opened; a kernel that waits stands in nobody's way."""
        return self.most - len(self._kernels.keys() | self._starting)

    def fill(self) -> None:
        """Makes kernels ready, one after the other, while there is room for them and no page is being made."""
        if not self._starting and not self._unheard and len(self._waiting) < min(self.ready, self.room()):
            self._waiting.add(then=self.fill)

    async def start_kernel(self, **options) -> str:
        """The id of a kernel for a page, ready or new; 503, and with it the page that says so, when there are as many as there may be."""
        if not self.room():
            raise HTTPError(503)
        kernel_id = options.setdefault("kernel_id", self.new_kernel_id())
        self._starting.add(kernel_id)
        try:
            handed = await self._waiting.take(**options)
            await super().start_kernel(**options, handed=handed)
            self._unheard.add(kernel_id)
            return kernel_id
        finally:
            self._starting.discard(kernel_id)

    def pre_start_kernel(self, kernel_name: str | None, options: dict) -> tuple[Kernel, str, str]:
        """The kernel to start: the one that is handed over, under the id that its page will know, or else a new one."""
        if (kernel := options.pop("handed", None)) is None:
            return super().pre_start_kernel(kernel_name, options)
        kernel.kernel_id = options.pop("kernel_id")
        return kernel, kernel.kernel_name, kernel.kernel_id

    def _unasked(self) -> Kernel:
        """A new kernel that no page has asked for."""
        return self.pre_start_kernel(None, {})[0]

    def notify_connect(self, kernel_id: str) -> None:
        """A page speaks to its kernel for the first time, or again."""
        super().notify_connect(kernel_id)
        self._settled(kernel_id)

    def notify_disconnect(self, kernel_id: str) -> None:
        """A page has gone, or the network has; it may come back, so that the time without a page counts from now."""
        super().notify_disconnect(kernel_id)
        if kernel_id in self:
            self.get_kernel(kernel_id).last_activity = utcnow()

    def remove_kernel(self, kernel_id: str) -> Kernel | None:
        """Forgets a kernel that has ended."""
        self._settled(kernel_id)
        return super().remove_kernel(kernel_id)

    def _settled(self, kernel_id: str) -> None:
        self._unheard.discard(kernel_id)
        IOLoop.current().call_later(CALM_SECONDS, self.fill)

    async def shutdown_all(self, now: bool = False) -> None:
        """Ends all, also those that wait."""
        self.ready = 0
        await self._waiting.close()
        if self.forks:
            self.forks.close()
        await super().shutdown_all(now=now)
