"""A publication shown live: which pages and files it has now, and each page made of its notebook when somebody asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from nbformat import NotebookNode

from visitation.disclosure import Archive
from visitation.disclosure.archive import MANIFEST
from visitation.errors import VisitationError
from visitation.model import load
from visitation.publishing.folder import DATA, SITE, STOCK, archives, read_site
from visitation.publishing.pages import Page, asked, html, pages_of

INDEX = "index.html"
STYLE = "site.css"


@dataclass(frozen=True)
class Live:
    """A published folder. What is asked for is looked up by its whole address, so that no address can lead out of the folder."""

    folder: Path

    @property
    def data(self) -> Path:
        """All that a kernel needs of the folder."""
        return self.folder / DATA

    def check(self) -> None:
        """VisitationError when nothing was published there, or it is not whole, or not as it was published."""
        pages, files = self._now()
        if STOCK not in archives(self.folder):
            raise VisitationError(f"{self.folder}: tabellen {STOCK} mangler; kør visitation publish igen.")
        missing = [name for name, path in files.items() if not path.is_file() or self.folder not in path.resolve().parents]
        if missing or STYLE not in files or not pages:
            raise VisitationError(f"{self.folder}: {(missing or [STYLE])[0]} mangler; kør visitation publish igen.")

    def page(self, address: str) -> Page | None:
        """The page at an address within the site, None where there is none; an address of a folder leads to its first page."""
        return self._now()[0].get(f"{address}{INDEX}" if not address or address.endswith("/") else address)

    def file(self, address: str) -> bytes | None:
        """A file beside the pages, as it was published; None where there is none."""
        path = self._now()[1].get(address)
        return path.read_bytes() if path else None

    def notebook(self, page: Page) -> NotebookNode:
        """The page's notebook, told what it is to show."""
        return asked(page, self.folder)

    def html(self, notebook: NotebookNode) -> str:
        """The page of a notebook that has been run."""
        return html(notebook)

    def _now(self) -> tuple[dict[str, Page], dict[str, Path]]:
        """The pages and the files by address; a publication that comes later is seen."""
        path = self.folder / DATA / SITE
        return _read(self.folder, path.stat().st_mtime_ns if path.exists() else 0)


@lru_cache(maxsize=1)
def _read(folder: Path, _changed: int) -> tuple[dict[str, Page], dict[str, Path]]:
    site = read_site(folder)
    pages = {f"{page.folder}{page.name}.html": page for page in pages_of([load(unit, site.on) for unit in site.units])}
    tables = {f"{DATA}/{name}/{file}" for name, archive in archives(folder).items() for file in _files(archive)}
    names = [*(name for name in site.files if name not in pages), *tables, f"{DATA}/{SITE}"]
    return pages, {name: folder / name for name in names}


def _files(archive: Archive) -> list[str]:
    return [MANIFEST, *(edition.file for edition in archive.editions)]
