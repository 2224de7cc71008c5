"""One kernel: started for a page, or before anybody asks and handed over to a page later."""

import asyncio
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from queue import Empty
from subprocess import DEVNULL
from typing import Any

from jupyter_server.services.kernels.kernelmanager import ServerKernelManager

from visitation.serve.environment import scrubbed
from visitation.serve.forked import Forked

REHEARSAL = "from widgets.rehearsal import rehearse; rehearse()"
ANSWER_SECONDS = 120  # a rehearsal takes 2 to 3 seconds, and much longer on a machine that is busy
LOOK_SECONDS = 1  # how long a dead kernel may pass for a silent one
HEARD_SECONDS = 0.2  # an answer that was said before anybody listened is asked for again


class Kernel(ServerKernelManager):
    """Told what a dashboard needs and no secret, and heard by its page alone."""

    def client(self, **options: Any) -> Any:
        """What a page is made through: a client of Jupyter's that is ready as soon as `answers` says so."""
        client = super().client(**options)
        client.wait_for_ready = partial(answers, client)
        return client

    async def start_kernel(self, **options) -> None:
        """Starts it, unless it was started before its page was known."""
        if not self.has_kernel:
            if forks := self.parent.forks:
                self.provisioner = Forked(forks, parent=self, kernel_spec=self.kernel_spec)
            await super().start_kernel(**options)

    async def rehearse(self) -> bool:
        """Starts it and does what can be done before its page is known; False when it could not."""
        await self.start_kernel(env=os.environ, cwd=self.parent.root_dir)
        self._asked = self.client()
        self._asked.start_channels(iopub=False, stdin=False, hb=False, control=False)
        return await self._does("" if self.parent.forks else REHEARSAL)

    async def hand_over(self, *, env: Mapping[str, str], path: str, **_) -> bool:
        """Tells it what a kernel started for the page would have been told, and lets go of it; False when it could not be told."""
        folder = self.parent.cwd_for_path(path)
        told = await self._does(f"import os; os.chdir({folder!r}); os.environ.update({self._told(env)!r})")
        self._asked.stop_channels()
        return told

    async def _does(self, code: str) -> bool:
        self._asked.execute(code, silent=True)
        async with asyncio.timeout(ANSWER_SECONDS):
            while await self.is_alive():
                with suppress(Empty):
                    return (await self._asked.get_shell_msg(timeout=LOOK_SECONDS))["content"]["status"] == "ok"
        return False

    def _told(self, environment: Mapping[str, str]) -> dict[str, str]:
        """All that it knows of the server's environment, and what the dashboards are told."""
        return scrubbed(environment) | self.parent.given

    async def _async_launch_kernel(self, kernel_cmd: list[str], **options) -> None:
        options |= {"env": self._told(options["env"]), "stdout": DEVNULL, "stderr": DEVNULL}
        await super()._async_launch_kernel(kernel_cmd, **options)


async def answers(client: Any, timeout: float | None = None) -> None:
    """Until the client's kernel answers and is heard; RuntimeError when it is dead, TimeoutError after `timeout` seconds.

    Jupyter's own way waits for silence besides, a fifth of a second for every page. A page picks out the answers that are for it."""
    async with asyncio.timeout(timeout):
        while await client.is_alive():
            client.kernel_info()
            with suppress(Empty):
                await client.get_shell_msg(timeout=LOOK_SECONDS)
                await client.get_iopub_msg(timeout=HEARD_SECONDS)
                return
    raise RuntimeError("the kernel died")
