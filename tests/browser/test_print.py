"""On paper: a case and a forecast on a sheet of A4 each, and a report; in black and white, with all that matters and nothing cut."""

import re

import nbformat
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, serving
from tests.browser.meeting import PATIENCE_MS, choose, open_case, visit
from tests.registers import ENQUIRY, enquiries, register_with
from visitation.model import load
from visitation.reports.page import page as report

REPORT = ROOT / "notebooks" / "rapporter" / "maanedsrapport.ipynb"
SHEET = {"width": 703, "height": 1032}  # A4 within margins of 12 mm, in CSS pixels
SHEETS = re.compile(rb"/MediaBox ?\[0 0 594\.\d+ 841\.\d+\]")
PALE = 140  # of 255: paper has no dark ground for a text to stand out from
PALE_TEXTS = """(pale) => {
  const speaks = (node) => [...node.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.data.trim());
  const shade = (node) => getComputedStyle(node).color.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
  return [...document.querySelectorAll('.vb *')].filter((node) => node.checkVisibility() && speaks(node) && shade(node) > pale)
    .map((node) => `${node.className}: ${node.textContent.trim()}`);
}"""
CUT_OFF = """() => {
  const beyond = (node) => node.getBoundingClientRect().right > innerWidth + 20; // a part may reach into the margin
  const hides = (node) => getComputedStyle(node).overflowY !== 'visible' && node.scrollHeight > node.clientHeight + 2;
  return [...document.querySelectorAll('.vb, .vb *')].filter((node) => node.checkVisibility() && !node.closest('.vb-hidden, svg'))
    .filter((node) => beyond(node) || hides(node)).map((node) => `${node.className}: ${node.textContent.trim().slice(0, 40)}`);
}"""


@pytest.fixture
def site(tmp_path):
    url = f"sqlite:///{tmp_path}/register.sqlite"
    register_with(url, *enquiries(2)).close()
    with serving(url, "--model", "ringsted", "--on", "2021-03-09") as address:
        yield address


def on_paper(page: Page) -> None:
    """The page as it is laid out for a sheet of A4."""
    page.set_viewport_size(SHEET)
    page.emulate_media(media="print")


def is_one_sheet(page: Page) -> None:
    """All of it stands on one sheet of A4, legible and not cut off."""
    assert page.evaluate(PALE_TEXTS, PALE) == []
    assert page.evaluate(CUT_OFF) == []
    assert len(SHEETS.findall(page.pdf(prefer_css_page_size=True))) == 1


def says(page: Page, *texts: str) -> None:
    for text in texts:
        expect(page.locator(".vb").get_by_text(text).filter(visible=True).first).to_be_visible()


def test_a_case_is_one_sheet(site, page):
    visit(page, site, "moede")
    open_case(page, "0001")
    choose(page, load("ringsted"), "oensker", "ja")
    on_paper(page)
    says(page, "Visitationsmøde", "Ringsted · tirsdag 9. marts 2021", "Eksempeldata", "Sag 0001", ENQUIRY.words, "Indsatstrappen")
    expect(page.locator(".vb-answer:has(:checked)").first).to_have_css("font-weight", "700")
    for hidden in (".vbm-agenda", ".vbm-foot", ".vb-room-tools"):
        expect(page.locator(hidden).first).to_be_hidden()
    is_one_sheet(page)


def test_a_forecast_is_one_sheet(page, demo_site):
    visit(page, demo_site, "prognose", kommune="slagelse")
    expect(page.locator(".vbp-settled .vb-chart svg")).to_have_count(2, timeout=PATIENCE_MS)
    on_paper(page)
    says(page, "Prognose og kapacitet", "Slagelse · tirsdag 9. marts 2021", "Eksempeldata", "80 %: fire af fem mulige fremtider")
    is_one_sheet(page)


def test_a_report_keeps_its_tables_and_figures_whole(page):
    page.set_content(report(nbformat.read(REPORT, as_version=4)))
    on_paper(page)
    says(page, "Månedsrapport", "Eksempeldata", "Slagelse", "9. marts 2021")
    assert page.evaluate(PALE_TEXTS, PALE) == []
    assert page.evaluate(CUT_OFF) == []
    for whole in ("table:not(.wide)", "figure", "tr"):
        expect(page.locator(f".vb-report {whole}").first).to_have_css("break-inside", "avoid")
    expect(page.locator(".vb-report details").first).to_be_hidden()
