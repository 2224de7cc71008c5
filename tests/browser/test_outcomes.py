"""The outcomes in a real browser, on the sample register: the published numbers, the choices, the files, the phone and paper."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.meeting import charts, overhanging, visit

PARTS = ("Succeskriterier", "Tilbage i støtte", "Offentliggjort", "Fra henvist til støtte", "Borgernes målinger")
SHEETS = 2  # of A4 for a part


def part(page: Page, label: str) -> None:
    """Opens a part of the page and waits until it is drawn."""
    tab = page.get_by_role("navigation", name="Dele af siden").get_by_role("button", name=label, exact=True)
    tab.click()
    expect(tab).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("heading", level=2)).to_have_count(1)
    charts(page)


def tile(page: Page, label: str) -> Locator:
    return page.get_by_role("article", name=label)


def number(page: Page, label: str) -> str:
    return tile(page, label).locator("strong").first.inner_text()


def saved(page: Page, button: Locator) -> tuple[str, bytes]:
    with page.expect_download() as handed:
        button.click()
    return handed.value.suggested_filename, handed.value.path().read_bytes()


@pytest.fixture
def shown(page, demo_site) -> Page:
    visit(page, demo_site, "udvikling", kommune="slagelse")
    return page


def test_what_was_published_is_what_the_register_has(shown):
    part(shown, "Offentliggjort")
    told = shown.locator(".vbo-section.is-published")
    for counts in ("49 af 200 (24,5 %", "63 af 312 (20,2 %", "133 af 726 (18,3 %", "21 af 214 (9,8 %"):
        expect(told.locator("dd", has_text=counts)).to_have_count(2)
    expect(told).to_contain_text("p = 0,25")
    expect(told).to_contain_text("645 af 726")
    expect(told.locator(".vbo-told.is-rest")).to_have_count(1)


def test_the_year_chooses_and_the_keyboard_stays_where_it_was(shown):
    before = number(shown, "Øget trivsel")
    year = shown.get_by_role("group", name="Startet i").get_by_role("button", name="2019")
    year.focus()
    shown.keyboard.press("Enter")
    expect(year).to_have_attribute("aria-pressed", "true")
    expect(year).to_be_focused()
    expect(tile(shown, "Øget trivsel")).to_contain_text("2019")
    expect(shown.locator(".vb-lead")).to_contain_text("Startede forløb: 312.")
    assert number(shown, "Øget trivsel") != before
    part(shown, "Tilbage i støtte")
    expect(shown.locator(".vbo-years tbody tr")).to_have_count(4)
    expect(year).to_have_count(0)


def test_a_limit_is_moved_and_nonsense_refused_beside_its_field(shown):
    field = shown.get_by_label("Sikker ændring", exact=True)
    before = number(shown, "Øget trivsel")
    part(shown, "Borgernes målinger")
    field.fill("400")
    field.press("Enter")
    expect(shown.get_by_role("alert").filter(has_text="tilladt er 1 til 40")).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    part(shown, "Succeskriterier")
    assert number(shown, "Øget trivsel") == before
    part(shown, "Borgernes målinger")
    field.fill("8")
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "false")
    part(shown, "Succeskriterier")
    expect(tile(shown, "Øget trivsel").locator("strong").first).not_to_have_text(before)


def test_a_definition_opened_stays_open_while_the_numbers_change(shown):
    how = tile(shown, "Øget trivsel").get_by_text("Sådan er tallet lavet")
    how.click()
    expect(tile(shown, "Øget trivsel").get_by_text("Forløb med en sikker stigning")).to_be_visible()
    shown.get_by_role("button", name="2018").click()
    expect(shown.locator(".vb-lead")).to_contain_text("Startede forløb: 200.")
    expect(tile(shown, "Øget trivsel").get_by_text("Forløb med en sikker stigning")).to_be_visible()


def test_numbers_and_pictures_are_handed_out(shown):
    part(shown, "Tilbage i støtte")
    figure = shown.get_by_role("region", name="Andel med støtte, efter startår", exact=True).first
    figure.get_by_text("Vis tal").click()
    expect(figure.get_by_role("table")).to_be_visible()
    name, content = saved(shown, figure.get_by_role("button", name="Hent tal (CSV)"))
    text = content.decode("utf-8")
    assert name == "udvikling-aargange.csv" and text.startswith("\ufeffStartår;")
    assert re.search(r"^2018;\d+;200;[\d,]+;\d+,\d+;", text, re.MULTILINE)
    name, content = saved(shown, figure.get_by_role("button", name="PNG"))
    assert name == "udvikling-aargange.png" and content.startswith(b"\x89PNG")
    name, content = saved(shown, figure.get_by_role("button", name="SVG"))
    assert name == "udvikling-aargange.svg" and "Andel med støtte" in content.decode("utf-8")


def test_every_chart_says_in_words_what_it_shows(shown):
    said = []
    for name in PARTS:
        part(shown, name)
        said += [chart.get_attribute("aria-label") for chart in charts(shown)]
    assert len(said) == 6 and all(len(text) > 40 for text in said)


def test_the_scores_are_grouped_by_what_is_chosen(shown):
    part(shown, "Borgernes målinger")
    groups = shown.get_by_role("group", name="Målingerne delt op efter")
    table = shown.locator(".vbo-groups table")
    expect(table.get_by_role("rowheader", name="Stoppet før tid")).to_be_visible()
    groups.get_by_role("button", name="Forløbets form").click()
    expect(table.get_by_role("rowheader", name="Opstart i gruppe")).to_be_visible()
    expect(table.get_by_role("rowheader")).to_have_count(3)


def test_a_municipality_without_criteria_says_so(page, demo_site):
    visit(page, demo_site, "udvikling", kommune="ringsted")
    expect(page.get_by_text("Kommunens dokumenter har ingen succeskriterier")).to_be_visible()
    expect(page.get_by_role("button", name="Tilbage i støtte")).to_be_visible()
    expect(page.get_by_role("button", name="Offentliggjort")).to_have_count(0)


def test_the_page_fits_a_projector_and_a_phone(page, phone, demo_site):
    for screen, width in ((page, 1920), (phone, 390)):
        visit(screen, demo_site, "udvikling", kommune="slagelse")
        for name in PARTS:
            part(screen, name)
            assert screen.evaluate("document.documentElement.scrollWidth") <= width
            assert overhanging(screen) == [], name


@pytest.mark.parametrize("name", PARTS)
def test_a_part_prints_on_a4(shown, name):
    part(shown, name)
    pages = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", shown.pdf(prefer_css_page_size=True))
    assert {(round(float(width)), round(float(height))) for width, height in pages} == {(595, 842)}
    assert len(pages) <= SHEETS
