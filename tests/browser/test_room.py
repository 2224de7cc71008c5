"""The room round every dashboard in a real browser: its keys, its hidden screen, how it is set, what it says when the kernel is gone."""

import json
import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import KEYS, PROJECTOR
from tests.browser.meeting import PATIENCE_MS, first_new, open_case, visit
from tests.browser.own_site import holds, kernels
from widgets.header import dashboards

ALL = tuple(dashboards("da"))
LISTS = {
    "start": ".vbs-tile", "frister": ".vbf-row, .vbf-open", "trappen": ".vbt-stair summary", "pejlemaerker": ".vbg-open",
    "regler": ".vbr-table", "oevelse": ".vbo-card",
}  # fmt: skip
TYPED = "Det, der stod her, da forbindelsen forsvandt."
HIDDEN = "Skærmen er skjult – tryk B"
LOST = re.compile("^Forbindelsen er afbrudt – genindlæs siden")
# How dark a text is against what lies behind it, for every text that is seen: WCAG's contrast, the least of them with its words.
LEAST_CONTRAST = """() => {
  const light = (colour) => { const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    return { a, value: 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b) }; };
  const behind = (node) => { const found = light(getComputedStyle(node).backgroundColor);
    return found.a ? found.value : node.parentElement ? behind(node.parentElement) : 1; };
  const texts = [...document.querySelectorAll(".vb *")].filter((node) => node.checkVisibility() && !node.closest("svg, .vb-hidden, option")
    && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()));
  return texts.map((node) => { const [a, b] = [light(getComputedStyle(node).color).value, behind(node)];
    return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), node.textContent.slice(0, 40)]; }).sort(([a], [b]) => a - b)[0];
}"""


def kernel_of(page: Page) -> int:
    """The process of the kernel behind an open page, known by its sockets, which bear its id."""
    kernel = json.loads(page.locator("#jupyter-config-data").text_content())["kernelId"]
    numbers = {line.split()[6] for line in Path("/proc/net/unix").read_text(encoding="utf-8").splitlines() if kernel in line}
    (found,) = (pid for pid in kernels() if {f"socket:[{number}]" for number in numbers} & set(holds(pid)))
    return found


@contextmanager
def alone(browser: Browser) -> Iterator[Page]:
    """A page whose console may tell of what is lost."""
    context = browser.new_context(viewport=PROJECTOR, locale="da-DK")
    context.add_cookies(KEYS)
    yield context.new_page()
    context.close()


def statuses(page: Page) -> list[str]:
    """What the kernel of the page to be opened has said of itself so far, the latest last."""
    said = []

    def read(frame: str | bytes) -> None:
        said.extend(re.findall(r'"execution_state": ?"(\w+)"', frame if isinstance(frame, str) else frame.decode("utf-8", "replace")))

    page.on("websocket", lambda socket: socket.on("framereceived", read))
    return said


def lost(page: Page) -> Locator:
    """The word that the kernel is gone."""
    return page.get_by_role("alert").filter(has_text=LOST)


def body(page: Page) -> float:
    """The size of ordinary text in pixels."""
    return page.locator(".vb:has(h1)").evaluate("node => parseFloat(getComputedStyle(node).fontSize)")


def set_to(page: Page, group: str, choice: str) -> None:
    """Sets the screen as a reader does."""
    page.locator(".vb-display summary").click()
    page.get_by_role("group", name=group).get_by_role("radio", name=choice).check(force=True)
    page.keyboard.press("Escape")


@pytest.mark.parametrize("dashboard", ALL)
def test_every_dashboard_hides_explains_and_lets_past_its_header_by_keyboard(page, demo_site, dashboard):
    visit(page, demo_site, dashboard, kommune="slagelse")
    page.keyboard.press("b")
    expect(page.get_by_role("dialog", name=HIDDEN)).to_be_visible()
    page.keyboard.press("Tab")
    seen_and_reached = "[document.elementFromPoint(20, 20), document.activeElement]"
    assert page.evaluate(f"{seen_and_reached}.every((node) => node.matches('.vb-blank, .vb-blank *, body'))")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name=HIDDEN)).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="Skærmen vises igen.")).to_have_count(1)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Taster")
    expect(dialog).to_contain_text("skjul eller vis skærmen")
    expect(dialog).to_contain_text("Sager vises med alias, aldrig med navn.")
    expect(dialog).to_contain_text(re.compile(r"Model: Slagelse .* fingeraftryk [0-9a-f]{12} · Eksempeldata · støtter, beslutter ikke"))
    page.keyboard.press("?")
    expect(dialog).to_have_count(0)
    skip = page.get_by_role("button", name="Gå til indholdet")
    skip.press("Enter")
    expect(skip).not_to_be_focused()
    assert page.evaluate("document.querySelector('.vb-top').nextElementSibling === document.activeElement")


@pytest.mark.parametrize("dashboard", LISTS)
def test_j_and_k_walk_through_what_a_dashboard_lists(page, demo_site, dashboard):
    visit(page, demo_site, dashboard, kommune="slagelse")
    entries = page.locator(LISTS[dashboard]).filter(visible=True)
    page.keyboard.press("j")
    start = entries.evaluate_all("all => all.indexOf(document.activeElement)")
    page.keyboard.press("j")
    assert (start >= 0, entries.evaluate_all("all => all.indexOf(document.activeElement)")) == (True, start + 1)
    page.keyboard.press("k")
    assert entries.evaluate_all("all => all.indexOf(document.activeElement)") == start
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Taster")).to_contain_text("næste / forrige på listen")


def test_f9_hides_the_screen_from_inside_a_field_and_b_is_a_letter_there(page, demo_site):
    visit(page, demo_site, "frister", kommune="slagelse")
    field = page.get_by_role("textbox", name="Sag nr.")
    field.press("b")
    expect(page.get_by_role("dialog")).to_have_count(0)
    field.press("F9")
    expect(page.get_by_role("dialog", name=HIDDEN)).to_be_visible()
    page.keyboard.press("j")  # what lies behind hears nothing
    page.keyboard.press("b")
    expect(field).to_be_focused()
    expect(field).to_have_value("b")


def test_how_the_screen_is_set_holds_on_all_pages_from_the_first_drawing_on(page, demo_site):
    visit(page, demo_site, "frister", kommune="slagelse")
    projector = body(page)
    set_to(page, "Plads", "Tæt")
    assert projector >= 24 > body(page) >= 16
    page.context.add_init_script(
        "new MutationObserver((_, seen) => { const top = document.querySelector('.vb-top'); if (top) { seen.disconnect(); "
        "window.firstDrawn = document.documentElement.dataset.vbDensity; } }).observe(document, { childList: true, subtree: true })"
    )
    visit(page, demo_site, "moede", kommune="slagelse")
    assert page.evaluate("window.firstDrawn") == "dense" and body(page) < 20
    set_to(page, "Plads", "Luftig")
    assert body(page) >= 24
    page.set_viewport_size({"width": 1280, "height": 720})
    expect(page.locator(".vb-stair").first).to_be_visible()
    assert body(page) >= 20  # a projector's text where the window is small, and still no scrolling sideways
    box = page.get_by_role("link", name="English").bounding_box()
    assert box["x"] + box["width"] <= 1280 and page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_in_the_airy_meeting_nothing_that_matters_lies_below_the_fold(page, demo_site):
    visit(page, demo_site, "moede", kommune="slagelse")
    set_to(page, "Plads", "Luftig")
    open_case(page, first_new(page))
    for part in (".vb-question >> nth=-1", ".vb-step >> nth=0", ".vbm-foot"):
        box = page.locator(part).bounding_box()
        assert box["y"] + box["height"] <= PROJECTOR["height"]


@pytest.mark.parametrize("dashboard", ["start", "moede", "frister", "regler", "pejlemaerker"])
def test_the_high_contrast_is_seven_to_one_everywhere_also_when_the_system_asks_for_it(page, demo_site, dashboard):
    page.emulate_media(contrast="more")
    visit(page, demo_site, dashboard, kommune="slagelse")
    least, words = page.evaluate(LEAST_CONTRAST)
    assert least >= 7, (least, words)
    set_to(page, "Kontrast", "Almindelig")
    assert 4.5 <= page.evaluate(LEAST_CONTRAST)[0] < least


def test_the_language_is_changed_from_every_page_and_comes_back_to_it(page, demo_site):
    visit(page, demo_site, "faellesmaengden", kommune="slagelse", runde="2")
    page.get_by_role("link", name="English").press("Enter")
    expect(page.get_by_role("link", name="Dansk")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.locator(".vb-place")).to_contain_text("Slagelse")
    assert "faellesmaengden.ipynb" in page.url and "runde=2" in page.url
    page.keyboard.press("?")
    expect(page.get_by_role("dialog").locator("kbd", has_text="F9")).to_be_visible()


def test_a_kernel_that_died_is_said_at_once_and_what_was_typed_stays(browser: Browser, demo_site):
    with alone(browser) as page:
        visit(page, demo_site, "moede", kommune="ringsted")
        open_case(page, first_new(page))
        reason = page.get_by_role("textbox", name="Begrundelse")
        if not reason.is_visible():
            page.keyboard.press("a")
        reason.fill(TYPED)
        reason.press("Escape")
        page.keyboard.press("d")  # answered in turn, and so after the text
        expect(page.get_by_role("button", name="Gem deltagere")).to_be_visible()
        expect(lost(page)).to_have_count(0)
        os.kill(kernel_of(page), signal.SIGKILL)
        expect(lost(page)).to_be_visible(timeout=PATIENCE_MS)
        expect(reason).to_have_value(TYPED)
        lost(page).get_by_role("button", name="Genindlæs").press("Enter", no_wait_after=True)
        expect(page.get_by_role("textbox", name="Begrundelse")).to_have_value(TYPED, timeout=2 * PATIENCE_MS)
        expect(lost(page)).to_have_count(0)


def test_a_kernel_that_does_not_answer_is_said_and_taken_back_when_it_does(browser: Browser, demo_site):
    with alone(browser) as page:
        said = statuses(page)
        visit(page, demo_site, "trappen", kommune="slagelse")
        kernel = kernel_of(page)
        while said[-1:] != ["idle"]:  # one that is at work may take its time
            page.wait_for_timeout(100)
        os.kill(kernel, signal.SIGSTOP)
        try:
            page.locator(".vb-tab").nth(1).click()
            expect(lost(page)).to_be_visible(timeout=PATIENCE_MS)
        finally:
            os.kill(kernel, signal.SIGCONT)
        expect(lost(page)).to_have_count(0, timeout=PATIENCE_MS)
        expect(page.locator(".vb-tab").nth(1)).to_have_attribute("aria-current", "true")


def test_no_network_is_said_also_over_the_hidden_screen_and_taken_back(browser: Browser, demo_site):
    with alone(browser) as page:
        visit(page, demo_site, "regler", kommune="slagelse")
        page.keyboard.press("b")
        page.context.set_offline(True)
        expect(lost(page)).to_be_visible(timeout=PATIENCE_MS)
        page.keyboard.press("b")
        expect(lost(page)).to_be_visible()
        page.context.set_offline(False)
        expect(lost(page)).to_have_count(0, timeout=PATIENCE_MS)
        expect(page.get_by_role("status").filter(has_text="Forbindelsen er her igen.")).to_have_count(1)
