"""What the public server needs of a publication; it knows of none itself."""

from pathlib import Path
from typing import Any, Protocol


class Site(Protocol):
    """A publication: what lies at an address, and how a page is made of its notebook."""

    folder: Path

    @property
    def data(self) -> Path:
        """All that a kernel needs of the folder."""

    def check(self) -> None:
        """VisitationError when it cannot be shown."""

    def page(self, address: str) -> Any | None:
        """The page at an address within the site, None where there is none."""

    def file(self, address: str) -> bytes | None:
        """The file at an address within the site, None where there is none."""

    def notebook(self, page: Any) -> Any:
        """The page's notebook, to be run."""

    def html(self, notebook: Any) -> str:
        """The page of a notebook that has been run."""
