"""Kernels of the public pages: each makes one page out of protected numbers, and is gone when the page is made."""

import asyncio
import shutil
from pathlib import Path
from subprocess import DEVNULL
from tempfile import mkdtemp

from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from tornado.web import HTTPError
from traitlets import Bool, List, default
from voila.execute import VoilaExecutor

from visitation.serve.environment import scrubbed
from visitation.serve.kernels import Kernels
from visitation.serve.public_box import boxed

PAGE_SECONDS = 90
REGISTERS = "PG"  # what a PostgreSQL client goes by: nothing for a kernel that knows no register


class PublicKernel(ServerKernelManager):
    """One kernel, in a folder of its own and in a box where there is one; it is told nothing, and nothing it prints is kept."""

    async def _async_pre_start_kernel(self, **options) -> tuple:
        self.connection_file = str(Path(mkdtemp(dir=Path(self.connection_file).parent), "k.json"))
        return await super()._async_pre_start_kernel(**options)

    async def _async_launch_kernel(self, kernel_cmd: list[str], **options) -> None:
        own = Path(self.connection_file).parent
        known = {name: value for name, value in scrubbed(options["env"]).items() if not name.startswith(REGISTERS)}
        options |= {"env": known | {"HOME": str(own), "TMPDIR": str(own)}, "cwd": str(own), "stdout": DEVNULL, "stderr": DEVNULL}
        command = boxed(kernel_cmd, map(Path, self.parent.readable), own) if self.parent.in_box else kernel_cmd
        await super()._async_launch_kernel(command, **options)

    async def _async_cleanup_resources(self, restart: bool = False) -> None:
        await super()._async_cleanup_resources(restart)
        if not restart:
            shutil.rmtree(Path(self.connection_file).parent, ignore_errors=True)


class PublicKernels(Kernels):
    """All kernels of the public server. `readable`: the folders that a boxed kernel sees; `in_box`: whether boxes can be made here.

    No message of a visitor reaches a kernel: the pages need none, and so there is no door for them."""

    readable = List(config=True)
    in_box = Bool(config=True)
    forks = None  # a kernel for everybody shares nothing with another

    @default("kernel_manager_class")
    def _kernel(self) -> str:
        return f"{__name__}.{PublicKernel.__name__}"

    async def run(self, notebook):
        """The notebook, run in a kernel of its own; 503 when there are as many as there may be, or when it takes too long."""
        kernel_id = await self.start_kernel(kernel_name="python3")
        try:
            async with asyncio.timeout(PAGE_SECONDS):
                return await self._executed(notebook, kernel_id)
        except TimeoutError:
            raise HTTPError(503) from None
        finally:
            await self.shutdown_kernel(kernel_id, now=True)

    async def _executed(self, notebook, kernel_id: str):
        executor = VoilaExecutor(notebook, km=self.get_kernel(kernel_id))
        executor.kc = await executor.async_start_new_kernel_client()
        try:
            for place, cell in enumerate(notebook.cells):
                await executor.async_execute_cell(cell, place, store_history=False)
        finally:
            executor.kc.stop_channels()
        return notebook
