"""The figures and tables of a report as files: each drawing as SVG, each table as CSV the way a Danish spreadsheet opens it."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from io import StringIO
from itertools import zip_longest

from nbformat import NotebookNode

PARTS = re.compile(r"<figure\b.*?</figure>|<table\b.*?</table>", re.DOTALL)
FACTS = '<table class="facts"'  # the head of a report, which stands in its method note
DRAWING = re.compile(r"<svg\b.*</svg>", re.DOTALL)
NUMBERS = re.compile(r"<table\b.*</table>", re.DOTALL)
FORMULA = ("=", "+", "-", "@")  # what a spreadsheet takes for one, by its first character
CAPTION = re.compile(r'<(figcaption|caption)>(?P<said>.*?)(<span class="ground">(?P<ground>.*?)</span>)?</\1>', re.DOTALL)


@dataclass(frozen=True)
class Shown:
    """A figure or a table: what it is called, its caption, what it rests on, and its files by name."""

    name: str
    caption: str
    ground: str
    files: dict[str, bytes]


def pieces(notebook: NotebookNode) -> list[Shown]:
    """All of them, numbered in the order of the page as the page numbers them."""
    html = "".join(output.get("data", {}).get("text/html", "") for cell in notebook.cells for output in cell.get("outputs", []))
    found = [part for part in PARTS.findall(html) if not part.startswith(FACTS)]
    figures = [part for part in found if part.startswith("<figure")]
    tables = [part for part in found if part.startswith("<table")]
    return [*(_figure(i, part) for i, part in enumerate(figures, 1)), *(_table(i, part) for i, part in enumerate(tables, 1))]


def _figure(number: int, html: str) -> Shown:
    name = f"figur-{number:02}"
    drawing, numbers = DRAWING.search(html), NUMBERS.search(html)
    files = ({f"{name}.svg": drawing[0].encode()} if drawing else {}) | ({f"{name}.csv": _csv(numbers[0])} if numbers else {})
    told = [found for found in CAPTION.finditer(html) if found[1] == "figcaption"]
    return Shown(f"Figur {number}", *_told(next(iter(told), None)), files)


def _table(number: int, html: str) -> Shown:
    return Shown(f"Tabel {number}", *_told(CAPTION.search(html)), {f"tabel-{number:02}.csv": _csv(html)})


def _told(found: re.Match | None) -> tuple[str, str]:
    return (unescape(found["said"]).strip(), unescape(found["ground"] or "")) if found else ("", "")


def _csv(html: str) -> bytes:
    text = StringIO()
    reader = _Cells()
    reader.feed(html)
    columns = [column for cells in zip_longest(*reader.rows, fillvalue=_Cell()) for column in _parted(*cells)]
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(zip(*columns, strict=True))
    return text.getvalue().encode("utf-8-sig")


@dataclass
class _Cell:
    """What a cell says, and by their names the numbers in it."""

    numbers: Mapping[str, float | str] = field(default_factory=dict)
    words: str = ""


def _parted(head: _Cell, *cells: _Cell) -> Iterator[list[str]]:
    """A column as so many as its cells have numbers; what says none stands in the first of them."""
    most = sorted((cell.numbers for cell in cells), key=len, reverse=True)
    first, *others = dict.fromkeys(part for numbers in most for part in numbers) or [""]
    yield [_named(head, first), *(_said(cell.numbers.get(first, "") if cell.numbers else cell.words) for cell in cells)]
    for part in others:
        yield [_named(head, part), *(_said(cell.numbers.get(part, "")) for cell in cells)]


def _named(head: _Cell, part: str) -> str:
    return ", ".join(filter(None, (head.words, part)))


def _said(value: float | str) -> str:
    """A number with a decimal comma, or words that no spreadsheet takes for a formula."""
    if isinstance(value, str):
        words = value.replace("\N{NO-BREAK SPACE}", " ")
        return f"'{words}" if words.startswith(FORMULA) else words
    return str(value) if isinstance(value, int) else f"{value:f}".rstrip("0").replace(".", ",")


class _Cells(HTMLParser):
    """A table's cells, row by row."""

    def __init__(self):
        super().__init__()
        self.rows: list[list[_Cell]] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append(_Cell(json.loads(dict(attrs).get("data-numbers", "{}"))))
            self._open = True

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._open:
            self.rows[-1][-1].words += data
