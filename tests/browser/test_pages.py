"""The doorway in a real browser, and what a visitor sees when something is wrong."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import serving
from tests.browser.meeting import visit


def test_the_address_of_the_server_leads_to_the_doorway(page, demo_site):
    page.goto(demo_site)
    expect(page.get_by_role("heading", name="Visitationsbordet")).to_be_visible(timeout=30_000)
    assert page.title() == "Visitationsbordet"
    assert page.locator("html").get_attribute("lang") == "da"
    expect(page.get_by_text(re.compile(r"^I dag: .*\d\d nye henvendelser, \d+ der venter fra tidligere"))).to_be_visible()
    expect(page.get_by_text("Eksempeldata – ikke rigtige borgere")).to_be_visible()


def test_the_doorway_leads_to_the_same_municipality_everywhere(page, demo_site):
    visit(page, demo_site, "start")
    page.get_by_role("link", name="Slagelse").click()
    expect(page.locator(".vb-place")).to_contain_text("Slagelse", timeout=30_000)
    page.get_by_role("link", name="Indsatstrappen").first.click()
    expect(page.get_by_text("FOKUS (§ 82 a+b)").first).to_be_visible(timeout=30_000)


def test_the_menu_leads_from_page_to_page_and_closes_by_key_and_by_a_press_beside_it(page, demo_site):
    visit(page, demo_site, "frister", kommune="slagelse")
    opener, link = page.locator("summary").filter(has_text="Sider"), page.get_by_role("link", name="Regler og kontrol")
    expect(link).to_have_count(0)
    opener.press("Enter")
    expect(page.get_by_role("link", name="Forløb og frister")).to_have_attribute("aria-current", "page")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(link).to_have_count(0)
    expect(opener).to_be_focused()
    opener.click()
    page.get_by_role("heading", name="Forløb og frister").click()
    expect(link).to_have_count(0)
    opener.click()
    link.click()
    expect(page.get_by_role("heading", name="Regler og kontrol")).to_be_visible(timeout=30_000)
    expect(page.locator(".vb-place")).to_contain_text("Slagelse", timeout=30_000)


def test_english_is_the_second_language(page, demo_site):
    visit(page, demo_site, "start", sprog="en")
    expect(page.get_by_text(re.compile(r"^Today: .*\d\d new enquiries, \d+ waiting from earlier"))).to_be_visible()
    assert page.locator(".vb-start").get_attribute("lang") == "en"


def test_a_wrong_row_is_shown_and_nothing_is_taken_in(page, tmp_path):
    file = tmp_path / "uge.csv"
    file.write_text("Sagsnummer;Modtaget\nEKS-R-1;01-01-2021\n", encoding="utf-8")
    with serving(f"sqlite:///{tmp_path}/register.sqlite", "--on", "2021-03-09") as site:
        visit(page, site, "start")
        page.set_input_files("#vbs-file", file)
        expect(page.get_by_role("alert")).to_be_visible(timeout=20_000)
        expect(page.get_by_text("Registret har ingen sager fra kommunen.")).to_be_visible()
        page.goto("about:blank")


def test_an_unknown_municipality_is_said_plainly(page, demo_site):
    page.goto(f"{demo_site}/voila/render/moede.ipynb?kommune=atlantis")
    expect(page.get_by_text("ukendt kommune; tilladt er ringsted, slagelse")).to_be_visible(timeout=30_000)
    assert "Traceback" not in page.content()


def test_the_phone_reads_the_doorway_without_scrolling_sideways(phone, demo_site):
    visit(phone, demo_site, "start")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
