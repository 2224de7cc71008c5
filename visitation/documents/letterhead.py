"""The letterhead: a Word file that a municipality edits in Word, with marks where the letter goes."""

import re
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from jinja2 import StrictUndefined, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from visitation.documents.engine import FAULTS
from visitation.documents.parts import check_parts, leave_out, wrong
from visitation.documents.texts import FOLDER
from visitation.documents.write import SHARED
from visitation.errors import ModelError
from visitation.model import Model

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

NAME = "brevpapir.docx"
WORD = {".doc", ".docm", ".docx", ".dot", ".dotm", ".dotx", ".odt", ".rtf"}
LOCKED = "~$"  # what Word puts beside a file while it is open
MAX_BYTES = 20_000_000  # unpacked; a file of a few kilobytes can hold gigabytes of nothing
KINDS = {"title": "overskrift", "heading": "overskrift", "item": "punkt", "note": "bemaerkning", "text": "tekst"}
NAMES = {"kommune", "titel", "brev"}
MARKS = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.For, nodes.If)
ALLOWED = "{{ kommune }}, {{ titel }} og for hvert afsnit i brev: " + ", ".join(f"afsnit.{kind}" for kind in dict.fromkeys(KINDS.values()))
UNREADABLE = "kan ikke læses; tilladt er et Word-dokument (.docx) uden makroer og uden adgangskode, højst 20 MB pakket ud"
ASTRAY = f"mærkerne står ikke, hvor de kan; tilladt er {ALLOWED}, og hver {{%p ... %}} på sin egen linje"
INCOMPLETE = "udelader noget af brevet; skriv {{ titel }}, og behold linjerne fra {%p for afsnit in brev %} til {%p endfor %}"


class Marks(ImmutableSandboxedEnvironment):
    """What the marks of one letterhead may do: name what is known, choose by it, and walk the paragraphs."""

    def __init__(self, path: Path):
        super().__init__(undefined=StrictUndefined, finalize=_written)
        self.globals, self.path = {}, path

    def compile(self, source, *given, **more):
        """The code of a part's marks; ModelError with the words around what is unknown or cannot be read."""
        try:
            tree = self.parse(source)
        except TemplateSyntaxError as error:
            raise wrong(self.path, f"mærket ved '{_around(source, error.lineno)}' kan ikke læses; tilladt er {ALLOWED}") from None
        unknown = meta.find_undeclared_variables(tree) - NAMES
        for node in tree.find_all(nodes.Node):
            if not _known(node, unknown):
                raise wrong(self.path, f"ukendt mærke ved '{_around(source, node.lineno)}'; tilladt er {ALLOWED}")
        return super().compile(source, *given, **more)


def letterhead(model: Model) -> Path:
    """The letterhead, the municipality's own before the shared; ModelError for one of another name or kind."""
    folder = model.folder / FOLDER
    own = sorted(path.name for path in folder.glob("*") if path.suffix.lower() in WORD and not path.name.startswith(LOCKED))
    if strange := [name for name in own if name != NAME]:
        raise ModelError(f"{FOLDER}/{strange[0]}: ukendt brevpapir; tilladt er {NAME}, gemt som Word-dokument uden makroer")
    return (folder if own else SHARED) / NAME


def filled(path: Path, municipality: str, title: str, paragraphs: list[tuple[str, str]]) -> "DocxTemplate":
    """The letterhead with title and paragraphs, each a style of KINDS and a text; ModelError when it is wrong or leaves words out."""
    word = _opened(path)
    letter = [dict.fromkeys(KINDS.values(), "") | {KINDS[style]: text} for style, text in paragraphs]
    _fill(path, word, {"kommune": municipality, "titel": title, "brev": letter})
    rest = _words(word)
    for text in filter(None, [title, *(text for _, text in paragraphs)]):
        _, found, rest = rest.partition(text)
        if not found:
            raise wrong(path, INCOMPLETE)
    return word


def _opened(path: Path) -> "DocxTemplate":
    from docxtpl import DocxTemplate

    try:
        with ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > MAX_BYTES:
                raise wrong(path, UNREADABLE)
        word = DocxTemplate(BytesIO(path.read_bytes()))
        word.init_docx()
        leave_out(word.docx.part)
        check_parts(path, word.docx.part.package)
    except ModelError:
        raise
    except Exception:  # a broken file makes the libraries stumble in too many ways to name
        raise wrong(path, UNREADABLE) from None
    return word


def _fill(path: Path, word: "DocxTemplate", known: dict[str, Any]) -> None:
    from lxml.etree import XMLSyntaxError

    try:
        word.render(known, Marks(path))
    except ModelError:
        raise
    except (*FAULTS, XMLSyntaxError, AttributeError):
        raise wrong(path, ASTRAY) from None


def _words(word: "DocxTemplate") -> str:
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    return "\n".join(Paragraph(each, word.docx).text for each in word.docx.element.body.iter(qn("w:p")))


def _known(node: nodes.Node, unknown: set[str]) -> bool:
    if isinstance(node, nodes.Getattr):
        return node.attr in KINDS.values()
    return isinstance(node, MARKS) and not (isinstance(node, nodes.Name) and node.name in unknown)


def _written(value: Any) -> str:
    """Text for XML; without braces, as docxtpl has a meaning for some of them even in what is filled in."""
    return escape(str(value), quote=False).replace("{", "&#123;").replace("}", "&#125;")


def _around(source: str, line: int) -> str:
    """The last words of a line of marks; docxtpl begins one for each paragraph."""
    return re.sub(r"<[^>]*>", "", source.splitlines()[line - 1]).strip()[-60:]
