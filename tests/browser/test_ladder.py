"""The ladder in a real browser, on the sample register: the stair, the search, the moves, the files, the phone and paper."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.meeting import overhanging, visit

PARTS = ("Trappen", "Ydelseskatalog", "Bevægelser", "Ressourcer", "Fire former")


def part(page: Page, name: str) -> None:
    """Opens a part of the page by its tab."""
    tab = page.get_by_role("button", name=name, exact=True)
    tab.click()
    expect(tab).to_have_attribute("aria-current", "true")


def step(page: Page, name: str) -> Locator:
    """The name of a step on the stair, which opens it."""
    return page.locator(".vbt-name", has_text=name)


def offers(page: Page) -> list[str]:
    return page.locator(".vbt-offer:visible h2").all_inner_texts()


def sheets(page: Page) -> list[tuple[int, int]]:
    """The sizes of the sheets of paper that the page prints on."""
    found = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    return [(round(float(width)), round(float(height))) for width, height in found]


@pytest.fixture
def shown(page, demo_site) -> Page:
    visit(page, demo_site, "trappen", kommune="ringsted")
    return page


def test_the_ladder_opens_to_law_and_offers(shown):
    step(shown, "§ 82 a/b forløb").click()
    expect(shown.get_by_text("SEL § 82 a, SEL § 82 b").first).to_be_visible()
    expect(shown.get_by_text(re.compile(r"^n = 1\.\d\d\d sager, besluttet")).first).to_be_visible()


def test_the_whole_stair_is_seen_at_once_on_a_projector(shown):
    steps = shown.locator(".vbt-step")
    expect(steps).to_have_count(6)
    assert all(box["y"] >= 0 and box["y"] + box["height"] <= 1080 for box in (step.bounding_box() for step in steps.all()))
    assert float(shown.locator(".vbt-name").first.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")) >= 24


def test_a_dotted_step_shows_where_the_document_contradicts_itself(shown):
    step(shown, "Bofællesskab").click()
    expect(shown.locator(".vbt-step.is-dashed .vb-guard", has_text="Modstrid G13")).to_contain_text("Bjælken")


def test_the_search_folds_case_and_danish_letters_at_every_key(shown):
    part(shown, "Ydelseskatalog")
    search = shown.get_by_label("Søg i ydelseskataloget")
    every = len(offers(shown))
    for written in ("BJÆLKEN", "bjaelken", "bjalken"):
        search.fill("")
        search.press_sequentially(written)
        assert offers(shown)[0] == "Bjælken" and len(offers(shown)) < every
    for written in ("§82b", "§ 82 b", "STØTTE § 82 b"):
        search.fill(written)
        assert offers(shown) == ["En-til-en støtte (§\u00a082 b)"]
    search.fill("findes ikke")
    expect(shown.get_by_text("Intet tilbud passer.")).to_be_visible()
    shown.get_by_role("button", name="Fjern alle valg").click()
    assert len(offers(shown)) == every
    expect(search).to_be_focused()


def test_tags_of_a_group_widen_and_groups_narrow(shown):
    part(shown, "Ydelseskatalog")
    tag = lambda group, name: shown.get_by_role("group", name=group).get_by_role("button", name=re.compile(rf"^{name}\s?\d"))  # noqa: E731
    tag("Form", "fælles").press("Enter")
    assert sorted(offers(shown)) == ["Kilden", "Vibevej", "Åbne væresteder"]
    tag("Form", "gruppe").press("Space")
    assert len(offers(shown)) == 10
    tag("Trin", "Bofællesskab").click()
    assert sorted(offers(shown)) == ["Kilden", "Vibevej"]
    expect(shown.get_by_role("status").filter(has_text="2 af 13 tilbud")).to_be_visible()
    part(shown, "Trappen")
    part(shown, "Ydelseskatalog")
    assert sorted(offers(shown)) == ["Kilden", "Vibevej"]


def test_the_period_chooses_the_moves_and_the_keyboard_stays(shown):
    part(shown, "Bevægelser")
    cards = shown.locator(".vbt-card strong")
    expect(shown.locator(".vb-chart svg").last).to_be_visible(timeout=20_000)
    before = cards.all_inner_texts()
    begin = shown.get_by_label("Fra", exact=True)
    begin.focus()
    begin.select_option(label="31. december 2020")
    expect(cards.nth(2)).not_to_have_text(before[2])
    expect(shown.get_by_label("Fra", exact=True)).to_be_focused()
    shown.get_by_label("Til", exact=True).select_option(label="31. december 2020")
    expect(shown.get_by_text("Perioden skal begynde, før den slutter; den viste er uændret.")).to_be_visible()


def test_numbers_and_pictures_are_handed_out(shown):
    part(shown, "Bevægelser")
    figure = shown.get_by_role("region", name="Sager på hvert trin ved månedens udgang").first
    expect(figure.locator("svg").first).to_be_visible(timeout=20_000)
    figure.get_by_text("Vis tal").click()
    name, content = saved(shown, figure.get_by_role("button", name="Hent tal (CSV)"))
    assert name == "trappen-bestand.csv" and content.decode("utf-8").startswith("\ufeffDag;Eget netværk")
    for kind, begins in (("PNG", b"\x89PNG"), ("SVG", b"<svg")):
        name, content = saved(shown, figure.get_by_role("button", name=kind))
        assert name == f"trappen-bestand.{kind.lower()}" and content.startswith(begins)


def saved(page: Page, button: Locator) -> tuple[str, bytes]:
    with page.expect_download() as handed:
        button.click()
    return handed.value.suggested_filename, handed.value.path().read_bytes()


def test_the_resources_and_the_four_forms_are_there(shown):
    part(shown, "Ressourcer")
    expect(shown.get_by_role("table").get_by_role("rowheader", name="Recovery (gruppe)").first).to_be_visible()
    part(shown, "Fire former")
    expect(shown.locator(".vbt-form")).to_have_count(4)


def test_the_ladder_prints_on_one_sheet_without_numbers_unless_asked_for(page, demo_site):
    for kommune in ("ringsted", "slagelse"):
        visit(page, demo_site, "trappen", kommune=kommune)
        assert sheets(page) == [(595, 842)]
        page.emulate_media(media="print")
        expect(page.locator(".vbt-sheet").get_by_text(re.compile("sager nu")).first).to_be_hidden()
        page.emulate_media(media="null")
        page.get_by_label("med antal sager").check()
        assert sheets(page) == [(595, 842)]
        page.emulate_media(media="print")
        expect(page.locator(".vbt-sheet").get_by_text(re.compile("sager nu")).first).to_be_visible()
        page.emulate_media(media="null")


def test_every_part_fits_a_phone(phone, demo_site):
    visit(phone, demo_site, "trappen", kommune="slagelse")
    for name in PARTS:
        part(phone, name)
        phone.wait_for_timeout(500)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390, name
        assert overhanging(phone) == [], name
