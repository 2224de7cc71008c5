"""The main job in a real browser: an export comes in, cases are walked from the agenda to a stored decision, and found again."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.answers import SUFFICIENT
from tests.browser.conftest import ROOT, serving
from tests.browser.meeting import choose, decided, first_new, last_new, open_case, step, visit
from visitation.model import load
from visitation.register.cases import cases
from visitation.register.store import open_register

SAMPLES = ROOT / "data_samples"
TODAY = "2021-03-09"
FOKUS = {"akut": "nej", "alder": "18-65", "stemme": "hoert", "anden_indsats": "nej", "oensker": "ja", "maalgruppe": "nedsat_eller_problem"}

# Per municipality three cases: the answers, another outcome and its reason or None, and what the register must hold.
WALKS = {
    "ringsted": [
        (SUFFICIENT, None, ("HENVIS_82AB", "p82", "T1.09")),
        ({"behov": "lille", "oensker": "nej"}, None, ("INGEN", "netvaerk", "T1.01")),
        ({"oensker": "ja", "maalgruppe": "betydelig", "behov": "mere", "bofaellesskab": None}, "P85", ("P85", "p85", None)),
    ],
    "slagelse": [
        (FOKUS, None, ("FOKUS", "fokus", "S1.09")),
        ({"akut": "nej", "alder": "18-65", "stemme": "tvivl", "kontakt": "ikke_forsoegt"}, None, ("RING", None, "S1.03")),
        ({"akut": "ja"}, None, ("AKUT", None, "S1.01")),
    ],
}


def take_in_export(page, site: str, model: str, file: Path) -> None:
    visit(page, site, "start", kommune=model)
    page.set_input_files("#vbs-file", file)
    expect(page.locator("#vbs-result")).to_contain_text(re.compile(r"Indlæst.*: 2\d\."), timeout=20_000)


def walk(page, model, answers: dict, other: str | None) -> None:
    """One case from the first answer to the stored decision."""
    for question, answer in answers.items():
        choose(page, model, question, answer)
    if other:
        page.get_by_role("button", name="Andet trin").click()
        page.get_by_role("radio", name=model.meeting_table.outcomes[other].label.da, exact=True).check(force=True)
        page.get_by_role("textbox", name="Begrundelse").fill("Borgeren og mødet er enige om det.")
        page.get_by_role("button", name="Gem beslutning").click()
    else:
        why = page.get_by_role("textbox", name="Hvorfor ikke et trin lavere?")
        expect(page.locator(".vb-step.is-recommended")).to_have_count(1)
        if why.count():
            why.fill("Det er prøvet uden at hjælpe nok.")
        page.get_by_role("button", name="Beslut", exact=True).click()
    expect(decided(page)).to_be_visible()


@pytest.mark.parametrize("name", WALKS)
def test_from_an_exported_list_to_three_decided_cases_found_again(page, tmp_path, name):
    model, register = load(name), f"sqlite:///{tmp_path}/register.sqlite"
    with serving(register, "--model", name, "--on", TODAY) as site:
        take_in_export(page, site, name, SAMPLES / name / "henvendelser-denne-uge.csv")
        page.get_by_role("link", name="Visitationsmøde").first.click()
        expect(page.get_by_role("heading", name="Visitationsmøde")).to_be_visible(timeout=30_000)
        expect(page.get_by_text("Eksempeldata – ikke rigtige borgere")).to_be_visible()
        expect(page.get_by_role("radio", checked=True)).to_have_count(0)
        for answers, other, _ in WALKS[name]:
            walk(page, model, answers, other)
            page.get_by_role("button", name="Næste", exact=True).click()
            expect(decided(page)).to_have_count(0)
        page.reload()
        expect(page.locator(".vbm-progress").filter(has_text="4 af 2")).to_be_visible(timeout=30_000)
        page.locator("[aria-label=Dagsorden] button").filter(has_text="0001").click()
        expect(decided(page)).to_be_visible()
        expect(page.locator(".vb-note pre")).to_contain_text("Sag: EKS-")
        page.goto("about:blank")
    held = sorted((case for case in cases(open_register(register), name).values() if case.decisions), key=lambda case: case.alias)
    stored = [(d["outcome"], d["step"], d["rule"]) for case in held for d in case.decisions]
    assert stored == [expected for _, _, expected in WALKS[name]]
    assert all((d["model"], d["sha256"], d["at"][:10]) == (name, model.sha256, TODAY) for case in held for d in case.decisions)


def test_the_still_possible_steps_narrow_with_every_answer(page, demo_site):
    model = load("ringsted")
    visit(page, demo_site, "moede", kommune="ringsted")
    open_case(page, last_new(page))
    expect(page.locator(".vb-stair .is-possible")).to_have_count(6)
    for question, answer in SUFFICIENT.items():
        if question != "behov":
            choose(page, model, question, answer)
    expect(page.locator(".vb-stair .is-possible")).to_have_count(2)
    expect(page.get_by_role("button", name="Beslut", exact=True)).to_have_attribute("aria-disabled", "true")
    expect(page.locator(".vb-question.is-key")).to_contain_text("Hvor stort er behovet?")
    expect(page.locator(".vb-question.is-moot")).to_contain_text("Ændrer ikke noget her: funktionsevnen (nedsat).")
    choose(page, model, "behov", "rummes")
    expect(step(page, "§ 82 a/b forløb")).to_have_class(re.compile("is-recommended"))
    expect(page.get_by_text("Hvad ville ændre det?")).to_be_visible()
    expect(page.locator(".vb-reason .vb-kind")).to_have_text("kilde")


def test_a_case_by_keyboard_alone(page, demo_site):
    visit(page, demo_site, "moede", kommune="ringsted")
    before = page.locator(".vbm-progress").inner_text()  # the meeting goes on where the one before it stopped
    page.keyboard.press("j")
    expect(page.locator(".vbm-progress")).not_to_have_text(before)
    for digit in "132121":
        page.keyboard.press(digit)
    expect(page.locator(".vb-stair .is-recommended")).to_contain_text("§ 82 a/b forløb")
    page.keyboard.press("b")
    expect(page.get_by_text("Skærmen er skjult – tryk B")).to_be_visible()
    page.keyboard.press("b")
    expect(page.get_by_text("Skærmen er skjult – tryk B")).not_to_be_visible()
    page.get_by_role("textbox", name="Hvorfor ikke et trin lavere?").focus()
    page.keyboard.type("Prøvet uden virkning, b og j er bogstaver her.")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(decided(page)).to_be_visible()


def test_the_meeting_fits_the_projector_and_the_phone(page, phone, demo_site):
    for screen, sideways in ((page, 1920), (phone, 390)):
        visit(screen, demo_site, "moede", kommune="slagelse")
        open_case(screen, first_new(screen))
        assert screen.evaluate("document.documentElement.scrollWidth") <= sideways
    questions = page.locator(".vb-question")
    last = questions.nth(questions.count() - 1).bounding_box()
    assert last["y"] + last["height"] <= page.locator(".vbm-foot").bounding_box()["y"]
    assert float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('.vb-meeting')).fontSize)")) >= 24
