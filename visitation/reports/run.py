"""One run of a report, wherever it runs: a notebook and its parameters in, the run notebook and its page out."""

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import nbformat
import papermill
from jupyter_client import AsyncKernelManager
from papermill.exceptions import PapermillExecutionError
from traitlets import Dict
from traitlets.config import Config

from visitation.errors import ModelError, VisitationError
from visitation.reports.page import page
from visitation.reports.stored import clean, text

OURS = (VisitationError.__name__, ModelError.__name__)  # errors whose text is a sentence to show


class Task(NamedTuple):
    """What a worker needs to know, also on another machine: the notebook's text, its parameters, what its kernel is told, and where."""

    notebook: str
    parameters: dict
    environment: dict[str, str]
    folder: str


class Made(NamedTuple):
    """What came of it: the run notebook and its page, and the seconds it took."""

    notebook: str
    page: str
    seconds: float


class Failed(NamedTuple):
    """Why nothing came of it, in one sentence."""

    error: str


def make(task: Task) -> Made | Failed:
    """Runs the notebook in a kernel of its own; what the kernel dies of, or never begins for, is raised."""
    began = time.perf_counter()
    try:
        notebook = _executed(task)
    except PapermillExecutionError as error:
        return Failed(_sentence(error))
    clean(notebook)
    return Made(text(notebook), page(notebook), time.perf_counter() - began)


class TaskKernel(AsyncKernelManager):
    """A kernel that is told more than its parent is: an address may hold a password, which no parameter may."""

    told = Dict(config=True)

    async def start_kernel(self, **options) -> None:
        """Starts the kernel in an environment of its own; that of the process is shared by all its threads."""
        await super().start_kernel(env=os.environ | self.told, **options)


def _executed(task: Task) -> nbformat.NotebookNode:
    with TemporaryDirectory() as private:
        return papermill.execute_notebook(
            nbformat.reads(task.notebook, as_version=4),
            None,
            task.parameters,
            kernel_name="python3",
            progress_bar=False,
            resources={"metadata": {"path": task.folder}},  # papermill's cwd would move all threads of the process
            kernel_manager_class=TaskKernel,
            config=Config({"TaskKernel": {"told": task.environment} | sockets(private)}),
            shutdown_kernel="immediate",
        )


def sockets(private: str) -> dict[str, str]:
    """How a kernel is talked to: where the system can, by files in a folder of its own, not by ports that others can listen on."""
    return {"transport": "ipc", "connection_file": str(Path(private, "kernel.json"))} if os.name == "posix" else {}


def _sentence(error: PapermillExecutionError) -> str:
    if error.ename in OURS:
        return error.evalue
    return f"celle nr. {error.exec_count} fejlede ({error.ename}); kør notebooken i JupyterLab med de samme parametre for at se hvor"
