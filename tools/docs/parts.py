"""The pieces that the made pages are put together from, as Markdown."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from visitation.model import Source, Text

ROOT = Path(__file__).resolve().parents[2]


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; a cell may hold a list, which is put on lines of its own."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(cell, line))} |" for line in lines) + "\n"


def cell(content: object) -> str:
    """What a cell holds, on one line."""
    if content is None:
        return ""
    if isinstance(content, list | tuple):
        return "<br>".join(map(cell, content))
    return " ".join(str(content).split()).replace("|", "\\|")


def code(text: object) -> str:
    """Something that is written exactly like this."""
    return f"`{text}`"


def danish(text: str) -> str:
    """The program's own Danish words in an English page, said as such to whoever listens."""
    return f'<span lang="da">{escaped(text)}</span>' if text else ""


def escaped(text: str) -> str:
    """Words in which nothing is read as Markdown or HTML, but for what stands between backticks."""
    return re.sub(r"`[^`]+`|[\\*_\[\]<]", lambda found: found[0] if len(found[0]) > 1 else f"&#{ord(found[0])};", text)


def both(text: Text | None) -> list[str]:
    """Danish first, as on the screen, then English."""
    return [] if text is None else [danish(text.da), f'<span class="also">{escaped(text.en)}</span>']


def sources(found: Iterable[Source]) -> list[str]:
    """Where something stands: number of the document, its heading, the words to look for."""
    return [f"{one.document}, {danish(one.section)}: “{danish(one.anchor)}”" for one in found]


def readme_rows(first: str) -> dict[str, list[str]]:
    """The rows of the README's table with this heading, by the first word or link of each."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    body = text.split(f"| {first} |")[1].split("\n\n")[0].splitlines()[2:]
    rows = [[part.strip() for part in line.strip("|").split(" | ")] for line in body]
    return {re.sub(r"[\[`]|\].*|visitation ", "", row[0]).strip(): row for row in rows}
