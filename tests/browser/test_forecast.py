"""The forecast in a real browser: a slider by keyboard, saving and comparing, what is handed out, the past, a phone and a page of paper."""

import csv
import io
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import serving
from tests.browser.meeting import charts, visit
from tests.browser.own_site import becomes
from tests.registers import sample_register

PATIENCE_MS = 30_000
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The dashboards on a sample register of their own, because scenarios are saved in it."""
    with serving(sample_register(tmp_path_factory.mktemp("prognose"))) as address:
        yield address


def opened(page: Page, site: str, **query: str) -> None:
    """Opens the forecast of Slagelse and waits until its charts are drawn, those too that follow."""
    visit(page, site, "prognose", **{"kommune": "slagelse"} | query)
    expect(fan(page).locator("svg")).to_be_visible(timeout=PATIENCE_MS)
    settled(page)


def settled(page: Page) -> None:
    expect(page.locator(".vbp-settled .is-busy")).to_have_count(0, timeout=PATIENCE_MS)


def fan(page: Page) -> Locator:
    return page.locator(".vbp-large .vb-chart")


def number(page: Page, name: str) -> Locator:
    """The field of a number."""
    return page.get_by_role("textbox", name=name, exact=True)


def slider(page: Page, name: str) -> Locator:
    return page.get_by_role("slider", name=name, exact=True)


def save_as(page: Page, name: str) -> None:
    page.get_by_role("button", name="Gem som …").click()
    page.get_by_label("Scenariets navn").fill(name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=name, exact=True)).to_be_visible()  # what is said of it gives way to the next forecast


def lines(page: Page) -> str:
    """The lines of the fan as they are drawn."""
    return fan(page).evaluate("chart => [...chart.querySelectorAll('path')].map((path) => path.getAttribute('d')).join()")


def fold(page: Page, name: str) -> Locator:
    """Opens what lies under a heading."""
    page.get_by_role("heading", name=name).click()
    return page.locator(".vbp-fold", has=page.get_by_role("heading", name=name))


def test_a_slider_is_moved_by_keyboard_and_the_forecast_follows(page, site):
    opened(page, site)
    before, sentence = lines(page), page.locator(".vb-lead").inner_text()
    slider(page, "Pladser").focus()
    for _ in range(40):
        page.keyboard.press("ArrowLeft")
    expect(number(page, "Pladser")).to_have_value("52")
    expect(page.locator(".vb-lead")).to_contain_text("med 52 pladser")
    expect(slider(page, "Pladser")).to_be_focused()
    expect(slider(page, "Pladser")).to_have_value("52")
    settled(page)
    expect(page.get_by_role("region", name="Fra Grundlag til scenariet")).to_contain_text("Pladser")
    assert becomes(lambda: lines(page) != before) and page.locator(".vb-lead").inner_text() != sentence
    page.get_by_role("button", name="Nulstil: Pladser").click()
    expect(number(page, "Pladser")).to_be_focused()
    expect(page.locator(".vb-lead")).to_have_text(sentence)


def test_nonsense_is_said_at_its_field_and_the_fan_stays(page, site):
    opened(page, site)
    before = lines(page)
    number(page, "Pladser").fill("-4")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Pladser: −4 går ikke; tilladt er 0 til 5.000.")).to_be_visible()
    expect(number(page, "Pladser")).to_have_attribute("aria-invalid", "true")
    assert lines(page) == before
    number(page, "Pladser").fill("90")
    page.keyboard.press("Enter")
    expect(page.locator(".vb-lead")).to_contain_text("med 90 pladser")
    expect(number(page, "Pladser")).to_have_attribute("aria-invalid", "false")


def test_a_name_that_is_being_written_outlasts_what_the_kernel_says_meanwhile(page, site):
    opened(page, site)
    number(page, "Pladser").fill("61")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Gem som …").click()
    name = page.get_by_label("Scenariets navn")
    name.fill("Ufærdig")
    number(page, "Pladser").fill("62")
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile("Anderledes end Grundlag: Pladser 62"))).to_be_visible()
    expect(name).to_have_value("Ufærdig")


def test_scenarios_are_saved_compared_opened_by_address_and_deleted(page, site):
    opened(page, site)
    number(page, "Pladser").fill("60")
    page.keyboard.press("Enter")
    save_as(page, "Færre pladser")
    expect(page.get_by_role("button", name="Færre pladser").first).to_have_attribute("aria-current", "true")
    number(page, "Andel, der siden får § 85").fill("25,5")
    page.keyboard.press("Enter")
    save_as(page, "Færre pladser, mindre § 85")
    beside = fold(page, "Sammenlign scenarier")
    for name in ("Færre pladser", "Færre pladser, mindre § 85"):
        beside.get_by_role("button", name=name, exact=True).click()
    expect(beside.get_by_role("columnheader")).to_have_text(["Grundlag", "Færre pladser", "Færre pladser, mindre § 85"])
    expect(beside.get_by_role("row", name="Borgere med § 85")).to_contain_text("forskel −")
    expect(beside.locator(".vb-chart svg")).to_be_visible(timeout=PATIENCE_MS)
    opened(page, site, scenarie="Færre+pladser")
    expect(number(page, "Pladser")).to_have_value("60")
    page.get_by_role("button", name="Slet").click()
    expect(page.get_by_role("status").filter(has_text="Færre pladser er slettet.")).to_be_visible()
    expect(page.get_by_role("navigation", name="Scenarier").get_by_role("button")).to_have_text(["Grundlag", "Færre pladser, mindre § 85"])


def test_numbers_and_pictures_are_handed_out(page, site):
    opened(page, site)
    large = page.locator(".vbp-large")
    large.get_by_text("Vis tal").click()
    expect(large.get_by_role("row")).to_have_count(157)
    with page.expect_download() as handed:
        large.get_by_role("button", name="Hent tal (CSV)").click()
    written = handed.value.path().read_bytes()
    assert handed.value.suggested_filename == "prognose-fan.csv" and written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 157 and rows[0][0] == "Uge fra" and rows[1][0] == "2021-03-15"
    assert all(re.fullmatch(r"\d+(,\d+)?", cell) for row in rows[1:] for cell in row[1:])
    for kind, begin in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
        with page.expect_download() as handed:
            large.get_by_role("button", name=kind).click()
        assert handed.value.path().read_bytes().startswith(begin)


def test_a_formula_in_a_scenarios_name_stays_text_in_a_spreadsheet(page, site):
    opened(page, site)
    number(page, "Pladser").fill("70")
    page.keyboard.press("Enter")
    save_as(page, "=1+1")
    beside = fold(page, "Sammenlign scenarier")
    beside.get_by_role("button", name="=1+1", exact=True).click()
    beside.get_by_text("Vis tal").click(timeout=PATIENCE_MS)
    with page.expect_download() as handed:
        beside.get_by_role("button", name="Hent tal (CSV)").click()
    assert handed.value.path().read_text(encoding="utf-8-sig").splitlines()[0] == "Uge fra;Grundlag;'=1+1"
    page.get_by_role("button", name="Slet").click()


def test_how_it_went_last_time_is_told_when_it_is_opened(page, site):
    opened(page, site)
    past = fold(page, "Hvordan gik det sidst?")
    expect(past).to_contain_text("ugerne lå i båndet", timeout=PATIENCE_MS)
    expect(past.get_by_role("row", name="Vores model")).to_be_visible()
    expect(past.locator(".vb-chart svg")).to_have_count(2, timeout=PATIENCE_MS)
    expect(past.get_by_role("row", name="Startet i 2018")).to_contain_text("uden for båndet")
    expect(fold(page, "Alle antagelser").get_by_role("row", name="Pris på en uges § 85")).to_contain_text("ukendt")


def test_a_contradiction_is_shown_at_its_number(page, site):
    opened(page, site)
    opens = page.get_by_role("button", name="Modstrid G1, G2")
    said = page.locator(".vbp-fields").get_by_text("samme dokument siger omkring 300")
    expect(said).to_have_count(2)  # at the enquiries and at the share
    expect(said.last).to_be_hidden()
    opens.click()
    expect(said.last).to_be_visible()
    expect(opens).to_have_attribute("aria-expanded", "true")


def test_every_chart_says_what_it_shows(page, site):
    opened(page, site)
    said = [(chart.get_attribute("role"), chart.get_attribute("aria-label")) for chart in charts(page)]
    assert len(said) > 1 and all(role == "img" and ("§ 85" in text or "pladser" in text) for role, text in said)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1920


def test_the_phone_needs_no_sideways_scrolling(phone, site):
    opened(phone, site)
    number(phone, "Pladser").fill("60")
    phone.keyboard.press("Enter")
    expect(phone.locator(".vb-lead")).to_contain_text("med 60 pladser")
    settled(phone)
    phone.get_by_text("Flere antagelser").click()
    past = fold(phone, "Hvordan gik det sidst?")
    expect(past.locator(".vb-chart svg")).to_have_count(2, timeout=PATIENCE_MS)
    fold(phone, "Alle antagelser")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.evaluate("document.querySelector('.vb-prognose').scrollWidth") <= 390


@pytest.mark.parametrize("years", ["1", "5"])
def test_the_summary_is_one_page_of_paper(page, site, years):
    opened(page, site)
    for name, value in (("Pladser", "52"), ("Et forløb varer højst", "20"), ("Andel, der siden får § 85", "25")):
        number(page, name).fill(value)
        page.keyboard.press("Enter")
    page.get_by_role("group", name="År frem").get_by_role("button", name=years).click()
    page.get_by_text("Flere antagelser").click()
    settled(page)
    assert len(PAGE.findall(page.pdf(prefer_css_page_size=True))) == 1
