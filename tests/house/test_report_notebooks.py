"""A report notebook can be run by others: its parameters are typed and explained, and stored as they are without being given."""

import ast
import re
from pathlib import Path

import nbformat
import pytest

from visitation.reports.notebook import REPORTS, TYPES, report
from visitation.reports.stored import GIVEN

NOTEBOOKS = sorted(path for path in REPORTS.glob("*.ipynb"))
DOCS = (Path(__file__).resolve().parents[2] / "docs" / "rapporter.md").read_text(encoding="utf-8")


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def parameters(notebook):
    (cell,) = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", ())]
    return cell.source.splitlines()


def test_there_are_reports_to_hold():
    assert NOTEBOOKS


def test_every_parameter_has_a_type_a_default_and_a_word_on_what_it_is(notebook):
    for line in parameters(notebook):
        (made,) = ast.parse(line).body
        assert isinstance(made, ast.AnnAssign) and made.annotation.id in TYPES
        assert type(ast.literal_eval(made.value)).__name__ == made.annotation.id
        assert re.search(r"  # \w", line)


def test_it_is_stored_as_it_is_without_being_given_anything(notebook):
    assert [cell.id for cell in notebook.cells if GIVEN in cell.metadata.get("tags", ())] == []


def test_it_has_a_title(notebook):
    assert notebook.metadata["title"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_command_sees_the_parameters_and_the_docs_name_them(path):
    found = report(path.stem)
    assert list(found.types) == [ast.parse(line).body[0].target.id for line in parameters(nbformat.read(path, as_version=4))]
    assert [name for name in found.types if f"| `{name}` |" not in DOCS] == []
