"""The pages of the reports in a real Chromium: for everybody, on the wall and on a phone, and on paper."""

import re

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook
from playwright.sync_api import expect

from tests.browser.access.checks import violations
from tests.browser.conftest import PHONE, PROJECTOR
from visitation.reports.files import files
from visitation.reports.index import index
from visitation.reports.notebook import REPORTS
from visitation.reports.page import page as of
from visitation.reports.paper import browser, pdf
from visitation.reports.run import Made

BEYOND = "document.documentElement.scrollWidth > innerWidth"
FAILED = {"report": "m", "title": "Månedsrapport", "parameters": {"month": "2021-02"}, "made_of": "", "error": "2021-02 mangler"}


@pytest.fixture(scope="module")
def notebook():
    """The stored monthly report."""
    return nbformat.read(REPORTS / "maanedsrapport.ipynb", as_version=4)


def pages(notebook):
    """A report, its note on method, and an index."""
    made = files("m", "Månedsrapport", {"month": "2021-02"}, Made(nbformat.writes(notebook), of(notebook), 1.0))
    ready = {key: value for key, value in FAILED.items() if key != "error"} | {"results": dict.fromkeys(made, "")}
    return made["m.html"].decode(), made["m/metode.html"].decode(), index({"m": ready, "n": FAILED})


@pytest.mark.parametrize("size", [PROJECTOR, PHONE], ids=["wall", "phone"])
def test_nobody_is_kept_out_and_nothing_lies_beyond_the_edge(page, notebook, size):
    page.set_viewport_size(size)
    for html in pages(notebook):
        page.set_content(html)
        assert violations(page) == [] and not page.evaluate(BEYOND)


def test_the_contents_lead_to_the_headings_and_stay_in_sight_where_there_is_room(page, notebook):
    page.set_content(of(notebook))
    contents = page.get_by_role("navigation", name="Indhold")
    contents.get_by_role("link", name="Sådan er der talt").click()
    expect(page.get_by_role("heading", name="Sådan er der talt")).to_be_in_viewport()
    expect(contents).to_be_in_viewport()


def test_figures_and_tables_are_numbered_as_their_files_are(page, notebook):
    page.set_content(of(notebook))
    numbered = "nodes => nodes.map(node => getComputedStyle(node, '::before').content.match(/Figur|Tabel/)?.[0] ?? '')"
    captions = page.locator("caption:not(figure *), figcaption").evaluate_all(numbered)
    made = files("m", "M", {}, Made(nbformat.writes(notebook), "", 1.0))
    for word, ending in (("Figur", ".svg"), ("Tabel", ".csv")):
        assert captions.count(word) == sum(name.startswith(f"m/{word.lower()}") and name.endswith(ending) for name in made) > 0


def test_every_sheet_of_sample_data_says_so(page, notebook):
    page.emulate_media(media="print")
    named = "getComputedStyle(document.querySelector('main')).page"
    page.set_content(of(notebook))
    assert page.evaluate(named) == "sample" and "@page sample" in of(notebook)
    page.set_content(index({"n": FAILED}))
    assert page.evaluate(named) == "auto"


def test_the_same_page_gives_the_same_pdf_which_says_neither_when_nor_where():
    text = "# Månedsrapport\n\n## Hvem?\n\n## Hvor?\n\n## Hvornår?"
    html = of(new_notebook(cells=[new_markdown_cell(text, id="alt")], metadata={"title": "Månedsrapport"})).encode()
    first, again = (pdf(html, browser()) for _ in range(2))
    assert first == again and first.startswith(b"%PDF") and b"/Outlines" in first
    assert not re.search(rb"CreationDate|ModDate|file:|/tmp|127\.0\.0\.1|localhost", first)
