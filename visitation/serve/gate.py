"""The gate: every request passes here before any page is made, and whoever has no key gets no further.

The key comes once, in the address that is printed or opened. It is exchanged for a cookie, and the address is shown without it."""

from hmac import compare_digest
from secrets import token_urlsafe
from urllib.parse import urlencode

from tornado.httputil import HTTPServerRequest
from tornado.web import Application, HTTPError, RequestHandler, decode_signed_value
from voila.utils import create_include_assets_functions

from visitation.serve.access import Access

OPEN = "/voila/templates/"  # style and type of our own pages, also of the one that says no
PAGES = "/voila/render/"


class Gate(Application):
    """A web application behind a key.

    `key` opens as long as the server runs. A ticket opens once, because all users of a machine can read what a browser is started with."""

    def __init__(self, access: Access, **settings):
        self.access, self.key, self._tickets = access, token_urlsafe(), set()
        self.cookie = f"visitationsbordet-{access.port}"
        super().__init__(default_handler_class=Refusal, default_handler_args={"status": 404}, cookie_secret=token_urlsafe(), **settings)

    def ticket(self) -> str:
        """A key that opens once."""
        self._tickets.add(made := token_urlsafe())
        return made

    def fits(self, given: str) -> bool:
        """True for the key, and once for each ticket."""
        if given in self._tickets:
            self._tickets.remove(given)
            return True
        return compare_digest(given.encode(), self.key.encode())

    def find_handler(self, request: HTTPServerRequest, **options):
        """Who answers: the entrance to whoever brings a key, the page asked for to whoever has been let in, else a refusal."""
        if not self._from_here(request):
            return self.get_handler_delegate(request, Refusal, {"status": 403})
        if "token" in request.query_arguments:
            return self.get_handler_delegate(request, Entrance)
        if not (self._let_in(request) or request.path.startswith(OPEN)):
            return self.get_handler_delegate(request, Refusal, {"status": 403})
        return super().find_handler(request, **options)

    def _from_here(self, request: HTTPServerRequest) -> bool:
        """False when the server is called by a name it does not have, or by a page that is not its own."""
        names, origin = self.access.names, request.headers.get("Origin")
        scheme = "https" if self.access.private else "http"
        return (names is None or request.host_name in names) and origin in (None, f"{scheme}://{request.host}")

    def _let_in(self, request: HTTPServerRequest) -> bool:
        cookie = request.cookies.get(self.cookie)
        return cookie is not None and decode_signed_value(self.settings["cookie_secret"], self.cookie, cookie.value) is not None


class OurWords:
    """What goes wrong is said in words of ours and repeats nothing of what was asked; to be put before a handler."""

    def write_error(self, status_code: int, **_) -> None:
        """The error page of the template."""
        settings = self.settings
        pages = [f"{status_code}.html", "error.html"]
        assets = create_include_assets_functions(settings["voila"].voila_configuration.template, settings["base_url"])
        page = settings["voila_jinja2_env"].select_template(pages)
        self.finish(page.render(status_code=status_code, base_url=settings["base_url"], **assets))


class Refusal(OurWords, RequestHandler):
    """No, whatever was asked."""

    def initialize(self, status: int) -> None:
        """`status`: the HTTP status that says why."""
        self.status = status

    def prepare(self) -> None:
        """Ends the request."""
        raise HTTPError(self.status)

    def check_xsrf_cookie(self) -> None:
        """Nothing is done, so nothing is to be protected."""


class Entrance(OurWords, RequestHandler):
    """Takes the key, leaves a cookie that no script and no other site can use, and leads on to the same page without the key."""

    def get(self) -> None:
        """303 to the page; 403 for a key that does not fit."""
        gate = self.application
        if not gate.fits(self.get_query_argument("token")):
            raise HTTPError(403)
        cookie = {"httponly": True, "samesite": "Lax", "secure": gate.access.private}
        self.set_signed_cookie(gate.cookie, "1", expires_days=None, **cookie)
        asked = {name: self.get_query_arguments(name) for name in self.request.query_arguments if name != "token"}
        path = self.request.path if self.request.path.startswith(PAGES) else "/"  # an address like //host would lead to that host
        self.redirect(f"{path}?{urlencode(asked, doseq=True)}" if asked else path, status=303)
