"""How a meeting uses the screen: opens a dashboard, answers, decides."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import KEYS
from visitation.model import Model

PATIENCE_MS = 30_000


def visit(page: Page, site: str, dashboard: str, **query: str) -> None:
    """Opens a dashboard and waits until it is drawn."""
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    page.context.add_cookies(KEYS)
    page.goto(f"{site}/voila/render/{dashboard}.ipynb?{asked}")
    expect(page.locator(".vb h1").first).to_be_visible(timeout=PATIENCE_MS)


def choose(page: Page, model: Model, question: str, answer: str | None) -> None:
    """Answers a question with the mouse; None is "uafklaret"."""
    asked = model.meeting_table.input(question)
    words = "uafklaret" if answer is None else next(a.label.da for a in asked.answers if a.id == answer)
    radio = page.get_by_role("group", name=asked.label.da).get_by_role("radio", name=words, exact=True)
    radio.evaluate("radio => radio.scrollIntoView({block: 'center'})")  # out from under the footer, as a reader would scroll
    radio.check(force=True)
    expect(radio).to_be_checked()


def open_case(page: Page, alias: str) -> None:
    """Puts a case of the agenda on the table; on a phone the agenda is opened first."""
    toggle = page.locator(".vbm-agenda-toggle")
    if toggle.is_visible():
        toggle.click()
    page.locator("[aria-label=Dagsorden] button").filter(has_text=f"Sag {alias}").click()
    expect(page.get_by_role("heading", name=f"Sag {alias}")).to_be_visible()


def first_new(page: Page) -> str:
    """The alias of the first new enquiry on the agenda."""
    label = page.locator("[role=group]:has([id$=part-nye]) .vbm-item-label").first.text_content()
    return label.split()[-1]


def last_new(page: Page) -> str:
    """The alias of the last new enquiry, which no other test of a shared register begins with."""
    return page.locator("[role=group]:has([id$=part-nye]) .vbm-item-label").last.text_content().split()[-1]


def step(page: Page, label: str) -> Locator:
    """A step of the ladder, or an outcome beside it, by what is written on it."""
    return page.locator(".vb-step").filter(has_text=label)


def decided(page: Page) -> Locator:
    """The heading that says what was decided."""
    return page.get_by_role("heading", name="Besluttet:")


def charts(page: Page) -> list[Locator]:
    """The charts that are shown, once every one of them is drawn; before that, one that is in rows has no height."""
    shown = ".vb-figure:visible .vb-chart:not([hidden])"
    expect(page.locator(f"{shown}:not(:has(svg))")).to_have_count(0, timeout=PATIENCE_MS)
    return page.locator(shown).all()


def overhanging(page: Page) -> list[str]:
    """The words of charts that lie outside the page's width, seen at one moment."""
    return page.evaluate("""() => [...document.querySelectorAll(".vb-chart svg text")]
        .map(text => [text.textContent, text.getBoundingClientRect()])
        .filter(([, box]) => box.width && (box.left < 0 || box.right > innerWidth))
        .map(([words]) => words)""")
