"""The documentation site as `make docs` builds it, read from a folder without a server and searched; and the login before nginx."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse, HTTPSConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from ssl import _create_unverified_context
from threading import Thread
from urllib.parse import urlparse

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import HOST, PHONE, ROOT
from tests.browser.test_deployment import EXAMPLES, NAME, nginx
from widgets.header import dashboards

PLACE = "    location / {\n"  # where the login is put in, as docs/install-linux.md says
DESK = {"width": 1280, "height": 800}
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
    "preload": False,
}  # a page of a folder may not fetch its styles
FETCHED = re.compile(r"<(?:script|img|iframe|source)[^>]+src=\"?(?!data:)([^\" >]+)|<link[^>]+href=\"?([^\" >]+)")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """The folder of a site that was built without a single warning."""
    folder = tmp_path_factory.mktemp("docs") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@contextmanager
def reading(browser: Browser, size: dict) -> Iterator[Page]:
    """A reader of the folder; at the end nothing was asked for outside it, and nothing went wrong."""
    page, wrong = browser.new_page(viewport=size), []
    page.on("request", lambda request: wrong.append(request.url) if urlparse(request.url).scheme not in ("file", "data") else None)
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    page.close()
    assert wrong == []


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_no_page_asks_another_server_for_anything(site):
    asked = {aim for page in pages(site) for pair in FETCHED.findall(page.read_text(encoding="utf-8")) for aim in pair if aim}
    assert len(pages(site)) > 30 and sorted(aim for aim in asked if urlparse(aim).scheme or aim.startswith("//")) == []
    styles = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    assert re.findall(r"url\([\"']?https?:[^)]*\)", styles) == []


def test_the_page_of_the_dashboards_has_every_tab_that_the_code_knows(site):
    said = (site / "reference" / "dashboards.html").read_text(encoding="utf-8")
    for name in dashboards("da"):
        below = said.split(f'<h2 id="{name}">')[1].split("<h2 ")[0]
        rows = below.count("<tr>") - below.count("<thead>")
        room = re.search(r"from widgets import (\w+)", (ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))[1]
        known = re.search(r"^TABS = \((.*)\)$", (ROOT / "widgets" / room / "state.py").read_text(encoding="utf-8"), re.MULTILINE)
        assert rows == (known[1].count('"') // 2 if known else 0), name


def test_the_site_is_read_and_searched_without_a_server(browser, site):
    with reading(browser, DESK) as page:
        page.goto((site / "index.html").as_uri())
        page.get_by_role("link", name="Hold et møde").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Hold et møde")
        assert page.locator("article [lang=da] h1").count() == 1
        search = page.get_by_role("textbox", name="Search")
        for word, where in {"kappa": "Dashboards", "fingeraftryk": "Hold et møde"}.items():
            search.clear()
            search.press_sequentially(word)  # the theme listens to keys
            expect(page.locator(".md-search-result__item").filter(has_text=where).first).to_be_visible()
        page.locator(".md-search-result__item a").filter(has_text="Hold et møde").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Hold et møde")


@pytest.mark.parametrize("name", ["tutorial-moede", "reference/commands", "reference/models/ringsted"])
def test_axe_finds_nothing_and_a_phone_reads_it_without_scrolling_sideways(browser, site, name):
    with reading(browser, DESK) as page:
        page.goto((site / f"{name}.html").as_uri())
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []
        page.set_viewport_size(PHONE)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@contextmanager
def answering(answer: type[BaseHTTPRequestHandler]) -> Iterator[int]:
    """The port of a small server."""
    server = ThreadingHTTPServer((HOST, 0), answer)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


class Login(BaseHTTPRequestHandler):
    """A login that knows one cookie."""

    def do_GET(self):
        """2xx to who is known, 401 to others; and a page to sign in on."""
        known = self.path != "/oauth2/auth" or "who=known" in self.headers.get("Cookie", "")
        self.send_response(202 if known else 401)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        """Nothing."""


class Dashboards(Login):
    """What lies behind."""

    def do_GET(self):
        """The same to everybody who comes."""
        self.send_response(200)
        self.send_header("Content-Length", "3")
        self.end_headers()
        self.wfile.write(b"her")


def asked(port: int, path: str, cookie: str = "") -> HTTPResponse:
    connection = HTTPSConnection(HOST, port, context=_create_unverified_context())
    connection.request("GET", path, headers={"Host": NAME, "Cookie": cookie})
    return connection.getresponse()


def test_nginx_lets_in_only_whom_the_login_knows(tmp_path):
    with answering(Login) as login, answering(Dashboards) as behind:
        asking = (EXAMPLES / "nginx-login.conf").read_text(encoding="utf-8").replace("127.0.0.1:4180", f"{HOST}:{login}")
        served = (EXAMPLES / "nginx-moede.conf").read_text(encoding="utf-8")
        example = tmp_path / "example.conf"
        example.write_text(served.replace(PLACE, f"{asking}{PLACE}        auth_request /oauth2/auth;\n", 1), encoding="utf-8")
        with nginx(str(example), tmp_path / "nginx", behind) as (private, _):
            turned = asked(private, "/voila/render/moede.ipynb")
            led = turned.headers["Location"].replace(f":{private}", "")
            assert (turned.status, led) == (302, f"https://{NAME}/oauth2/sign_in?rd=https://{NAME}/voila/render/moede.ipynb")
            assert asked(private, "/oauth2/sign_in").status == 202
            assert asked(private, "/", "who=known").read() == b"her"
            assert asked(private, "/oauth2/auth", "who=known").status == 404
