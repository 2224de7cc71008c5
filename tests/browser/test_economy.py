"""The economy in a real browser: one's own numbers, the document's readings, files, phone and paper."""

import csv
import io
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import serving
from tests.browser.meeting import visit
from visitation.register.demo import SAMPLES
from visitation.register.store import open_register

PAGES = re.compile(rb"/Count (\d+)")
TABS = ("Enheden", "case", "Danmarks Statistik")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The dashboards on an empty register, with the sample tables as if they lay beside it."""
    url = f"sqlite:///{tmp_path_factory.mktemp('oekonomi').as_posix()}/register.sqlite"
    open_register(url).close()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("STATBANK", str(SAMPLES / "statbank" / "statbank.json"))
        with serving(url, "--on", "2021-03-09") as address:
            yield address


def tab(page: Page, words: str) -> None:
    button = page.get_by_role("navigation", name="Dele af siden").get_by_role("button", name=re.compile(words))
    button.click()
    expect(button).to_have_attribute("aria-current", "true")


def write(page: Page, label: str, value: str) -> None:
    page.get_by_label(label, exact=True).fill(value)
    page.keyboard.press("Enter")


def card(page: Page, title: str) -> Locator:
    return page.locator(".vbo-card:visible").filter(has_text=title)


def rows(download) -> list[list[str]]:
    return list(csv.reader(io.StringIO(download.path().read_bytes().decode("utf-8-sig")), delimiter=";"))


def test_ones_own_price_weighs_the_unit_and_nonsense_is_told_at_its_field(page, site):
    visit(page, site, "oekonomi", kommune="slagelse")
    expect(card(page, "Budget pr. forløb")).to_contain_text("ca. 21.667 kr.")
    price = "Pris for en uges støtte efter § 85"
    expect(page.get_by_text("Skriv kommunens egen pris")).to_be_visible()
    write(page, price.replace("§ 85", "§\u00a085"), "2.000")
    expect(card(page, "i alt")).to_contain_text("2.500 uger")
    write(page, price.replace("§ 85", "§\u00a085"), "-3")
    expect(page.locator(".vbo-refused:not(:empty)")).to_contain_text("tilladt er 1 til 1.000.000")
    expect(card(page, "i alt")).to_contain_text("2.500 uger")
    page.get_by_role("button", name="2021: ca. 6.500.000 kr.").click()
    expect(card(page, "i alt")).to_contain_text("3.250 uger")


def test_a_number_on_its_way_does_not_take_away_the_next_one(page, site):
    visit(page, site, "oekonomi", kommune="slagelse")
    tab(page, "case")
    page.get_by_label("Forventet besparelse").fill("20")
    page.keyboard.press("Tab")
    page.keyboard.type("0; 50; 100")
    expect(card(page, "Går lige op ved")).to_contain_text("der er regnet med 20 %")
    expect(page.get_by_label("Indfasning, år for år")).to_have_value("0; 50; 100")
    page.keyboard.press("Enter")
    expect(card(page, "Tjent hjem fra")).to_contain_text("2018")


def test_a_reading_of_the_document_is_one_click_and_the_way_back_another(page, site):
    visit(page, site, "oekonomi", kommune="slagelse")
    tab(page, "case")
    net = card(page, "Netto 2015–2020")
    expect(net).to_contain_text("−4,5 mio. kr.")
    expect(page.locator(".vbo-comes .vb-drawn svg")).to_be_visible()
    page.get_by_role("radio", name="Kun de 160 borgeres del").check(force=True)
    expect(net).to_contain_text("+0,54 mio. kr.")
    expect(net).to_contain_text("dokumentet: −4,5 mio. kr.")
    expect(page.locator(".vbo-choice", has_text="10 % af hvad?")).to_contain_text("hver regnet lige dyr")
    page.keyboard.press("ArrowUp")
    expect(net).to_contain_text("−4,5 mio. kr.")
    expect(page.get_by_role("button", name="Tilbage til dokumentets tal")).to_be_hidden()


def test_tables_and_pictures_are_handed_out(page, site):
    visit(page, site, "oekonomi", kommune="slagelse")
    tab(page, "case")
    with page.expect_download() as handed:
        page.locator(".vbo-years").get_by_role("button", name="Hent tal (CSV)").click()
    assert handed.value.suggested_filename == "oekonomi-aar.csv"
    found = rows(handed.value)
    assert found[0][-1] == "Lagt sammen" and found[-1] == ["2020", "12000000", "10800000", "0", "1200000", "-1200000", "-4500000"]
    page.locator(".vbo-comes .vb-figure summary").click()
    for kind, begins in (("PNG", b"\x89PNG"), ("SVG", b"<svg")):
        with page.expect_download() as handed:
            page.get_by_role("button", name=kind, exact=True).click()
        assert handed.value.path().read_bytes().startswith(begins)
    page.locator(".vbo-figure-one summary").click()
    expect(page.get_by_role("region", name="360 graders analyse").get_by_role("row")).to_have_count(9)


def test_the_tables_of_danmarks_statistik_say_what_they_are(page, site):
    visit(page, site, "oekonomi", kommune="ringsted")
    tab(page, "Danmarks Statistik")
    expect(page.get_by_text("Eksempeldata: alle tal her er opdigtede")).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("Senest"))).to_be_visible()
    page.get_by_label("Ydelse", exact=True).select_option("Individuel hjælp (§ 82 b)")
    expect(page.get_by_role("heading", name=re.compile("Individuel hjælp"))).to_be_visible()


@pytest.mark.parametrize("place", ["slagelse", "ringsted"])
def test_a_phone_shows_every_part_without_scrolling_sideways(phone, site, place):
    visit(phone, site, "oekonomi", kommune=place)
    for words in TABS:
        tab(phone, words)
        phone.wait_for_timeout(500)  # for the chart to take its width
        assert phone.evaluate("document.querySelector('.vb-page').scrollWidth") <= 390, words


def test_every_part_is_one_page_of_paper_and_what_is_longer_is_not_cut_off(page, site):
    visit(page, site, "oekonomi", kommune="slagelse")
    write(page, "Pris for en uges støtte efter §\u00a085", "2.000")
    for words in TABS:
        tab(page, words)
        page.wait_for_timeout(500)
        assert PAGES.findall(page.pdf(prefer_css_page_size=True)) == [b"1"], words
    page.evaluate("document.querySelector('.vb-main').style.paddingBottom = '400mm'")
    assert PAGES.findall(page.pdf(prefer_css_page_size=True)) != [b"1"]
