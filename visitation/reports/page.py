"""A notebook's outputs as one page of HTML that asks nobody for anything, with a list of its contents."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from nbconvert import HTMLExporter
from nbformat import NotebookNode

from visitation.home import CODE

THEME = CODE / "widgets" / "theme"
CONTENTS = "<!-- contents -->"  # where the template wants them
FEW = 3  # headings; fewer need no list
HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
ANCHOR = re.compile(r'<a class="anchor-link".*?</a>')  # nbconvert's own sign beside a heading


def page(notebook: NotebookNode) -> str:
    """The page; what the notebook's cells say, not how."""
    exporter = HTMLExporter(
        template_name="rapport",
        extra_template_basedirs=[str(THEME / "jupyter" / "nbconvert" / "templates")],
        extra_template_paths=[str(THEME)],
        exclude_output_prompt=True,
    )
    html = exporter.from_notebook_node(notebook)[0]
    return html.replace(CONTENTS, _contents(html), 1)


def plain(text: str) -> str:
    """Text that neither HTML nor a Markdown table takes for anything else."""
    return "".join(f"&#{ord(letter)};" if letter in "|*_`[]\\" else escape(letter) for letter in " ".join(text.split()))


def rows(columns: Sequence[str], cells: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; of texts that are plain, or Markdown on purpose."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (columns, ["---"] * len(columns), *cells))


def _contents(html: str) -> str:
    found = [(name, ANCHOR.sub("", title)) for name, title in HEADING.findall(html)]
    if len(found) < FEW:
        return ""
    lines = "".join(f'<li><a href="#{name}">{title}</a></li>' for name, title in found)
    return f'<nav class="contents" aria-labelledby="indhold"><p id="indhold">Indhold</p><ol>{lines}</ol></nav>'
