"""A notebook that is run with parameters: they are typed, explained and held to what is allowed, and it is stored without any given."""

from pathlib import Path

import nbformat
import pytest

from visitation.home import SHARED
from visitation.reports.files import METHOD
from visitation.reports.notebook import DECLARED, REPORTS, report
from visitation.reports.parameters import declared, said
from visitation.reports.stored import GIVEN

NOTEBOOKS = sorted(REPORTS.glob("*.ipynb"))
PUBLISHED = sorted((SHARED / "notebooks" / "offentlig").glob("*.ipynb"))
DOCS = (Path(__file__).resolve().parents[2] / "docs" / "rapporter.md").read_text(encoding="utf-8")


@pytest.fixture(params=[*NOTEBOOKS, *PUBLISHED], ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def tagged(notebook, tag):
    return [cell for cell in notebook.cells if tag in cell.metadata.get("tags", ())]


def test_there_are_reports_to_hold():
    assert NOTEBOOKS and PUBLISHED


def test_every_parameter_has_a_type_a_default_that_is_allowed_and_a_word_on_what_it_is(notebook):
    (cell,) = tagged(notebook, DECLARED)
    for one in declared(cell.source):
        assert type(one.default).__name__ == one.type and one.help[:1].isalpha()
        assert one.value(str(one.default)) == one.default


def test_it_is_stored_as_it_is_without_being_given_anything(notebook):
    assert tagged(notebook, GIVEN) == []


def test_it_has_a_title(notebook):
    assert notebook.metadata["title"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_report_says_what_it_is_about_and_how_it_is_made(path):
    assert [cell.id for cell in tagged(nbformat.read(path, as_version=4), METHOD)] == ["spoergsmaal", "metode"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_docs_name_every_parameter_with_its_default(path):
    for name, one in report(path.stem).parameters.items():
        (line,) = [line for line in DOCS.splitlines() if line.startswith(f"| `{name}` |")]
        assert one.default == "" or f"| {said(one.default)} |" in line
