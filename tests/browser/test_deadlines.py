"""The deadlines in a real browser: filtering, recording a try and an outcome, reloading, and the files that are handed out."""

import re

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import serving
from tests.browser.meeting import visit
from tests.running import Running


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The dashboards on a register with courses of both municipalities."""
    url = f"sqlite:///{tmp_path_factory.mktemp('frister').as_posix()}/register.sqlite"
    slagelse(Running(url, "slagelse"))
    ringsted(Running(url, "ringsted"))
    with serving(url, "--on", "2021-03-09") as address:
        yield address


def slagelse(running: Running) -> None:
    for number in range(1, 26):
        reference = running.begin(number, days_ago=number, asks_section="§ 85" if number == 25 else "")
        running.finish(reference)
        running.go(reference, "modtaget", days_ago=number - 1)
        if number > 8:
            running.go(reference, "inviteret", days_ago=number - 2)


def ringsted(running: Running) -> None:
    for number in (1, 2):
        reference = running.begin(number, days_ago=130 - number)
        running.finish(reference)
        running.go(reference, "samtale_tilbudt", "opstart_C", "opstart", days_ago=120)
        running.finish(reference)
        running.go(reference, "samtale_holdt")


def row(page: Page, alias: str) -> Locator:
    return page.get_by_role("button", name=re.compile(f"^Sag {alias}, "))


def pane(page: Page) -> Locator:
    return page.locator(".vbf-pane")


def count(page: Page, words: str) -> Locator:
    """A count that filters."""
    return page.get_by_role("group", name="Status").get_by_role("button", name=words)


def choose(page: Page, words: str) -> None:
    pane(page).get_by_role("radio", name=words).check(force=True)


def save(page: Page, words: str, said: str) -> None:
    pane(page).get_by_role("button", name=words, exact=True).click()
    expect(pane(page).get_by_role("status")).to_have_text(said, timeout=20_000)


def test_what_is_being_written_outlasts_an_answer_to_something_else(page, site):
    visit(page, site, "frister", kommune="slagelse")
    sought = page.get_by_label("Sag nr.", exact=True)
    sought.focus()
    page.keyboard.type("00")
    count(page, "overskredet").evaluate("button => button.click()")  # as an answer that comes late: the keyboard stays where it is
    expect(count(page, "overskredet")).to_have_attribute("aria-pressed", "true")
    expect(sought).to_be_focused()
    page.keyboard.type("01")
    expect(sought).to_have_value("0001")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Vis alle").click()
    expect(sought).to_have_value("")


def test_the_list_is_filtered_paged_and_shown_as_a_table(page, site):
    visit(page, site, "frister", kommune="slagelse")
    expect(page.locator(".vbf-row")).to_have_count(20)
    page.get_by_role("button", name="Vis flere (6)").click()
    expect(page.locator(".vbf-row")).to_have_count(26)
    broken = count(page, "overskredet")
    number = int(broken.locator("strong").inner_text())
    broken.click()
    expect(count(page, "overskredet")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".vbf-foot")).to_have_text(f"Viser {number} af {number}.")
    page.get_by_role("button", name="Tabel").click()
    expect(page.get_by_role("table", name="Forløb og deres frister")).to_be_visible()
    expect(page.get_by_role("row")).to_have_count(number + 1)
    page.get_by_role("button", name="Vis alle").click()
    page.get_by_label("Trin i forløbet").select_option("Inviteret til introforløb")
    expect(page.get_by_role("cell", name="Inviteret til introforløb")).to_have_count(17)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1920


def test_the_keyboard_is_enough(page, site):
    visit(page, site, "frister", kommune="slagelse")
    rows = page.locator(".vbf-row")
    expect(page.locator(".vbf-row[tabindex='0']")).to_have_count(1)
    rows.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(rows.nth(2)).to_be_focused()
    page.keyboard.press("Enter")
    expect(pane(page).get_by_role("heading", level=2)).to_be_focused()
    expect(rows.nth(2)).to_have_attribute("aria-current", "true")
    page.keyboard.press("Escape")
    expect(pane(page)).to_be_hidden()
    expect(rows.nth(2)).to_be_focused()


def test_a_try_is_recorded_and_still_there_after_a_reload(page, site):
    visit(page, site, "frister", kommune="slagelse")
    row(page, "0008").click()
    expect(pane(page).get_by_role("heading", name="Sag 0008")).to_be_visible()
    save(page, "Gem forsøget", "")
    expect(pane(page).get_by_role("alert")).to_contain_text("Vælg, hvordan kontakten er forsøgt")
    choose(page, "Intet svar")
    save(page, "Gem forsøget", "Forsøget er gemt.")
    expect(pane(page).get_by_text("Send sms efter opkaldet").first).to_be_visible()
    expect(pane(page).get_by_role("group", name="Sms efter opkald")).to_be_visible()
    page.reload()
    row(page, "0008").click(timeout=30_000)
    expect(pane(page).locator(".vbf-history li").first).to_contain_text("Ring til borgeren: Intet svar")
    save(page, "Fortryd det seneste", "Det seneste er fortrudt.")
    expect(pane(page).locator(".vbf-history li").first).to_contain_text("FOKUS har modtaget henvisningen")


def test_outcomes_c_and_d_are_stored_and_d_stays_in_sight(page, site):
    visit(page, site, "frister", kommune="ringsted")
    row(page, "0001").click()
    choose(page, "C: Fortsæt efter")
    expect(pane(page).get_by_text("Gruppestøtte efter § 82 a alene")).to_be_visible()
    save(page, "Gem", "Forløbet er ført videre.")
    row(page, "0002").click()
    choose(page, "D: Til ny vurdering i myndighed")
    pane(page).get_by_label("Bemærkning").fill("Behov ud over grupper.")
    save(page, "Gem", "Forløbet er ført videre.")
    page.reload()
    expect(row(page, "0002")).to_contain_text("støtten løber", timeout=30_000)
    row(page, "0002").click()
    expect(pane(page).get_by_text("Støtten løber, til myndigheden har afgjort.")).to_be_visible()
    expect(pane(page).locator(".vbf-history")).to_contain_text("Behov ud over grupper.")
    expect(row(page, "0001")).to_contain_text("Gruppestøtte efter § 82 a alene")


def test_a_blocked_closing_says_why(page, site):
    visit(page, site, "frister", kommune="slagelse")
    page.get_by_label("Sag nr.").fill("0025")
    page.keyboard.press("Enter")
    page.get_by_role("button", name=re.compile("^Sag 0025, FOKUS")).click()
    expect(pane(page).get_by_role("radio", name="Borgeren ønsker at stoppe")).to_be_disabled()
    expect(pane(page).locator(".vbf-blocked")).to_contain_text("ansøgningen skal stadig afgøres")


def test_the_calendar_and_a_letter_are_handed_out(page, site):
    visit(page, site, "frister", kommune="slagelse")
    count(page, "overskredet").click()
    expect(page.get_by_role("button", name="Vis alle")).to_be_visible()
    with page.expect_download() as handed:
        page.get_by_role("button", name="Kalender (.ics)").click()
    assert handed.value.suggested_filename == "frister.ics"
    events = Calendar.from_ical(handed.value.path().read_bytes()).walk("VEVENT")
    assert events and all(event["summary"].startswith("Sag ") for event in events)
    page.get_by_role("button", name="Vis alle").click()
    page.get_by_role("button", name=re.compile("^Sag 0007, FOKUS")).click()
    choose(page, "Ingen kontakt: mødet får besked")
    save(page, "Gem", "Forløbet er ført videre.")
    pane(page).get_by_role("button", name="Advis", exact=True).click()
    expect(pane(page).get_by_role("group", name="Advis")).to_be_visible()
    with page.expect_download() as handed:
        pane(page).get_by_role("button", name="Hent som Word-fil").click()
    assert handed.value.path().read_bytes().startswith(b"PK")


def test_the_phone_shows_cards_and_the_open_course_alone(phone, site):
    visit(phone, site, "frister", kommune="slagelse")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    expect(phone.locator(".vbf-track").first).to_be_hidden()
    row(phone, "0003").click()
    expect(pane(phone).get_by_role("heading", level=2)).to_be_focused()
    expect(phone.locator(".vbf-row").first).to_be_hidden()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    pane(phone).get_by_role("button", name="Luk").click()
    expect(row(phone, "0003")).to_be_focused()
