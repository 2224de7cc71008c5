"""The pieces that a report is put together from: HTML that prints, with a short text beside it for who reads the notebook's file."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape

Cell = str | int | None


@dataclass(frozen=True)
class Piece:
    """Something to display: `html` for the page, `text` for where there is none."""

    html: str
    text: str

    def __add__(self, other: "Piece") -> "Piece":
        return Piece(f"{self.html}\n{other.html}", f"{self.text}\n{other.text}")

    def _repr_mimebundle_(self, **_) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}


def heading(text: str) -> Piece:
    """A heading inside the report."""
    return Piece(f"<h2>{escape(text)}</h2>", text)


def paragraph(text: str, kind: str = "") -> Piece:
    """A paragraph; `kind` is its class: note, warning."""
    return Piece(f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>", text)


def listed(items: Iterable[str]) -> Piece:
    """A list of sentences."""
    said = list(items)
    return Piece(f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in said)}</ul>", "\n".join(f"- {item}" for item in said))


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], wide: bool = False) -> Piece:
    """A table under its caption; the first cell of a row is its heading. `wide` is for words rather than numbers."""
    body = [["" if cell is None else str(cell) for cell in row] for row in rows]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    lines = "".join(f"<tr>{_row(row)}</tr>" for row in body)
    kind = ' class="wide"' if wide else ""
    html = f"<table{kind}><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"
    return Piece(html, "\n".join([caption, *(" | ".join(row) for row in (list(columns), *body))]))


def figure(svg: str, caption: str, numbers: Piece | None = None) -> Piece:
    """A drawing with the sentence that says what it shows; its numbers are behind a fold that paper leaves out."""
    fold = f"<details><summary>Vis tal</summary>{numbers.html}</details>" if numbers else ""
    drawing = f'<div role="img" aria-label="{escape(caption)}">{_apart(svg)}</div>'
    text = f"{caption}\n{numbers.text}" if numbers else caption
    return Piece(f"<figure>{drawing}<figcaption>{escape(caption)}</figcaption>{fold}</figure>", text)


def _apart(svg: str) -> str:
    """The drawing with ids that no other drawing of the page has: each is drawn as if it were alone, and counts its ids from 0."""
    own = sha256(svg.encode()).hexdigest()[:8]
    return re.sub(r'( id="|url\(#|href="#)', rf"\g<1>{own}-", svg)


def _row(cells: Sequence[str]) -> str:
    first, *others = (escape(cell) for cell in cells)
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in others)
