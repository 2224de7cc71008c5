"""A whole meeting in a real browser: who takes part, follow-ups, a course, undoing, a crash of the kernel, and the minutes."""

import os
import signal
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serving
from tests.browser.meeting import choose, decided, open_case, visit
from tests.browser.own_site import kernels, read
from tests.panels.meetings import SUFFICIENT, case_of, move, referred
from tests.registers import ENQUIRY, TODAY, register_with
from visitation.model import load
from visitation.register.store import open_register

WHY = "Har prøvet værestedet uden nok virkning."


@pytest.fixture
def url(tmp_path):
    """Three new cases (0001-0003), two follow-ups (0004, 0005) and one that came back from its start-up talk (0006)."""
    url = f"sqlite:///{tmp_path}/register.sqlite"
    register = referred(url, 9, 9, 20, new=3)
    move(register, "EKS-R-102", ("samtale_tilbudt", 10), ("opstart_B", 4))
    register.close()
    return url


@pytest.fixture
def site(url):
    with serving(url, "--model", "ringsted", "--on", "2021-03-09") as address:
        yield address


def kernels_on(url: str) -> list[int]:
    """The kernels that work on this test's own register."""
    return [pid for pid in kernels() if f"REGISTER={url}\0".encode() in read(Path(f"/proc/{pid}/environ"))]


def said(page, text: str) -> None:
    expect(page.locator(".vbm-said [role=status]")).to_contain_text(text)


def seconds(page) -> int:
    """What the clock shows."""
    minutes, rest = page.locator(".vb-clock strong").inner_text().split(":")
    return int(minutes) * 60 + int(rest)


def test_a_meeting_from_its_participants_to_its_minutes(site, page, url, tmp_path):
    visit(page, site, "moede")
    page.get_by_role("checkbox", name="Myndighedsenheden").check()
    page.get_by_role("checkbox", name="Socialpsykiatrien").check()
    page.get_by_role("button", name="Gem deltagere").click()
    expect(page.get_by_role("button", name="Deltagere: 2 roller")).to_be_visible()

    page.keyboard.press("f")
    for alias in ("0004", "0005"):
        page.get_by_role("checkbox", name=f"Sag {alias}").check()
        page.get_by_role("textbox", name=f"Begrundelse, Sag {alias}").fill("Opgaverne er nået.")
    page.get_by_role("button", name="Bekræft de valgte").click()
    said(page, "Bekræftet: 2.")

    open_case(page, "0006")
    page.get_by_role("radio", name="Myndighed: prøv igen").check(force=True)
    expect(page.get_by_text("Det følger: Henvist til Socialpsykiatrien")).to_be_visible()
    page.get_by_role("button", name="Beslut", exact=True).click()
    expect(page.get_by_role("heading", name="Aftalt: Myndighed: prøv igen")).to_be_visible()
    page.keyboard.press("z")
    said(page, "Fortrudt: udfaldet af forløbet i sag 0006.")
    expect(page.get_by_role("radio", name="Myndighed: prøv igen")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Aftalt: Myndighed: prøv igen")).to_be_visible()

    open_case(page, "0001")
    for question, answer in SUFFICIENT.items():
        choose(page, load("ringsted"), question, answer)
    page.get_by_role("textbox", name="Hvorfor ikke et trin lavere?").fill(WHY)
    page.get_by_role("button", name="Beslut", exact=True).click()
    expect(decided(page)).to_be_visible()

    page.keyboard.press("s")
    closing = page.get_by_role("dialog")
    expect(closing).to_contain_text("Gennemgået")
    page.get_by_role("button", name="Afslut og gem").click()
    expect(closing.get_by_role("heading", name="Afsluttet kl.")).to_be_visible()
    count, head = open_register(url).head()
    expect(closing.locator("code")).to_have_text(f"{head}:{count}")
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent som Word").click()
    download.value.save_as(tmp_path / "referat.docx")
    text = [paragraph.text for paragraph in docx.Document(tmp_path / "referat.docx").paragraphs]
    assert "Henvis til § 82 a/b: 1" in text and any(f"{head}:{count}" in line for line in text)
    page.keyboard.press("Escape")
    expect(closing).to_have_count(0)


def test_a_killed_kernel_loses_nothing_that_was_said(site, page, url):
    visit(page, site, "moede")
    open_case(page, "0001")
    for question, answer in SUFFICIENT.items():
        choose(page, load("ringsted"), question, answer)
    page.get_by_role("textbox", name="Hvorfor ikke et trin lavere?").fill(WHY)
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(decided(page)).to_be_visible()
    open_case(page, "0002")
    for question, answer in SUFFICIENT.items():
        choose(page, load("ringsted"), question, answer)
    why = page.get_by_role("textbox", name="Hvorfor ikke et trin lavere?")
    why.focus()
    page.keyboard.type("Først denne sætning, ", delay=5)
    page.wait_for_timeout(5_000)
    assert open_register(url).drafts(TODAY, "ringsted")["EKS-R-0002"]["why_not_lower"] == "Først denne sætning, "
    page.wait_for_timeout(5_000)
    before = seconds(page)
    page.goto("about:blank")  # a page whose kernel dies under it logs the broken line as an error
    pids = kernels_on(url)
    assert pids
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    visit(page, site, "moede")
    expect(page.get_by_role("heading", name="Sag 0002")).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(len(SUFFICIENT))
    expect(page.get_by_role("textbox", name="Hvorfor ikke et trin lavere?")).to_have_value("Først denne sætning, ")
    assert before >= 8 and seconds(page) >= before - 6  # the beat that keeps the clock comes every five seconds
    page.keyboard.press("z")
    said(page, "Fortrudt: beslutningen i sag 0001.")
    assert case_of(open_register(url), "EKS-R-0001").decisions == ()


def test_two_screens_decide_the_same_case_and_the_second_is_told(site, page, browser, url):
    visit(page, site, "moede")
    open_case(page, "0003")
    other = browser.new_page()
    visit(other, site, "moede")
    open_case(other, "0003")
    for screen in (page, other):
        choose(screen, load("ringsted"), "oensker", "nej")
        expect(screen.locator(".vb-step.is-recommended")).to_have_count(1)
    page.get_by_role("button", name="Beslut", exact=True).click()
    expect(decided(page)).to_be_visible()
    other.get_by_role("button", name="Beslut", exact=True).click()
    expect(other.get_by_role("alert").filter(has_text="skrevet i sagen imens")).to_be_visible()
    expect(decided(other)).to_be_visible()
    other.close()
    assert len(case_of(open_register(url), "EKS-R-0003").decisions) == 1


def test_the_screen_can_be_hidden_over_whatever_is_open(site, page):
    visit(page, site, "moede")
    for key in ("f", "s", "?"):
        page.keyboard.press(key)
        expect(page.get_by_role("dialog")).to_have_count(1)
        page.keyboard.press("b")
        expect(page.get_by_text("Skærmen er skjult – tryk B")).to_be_visible()
        page.keyboard.press("b")
        expect(page.get_by_text("Skærmen er skjult – tryk B")).not_to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_everything_about_a_guarded_case_is_seen_at_once_on_a_projector(page, tmp_path):
    url = f"sqlite:///{tmp_path}/guarded.sqlite"
    words = "Jeg vil gerne kunne tage bussen selv og komme ud blandt andre igen."
    register_with(url, replace(ENQUIRY, words=words, support_now="§ 85", asks_section="§ 82")).close()
    with serving(url, "--model", "ringsted", "--on", "2021-03-09") as site:
        visit(page, site, "moede")
        for question, answer in SUFFICIENT.items():
            choose(page, load("ringsted"), question, answer)
        expect(page.locator(".vb-guard").first).to_be_visible()
        expect(page.get_by_text("Lavere trin holdes ude af")).to_be_visible()
        hidden = "[...document.querySelectorAll('.vbm-case, .vbm-ladder')].map((e) => e.scrollHeight - e.clientHeight)"
        assert page.evaluate(hidden) == [0, 0]
        page.goto("about:blank")


def test_the_meeting_works_on_a_phone(site, phone):
    visit(phone, site, "moede")
    open_case(phone, "0006")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    radio = phone.get_by_role("radio", name="Myndighed: prøv igen")
    radio.scroll_into_view_if_needed()
    radio.check(force=True)
    phone.get_by_role("button", name="Beslut", exact=True).click()
    expect(phone.get_by_role("heading", name="Aftalt: Myndighed: prøv igen")).to_be_visible()
    phone.get_by_role("button", name="Fortryd", exact=True).click()
    expect(phone.get_by_text("Fortrudt: udfaldet af forløbet i sag 0006.")).to_be_visible()
