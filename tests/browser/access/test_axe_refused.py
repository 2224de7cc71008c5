"""The pages that say why nothing is shown: plain words, no violation, readable on a phone and enlarged."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.access.checks import cut_off, violations
from tests.browser.conftest import KEYS, PHONE, PROJECTOR, serving
from tests.browser.meeting import PATIENCE_MS, visit

ENLARGED = {"width": 320, "height": 256}


def wrong(page: Page) -> list:
    """What keeps somebody out of the page, at three sizes."""
    found = []
    for size in (PROJECTOR, PHONE, ENLARGED):
        page.set_viewport_size(size)
        found += [(size["width"], one) for one in (*violations(page), *cut_off(page))]
    return found


def refused(browser, address: str, status: int, keys: list) -> list:
    """What is wrong with a page that the server answers with this status."""
    context = browser.new_context(viewport=PROJECTOR, locale="da-DK")
    context.add_cookies(keys)
    page = context.new_page()
    assert page.goto(address).status == status
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    found = wrong(page)
    context.close()
    return found


@pytest.mark.parametrize(("status", "dashboard", "known"), [(403, "moede", False), (404, "findes-ikke", True)])
def test_who_is_turned_away_is_told_in_words(sample, browser, status, dashboard, known):
    assert refused(browser, f"{sample}/voila/render/{dashboard}.ipynb", status, KEYS if known else []) == []


def test_who_must_wait_is_told_in_words(browser, page, tmp_path):
    with serving(f"sqlite:///{tmp_path}/register.sqlite", "--on", "2021-03-09", "--pages", "1") as site:
        visit(page, site, "start")
        assert refused(browser, f"{site}/voila/render/start.ipynb", 503, KEYS) == []
        page.goto("about:blank")


LEADS_BACK = {"da": ("Ukendt kommune", "Gå til forsiden"), "en": ("Unknown municipality", "Go to the front page")}


@pytest.mark.parametrize("lang", LEADS_BACK)
def test_an_unknown_municipality_is_said_in_words_and_leads_back(sample, page, lang):
    why, way = LEADS_BACK[lang]
    page.context.add_cookies(KEYS)
    page.goto(f"{sample}/voila/render/moede.ipynb?kommune=atlantis&sprog={lang}")
    expect(page.get_by_role("alert").filter(has_text=why)).to_be_visible(timeout=PATIENCE_MS)
    assert wrong(page) == []
    page.get_by_role("link", name=way).click()
    expect(page.locator(".vbs-tile").first).to_be_visible(timeout=PATIENCE_MS)
    assert page.locator("html").get_attribute("lang") == lang
