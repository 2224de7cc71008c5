"""The joint exercise in a real browser: two participants in turn, and the discussion."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.answers import SUFFICIENT
from tests.browser.meeting import choose, visit
from visitation.agreement import vignettes
from visitation.model import load

MODEL = load("ringsted")
SURE = SUFFICIENT | {"bofaellesskab": "nej"}
DONE, SHOW = "Færdig – skjul mine svar", "Alle har svaret – vis svarene"


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words).click()


def asked(page: Page, question: str) -> Locator:
    """A question of the discussion."""
    return page.locator(".vbo-spread").filter(has_text=MODEL.meeting_table.input(question).label.da)


def take(page: Page, vignette: str, *sheets: dict) -> None:
    """A case from the choice to the discussion."""
    label = next(each.label.da for each in vignettes(MODEL) if each.id == vignette)
    press(page, label)
    for number, sheet in enumerate(sheets, 1):
        if number > 1:
            press(page, f"Deltager {number} svarer")
        expect(page.get_by_role("heading", name=f"Deltager {number} svarer nu")).to_be_visible()
        expect(page.get_by_role("radio", checked=True)).to_have_count(0)
        for question, answer in sheet.items():
            choose(page, MODEL, question, answer)
        press(page, DONE)
        expect(page.get_by_role("heading", name=f"Tak, deltager {number}")).to_be_visible()
    press(page, SHOW)
    expect(page.get_by_role("heading", name=f"{len(sheets)} har svaret: {label}")).to_be_visible(timeout=20_000)


def test_two_answer_in_turn_unseen_and_talk_about_where_they_differ(page, demo_site):
    visit(page, demo_site, "oevelse", kommune="ringsted")
    expect(page.get_by_text("Øvelse – ikke en rigtig sag")).to_be_visible()
    expect(page.get_by_text("Intet gemmes i registret.")).to_be_visible()
    take(page, "doeren", SURE, SURE | {"behov": None, "aarsag": "blokering"})
    expect(page.locator(".vbo-spreads section").first.locator(".vbo-asked strong")).to_have_text(
        [MODEL.meeting_table.input(question).label.da for question in ("aarsag", "behov")]
    )
    expect(asked(page, "behov").locator(".vbo-count").filter(has_text="uafklaret")).to_have_text("uafklaret1")
    expect(page.get_by_text("Kappa kan først beregnes, når mindst to øvelsessager er besvaret.")).to_be_visible()
    expect(page.locator(".vb-step").filter(has_text="§ 82 a/b forløb")).to_contain_text("1 af 2")
    press(page, "Alle øvelsessager")
    take(page, "mor_ringer", SURE | {"oensker": "nej"}, SURE)
    expect(asked(page, "oensker")).to_contain_text(re.compile(r"Over 2 sager: .*kappa −0,33, 2 deltagere"))
    press(page, "Alle øvelsessager")
    page.get_by_text("Nulstil øvelsen").click()
    press(page, "Nulstil")
    expect(page.locator(".vbo-status")).to_have_count(0)


def test_a_participant_by_keyboard_alone(page, demo_site):
    visit(page, demo_site, "oevelse", kommune="ringsted")
    card = page.get_by_role("button", name="Vender om ved døren")
    card.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Deltager 1 svarer nu")).to_be_focused()
    for digit in "132121":
        page.keyboard.press(digit)
    expect(page.get_by_role("radio", checked=True)).to_have_count(6)
    page.get_by_role("button", name=DONE).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Mangler svar: 1.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Tak, deltager 1")).to_be_focused()


def test_the_exercise_fits_the_phone(phone, demo_site):
    visit(phone, demo_site, "oevelse", kommune="slagelse")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    press(phone, "Fylder 18 om seks uger")
    expect(phone.get_by_role("heading", name="Deltager 1 svarer nu")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
