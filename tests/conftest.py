"""Set-up of a test session: no test reaches a real register, and notebooks run on the sample register."""

import os
import tempfile
from pathlib import Path

import nbval.kernel
from hypothesis import settings
from jupyter_client.manager import KernelManager

from tests.registers import sample_file
from visitation.reports.run import sockets

# A busy machine is no failure; and a run that decides over a change must not depend on chance.
settings.register_profile("visitation", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("visitation")


class LocalKernel(KernelManager):
    """A notebook's kernel, talked to by files: a port that is free when it is chosen may be another's when the kernel begins, which then
    hangs (its iopub port) or ends (any other)."""

    def __init__(self, **options):
        self._private = tempfile.TemporaryDirectory(prefix="visitation-", ignore_cleanup_errors=True)
        super().__init__(**options, **sockets(self._private.name))


nbval.kernel.KernelManager = LocalKernel


def pytest_configure(config):
    """Point REGISTER at a file of this session; nothing of the developer's own environment decides what is shown."""
    folder = tempfile.TemporaryDirectory(prefix="visitation-", ignore_cleanup_errors=True)
    config.add_cleanup(folder.cleanup)
    os.environ["REGISTER"] = f"sqlite:///{Path(folder.name).as_posix()}/demo.sqlite"
    for name in ("MODEL", "TODAY", "QUERY_STRING"):
        os.environ.pop(name, None)


def pytest_collection_finish(session):
    """Make the sample register before the first notebook's kernel starts; a session without notebooks makes none."""
    notebooks = any(item.path.suffix == ".ipynb" for item in session.items)
    if not notebooks or session.config.option.collectonly:
        return
    sample_file(Path(os.environ["REGISTER"].removeprefix("sqlite:///")).parent)
