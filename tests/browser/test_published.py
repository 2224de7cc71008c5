"""The public pages in a real Chromium, from a folder and from a plain web server: for everybody, on a phone, enlarged and on paper."""

import re
import shutil
import sys
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import PHONE, free_port, running
from tests.published import SAMPLE
from visitation.model import load
from visitation.publishing.folder import read_site, write
from visitation.publishing.pages import TABS, made

PAGES = [f"{place}{name}.html" for place in ("", "en/", "ringsted/", "ringsted/en/") for name in TABS]
ENLARGED = {"width": 320, "height": 256}  # 1280 x 1024 at 400 %
DARK = 130  # of 255: grey that can be read on white
A4 = {"width": 680, "height": 960}  # pixels within margins of 15 mm
DOWNLOADED = "net::ERR_ABORTED"  # what becomes of a request whose answer is saved
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    out = tmp_path_factory.mktemp("offentlig") / "ud"
    shutil.copytree(SAMPLE, out)
    site = read_site(out)
    write(out, site, made(out, [load(unit) for unit in site.units]))
    return out


@pytest.fixture(scope="module")
def address(folder):
    """The site on a plain web server."""
    port = free_port()
    with running([sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(folder)], port, {}) as found:
        yield found


@pytest.fixture
def sheet(browser):
    """A page in a context of its own; it must ask for nothing but the site's own files and log no error."""
    context = browser.new_context(viewport=PHONE, locale="da-DK", java_script_enabled=True)
    opened, wrong = context.new_page(), []
    opened.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    opened.on("requestfailed", lambda request: wrong.append(request.url) if request.failure != DOWNLOADED else None)
    yield opened
    context.close()
    assert wrong == []


@pytest.mark.parametrize("size", [PHONE, ENLARGED], ids=["phone", "enlarged"])
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser, folder, page, size):
    context = browser.new_context(viewport=size, bypass_csp=True)  # axe is a script, and the page allows none
    opened = context.new_page()
    opened.goto((folder / page).as_uri())
    for summary in opened.locator("summary").all():
        summary.click()
    found = Axe().run(opened, options=RULES)
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found.response["violations"]] == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= size["width"]
    context.close()


def test_a_folder_and_a_web_server_show_the_same(sheet, folder, address):
    asked = []
    sheet.on("request", lambda request: asked.append(request.url))
    texts = []
    for base in ((folder.as_uri()), address):
        sheet.goto(f"{base}/index.html")
        texts.append(sheet.inner_text("main"))
        assert sheet.evaluate("getComputedStyle(document.body).fontSize") == "18px"
        assert sheet.context.cookies() == []
    assert texts[0] == texts[1]
    assert {url.rsplit("/", 1)[1] for url in asked} <= {"index.html", "site.css", "favicon.svg"}


def test_the_reader_walks_through_the_site_by_keyboard(sheet, folder):
    sheet.goto((folder / "index.html").as_uri())
    sheet.keyboard.press("Tab")
    assert sheet.evaluate("document.activeElement.className") == "vbo-skip"
    assert sheet.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    sheet.keyboard.press("Enter")
    assert sheet.evaluate("location.hash") == "#indhold"
    sheet.get_by_role("link", name="English").focus()
    with sheet.expect_navigation():
        sheet.keyboard.press("Enter")
    assert sheet.evaluate("document.documentElement.lang") == "en"
    sheet.locator("summary").first.focus()
    sheet.keyboard.press("Enter")
    assert sheet.locator("details").first.evaluate("one => one.open")


def test_a_journalist_takes_the_numbers_along(sheet, folder):
    sheet.goto((folder / "trappen.html").as_uri())
    with sheet.expect_download() as taken:
        sheet.get_by_role("link", name="Hent tallene (CSV)").first.click()
    assert taken.value.suggested_filename == "trappen.csv"


def test_headings_come_in_order_and_landmarks_are_there(sheet, folder):
    for page in PAGES:
        sheet.goto((folder / page).as_uri())
        levels = sheet.eval_on_selector_all("h1, h2, h3", "all => all.map(one => Number(one.tagName[1]))")
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), page
        assert all(sheet.locator(name).count() == 1 for name in ("header", "main", "footer"))
        assert sheet.locator("th:not([scope])").count() == 0


@pytest.mark.parametrize("page", ["index.html", "trappen.html", "udvikling.html", "pejlemaerker.html"])
def test_it_fits_on_paper_and_is_readable_in_black_and_white(sheet, folder, page):
    sheet.set_viewport_size(A4)
    sheet.emulate_media(media="print")
    sheet.goto((folder / page).as_uri())
    assert sheet.evaluate("document.documentElement.scrollWidth") <= A4["width"]
    wide = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.className)"
    assert sheet.eval_on_selector_all(".vbo-wide, table, figure, ol", wide) == []
    hidden = "all => all.filter(one => !one.checkVisibility({ contentVisibilityAuto: true })).length"
    assert sheet.eval_on_selector_all("details table", hidden) == 0
    assert len(re.findall(rb"/Type\s*/Page\b", sheet.pdf(prefer_css_page_size=True))) <= 6
    colours = sheet.eval_on_selector_all("main :is(p, td, th, li, dt, dd)", "all => all.map(one => getComputedStyle(one).color)")
    assert [one for one in set(colours) if sum(map(int, re.findall(r"\d+", one)[:3])) / 3 > DARK] == []


def test_nothing_is_needed_that_runs(browser, folder):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    opened = context.new_page()
    opened.goto((folder / "udvikling.html").as_uri())
    opened.locator("summary").first.click()
    assert opened.locator("details table").first.is_visible()
    context.close()
