"""What the public server answers: the pages and files of one publication, to everybody, and nothing else to anybody."""

import mimetypes

from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import Application, HTTPError, RequestHandler

from visitation.serve.gate import Gate, OurWords, Refusal
from visitation.serve.headers import HEADERS, Sealed
from visitation.serve.public_site import Site

POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
PUBLIC = HEADERS | {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    "Referrer-Policy": "no-referrer",
}
KEPT = "public, max-age=60"  # for a proxy in front: the same page need not be made for each reader


class Open(Gate):
    """The gate without a key: whoever calls the server by its name is let in, and no cookie is ever set."""

    def find_handler(self, request: HTTPServerRequest, **options):
        """The page asked for; a refusal to a page that is not the server's own."""
        if not self._from_here(request):
            return self.get_handler_delegate(request, Refusal, {"status": 403})
        return Application.find_handler(self, request, **options)


class Shown(OurWords, RequestHandler):
    """A file as it was published, or a page made now."""

    def initialize(self, site: Site) -> None:
        """`site`: the publication."""
        self.site = site

    async def get(self, address: str) -> None:
        """404 where nothing was published, 503 when more ask at once than the server can make pages for."""
        if (file := self.site.file(address)) is not None:
            kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
            return self._answer(file, kind)
        if (page := self.site.page(address)) is None:
            raise HTTPError(404)
        notebook = await self.settings["kernel_manager"].run(self.site.notebook(page))
        return self._answer(self.site.html(notebook).encode(), "text/html")

    def _answer(self, content: bytes, kind: str) -> None:
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.set_header("Cache-Control", KEPT)
        self.finish(content)


class PublicSealed(Sealed):
    """Puts the headers of the public pages on every answer: no script may run at all."""

    def transform_first_chunk(self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool) -> tuple:
        """The answer as it was, with our headers."""
        headers.update(PUBLIC)
        return status_code, headers, chunk
