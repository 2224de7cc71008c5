"""A notebook as it is kept: the same results give the same bytes."""

import nbformat

KERNELSPEC = {"display_name": "Python 3", "language": "python", "name": "python3"}
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"  # carries a random model id; Voila makes its own
GIVEN = "injected-parameters"  # papermill's tag of the cell with the parameters given


def clean(notebook: nbformat.NotebookNode) -> None:
    """Leaves only what says something about the result: kernel, title, tags and outputs that do not vary."""
    notebook.metadata = {"kernelspec": KERNELSPEC} | {k: v for k, v in notebook.metadata.items() if k == "title"}
    for cell in notebook.cells:
        cell.metadata = {k: v for k, v in cell.metadata.items() if k == "tags" and v}
        if GIVEN in cell.metadata.get("tags", ()):
            cell.id = GIVEN
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)


def text(notebook: nbformat.NotebookNode) -> str:
    """The notebook as the text of its file."""
    return nbformat.writes(notebook).rstrip("\n") + "\n"
