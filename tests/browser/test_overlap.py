"""The review of the overlap group in a real browser: citizens rated by keyboard alone, undone, resumed, refused, and on paper."""

import re
import time
from statistics import median

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import serving
from tests.browser.meeting import visit
from tests.reviews import drawn, listed_register, rated
from visitation.overlap.citizen import Answers, Rater
from visitation.overlap.review import read_review
from visitation.register.store import open_register

PAGES = re.compile(rb"/Count (\d+)")
SAID = Answers("type2", ("boern",), ("handicap",), ("ung",))
TABS = ("Gennemgang", "Overblik", "Enighed", "Udvælgelse", "Dobbeltbevillinger", "Typer", "Om gennemgangen")
TYPES = "1234560"


@pytest.fixture
def url(tmp_path) -> str:
    """A register with forty citizens, ten of them rated by the first rater, six drawn for the second."""
    address = f"sqlite:///{tmp_path.as_posix()}/register.sqlite"
    register = listed_register(address, 40)
    rated(register, 10, Rater("bedømmer 1", 1), SAID)
    drawn(register, 6)
    register.close()
    return address


@pytest.fixture
def site(url):
    """The dashboards on it; a test asks for it before its page, which is then closed while the server still runs."""
    with serving(url, "--on", "2021-03-09") as address:
        yield address


def held(url: str) -> dict:
    """The ratings of the first round as the register has them, by reference."""
    register = open_register(url)
    found = {name: one.rating(1).answers for name, one in read_review(register, "slagelse").citizens.items() if one.rating(1)}
    register.close()
    return found


def name(page: Page) -> str:
    return page.locator(".vbf-alias").first.inner_text()


def tab(page: Page, words: str) -> None:
    button = page.get_by_role("navigation", name="Dele af siden").get_by_role("button", name=words, exact=True)
    button.click()
    expect(button).to_have_attribute("aria-current", "true", timeout=30_000)


def confirmed(page: Page, count: int) -> None:
    """Waits until the kernel has stored so many in all."""
    expect(page.locator("progress")).to_have_js_property("value", count, timeout=30_000)


def test_twenty_citizens_by_keyboard_alone(url, site, page):
    visit(page, site, "faellesmaengden", kommune="slagelse")
    assert name(page) == "Borger 11"
    keys, times = 0, []
    for number in range(20):
        before, begun = name(page), time.perf_counter()
        pressed = [TYPES[number % 7], *"qwer"[: number % 3], *"asdfg"[: number % 4], "l", "Enter"]
        for key in pressed:
            page.keyboard.press(key)
        assert name(page) != before, "the next citizen is there when the key has been pressed"
        keys += len(pressed)
        times.append((time.perf_counter() - begun) * 1000)
    print(f"\n{keys / 20:.1f} keystrokes and {median(times):.0f} ms of the machine for each of 20 citizens")
    confirmed(page, 30)
    expect(page.get_by_text(re.compile("^30 af 40 borgere er bedømt. Med"))).to_be_visible()
    answers = held(url)
    assert [answers[f"EKS-F-{n:04d}"].type for n in range(11, 19)] == [*(f"type{n}" for n in range(1, 7)), "udenfor", "type1"]
    assert answers["EKS-F-0013"].subcategories == ("oekonomi", "boern")
    assert answers["EKS-F-0013"].criteria == ("dokumentation", "handicap", "sag_i_hp", "kontanthjaelp"), "two by key, two by the list"


def test_undo_note_and_where_one_was_after_a_reload(url, site, page):
    visit(page, site, "faellesmaengden", kommune="slagelse")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Vælg en type først")).to_be_visible()
    page.keyboard.press("3")
    page.keyboard.press("m")
    page.keyboard.type("Kendes af begge, u og j er bogstaver her.")
    page.keyboard.press("Enter")
    assert name(page) == "Borger 12"
    confirmed(page, 11)
    page.keyboard.press("Control+z")
    expect(page.locator(".vbf-alias").first).to_have_text("Borger 11")
    expect(page.get_by_role("radio", name="Type 3")).to_be_checked()
    expect(page.get_by_label("Bemærkning")).to_have_value("Kendes af begge, u og j er bogstaver her.")
    confirmed(page, 10)
    assert "EKS-F-0011" not in held(url)
    page.keyboard.press("4")
    page.keyboard.press("Enter")
    confirmed(page, 11)
    page.keyboard.press("k")
    expect(page.get_by_role("radio", name="Type 4")).to_be_checked()
    page.keyboard.press("n")
    assert name(page) == "Borger 12"
    page.reload()
    expect(page.locator(".vbf-alias").first).to_have_text("Borger 12", timeout=30_000)
    assert held(url)["EKS-F-0011"].type == "type4"


def test_what_is_not_stored_comes_back_and_hears_no_key_until_it_is_seen(url, site, page):
    visit(page, site, "faellesmaengden", kommune="slagelse")
    other = open_register(url)
    rated(other, 1, Rater("bedømmer 2", 1), SAID)
    other.close()
    page.keyboard.press("5")
    page.keyboard.press("Enter")
    alert = page.get_by_role("alert").filter(has_text="Borger 11 blev ikke gemt")
    expect(alert).to_be_visible(timeout=20_000)
    assert name(page) == "Borger 11"
    expect(page.get_by_text("Bedømt af bedømmer 2")).to_be_visible()
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    assert name(page) == "Borger 11" and held(url)["EKS-F-0011"].type == "type2"
    page.keyboard.press("n")
    assert name(page) == "Borger 12"


def test_the_second_rating_is_blind(site, page):
    visit(page, site, "faellesmaengden", kommune="slagelse", bedoemmer="2", runde="2")
    expect(page.get_by_text("0 af 6 er bedømt anden gang.")).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    for number in range(6):
        page.keyboard.press("2" if number % 2 else "3")
        page.keyboard.press("w")
        page.keyboard.press("Enter")
    confirmed(page, 6)
    expect(page.get_by_role("alert").filter(has_text="Alle på listen er bedømt.")).to_be_visible()
    tab(page, "Enighed")
    expect(page.get_by_role("row", name=re.compile("^Borgertype 3 af 6"))).to_be_visible()
    expect(page.get_by_role("heading", name="Her er de uenige")).to_be_visible()


def test_names_of_types_and_a_selection_to_take_along(site, page):
    visit(page, site, "faellesmaengden", kommune="slagelse")
    tab(page, "Typer")
    field = page.get_by_label("Type 1", exact=True)
    field.fill("Afklaring")
    field.press("Enter")
    tab(page, "Udvælgelse")
    page.get_by_label("Så mange udvælges").fill("20")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="De 20 udvalgte, lodtrækning 2015")).to_be_visible()
    expect(page.get_by_role("table").last.get_by_text("EKS-F-").first).not_to_be_visible()
    with page.expect_download() as handed:
        page.get_by_role("button", name="Hent listen med referencer").click()
    assert handed.value.path().read_text("utf-8").count("EKS-F-") == 20
    tab(page, "Gennemgang")
    expect(page.get_by_role("radio", name="Afklaring")).to_be_attached()


def test_the_reference_is_shown_only_when_asked_for(site, page):
    visit(page, site, "faellesmaengden", kommune="slagelse")
    expect(page.get_by_role("heading", name="Borger 11")).to_be_visible()
    expect(page.get_by_text("EKS-F-0011")).not_to_be_visible()
    page.get_by_role("button", name="Vis sagsnumre").click()
    expect(page.get_by_text("EKS-F-0011")).to_be_visible()


def test_it_fits_a_projector_and_a_phone_in_both_languages(site, page, phone):
    for screen, width, lang in ((page, 1920, "da"), (phone, 390, "en")):
        visit(screen, site, "faellesmaengden", kommune="slagelse", sprog=lang)
        for index in range(len(TABS)):
            button = screen.locator(".vb-tab").nth(index)
            button.click()
            expect(button).to_have_attribute("aria-current", "true", timeout=30_000)
            assert screen.evaluate("document.documentElement.scrollWidth") <= width
            assert screen.evaluate("document.querySelector('.vb').scrollWidth") <= width, TABS[index]
    tab(page, TABS[0])
    expect(page.locator(".vbf-foot")).to_be_visible()
    foot = page.locator(".vbf-foot").bounding_box()
    assert foot["y"] + foot["height"] <= 1080, "the whole rating is seen without scrolling"
    assert float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('.vbf-facts dd')).fontSize)")) >= 24


def test_it_prints_on_a4(site, page):
    visit(page, site, "faellesmaengden", kommune="slagelse")
    for words, most in (("Gennemgang", 1), ("Overblik", 2), ("Om gennemgangen", 2)):
        tab(page, words)
        found = page.pdf(prefer_css_page_size=True)
        assert {(round(float(w)), round(float(h))) for w, h in re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", found)} == {(595, 842)}
        assert int(PAGES.search(found)[1]) <= most, words
