"""Where nobody is compared with, no text says what brought a development about: neither on the screen, in a report, nor in the data."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import nbformat
import pytest
import yaml
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (
    *(f"widgets/{name}" for name in ("outcomes", "economy", "report", "guideposts", "published")),
    *(f"visitation/{name}" for name in ("outcomes", "economy", "statbank")),
)
PARTS = ("outcomes.yaml", "economy.yaml", "statbank.yaml", "guideposts.yaml")
NOTEBOOKS = [
    "udvikling.ipynb",
    "oekonomi.ipynb",
    *(f"rapporter/{path.name}" for path in sorted((ROOT / "notebooks/rapporter").glob("*.ipynb"))),
]
# A page may work without a file ("virker uden"); help may not be said to work.
CAUSAL = re.compile(
    r"""\b(
    effekt(er|en|erne)?(s?|fuld\w*)
    | virker(?!\ uden) | virkede | virkning\w* | indvirk\w* | bevirk\w* | skyld(es|tes) | (fører|førte|føre|ført)\ til
    | på\ grund\ af | pga | som\ følge\ af | takket\ være | medfør(er|te|t)? | resulter\w*\ i | (for)?årsag\w*
    | forbedr\w* | nedbring\w* | nedbragt\w* | reducer\w* | reduktion\w* | besparelse\ ved
    | effects? | impacts? | caus(e|es|ed|al|ing) | due\ to | owing\ to | (leads?|led|leading)\ to | because\ of | thanks\ to | as\ a\ result
    | results?\ in | improv\w* | reduc\w* | works(?!\ without)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
JUDGED = "says whose judgement it is, beside the figures that cannot show it"
ALLOWED = {  # a phrase in which such a word says nothing of what help has brought about, and why it stands
    "At det skyldes FOKUS, er administrationens vurdering": JUDGED,
    "That it is due to FOKUS is the administration's judgement": JUDGED,
}


def causal(text: str) -> list[str]:
    """The causal words of a text, without what is allowed."""
    for phrase in ALLOWED:
        text = re.sub(re.escape(phrase), "", text, flags=re.IGNORECASE)
    return [found[0] for found in CAUSAL.finditer(text)]


def spoken() -> set[str]:
    """Every text in the code of the rooms; what is written for its readers alone (docstrings) is left out."""
    return {
        text for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")) for text in constants(ast.parse(path.read_text("utf-8")))
    }


def constants(tree: ast.AST) -> Iterator[str]:
    documented = [node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
    docstrings = {id(node.body[0].value) for node in documented if node.body and isinstance(node.body[0], ast.Expr)}
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings)
    yield from (node.value for node in found if isinstance(node.value, str))


def translated() -> set[str]:
    """The English of every text in the code of the rooms."""
    with (ROOT / "visitation" / "locale" / "en" / "LC_MESSAGES" / "visitation.po").open("rb") as file:
        english = {message.id: message.string for message in read_po(file)}
    return {english[text] for text in spoken() if text in english}


def leaves(data: object) -> Iterator[str]:
    """The texts of a piece of data, without the places in the documents it rests on: those are the documents' own words."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value) if key != "source" else ()
    elif isinstance(data, list):
        for value in data:
            yield from leaves(value)


def data(name: str) -> Iterator[tuple[Path, object]]:
    """The files of this name in the shipped models, read."""
    for path in sorted((ROOT / "visitation" / "municipalities").glob(f"*/{name}")):
        yield path, yaml.safe_load(path.read_text("utf-8"))


def told() -> dict[str, str]:
    """Every text of the data by where it stands, and of the contradictions that those name."""
    found = {text: path.name for name in PARTS for path, read in data(name) for text in leaves(read)}
    open_ = [one for _, read in data("contradictions.yaml") for one in read["contradictions"] if one["id"] in found]
    return found | {text: one["id"] for one in open_ for text in leaves(one)}


def sections(read: object) -> Iterator[str]:
    """The headings that the sources in a piece of data name."""
    if isinstance(read, dict):
        yield from (read["section"],) if isinstance(read.get("section"), str) else ()
        read = list(read.values())
    if isinstance(read, list):
        for value in read:
            yield from sections(value)


def stored(name: str) -> str:
    """What a notebook says, in its cells and in its stored outputs, without the headings of the documents it names."""
    notebook = nbformat.read(ROOT / "notebooks" / name, as_version=4)
    said = "\n".join(f"{cell.source}\n{cell.get('outputs', '')}" for cell in notebook.cells)
    for heading in headings():
        said = said.replace(heading, "")
    return said


@cache
def headings() -> list[str]:
    """The headings of the documents, the longest first."""
    return sorted({heading for _, read in data("*.yaml") for heading in sections(read)}, key=len, reverse=True)


def test_there_is_something_to_read():
    assert len(spoken()) > 500 and len(told()) > 100 and len(translated()) > 20


def test_no_text_on_the_screen_or_in_a_report_says_what_brought_it_about():
    assert {text: words for text in sorted(spoken() | translated()) if (words := causal(text))} == {}


def test_no_text_in_the_data_does():
    assert {where: (text, words) for text, where in told().items() if (words := causal(text))} == {}


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_no_stored_notebook_does(name):
    assert causal(stored(name)) == []


@pytest.mark.parametrize("phrase", ALLOWED)
def test_what_is_allowed_is_said_somewhere(phrase):
    assert any(phrase in text for text in spoken() | translated() | told().keys())


@pytest.mark.parametrize(
    "text",
    [
        "Effekten af forløbet", "forløbet virker", "det skyldes FOKUS", "det fører til mindre støtte", "på grund af indsatsen",
        "forbedrer trivslen", "nedbringer udgiften", "reducerer støtten", "takket være FOKUS", "som følge af forløbet",
        "the effect of the course", "the course works", "due to the course", "leads to less support", "because of it",
        "improves wellbeing", "reduces support", "thanks to the unit", "caused by it", "as a result of the course",
    ],
)  # fmt: skip
def test_a_causal_word_is_found(text):
    assert causal(text)


@pytest.mark.parametrize(
    "text", ["Trivslen er steget.", "Fra henvist til startet", "Med støtte før: 5", "support fell", "because nobody asked"]
)
def test_a_plain_sentence_is_not(text):
    assert not causal(text)
