"""Kernels: no more than the machine can carry, none that nobody looks at, and none that says anything to the log."""

from pathlib import Path
from subprocess import DEVNULL

from jupyter_server._tz import utcnow
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager, ServerKernelManager
from tornado.web import HTTPError
from traitlets import Dict, Integer, default

from visitation.serve.environment import scrubbed, without_password

ABANDONED_SECONDS = 40  # with the interval below 60: so long at most does a kernel outlive a browser that crashed
LOOK_EVERY_SECONDS = 10


class Kernel(ServerKernelManager):
    """One kernel: told what a dashboard needs and no secret, and heard by its page alone."""

    async def _async_launch_kernel(self, kernel_cmd: list[str], **options) -> None:
        told = without_password(self.parent.told, options["env"], Path(self.connection_file).parent)
        options |= {"env": scrubbed(options["env"]) | told, "stdout": DEVNULL, "stderr": DEVNULL}
        await super()._async_launch_kernel(kernel_cmd, **options)


class Kernels(AsyncMappingKernelManager):
    """All kernels of the server, those that are being started included.

    `told`: what the dashboards are told, as environment. `most`: how many there may be. A kernel goes when its page says good-bye, and
    also without a good-bye, soon after its page is gone."""

    told = Dict(config=True)
    most = Integer(config=True)

    def __init__(self, **options):
        super().__init__(**options)
        self._starting: set[str] = set()

    @default("kernel_manager_class")
    def _kernel(self) -> str:
        return f"{__name__}.{Kernel.__name__}"

    @default("cull_idle_timeout")
    def _timeout(self) -> int:
        return ABANDONED_SECONDS

    @default("cull_interval")
    def _interval(self) -> int:
        return LOOK_EVERY_SECONDS

    @default("cull_busy")
    def _busy(self) -> bool:
        return True  # a page that is gone waits for no answer

    def full(self) -> bool:
        """True when one more kernel would be one too many."""
        return len(self._kernels.keys() | self._starting) >= self.most

    async def start_kernel(self, **options) -> str:
        """The id of a new kernel; 503, and with it the page that says so, when there are as many as there may be."""
        if self.full():
            raise HTTPError(503)
        kernel_id = options.setdefault("kernel_id", self.new_kernel_id())
        self._starting.add(kernel_id)
        try:
            return await super().start_kernel(**options)
        finally:
            self._starting.discard(kernel_id)

    def touch(self, kernel_id: str) -> None:
        """Counts the time without a page from now; for whoever hands a kernel over that was started before it was asked for."""
        if kernel_id in self:
            self.get_kernel(kernel_id).last_activity = utcnow()

    def notify_disconnect(self, kernel_id: str) -> None:
        """A page has gone, or the network has; it may come back."""
        super().notify_disconnect(kernel_id)
        self.touch(kernel_id)
