"""Run notebooks and store their outputs so that the same results give the same bytes.

Usage: python tools/refresh_notebooks.py [NOTEBOOK ...]   (default: every notebook under notebooks/)
"""

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config

from visitation.cli import main as visitation
from visitation.reports.run import TaskKernel, sockets
from visitation.reports.stored import clean, text

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"


def stored(folder: Path) -> list[Path]:
    """The notebooks under a folder in the order of their paths, without the editor's checkpoints."""
    return sorted(path for path in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)


def refresh(path: Path) -> bool:
    """Run one notebook and store it; True when its bytes changed."""
    before = path.read_bytes()
    notebook = nbformat.reads(before.decode("utf-8"), as_version=4)
    with tempfile.TemporaryDirectory() as private:
        NotebookClient(
            notebook,
            timeout=120,
            kernel_name="python3",
            kernel_manager_class=TaskKernel,
            record_timing=False,
            store_widget_state=False,
            resources={"metadata": {"path": str(path.parent)}},
            config=Config({"TaskKernel": sockets(private)}),
        ).execute()
    clean(notebook)
    after = text(notebook).encode("utf-8")
    path.write_bytes(after)
    return after != before


def refresh_all(paths: Iterable[Path]) -> None:
    """Run the notebooks on one freshly made sample register, saying which of them changed."""
    for name in ("MODEL", "TODAY", "QUERY_STRING"):  # what a dashboard shows must not depend on who refreshes it
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["REGISTER"] = f"sqlite:///{Path(folder).as_posix()}/demo.sqlite"
        if visitation(["demo", "--register", os.environ["REGISTER"]]) != 0:
            sys.exit("The sample register could not be made; no notebook was run.")
        for path in paths:
            print(f"{path.name}: {'changed' if refresh(path) else 'unchanged'}", flush=True)


if __name__ == "__main__":
    refresh_all([Path(name).resolve() for name in sys.argv[1:]] or stored(NOTEBOOKS))
