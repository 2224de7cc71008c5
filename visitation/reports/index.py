"""The page that lists what a folder holds of runs: itself a notebook, so that it looks as the reports do."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from nbformat.v4 import new_markdown_cell, new_notebook

from visitation.reports.files import NOTE
from visitation.reports.page import page, plain, rows
from visitation.reports.parameters import said

TITLE = "Rapporter"


def index(manifests: Mapping[str, Mapping[str, Any]]) -> str:
    """A table for each report with a row for each run: its files, its parameters, and whether it is there."""
    ready = sum("results" in found for found in manifests.values())
    ordered = sorted(manifests.items(), key=lambda item: (item[1]["title"], item[0]))
    parts = [_part(title, [*found]) for title, found in groupby(ordered, key=lambda item: item[1]["title"])]
    texts = {"titel": f"# {TITLE}\n\n{ready} af {len(manifests)} kørsler er klar.", "oversigt": "\n\n".join(parts)}
    cells = [new_markdown_cell(text, id=name) for name, text in texts.items()]
    return page(new_notebook(cells=cells, metadata={"title": TITLE}))


def _part(title: str, runs: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    keys = list(dict.fromkeys(key for _, found in runs for key in found["parameters"]))
    told = [(_page(name, found), _state(found), _beside(name, found), *(_value(found, key) for key in keys)) for name, found in runs]
    return f"## {plain(title)}\n\n{rows(['Kørsel', 'Resultat', 'Også', *map(plain, keys)], told)}"


def _page(name: str, found: Mapping[str, Any]) -> str:
    return f"[{plain(name)}]({name}.html)" if "results" in found else _unbroken(name)


def _value(found: Mapping[str, Any], key: str) -> str:
    return _unbroken(said(found["parameters"].get(key, "")))


def _beside(name: str, found: Mapping[str, Any]) -> str:
    """The other files that are for reading."""
    others = {f"{name}.pdf": "PDF", f"{name}/{NOTE}": "tal og metode"}
    return ", ".join(f"[{said}]({file})" for file, said in others.items() if file in found.get("results", ())) or "–"


def _state(found: Mapping[str, Any]) -> str:
    return f"**Fejl:** {plain(found['error'])}" if "error" in found else "klar"


def _unbroken(text: str) -> str:
    return f'<span class="value">{plain(text)}</span>'
