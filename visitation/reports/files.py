"""The files of a run: its notebook and its page, and in a folder beside them the figures, the tables and the note on method."""

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_notebook

from visitation.reports.page import page, plain, rows
from visitation.reports.parameters import said
from visitation.reports.pieces import Shown, pieces
from visitation.reports.run import Made

METHOD = "method"  # the tag of the cells whose outputs tell how the report is made
NOTE = "metode.html"


def files(name: str, title: str, parameters: Mapping[str, Any], made: Made) -> dict[str, bytes]:
    """Every file by its path in the folder of results."""
    notebook = nbformat.reads(made.notebook, as_version=4)
    shown = pieces(notebook)
    beside = {file: data for one in shown for file, data in one.files.items()}
    beside[NOTE] = _note(notebook, title, parameters, shown).encode()
    main = {f"{name}.ipynb": made.notebook.encode(), f"{name}.html": made.page.encode()}
    return main | {f"{name}/{file}": data for file, data in beside.items()}


def _note(notebook: NotebookNode, title: str, parameters: Mapping[str, Any], shown: Iterable[Shown]) -> str:
    """What was counted and how, of how many, when and whence, and what gives the same again."""
    told = [cell for cell in notebook.cells if METHOD in cell.metadata.get("tags", ())]
    given = [(plain(key), plain(said(value))) for key, value in parameters.items()]
    listed = [(_links(one), plain(one.caption), plain(one.ground)) for one in shown]
    first = f"# Metodenote: {plain(title)}\n\nLavet med visitationsbordet {version('visitationsbordet')}."
    last = (
        f"## Parametre\n\n{rows(['Parameter', 'Værdi'], given)}\n\n## Tal og figurer\n\n{rows(['Filer', 'Hvad', 'Grundlag'], listed)}\n\n"
        "Tabellerne er CSV med semikolon imellem, som et dansk regneark åbner dem: decimalkomma, intet tusindtalstegn, "
        "ét tal i hver celle, og op til seks decimaler."
    )
    cells = [new_markdown_cell(first, id="titel"), *told, new_markdown_cell(last, id="filer")]
    return page(new_notebook(cells=cells, metadata={"title": f"Metodenote: {title}"}))


def _links(one: Shown) -> str:
    return f"{one.name}: {', '.join(f'[{file}]({file})' for file in one.files)}"
