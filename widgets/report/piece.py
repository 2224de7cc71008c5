"""The pieces that a report is put together from: HTML that prints, with a short text beside it for who reads the notebook's file."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape

from widgets.report.told import Number, Told, number

Cell = str | int | None
NO_WORD = re.compile(r"[^\w]+")
DECIMALS = 6  # of a number in a file; what is beyond them is the processor's
REACHED = 'tabindex="0"'  # by keyboard too, for on a phone it scrolls


@dataclass(frozen=True)
class Piece:
    """Something to display: `html` for the page, `text` for where there is none."""

    html: str
    text: str

    def __add__(self, other: "Piece") -> "Piece":
        return Piece(f"{self.html}\n{other.html}", f"{self.text}\n{other.text}")

    def _repr_mimebundle_(self, **_) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}


@dataclass(frozen=True)
class Ground:
    """What a table or a drawing rests on: of how many `n`, from when to when, and from where."""

    n: str
    period: str
    source: str

    def __str__(self) -> str:
        return f"n = {self.n}; {self.period}; kilde: {self.source}"


def heading(text: str) -> Piece:
    """A heading inside the report, which its list of contents leads to."""
    return Piece(f'<h2 id="{NO_WORD.sub("-", text).strip("-").lower()}">{escape(text)}</h2>', text)


def paragraph(text: str, kind: str = "") -> Piece:
    """A paragraph; `kind` is its class: note, warning."""
    return Piece(f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>", text)


def listed(items: Iterable[str]) -> Piece:
    """A list of sentences."""
    said = list(items)
    return Piece(f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in said)}</ul>", "\n".join(f"- {item}" for item in said))


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], ground: Ground, wide: bool = False) -> Piece:
    """A table under its caption and what it rests on; the first cell of a row is its heading. `wide` is for words rather than numbers.

    A cell carries its numbers in `data-numbers`, for the table as a file (`visitation.reports.pieces`)."""
    body = [[_cell(cell) for cell in row] for row in rows]
    head = "".join(f'<th scope="col">{escape(name)}</th>' if name else "<td></td>" for name in columns)
    kind = ' class="wide"' if wide else ""
    parts = f"<caption>{_said(caption, ground)}</caption><thead><tr>{head}</tr></thead><tbody>{_lines(body)}</tbody>"
    text = [caption, str(ground), *(" | ".join(row) for row in (columns, *body))]
    return Piece(f"<table{kind} {REACHED}>{parts}</table>", "\n".join(text))


def facts(caption: str, rows: Sequence[tuple[str, str]]) -> Piece:
    """What a report is about and rests on: a name and what it is, a row for each."""
    html = f'<table class="facts"><caption>{escape(caption)}</caption><tbody>{_lines(rows)}</tbody></table>'
    return Piece(html, "\n".join([caption, *(" | ".join(row) for row in rows)]))


def figure(svg: str, caption: str, ground: Ground, numbers: Piece | None = None) -> Piece:
    """A drawing with the sentence that says what it shows, and what it rests on; its numbers are behind a fold that paper leaves out."""
    fold = f"<details><summary>Vis tal</summary>{numbers.html}</details>" if numbers else ""
    drawing = f'<div role="img" aria-label="{escape(caption)}" {REACHED}><div aria-hidden="true">{_apart(svg)}</div></div>'
    text = "\n".join([caption, str(ground), *([numbers.text] if numbers else [])])
    return Piece(f"<figure>{drawing}<figcaption>{_said(caption, ground)}</figcaption>{fold}</figure>", text)


def _said(caption: str, ground: Ground) -> str:
    return f'{escape(caption)} <span class="ground">{escape(str(ground))}</span>'


def _apart(svg: str) -> str:
    """The drawing with ids that no other drawing of the page has: each is drawn as if it were alone, and counts its ids from 0."""
    own = sha256(svg.encode()).hexdigest()[:8]
    return re.sub(r'( id="|url\(#|href="#)', rf"\g<1>{own}-", svg)


def _lines(rows: Iterable[Sequence[str]]) -> str:
    return "".join(f"<tr>{_row(row)}</tr>" for row in rows)


def _row(cells: Sequence[str]) -> str:
    first, *others = cells
    return f'<th scope="row">{escape(first)}</th>' + "".join(f"<td{_numbers(cell)}>{escape(cell)}</td>" for cell in others)


def _cell(cell: Cell) -> str:
    return "" if cell is None else number(cell) if isinstance(cell, int) else cell


def _numbers(cell: str) -> str:
    if not isinstance(cell, Told):
        return ""
    told = {name: value if isinstance(value, str) else _plain(value) for name, value in cell.numbers.items()}
    return f' data-numbers="{escape(json.dumps(told, ensure_ascii=False))}"'


def _plain(value: Number) -> int | float:
    """Whole where it is; without a sign where it is nothing."""
    found = round(float(value), DECIMALS)
    return int(found) if found == int(found) else found
