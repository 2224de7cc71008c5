"""A document as a Word file on the municipality's letterhead: Danish as its language, and the same bytes for the same text."""

import re
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from visitation.documents.texts import words
from visitation.documents.write import Document, Paragraph
from visitation.model import Model

if TYPE_CHECKING:
    from docx.document import Document as Word

LANGUAGES = {"da": "da-DK", "en": "en-GB"}
THEN = datetime(1980, 1, 1)  # the oldest time a zip file can hold stands wherever Word wants one, so that no clock gets in
MOST = 255  # characters that Word gives a property
UNWRITABLE = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # characters that XML has no room for
SAMPLE = [Paragraph(style, f"{style} {number}") for number in (1, 2) for style in ("heading", "text", "item", "note")]


def to_docx(document: Document, model: Model) -> bytes:
    """The bytes of a .docx file with the document's title and text; ModelError when the municipality's letterhead is wrong."""
    from visitation.documents.letterhead import filled, letterhead

    municipality, title = (UNWRITABLE.sub("", text) for text in (words(model)["kommune"], document.title))
    paragraphs = [(paragraph.style, UNWRITABLE.sub("", paragraph.text)) for paragraph in document.paragraphs]
    word = filled(letterhead(model), municipality, title, paragraphs).docx
    say_language(word, LANGUAGES["en" if document.id.endswith(".en") else "da"])
    say_properties(word, title, municipality)
    return settled(word)


def check_letterhead(model: Model) -> None:
    """ModelError, with the file and what is allowed, when the letterhead is broken, unsafe or has no room for some kind of paragraph."""
    to_docx(Document("brevpapir", "Brevpapir", "", tuple(SAMPLE), False, ()), model)


def say_language(word: "Word", language: str) -> None:
    """Marks the text as of that language, such as da-DK, wherever the file names one."""
    from docx.oxml.ns import qn

    for root in (word.styles.element, word.element):
        for mark in root.iter(qn("w:lang")):
            mark.set(qn("w:val"), language)


def say_properties(word: "Word", title: str, author: str) -> None:
    """Writes properties that tell neither a person nor a time."""
    properties = word.core_properties
    properties.title, properties.author, properties.last_modified_by = title[:MOST], author[:MOST], author[:MOST]
    properties.created = properties.modified = THEN


def settled(word: "Word") -> bytes:
    """The file's parts packed once more, each dated THEN."""
    loose, packed = BytesIO(), BytesIO()
    word.save(loose)
    with ZipFile(loose) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as settled:
        for name in parts.namelist():
            settled.writestr(ZipInfo(name, THEN.timetuple()[:6]), parts.read(name), ZIP_DEFLATED)
    return packed.getvalue()
