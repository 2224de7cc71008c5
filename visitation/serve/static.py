"""Files as a browser keeps them: for good when their address says which content it is, else asked about each time; packed once."""

import re
from dataclasses import dataclass
from functools import cache
from gzip import compress
from hashlib import sha256
from pathlib import Path

from tornado.web import StaticFileHandler

HASHED = re.compile(r"[.-][0-9a-f]{8,}\.\w+$")  # as bundlers write the content into a name: 528.d9f5934c.js
PACKED = {".js", ".css", ".svg", ".json", ".txt"}  # fonts and pictures are packed already
FOR_GOOD, ASKED_ABOUT = "max-age=31536000, immutable", "no-cache"


@dataclass(frozen=True)
class Content:
    """What is sent of a file, and which content it is."""

    sent: bytes
    version: str
    packed: bool


@cache
def content(path: str, stamp: float, packed: bool) -> Content:  # noqa: ARG001 the stamp makes a changed file another one
    """A file's content, gzipped when that is asked for."""
    raw = Path(path).read_bytes()
    version = sha256(raw).hexdigest()
    return Content(compress(raw, mtime=0), f"{version}-gzip", True) if packed else Content(raw, version, False)


def prepare(file: Path) -> None:
    """Packs a file before anybody asks for it: a large one takes its time."""
    content(str(file), float(int(file.stat().st_mtime)), True)


class Kept:
    """To be put before a handler of files."""

    def set_headers(self) -> None:
        """How long it is kept, and that it is packed."""
        super().set_headers()
        known = "v" in self.request.arguments or HASHED.search(self.request.path)
        self.set_header("Cache-Control", FOR_GOOD if known else ASKED_ABOUT)
        self.clear_header("Expires")
        self.set_header("Vary", "Accept-Encoding")
        if self._content().packed:
            self.set_header("Content-Encoding", "gzip")

    def compute_etag(self) -> str:
        """One for each content, and another when it is packed."""
        return f'"{self._content().version}"'

    def get_content_size(self) -> int:
        """Of what is sent."""
        return len(self._content().sent)

    def get_content(self, abspath: str, start: int | None = None, end: int | None = None) -> bytes:
        """What is sent, or a part of it."""
        return self._content().sent[start:end]

    def _content(self) -> Content:
        """Packed when the browser can unpack and there is something to gain."""
        packs = "gzip" in self.request.headers.get("Accept-Encoding", "") and Path(self.absolute_path).suffix in PACKED
        return content(self.absolute_path, self.modified.timestamp(), packs)


def kept(kind: type) -> tuple[type, ...]:
    """What is to be put before a handler: nothing unless it serves files."""
    return (Kept,) if issubclass(kind, StaticFileHandler) else ()
