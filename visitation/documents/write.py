"""Templates as a model has them, and the documents written from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from visitation.documents.facts import Facts
from visitation.documents.legal import awaiting, step_of
from visitation.documents.names import NAMES, TEMPLATES
from visitation.documents.texts import FOLDER
from visitation.errors import ModelError, VisitationError, allowed
from visitation.model import Model
from visitation.register.personnumber import MASK, has_personnumber

SHARED = Path(__file__).parent / "templates"
MARKS = {"# ": "title", "## ": "heading", "- ": "item", "> ": "note"}
NO_WORDS = "fingeraftryk"  # among a hash's digits, a CPR number is chance


@dataclass(frozen=True)
class Template:
    """A template of a model: what it is called, and its file, the municipality's own where it has one."""

    id: str
    label: str
    path: Path


@dataclass(frozen=True)
class Paragraph:
    """A paragraph and what it is: "title", "heading", "item", "note" to the caseworker, or "text"; lines are kept."""

    style: str
    text: str


NOTHING = Paragraph("text", "")


@dataclass(frozen=True)
class Document:
    """A written document. `text` is plain text without the title; `missing` are the blanks in it, in brackets, that others must fill."""

    id: str
    title: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    awaiting_lawyer: bool
    missing: tuple[str, ...]


def templates(model: Model) -> dict[str, Template]:
    """The templates by id, the municipality's own before the shared; ModelError with file and line when one of them is wrong."""
    from visitation.documents.engine import ENDING, check

    shared, own = (sorted(path.name for path in folder.glob(f"*{ENDING}")) for folder in (SHARED, model.folder / FOLDER))
    if strange := [name for name in own if name not in shared]:
        raise ModelError(f"{FOLDER}/{strange[0]}: ukendt skabelon; tilladt er {allowed(shared)}")
    for name in shared:
        check(_folder(model, name in own), name)
    return {name: Template(name, label, _folder(model, name + ENDING in own) / (name + ENDING)) for name, label in TEMPLATES.items()}


def write(model: Model, template_id: str, facts: Facts) -> Document:
    """The document of a template; what is not among the facts is left as a blank, and a letter follows the law it is about.

    VisitationError for an unknown template, for one that is wrong, and for anything that looks like a CPR number."""
    from visitation.documents.engine import ENDING, render

    if template_id not in TEMPLATES:
        raise VisitationError(f"ukendt skabelon '{template_id}'; tilladt er {allowed(TEMPLATES)}")
    _without_personnumber(facts)
    missing: dict[str, None] = {}
    known = facts | _law(model, template_id, facts)
    text = render((model.folder / FOLDER, SHARED), template_id + ENDING, known, missing.setdefault)
    title, *body = _paragraphs(text) or [NOTHING]
    if title.style != "title":
        raise ModelError(f"{template_id}{ENDING}, linje 1: skal begynde med titlen, fx: # {TEMPLATES[template_id]}")
    return Document(template_id, title.text, _plain(body), tuple(body), bool(known["til_jurist"]), tuple(missing))


def as_text(document: Document) -> str:
    """The whole sheet as plain text, with its title."""
    return f"{document.title}\n\n{document.text}\n"


def _law(model: Model, template_id: str, facts: Facts) -> Facts:
    """What the letter's own law says, and what of it awaits the lawyer."""
    step = step_of(model, template_id)
    own = {"lov": step.law, "klage": step.appeal} if step else {}
    return own | {"til_jurist": awaiting(model, template_id, own.get("klage", facts.get("klage", "")))}


def _folder(model: Model, own: bool) -> Path:
    return model.folder / FOLDER if own else SHARED


def _without_personnumber(facts: Facts) -> None:
    for name, fact in facts.items():
        if name != NO_WORDS and has_personnumber("\n".join(fact) if isinstance(fact, tuple | list) else str(fact)):
            raise VisitationError(f"{NAMES[name].blank} ser ud til at indeholde et CPR-nummer ({MASK}); skriv det uden.")


def _paragraphs(text: str) -> list[Paragraph]:
    """Lines that follow each other are one paragraph; a mark at the beginning makes a line one of its own."""
    return [Paragraph(style, "\n".join(lines)) for style, lines in _grouped(text.splitlines()) if lines]


def _grouped(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    running: list[str] = []
    for line in (line.rstrip() for line in lines):
        mark = next((mark for mark in MARKS if line.startswith(mark)), "")
        if mark or not line:
            yield "text", running
            yield MARKS.get(mark, "text"), [line.removeprefix(mark)] if line else []
            running = []
        else:
            running.append(line)
    yield "text", running


def _plain(body: list[Paragraph]) -> str:
    """Paragraphs apart by a blank line; items and notes follow each other."""
    text = ""
    for before, here in zip([None, *body], body, strict=False):
        close = before and before.style == here.style and here.style in ("item", "note")
        text += ("\n" if close else "\n\n" if before else "") + ("- " if here.style == "item" else "") + here.text
    return text
