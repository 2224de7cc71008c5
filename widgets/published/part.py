"""What the public pages are put together from: plain HTML, with the files that go beside it.

Every number that comes from the published tables stands in a `data` element, so that it can be told from all others."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape, unescape

from visitation.publishing.folder import FILES, FRAME

TAG = re.compile(r"<svg.*?</svg>|<[^>]+>", re.DOTALL)
ROLE = re.compile(r' (?:role|aria-\w+)="[^"]*"')  # of a drawing's parts: it is one picture with one sentence
BOM = "\ufeff"


@dataclass(frozen=True)
class Part:
    """A piece of a page: its HTML, the files beside it by name, and what the page's frame is told."""

    html: str
    files: Mapping[str, str] = field(default_factory=dict)
    frame: Mapping[str, str] = field(default_factory=dict)

    def __add__(self, other: "Part") -> "Part":
        return Part(f"{self.html}\n{other.html}", {**self.files, **other.files}, {**self.frame, **other.frame})

    def _repr_mimebundle_(self, **_) -> dict:
        plain = "\n".join(line for part in unescape(TAG.sub("\n", self.html)).splitlines() if (line := part.strip()))
        told = {FILES: dict(self.files), FRAME: dict(self.frame)}
        return {"text/html": self.html, "text/plain": plain} | {kind: said for kind, said in told.items() if said}


@dataclass(frozen=True)
class Marked:
    """Text that is HTML already."""

    html: str


Cell = str | Marked


def html_of(cell: Cell) -> str:
    """A cell as HTML."""
    return cell.html if isinstance(cell, Marked) else escape(cell)


def joined(parts: Iterable[Part]) -> Part:
    """Parts one after the other."""
    return sum(parts, Part(""))


def wrapped(tag: str, kind: str, *parts: Part) -> Part:
    """Parts inside an element of a class."""
    whole = joined(parts)
    return Part(f'<{tag} class="{kind}">{whole.html}\n</{tag}>', whole.files, whole.frame)


def heading(text: str, level: int = 2, at: str = "") -> Part:
    """A heading, and the name that a link reaches it by."""
    return Part(f"<h{level}{f' id={chr(34)}{at}{chr(34)}' if at else ''}>{escape(text)}</h{level}>")


def paragraph(text: Cell, kind: str = "") -> Part:
    """A paragraph of a class."""
    return Part(f'<p class="{kind}">{html_of(text)}</p>' if kind else f"<p>{html_of(text)}</p>")


def listed(items: Iterable[Cell]) -> Part:
    """A list of sentences."""
    return Part(f"<ul>{''.join(f'<li>{html_of(item)}</li>' for item in items)}</ul>")


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], kind: str = "") -> Part:
    """A table under its caption; the first cell of a row is its heading, and on a narrow screen every cell says its column."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "\n".join(f"<tr>{_row(row)}</tr>" for row in rows)
    name = f' class="{kind}"' if kind else ""
    inside = f"<table{name}><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>"
    return Part(f'<div class="vbo-wide" role="region" aria-label="{escape(caption)}" tabindex="0">{inside}</div>')


def facts_of(facts: Mapping[str, str]) -> Part:
    """Names and what they stand for."""
    return Part(f"<dl>{''.join(f'<div><dt>{escape(name)}</dt><dd>{escape(said)}</dd></div>' for name, said in facts.items())}</dl>")


def download(name: str, label: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> Part:
    """A link to a file with these rows: semicolons, UTF-8 with BOM, as a spreadsheet opens it in Danish."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerows([header, *rows])
    return Part(f'<p class="vbo-csv"><a href="{name}" download>{escape(label)}</a></p>', {name: BOM + text.getvalue()})


def figure(svg: str, said: str, caption: Cell) -> Part:
    """A drawing that a screen reader hears as one sentence, and what stands below it."""
    own = sha256(svg.encode()).hexdigest()[:8]  # each drawing counts its ids from 0, as if it were alone on the page
    drawing = ROLE.sub("", re.sub(r'( id="|url\(#|href="#)', rf"\g<1>{own}-", svg))
    return Part(f'<figure><div role="img" aria-label="{escape(said)}">{drawing}</div><figcaption>{html_of(caption)}</figcaption></figure>')


def fold(label: str, *parts: Part) -> Part:
    """Parts behind a line that opens them; paper shows them."""
    inside = joined(parts)
    return Part(f"<details><summary>{escape(label)}</summary>\n{inside.html}\n</details>", inside.files)


def _row(cells: Sequence[Cell]) -> str:
    first, *others = map(html_of, cells)
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in others)
