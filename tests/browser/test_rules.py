"""A visitation leader changes the rules: sees a gap, closes it, saves a version, and the next meeting goes by it."""


import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import serving
from tests.browser.meeting import choose, decided, first_new, open_case, visit
from tests.registers import sample_register
from tests.replays import replays
from visitation.model import load, versions
from visitation.register.cases import Case, cases
from visitation.register.store import open_register

DAY = "2021-03-09"
GAP = "Hul: én kombination har ingen regel: behovet (lille eller intet), enigheden (ja)."


@pytest.fixture
def register(tmp_path) -> str:
    """A sample register of this test's own: what is decided here is no other test's."""
    return sample_register(tmp_path)


def cell(page: Page, rule: str, question: str) -> None:
    page.locator(f"[id='vbr-cell-{rule}-{question}']").click()
    expect(page.locator("#vbr-editor")).to_be_visible()


def in_ringsted(register: str) -> dict[str, Case]:
    opened = open_register(register)
    try:
        return cases(opened, "ringsted")
    finally:
        opened.close()


def change_the_rules(page: Page) -> None:
    """T3 loses a rule and gets it back; in T1 shared housing is no longer recommended by itself."""
    page.get_by_role("button", name="T3 Opstartssamtale").click()
    page.get_by_role("button", name="Rediger en kopi").click()
    page.get_by_role("button", name="Slet: T3.01").click()
    expect(page.locator(".vbr-findings .is-wrong")).to_have_text(f"Fejl: {GAP}")
    expect(page.locator("#vbr-table-T3")).to_contain_text("! ikke bevist")
    page.get_by_role("button", name="Gem version").click()
    expect(page.locator("#vbr-said")).to_have_text("Kan ikke gemmes: T3 er ikke bevist. Ret fundene først.")
    page.get_by_role("button", name="Ny regel for hullet").click()
    expect(page.locator("[id='vbr-row-T3.05']")).to_contain_text("antagelse")
    expect(page.get_by_text("Bevist: 6 kombinationer, ingen huller, ingen modstrid.")).to_be_visible()
    page.locator("[id='vbr-then-T3.05']").click()
    page.get_by_role("radio", name="Afslut eller åbent tilbud (A)").check()
    expect(page.get_by_text("Ingen kombination får et andet udfald.")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("[id='vbr-text-T3.05']").click()
    page.get_by_role("textbox", name="Begrundelse på dansk").fill(
        "Behovet er lille, og borgeren er enig: slut her, eller videre i åbent tilbud."
    )
    page.get_by_role("button", name="Gem i kladden").click()
    page.get_by_role("button", name="T1 For-screening").click()
    cell(page, "T1.06", "behov")
    page.get_by_role("checkbox", name="rummes i § 82").check()
    page.get_by_role("checkbox", name="mere", exact=True).check()
    page.get_by_role("button", name="Luk", exact=True).click()
    expect(page.locator(".vbr-changes")).to_contain_text("Ændret i forhold til 2021.1")
    page.get_by_role("button", name="Fortryd").click()
    page.get_by_role("button", name="Fortryd").click()
    expect(page.locator(".vbr-changes")).to_be_empty()
    cell(page, "T1.09", "varighed")
    page.get_by_role("checkbox", name="længerevarende").check()
    expect(page.locator(".vbr-changes")).to_contain_text("kombinationer får et andet udfald")
    expect(page.locator(".vbr-changes")).to_contain_text("Drøftes på mødet → Henvis til § 82 a/b")
    page.keyboard.press("Escape")
    expect(page.locator("[id='vbr-cell-T1.09-varighed']")).to_be_focused()


def save(page: Page, shelf: str) -> None:
    page.get_by_label("Mappe (hele stien)").fill(shelf)
    page.get_by_label("Version", exact=True).fill("2022.1")
    page.locator("#vbr-save-valid_from").fill("2021-03-01")
    page.get_by_role("button", name="Gem version").click()
    expect(page.locator("#vbr-said")).to_contain_text("Gemt som version 2022.1, gældende fra 1. marts 2021")


def test_a_rule_is_changed_proven_saved_and_used_and_old_cases_replay(page, register, tmp_path):
    shelf, before = tmp_path / "hylde", in_ringsted(register)
    with serving(register, "--on", DAY) as site:
        visit(page, site, "regler", kommune="ringsted")
        change_the_rules(page)
        save(page, str(shelf))
        page.get_by_role("button", name="2021.1", exact=True).click()
        expect(page.locator(".vbr-compared")).to_contain_text("Fra Ringsted 2021.1 til Ringsted 2022.1")
        page.goto("about:blank")
    old, new = versions(shelf)
    assert (old.sha256, new.head.version) == (load("ringsted").sha256, "2022.1")
    assert [rule.id for rule in new.tables["T3"].rules] == ["T3.02", "T3.03", "T3.04", "T3.05"]

    answers = {
        "oensker": "ja",
        "maalgruppe": "nedsat",
        "aarsag": "faerdigheder",
        "virkning": "ja",
        "behov": "rummes",
        "varighed": "laengere",
    }
    with serving(register, "--model", str(shelf), "--on", DAY) as site:
        visit(page, site, "moede")
        open_case(page, first_new(page))
        for question, answer in answers.items():
            choose(page, new, question, answer)
        page.get_by_role("textbox", name="Hvorfor ikke et trin lavere?").fill("Det er prøvet uden at hjælpe nok.")
        page.get_by_role("button", name="Beslut", exact=True).click()
        expect(decided(page)).to_be_visible()
        page.goto("about:blank")

    held = in_ringsted(register)
    (made,) = [case.decisions[-1] for name, case in held.items() if len(case.decisions) > len(before[name].decisions)]
    assert (made["version"], made["sha256"], made["outcome"], made["rule"]) == ("2022.1", new.sha256, "HENVIS_82AB", "T1.09")
    earlier = next(case.decisions[0] for case in before.values() if case.decisions and not case.decisions[0]["deviation"])
    assert earlier["sha256"] == old.sha256
    assert [replays(each, [old, new]) for each in (earlier, made)] == [True, True]


def test_the_grid_fits_the_projector_and_scrolls_in_its_box_on_a_phone(page, phone, demo_site):
    for screen, sideways in ((page, 1920), (phone, 390)):
        visit(screen, demo_site, "regler", kommune="ringsted")
        expect(screen.locator(".vbr-grid tbody tr[id]")).to_have_count(12)
        assert screen.evaluate("document.documentElement.scrollWidth") <= sideways
    width = "box => box.scrollWidth - box.clientWidth"
    assert page.locator("#vbr-box").evaluate(width) == 0
    page.get_by_role("button", name="Rediger en kopi").click()
    expect(page.get_by_role("button", name="Slet: T1.01")).to_be_visible()
    assert page.locator("#vbr-box").evaluate(width) == 0
    assert phone.locator("#vbr-box").evaluate(width) > 0
    assert float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('.vbr-grid')).fontSize)")) >= 16


def test_what_was_written_and_refused_is_still_there_to_be_mended(page, demo_site):
    visit(page, demo_site, "regler", kommune="ringsted")
    page.get_by_role("button", name="Rediger en kopi").click()
    page.locator("[id='vbr-source-T1.01']").click()
    editor = page.locator("#vbr-editor")
    section, anchor = editor.get_by_label("Afsnit"), editor.get_by_label("1-8 ord")
    document = editor.get_by_role("combobox", name="Dokument")
    chosen = document.locator("option").last.get_attribute("value")
    document.select_option(chosen)
    section.fill("Trin 2")
    anchor.fill("flere ord end der kan være i en kilde")
    for _ in range(2):
        editor.get_by_role("button", name="Tilføj kilde").click()
        expect(editor.get_by_role("alert")).to_contain_text("1-8 ord")
        expect(section).to_have_value("Trin 2")
        expect(anchor).to_have_value("flere ord end der kan være i en kilde")
        expect(document).to_have_value(chosen)
    editor.get_by_role("button", name="Luk", exact=True).click()
    page.locator("[id='vbr-source-T1.02']").click()  # another rule's: neither the words nor the refusal are its own
    expect(section).to_have_value("")
    expect(editor.get_by_role("alert")).to_have_count(0)
    section.fill("Trin 2")
    before = editor.locator(".vbr-cited li").count()
    anchor.fill("kan rummes i")
    editor.get_by_role("button", name="Tilføj kilde").click()
    expect(editor.locator(".vbr-cited li")).to_have_count(before + 1)
    expect(anchor).to_have_value("")
    expect(editor.get_by_role("alert")).to_have_count(0)


def test_a_finding_points_at_its_rules(page, demo_site):
    visit(page, demo_site, "regler", kommune="ringsted")
    finding = page.get_by_role("button", name="Regel T1.10 kan undværes")
    finding.click()
    expect(finding).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[id='vbr-row-T1.10']")).to_contain_text("peget på")
    expect(page.locator("[id='vbr-row-T1.10']")).to_be_in_viewport()
    finding.click()
    expect(page.get_by_text("peget på")).to_have_count(0)


def test_rules_are_moved_and_edits_taken_back_by_keyboard_alone(page, demo_site):
    visit(page, demo_site, "regler", kommune="ringsted")
    page.get_by_role("button", name="Rediger en kopi").press("Enter")
    page.get_by_role("button", name="Flyt ned: T1.02").press("Enter")
    expect(page.locator(".vbr-changes")).to_contain_text("Regler: rækkefølge eller afsnit er ændret.")
    expect(page.get_by_role("button", name="Flyt ned: T1.02")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".vbr-changes")).to_be_empty()
    page.locator("[id='vbr-text-T1.02']").press("Enter")
    page.keyboard.press("Control+a")
    page.keyboard.type("Ingen af delene.")
    page.get_by_role("button", name="Gem i kladden").press("Enter")
    expect(page.locator("[id='vbr-row-T1.02']")).to_contain_text("Ingen af delene.")
    expect(page.locator("[id='vbr-text-T1.02']")).to_be_focused()
    page.locator("[id='vbr-text-T1.02']").press("Enter")
    page.get_by_role("textbox", name="Hvorfor den bryder rækkefølgen").fill("Det er prøvet.")
    page.get_by_role("button", name="Gem i kladden").press("Enter")
    expect(page.locator("[id='vbr-row-T1.02']")).to_contain_text("Hvorfor den bryder rækkefølgen: Det er prøvet.")
    page.keyboard.press("Control+z")
    expect(page.locator("[id='vbr-row-T1.02']")).not_to_contain_text("Det er prøvet.")
    page.keyboard.press("Control+z")
    expect(page.locator("[id='vbr-row-T1.02']")).not_to_contain_text("Ingen af delene.")
    page.get_by_role("button", name="Slet: T1.12").press("Enter")
    expect(page.locator(".vbr-findings .is-wrong")).to_contain_text("Hul: 60 kombinationer har ingen regel")
    assert page.evaluate("document.activeElement !== document.body")


def test_the_source_of_a_rule_can_be_read_and_a_missing_one_is_asked_for(page, demo_site):
    visit(page, demo_site, "regler", kommune="ringsted")
    row = page.locator("[id='vbr-row-T1.01']")
    row.locator("summary").click()
    expect(row.get_by_text("„borgerens egne drømme og ønsker“")).to_be_visible()
    page.get_by_role("button", name="Rediger en kopi").click()
    page.locator("[id='vbr-kind-T1.12']").click()
    page.get_by_role("radio", name="kilde", exact=True).click()  # not check: it is refused, and may be back before one looks
    expect(page.locator("#vbr-editor [role=alert]")).to_contain_text("slagsen kilde kræver en kilde")
    expect(page.get_by_role("radio", name="antagelse")).to_be_checked()
    page.get_by_role("radio", name="kilde", exact=True).click()
    expect(page.get_by_role("radio", name="antagelse")).to_be_checked()  # refused again, and taken back again
