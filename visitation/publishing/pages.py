"""The pages: the public notebooks, run one after the other in one kernel that is told of the published folder and of no register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from papermill.iorw import load_notebook_node
from papermill.parameterize import parameterize_notebook
from traitlets.config import Config

from visitation.errors import VisitationError
from visitation.home import CODE, SHARED
from visitation.language import LANGUAGES
from visitation.model import Model
from visitation.publishing.folder import FILES, FRAME, place
from visitation.reports.run import TaskKernel, sockets

NOTEBOOKS, LOOKS = SHARED / "notebooks" / "offentlig", CODE / "widgets" / "published"
ICON = CODE / "widgets" / "theme" / "jupyter" / "voila" / "templates" / "visitationsbordet" / "static" / "favicon.svg"
STYLES = (CODE / "widgets" / "theme" / "tokens.css", LOOKS / "site.css")
TABS = {"index": "overblik"} | {name: name for name in ("trappen", "udvikling", "pejlemaerker", "metode", "tilgaengelighed")}
TOLD_NOTHING = {"REGISTER": "", "MODEL": "", "QUERY_STRING": ""}


@dataclass(frozen=True)
class Page:
    """A page to make: the notebook, the municipality's model, the language, and the folder in the site that it lies in."""

    name: str
    model: Model
    lang: str
    folder: str

    @property
    def parameters(self) -> dict[str, str]:
        """What the notebook is given besides the published folder."""
        return {"municipality": self.model.folder.as_posix(), "lang": self.lang}


def pages_of(models: Sequence[Model]) -> list[Page]:
    """The pages of a site."""
    units = [model.head.id for model in models]
    return [Page(name, model, lang, place(units, model.head.id, lang)) for model in models for lang in LANGUAGES for name in TABS]


def made(out: Path, models: Sequence[Model]) -> dict[str, bytes]:
    """Every file of the site besides its data, by its path.

    VisitationError when a notebook fails, with the sentence that it failed with."""
    style = "\n".join(path.read_text(encoding="utf-8") for path in STYLES)
    found = {"site.css": style.encode(), "favicon.svg": ICON.read_bytes()}
    wanted = pages_of(models)
    for page, notebook in zip(wanted, _run(out, wanted), strict=True):
        found[f"{page.folder}{page.name}.html"] = html(notebook).encode()
        found |= {page.folder + name: text.encode() for one in _bundles(notebook) for name, text in one.get(FILES, {}).items()}
    return found


def asked(page: Page, out: Path) -> nbformat.NotebookNode:
    """The notebook of a page, told what it is to show of which folder."""
    parameters = {"folder": str(out.resolve())} | page.parameters
    return parameterize_notebook(load_notebook_node(str(NOTEBOOKS / f"{TABS[page.name]}.ipynb")), parameters)


def html(notebook: nbformat.NotebookNode) -> str:
    """The page of a notebook that has been run."""
    frame = {key: value for one in _bundles(notebook) for key, value in one.get(FRAME, {}).items()}
    body = "\n".join(one["text/html"] for one in _bundles(notebook) if "text/html" in one)
    return Template((LOOKS / "page.html").read_text(encoding="utf-8")).substitute(frame, body=body)


def _bundles(notebook: nbformat.NotebookNode) -> list[dict[str, Any]]:
    return [output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", [])]


def _run(out: Path, pages: Sequence[Page]) -> Iterator[nbformat.NotebookNode]:
    with TemporaryDirectory() as private:
        client = NotebookClient(
            nbformat.v4.new_notebook(),
            kernel_name="python3",
            kernel_manager_class=TaskKernel,
            resources={"metadata": {"path": str(NOTEBOOKS)}},
            config=Config({"TaskKernel": {"told": TOLD_NOTHING} | sockets(private)}),
        )
        with client.setup_kernel():
            for page in pages:
                yield _executed(client, page, asked(page, out))


def _executed(client: NotebookClient, page: Page, notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    client.nb = notebook
    client.reset_execution_trackers()
    try:
        for at, cell in enumerate(client.nb.cells):
            client.execute_cell(cell, at)
    except CellExecutionError as error:
        raise VisitationError(f"{page.name}: {error.evalue}") from None
    return client.nb
