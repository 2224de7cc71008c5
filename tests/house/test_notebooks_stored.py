"""A stored notebook only arranges, was run from top to bottom, and holds nothing that varies from run to run."""

import re
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted(p for p in (ROOT / "notebooks").rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts)
READABLE_ID = re.compile(r"[a-z]{2,}(-[a-z0-9]+)*")
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
VARIES = {  # Altair's data-<32 digits> is a hash of the content and does not vary
    "a time of day": r"\d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d",
    "a random id": r"(?<!data-)\b[0-9a-f]{32}\b|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-",
    "an address in memory": r"\b0x[0-9a-f]{6,}\b",
    "a path of one machine": r"(?<![\w.])/(home|root|Users|tmp|work|var|opt|usr)/|\b[A-Z]:\\+\w",
}


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_notebooks_to_hold():
    assert NOTEBOOKS


def test_every_cell_was_run_in_order(notebook):
    """nbval passes in silence over a cell that was never run."""
    assert [cell.execution_count for cell in code(notebook)] == list(range(1, len(code(notebook)) + 1))


def test_it_only_arranges(notebook):
    assert len(notebook.cells) <= 10
    assert [cell.id for cell in code(notebook) if len(cell.source.splitlines()) > 10] == []


def test_cell_ids_can_be_read(notebook):
    assert [cell.id for cell in notebook.cells if not READABLE_ID.fullmatch(cell.id)] == []


@pytest.mark.parametrize("what", VARIES)
def test_outputs_hold_nothing_that_varies(notebook, what):
    outputs = {cell.id: str(cell.outputs) for cell in code(notebook)}
    assert [cell for cell, text in outputs.items() if re.search(VARIES[what], text)] == []


def test_no_widget_view_or_error_is_stored(notebook):
    outputs = [output for cell in code(notebook) for output in cell.outputs]
    assert [o for o in outputs if o.output_type == "error" or WIDGET_VIEW in o.get("data", {})] == []


def test_metadata_is_kernel_and_title_only(notebook):
    assert notebook.metadata.keys() <= {"kernelspec", "title"}
    assert [cell.id for cell in notebook.cells if not cell.metadata.keys() <= {"tags"}] == []
