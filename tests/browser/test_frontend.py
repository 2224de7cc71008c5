"""What the browser fetches for a page, what it says until the dashboard is there, and what it says when that does not come."""

import re

import pytest
from playwright.sync_api import Page, Route, WebSocket, expect

from tests.browser.meeting import visit
from tests.browser.own_site import served
from visitation.serve.spoken import words

MOEDE = "/voila/render/moede.ipynb"
MOST_REQUESTS = 14  # Voila's own page makes 100
MOST_BYTES = 800_000  # and 5.3 million bytes
SIZES = "performance.getEntriesByType('resource').filter((each) => /static/.test(each.name)).map((each) => [each.name, each.transferSize])"
MOST_FRAME = 400_000  # bytes; what draws charts alone is more than twice as many
COVER, FRONT = "#loading", "**/front.js?*"
LONG_MS = 120_000  # of a machine that has much else to do


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A server on notebooks of its own, one of which fails."""
    with served(tmp_path_factory.mktemp("front")) as site:
        yield site


@pytest.fixture
def page(page):
    """A page that waits for long."""
    page.set_default_navigation_timeout(LONG_MS)
    return page


def begun(page: Page, address: str) -> None:
    """Goes to a page and does not wait until it is there."""
    page.goto(address, wait_until="commit")


def on_its_way(lang: str) -> re.Pattern:
    """What a page says while it is made; which of it is seen depends on how quick the kernel is."""
    return re.compile("|".join(re.escape(words(lang)[name]) for name in ("reading", "drawing")))


def let_in(page: Page, own) -> Page:
    page.context.add_cookies([own.cookie])
    return page


def test_a_page_asks_for_little_and_the_second_time_for_nothing_that_it_has(page, demo_site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    visit(page, demo_site, "moede")
    sizes = page.evaluate(SIZES)
    assert len(asked) <= MOST_REQUESTS and sum(size for _, size in sizes) <= MOST_BYTES
    visit(page, demo_site, "start")
    assert [name for name, size in page.evaluate(SIZES) if size and re.search(r"\?v=|\.[0-9a-f]{8,}\.js", name)] == []


def test_what_charts_are_drawn_with_is_fetched_once_and_not_carried_by_every_panel(page, demo_site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    visit(page, demo_site, "start")
    visit(page, demo_site, "prognose", kommune="slagelse")
    expect(page.locator(".vb-chart svg").first).to_be_visible()
    (drawing,) = {url for url in asked if "/vega." in url}
    assert [size for name, size in page.evaluate(SIZES) if name == drawing] == [0]  # it was there since the doorway
    frames = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(len(frame))))
    page.reload()
    expect(page.locator(".vb-chart svg").first).to_be_visible()
    assert 0 < max(frames) < MOST_FRAME


def test_a_kernel_is_asked_once_for_all_that_it_shows(page, demo_site):
    sent = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: sent.extend([frame]))

    page.on("websocket", listen)
    visit(page, demo_site, "moede")
    asked = [frame.partition(b'"method"')[2].split(b'"')[1] for frame in sent if b'"method"' in frame]
    assert asked[0] == b"request_states" and b"request_state" not in asked  # the slow way, one widget after the other


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_page_says_at_once_that_it_is_on_its_way(page, demo_site, lang):
    visit(page, demo_site, "start")
    page.route(FRONT, lambda _: None)  # never answered: the dashboard does not come
    begun(page, f"{demo_site}{MOEDE}?sprog={lang}")
    expect(page.locator("html")).to_have_attribute("lang", lang)
    expect(page.get_by_role("status")).to_have_text(on_its_way(lang), timeout=LONG_MS)
    expect(page.locator(COVER).get_by_role("heading")).to_have_text({"da": "Visitationsmøde", "en": "Visitation meeting"}[lang])
    expect(page.get_by_role("link", name=words(lang)["reload"])).to_be_hidden()


def test_the_dashboard_takes_the_place_of_what_was_said(page, demo_site):
    visit(page, demo_site, "moede")
    expect(page.locator(COVER)).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("heading").first).to_be_visible()


def test_a_page_that_takes_long_says_so_and_offers_to_begin_again(page, demo_site):
    visit(page, demo_site, "start")
    page.clock.install()
    page.route(FRONT, lambda _: None)
    begun(page, demo_site + MOEDE)
    expect(page.get_by_role("status")).to_have_text(on_its_way("da"), timeout=LONG_MS)
    page.clock.fast_forward(21_000)
    expect(page.get_by_role("status")).to_have_text(words("da")["late"])
    page.unroute(FRONT)
    page.get_by_role("link", name="Genindlæs siden").click()
    expect(page.locator(".vb h1").first).to_be_visible(timeout=LONG_MS)


def test_a_page_that_is_cut_off_says_so(page, demo_site):
    visit(page, demo_site, "start")

    def cut(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().partition('<div class="jp-Cell-outputWrapper">')[0])

    page.route(FRONT, lambda _: None)
    page.route(f"**{MOEDE}", cut)
    begun(page, demo_site + MOEDE)
    expect(page.get_by_role("status")).to_have_text(words("da")["cut"], timeout=LONG_MS)
    expect(page.get_by_role("link", name="Genindlæs siden")).to_be_visible()


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_notebook_that_fails_is_said_in_plain_words(page, own, lang):
    let_in(page, own).goto(f"{own.address}/voila/render/fejl.ipynb?sprog={lang}")
    said = page.get_by_role("alert")
    expect(said).to_contain_text(words(lang)["failed"])
    expect(said).to_contain_text(words(lang)["error"])
    expect(page.locator(COVER)).to_have_count(0)
    expect(page.locator("pre")).to_have_count(0)


@pytest.mark.parametrize(("notebook", "shown"), [("stille", "1"), ("knap", "Tryk"), ("tekst", "op")])
def test_whatever_a_notebook_shows_is_uncovered(page, own, notebook, shown):
    let_in(page, own).goto(f"{own.address}/voila/render/{notebook}.ipynb")
    expect(page.get_by_role("main")).to_contain_text(shown, timeout=LONG_MS)
    expect(page.locator(COVER)).to_have_count(0)


def test_a_widget_that_the_program_does_not_know_is_said_to_be_one(own, browser):
    context = browser.new_context()
    context.add_cookies([own.cookie])
    page = context.new_page()
    page.goto(own.address + "/voila/render/fremmed.ipynb")
    page.get_by_role("main").locator(".jupyter-widgets").click(timeout=LONG_MS)  # the broken mark, which opens what is wrong
    expect(page.get_by_role("main")).to_contain_text("show no widgets of ukendt")
    expect(page.locator(COVER)).to_have_count(0)
    context.close()


def test_a_notebook_that_shows_nothing_is_uncovered_as_well(page, own):
    let_in(page, own).goto(f"{own.address}/voila/render/snak.ipynb")
    expect(page.locator(COVER)).to_have_count(0, timeout=LONG_MS)


def test_no_script_inside_a_page_runs_but_the_sign_of_life(own, browser):
    context = browser.new_context()
    context.add_cookies([own.cookie])
    page = context.new_page()
    page.goto(own.address + "/voila/render/stille.ipynb")
    run = """(text) => { const script = document.createElement("script"); script.textContent = text; document.body.append(script); }"""
    page.evaluate(run, "window.intruder = true")
    page.evaluate("window.voila_heartbeat = () => { window.alive = true; }")
    page.evaluate(run, "window.voila_heartbeat()")
    assert page.evaluate("[window.intruder, window.alive]") == [None, True]
    context.close()
