"""The page that lists what ran: itself a notebook of one cell, so that it looks as the reports do."""

from collections.abc import Iterable, Mapping
from html import escape

from nbformat.v4 import new_markdown_cell, new_notebook

from visitation.reports.page import page
from visitation.reports.plan import Run
from visitation.reports.sweep import Outcome


def index(title: str, runs: Iterable[Run], outcomes: Mapping[str, Outcome]) -> str:
    """A table with a row for each run: its page, its parameters, and whether it is there."""
    keys = list(dict.fromkeys(key for run in runs for key in run.parameters))
    rows = [["Rapport", *keys, "Resultat"], ["---"] * (len(keys) + 2), *(_cells(run, outcomes[run.name], keys) for run in runs)]
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in rows)
    ready = sum(outcome.error is None for outcome in outcomes.values())
    text = f"# {_plain(title)}\n\n{ready} af {len(outcomes)} kørsler er klar.\n\n{table}"
    return page(new_notebook(cells=[new_markdown_cell(text, id="oversigt")], metadata={"title": title}))


def _cells(run: Run, outcome: Outcome, keys: list[str]) -> list[str]:
    name = _plain(run.name) if outcome.error else f"[{_plain(run.name)}]({run.name}.html)"
    return [name, *(_plain(str(run.parameters[key])) or "–" for key in keys), _plain(outcome.error or "klar")]


def _plain(text: str) -> str:
    """Text that neither HTML nor a Markdown table takes for anything else."""
    return "".join(f"&#{ord(letter)};" if letter in "|*_`[]\\" else escape(letter) for letter in " ".join(text.split()))
