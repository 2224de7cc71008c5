"""Kernels that wait for a page: started and rehearsed before anybody asks, handed over once, and until then known to nobody."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from visitation.serve.log import logger


class Rehearsed(Protocol):
    """A kernel that can be made ready before its page is known."""

    async def rehearse(self) -> bool:
        """Starts it and does what can be done before anybody asks; False when that failed."""

    async def hand_over(self, **options: Any) -> bool:
        """Tells it what a kernel started with these options would have been told; False when it cannot be told."""

    async def shutdown_kernel(self, now: bool) -> None:
        """Ends it."""


class Ready:
    """The kernels that wait, the one in the making included; `make` gives a new one that has not been started."""

    def __init__(self, make: Callable[[], Rehearsed]):
        self._make = make
        self._waiting: dict[Rehearsed, asyncio.Task[bool]] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, then: Callable[[], None]) -> None:
        """Makes one more, unless one is in the making, and calls `then` when it is ready."""
        if all(task.done() for task in self._waiting.values()):
            kernel = self._make()
            self._waiting[kernel] = asyncio.ensure_future(_done(kernel, kernel.rehearse()))
            self._waiting[kernel].add_done_callback(lambda made: then() if made.result() else self._waiting.pop(kernel, None))

    async def take(self, **options: Any) -> Rehearsed | None:
        """The kernel that has waited longest, or else the one in the making when it is ready; None when there is none.

        It has been told the options of its page, and nobody else gets it."""
        while self._waiting:
            kernel = next(iter(self._waiting))
            if await self._waiting.pop(kernel) and await _done(kernel, kernel.hand_over(**options)):
                return kernel
        return None

    async def close(self) -> None:
        """Ends them all; also from another loop, as a server that has been stopped does."""
        for kernel in self._waiting:
            await kernel.shutdown_kernel(now=True)


async def _done(kernel: Rehearsed, work: Awaitable[bool]) -> bool:
    """True when the kernel has done it; a kernel that has not is ended."""
    failure = None
    try:
        if await work:
            return True
    except Exception as error:  # whatever it was, the page can be made in another kernel
        failure = error
    logger.warning("en kerne, der ventede, blev kasseret", exc_info=failure)
    await kernel.shutdown_kernel(now=True)
    return False
