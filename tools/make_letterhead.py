"""Make the shared letterhead, visitation/documents/templates/brevpapir.docx; the same bytes every time.

Usage: python tools/make_letterhead.py [FILE]   (default: the one that ships)
"""

import sys
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.shared import OxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from visitation.documents.docx import LANGUAGES, say_language, say_properties, settled
from visitation.documents.letterhead import KINDS, NAME
from visitation.documents.parts import leave_out
from visitation.documents.write import SHARED

SIZES = {"Normal": 11, "Title": 20, "Heading 1": 14, "List Bullet": 11, "Intense Quote": 10, "Header": 11, "Footer": 9}
STYLES = {"heading": "Heading 1", "item": "List Bullet", "note": "Intense Quote", "text": "Normal"}
MARK = "Mærke"  # the style of the lines that vanish from a letter
BLACK, GREY = RGBColor(0, 0, 0), RGBColor(0x59, 0x59, 0x59)


def letterhead() -> bytes:
    """The bytes of the Word file."""
    word = docx.Document()
    leave_out(word.part)
    _page(word)
    _styles(word)
    _body(word)
    say_language(word, LANGUAGES["da"])
    say_properties(word, "Brevpapir", "")
    return settled(word)


def _page(word: Document) -> None:
    """A4 with the municipality above and the page number below."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.header.paragraphs[0].text = "{{ kommune }}"
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")


def _field(paragraph: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple", {qn("w:instr"): name})
    paragraph._p.append(field)
    run = paragraph.add_run("1")
    field.append(run._r)


def _styles(word: Document) -> None:
    """Black letters of one face, and no style that a letter does not use."""
    for style in list(word.styles):
        if style.type != WD_STYLE_TYPE.LIST and not style.element.default and style.name not in SIZES:
            style.delete()
    for link in list(word.styles.element.iter(qn("w:link"))):  # to the character styles that are gone
        link.getparent().remove(link)
    for name, size in SIZES.items():
        _letters(word.styles[name], size, BLACK)
    mark = word.styles.add_style(MARK, WD_STYLE_TYPE.PARAGRAPH)
    mark.base_style = word.styles["Normal"]
    mark.paragraph_format.space_after = Pt(0)
    _letters(mark, 8, GREY)


def _letters(style, size: int, color: RGBColor) -> None:
    font = style.font
    font.name, font.size, font.color.rgb = "Arial", Pt(size), color
    fonts = style.element.rPr.rFonts
    for theme in [name for name in fonts.attrib if name.endswith("Theme")]:  # a theme's face would win over the named one
        del fonts.attrib[theme]


def _body(word: Document) -> None:
    """The title, and for each kind of paragraph one that looks like it, between the marks that choose it."""
    word.add_paragraph("{{ titel }}", "Title")
    word.add_paragraph("{%p for afsnit in brev %}", MARK)
    for kind, style in STYLES.items():
        word.add_paragraph(f"{{%p if afsnit.{KINDS[kind]} %}}", MARK)
        word.add_paragraph(f"{{{{ afsnit.{KINDS[kind]} }}}}", style)
        word.add_paragraph("{%p endif %}", MARK)
    word.add_paragraph("{%p endfor %}", MARK)


if __name__ == "__main__":
    (Path(sys.argv[1]) if sys.argv[1:] else SHARED / NAME).write_bytes(letterhead())
