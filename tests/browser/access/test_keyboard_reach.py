"""Every dashboard without a mouse: Tab comes to every control and past it, and what was opened gives the keyboard back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.access.conftest import PATIENCE_MS
from tests.browser.access.states import PAGES
from tests.browser.conftest import PROJECTOR, watched
from tests.browser.meeting import visit

# Radio buttons of one name are one stop; in a list that the arrows walk through, one entry is.
STOPS = """() => {
  const all = [...document.querySelectorAll(".vb :is(a[href], button, summary, select, input, textarea, [tabindex='0'])")];
  const groups = new Set();
  const stops = all.filter((each) => each.checkVisibility() && !each.disabled && each.tabIndex >= 0)
    .filter(({ type, name }) => type !== "radio" || (!groups.has(name) && groups.add(name)));
  stops.forEach((each, index) => { each.dataset.stop = each.type === "radio" ? each.name : index; });
  return stops.map((each) => [each.dataset.stop, each.id || each.className || each.tagName]);
}"""
AT = "document.activeElement.type === 'radio' ? document.activeElement.name : document.activeElement.dataset.stop ?? null"


@pytest.fixture(scope="module", params=PAGES)
def dashboard(request) -> str:
    """The name of a dashboard; what is tried on it, is tried on one page of it, in the order of this file."""
    return request.param


@pytest.fixture(scope="module")
def page(browser, sample, dashboard) -> Iterator[Page]:
    for page in watched(browser, PROJECTOR):
        page.set_default_navigation_timeout(PATIENCE_MS)
        visit(page, sample, dashboard, kommune="slagelse")
        yield page


def walked(page: Page, count: int) -> list[str]:
    """The stops in the order in which Tab comes to them."""
    found = []
    for _ in range(count):
        page.keyboard.press("Tab")
        found.append(page.evaluate(AT))
    return [stop for stop in found if stop is not None]


def test_tab_comes_to_every_control_in_reading_order_and_goes_on(page):
    stops = dict(page.evaluate(STOPS))
    assert page.locator(".vb [tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0
    order = walked(page, len(stops) + 1)  # once more than there are stops: the keyboard is not held back at the end
    assert [stops[stop] for stop in stops if stop not in order] == []
    assert order[: len(stops)] == list(stops)


def test_help_and_the_hidden_screen_give_the_keyboard_back(page):
    opener = page.locator(".vb-menu > summary")
    for key, kind in (("?", ".vb-help"), ("b", ".vb-blank")):
        opener.focus()
        page.keyboard.press(key)
        expect(page.locator(f"{kind}[open]")).to_be_visible()
        page.keyboard.press("Tab")
        assert page.locator(f":focus:not({kind} *)").count() == 0  # what lies behind cannot be reached
        page.keyboard.press("Escape")
        expect(page.locator(f"{kind}[open]")).to_have_count(0)
        expect(opener).to_be_focused()


def kept(page: Page) -> bool:
    """Whether the keyboard is still somewhere on the page."""
    return page.evaluate("document.activeElement !== document.body && document.activeElement.checkVisibility()")


# What a press takes away or draws anew, and what tells that it is done.
ACTIONS = {
    "start": (".vb-menu > summary", ".vb-menu nav"),
    "moede": ("[id$=-park]", ".vbm-item.is-parked"),
    "frister": ("[id$=-count-broken]", "[id$=-count-broken][aria-pressed=true]"),
    "trappen": ("[id$=-tab-catalogue]", ".vbt-find"),
    "prognose": ("[id^=vbp][id$=-horizon-5], .vb-pick[aria-pressed=false]", ".vbp-headline"),
    "udvikling": ("[id$=-tab-scores]", "[id$=-tab-scores][aria-current]"),
    "oekonomi": ("[id$=-tab-case]", "[id$=-tab-case][aria-current]"),
    "faellesmaengden": ("[id$=-tab-grants]", "[id$=-tab-grants][aria-current]"),
    "pejlemaerker": (".vbg-open", ".vbg-entry"),
    "regler": ("#vbr-do-edit", ".vbr-grid.is-editing"),
    "oevelse": (".vbo-card", ".vbo-questions"),
}


def test_an_action_never_loses_the_keyboard(page, dashboard):
    pressed, done = ACTIONS[dashboard]
    page.locator(pressed).locator("visible=true").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(done).first).to_be_visible(timeout=30_000)
    assert kept(page)
