"""The guideposts in a real browser, on the sample register: a number written by hand, one refused, the files, the phone and paper."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import serving
from tests.browser.meeting import visit
from tests.registers import sample_register

POINTS, BANDS = 24, 5


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The dashboards on a sample register that these tests write in."""
    with serving(sample_register(tmp_path_factory.mktemp("guideposts"))) as address:
        yield address


@pytest.fixture
def shown(page, site) -> Page:
    return opened(page, site)


def opened(page: Page, site: str, **query: str) -> Page:
    visit(page, site, "pejlemaerker", kommune="slagelse", **query)
    expect(rows(page)).to_have_count(POINTS)
    return page


def rows(page: Page) -> Locator:
    return page.get_by_role("row").filter(has=page.locator(".vbg-open"))


def row(page: Page, point: str) -> Locator:
    return rows(page).filter(has=page.get_by_role("button", name=re.compile(f"^{re.escape(point)} ")))


def go_to(page: Page, point: str) -> Locator:
    row(page, point).get_by_role("button").click()
    heading = page.get_by_role("heading", name=re.compile(f"^{re.escape(point)} "))
    expect(heading).to_be_focused()
    return heading


def refused(page: Page) -> Locator:
    return page.locator(".vbg-entry .vbg-refused")


def test_all_points_stand_on_one_page_also_those_without_data(shown):
    expect(shown.locator(".vbg-band")).to_have_count(BANDS)
    expect(shown.locator(".vb-lead")).to_contain_text("24 fokuspunkter: 8 har et tal fra registret")
    expect(row(shown, "P3.1")).to_contain_text("ingen data")
    expect(row(shown, "P3.1")).to_contain_text("Registret har ingen emner")
    expect(row(shown, "P1.1").get_by_role("img", name=re.compile("kvartaler$"))).to_be_visible()


def test_a_number_is_written_by_hand_and_is_there_after_a_reload(shown):
    go_to(shown, "P5.5")
    shown.get_by_label("Dato, det gælder").fill("2021-03-01")
    shown.get_by_label("Hvad måler tallet?").select_option("strategier")
    shown.get_by_label("Værdi").fill("62,5")
    shown.get_by_label("Tekst", exact=True).fill("Fem af otte har skrevet deres.")
    shown.get_by_label("Tekst", exact=True).press("Tab")
    expect(shown.get_by_role("button", name="Gem")).to_be_focused()
    shown.keyboard.press("Enter")
    expect(shown.get_by_text("Gemt ved P5.5.")).to_be_visible()
    expect(shown.get_by_label("Tekst", exact=True)).to_have_value("")
    shown.reload()
    expect(row(shown, "P5.5").locator("strong")).to_have_text(re.compile("62,5"))
    expect(row(shown, "P5.5")).to_contain_text("Fem af otte har skrevet deres.")
    expect(row(shown, "P5.5")).to_contain_text("skrevet: Virksomhederne i CHP · pr. 1. marts 2021")


def test_a_person_number_is_refused_in_sight_and_what_was_written_stays(shown):
    go_to(shown, "P4.1")
    text = shown.get_by_label("Tekst", exact=True)
    text.fill("Borgeren 010190-1234 blev udskrevet.")
    shown.get_by_role("button", name="Gem").click()
    expect(refused(shown)).to_contain_text("CPR-nummer")
    expect(text).to_have_value("Borgeren 010190-1234 blev udskrevet.")
    expect(shown.get_by_text("Her er ikke skrevet noget endnu.")).to_be_visible()
    shown.get_by_role("button", name=re.compile("^Næste")).click()
    expect(shown.get_by_role("heading", name=re.compile("^P4.2 "))).to_be_focused()
    shown.get_by_role("button", name=re.compile("^Forrige")).click()
    expect(text).to_have_value("Borgeren 010190-1234 blev udskrevet.")
    text.fill("Aftale med psykiatrien er lavet.")
    shown.get_by_role("button", name="Gem").click()
    expect(shown.get_by_text("Gemt ved P4.1.")).to_be_visible()
    expect(refused(shown)).to_be_empty()


def test_a_note_is_corrected_and_another_taken_back_and_both_stay_in_the_history(shown):
    go_to(shown, "P5.4")
    history = shown.get_by_role("region", name="Historik").get_by_role("listitem")
    history.first.get_by_role("button", name="Ret", exact=True).click()
    expect(shown.get_by_text("Du retter note 2.")).to_be_visible()
    expect(shown.get_by_label("Værdi")).to_have_value("58")
    shown.get_by_label("Værdi").fill("57")
    shown.get_by_role("button", name="Gem").click()
    expect(history).to_have_count(3)
    expect(history.nth(1)).to_contain_text("rettet")
    history.last.get_by_text("Træk tilbage").first.click()
    history.last.get_by_role("button", name="Træk tilbage").click()
    expect(history.last.get_by_role("alert")).to_contain_text("skriv, hvorfor")
    history.last.get_by_label("Hvorfor trækkes noten tilbage?").fill("Talt efter en anden regel.")
    history.last.get_by_role("button", name="Træk tilbage").click()
    expect(history.last).to_contain_text("trukket tilbage: Talt efter en anden regel.")
    shown.get_by_role("button", name="Alle fokuspunkter").click()
    expect(row(shown, "P5.4").get_by_role("button")).to_be_focused()
    expect(row(shown, "P5.4").locator("strong")).to_have_text("57")


def test_the_filters_choose_and_the_keyboard_stays_where_it_was(shown):
    button = shown.get_by_role("group", name="Status").get_by_role("button", name="kvalitativ (2)")
    button.focus()
    shown.keyboard.press("Enter")
    expect(rows(shown)).to_have_count(2)
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-pressed", "true")
    shown.get_by_role("group", name="Tema på tværs").get_by_role("button", name=re.compile("Boliger")).click()
    expect(shown.get_by_text("Ingen fokuspunkter passer til valget.")).to_be_visible()


def test_the_numbers_are_handed_out_as_danish_spreadsheets_read_them(shown):
    shown.get_by_text("Vis tal").first.click()
    with shown.expect_download() as handed:
        shown.get_by_role("button", name="Hent tal (CSV)").first.click()
    assert handed.value.suggested_filename == "pejlemaerker-fokuspunkter.csv"
    text = handed.value.path().read_bytes().decode("utf-8")
    assert text.startswith("\ufeffPejlemærke;Fokuspunkt;")
    assert re.search(r"^Recovery og rehabilitering;P1\.1;[^;]+;målbar nu;[^;]+;\d+,\d+;\d+;\d+;", text, re.MULTILINE)
    assert text.count(";ingen data") == 0 and text.count("Udskrivninger står ikke i registret.") == 1


def test_a_municipality_without_guideposts_says_so(page, site):
    visit(page, site, "pejlemaerker", kommune="ringsted")
    expect(page.get_by_text("Ringsted har ingen politiske pejlemærker")).to_be_visible()
    expect(page.locator(".vbg-table")).to_have_count(0)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_page_fits_a_projector_and_a_phone_in_both_languages(page, phone, site, lang):
    for screen, width in ((page, 1920), (phone, 390)):
        opened(screen, site, sprog=lang)
        assert screen.evaluate("document.documentElement.scrollWidth") <= width
        go_to(screen, "P4.5")
        assert screen.evaluate("document.documentElement.scrollWidth") <= width


def test_the_overview_prints_on_one_landscape_a4(shown):
    pages = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", shown.pdf(prefer_css_page_size=True))
    assert [(round(float(width)), round(float(height))) for width, height in pages] == [(842, 595)]
