"""A notebook's outputs as one page of HTML that asks nobody for anything."""

from nbconvert import HTMLExporter
from nbformat import NotebookNode

from visitation.home import CODE

THEME = CODE / "widgets" / "theme"


def page(notebook: NotebookNode) -> str:
    """The page; what the notebook's cells say, not how."""
    exporter = HTMLExporter(
        template_name="rapport",
        extra_template_basedirs=[str(THEME / "jupyter" / "nbconvert" / "templates")],
        extra_template_paths=[str(THEME)],
        exclude_output_prompt=True,
    )
    return exporter.from_notebook_node(notebook)[0]
