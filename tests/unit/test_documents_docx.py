"""The Word file: the same text in the letterhead's styles, Danish, and the same bytes for the same text."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.registers import TODAY
from tests.snapshots import case, documents
from visitation.documents import facts, to_docx, write
from visitation.documents.docx import UNWRITABLE
from visitation.documents.write import SHARED, Document, Paragraph
from visitation.model import load
from visitation.register.personnumber import has_personnumber

ROOT = Path(__file__).resolve().parents[2]
RINGSTED = load("ringsted")
WRITTEN = documents("ringsted")
STYLES = {"heading": "Heading 1", "item": "List Bullet", "note": "Intense Quote", "text": "Normal"}


def opened(document):
    return docx.Document(BytesIO(to_docx(document, RINGSTED)))


def unpacked(file):
    with ZipFile(file) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


@pytest.mark.parametrize("template", WRITTEN)
def test_word_has_the_same_text_in_real_styles(template):
    document = WRITTEN[template]
    told = [(paragraph.style.name, paragraph.text) for paragraph in opened(document).paragraphs]
    assert told == [("Title", document.title), *((STYLES[one.style], one.text) for one in document.paragraphs)]
    plain = [words.removeprefix("- ") for words in document.text.splitlines() if words]
    assert plain == [line for _, text in told[1:] for line in text.splitlines()]


@settings(max_examples=30)
@given(words=st.text(min_size=1).filter(lambda words: not has_personnumber(words)))
def test_any_words_can_be_saved(words):
    document = write(RINGSTED, "sms", facts(RINGSTED, case(), day=TODAY) | {"udfoerer": words})
    assert opened(document).paragraphs[0].text == "Sms efter opkald"


@settings(max_examples=40)
@given(lines=st.lists(st.text(st.characters(exclude_characters="\r\n"), min_size=1), min_size=1))
@example(["{{ kommune }} {% if %} {_{ }_} {#"])
@example(["<w:t>&amp;</w:t>", "]]>", "  a\t b "])
@example(["</w:t></w:r></w:p>"])
def test_words_arrive_as_they_are_and_cannot_act_as_marks(lines):
    text = "\n".join(lines)
    document = Document("sms", "Sms", text, (Paragraph("item", text), Paragraph("text", "slut")), False, ())
    assert [each.text for each in opened(document).paragraphs if each.text] == [
        words for words in ("Sms", UNWRITABLE.sub("", text), "slut") if words
    ]


def test_the_same_text_gives_the_same_bytes(monkeypatch):
    first = to_docx(WRITTEN["sms"], RINGSTED)
    monkeypatch.setattr("time.time", lambda: 4e9)
    assert to_docx(WRITTEN["sms"], RINGSTED) == first
    assert {part.date_time[:3] for part in ZipFile(BytesIO(first)).infolist()} == {(1980, 1, 1)}


def test_its_properties_name_the_municipality_and_no_clock():
    word = opened(WRITTEN["henvisningsbrev"])
    about = word.core_properties
    assert (about.title, about.author) == ("Du er henvist til et forløb i Socialpsykiatrien", "Ringsted Kommune")
    assert about.created.year == about.modified.year == 1980
    assert word.sections[0].header.paragraphs[0].text == "Ringsted Kommune"
    assert (round(word.sections[0].page_width.mm), round(word.sections[0].page_height.mm)) == (210, 297)


def test_a_long_title_is_no_obstacle():
    title = "En meget lang overskrift " * 20
    assert opened(Document("sms", title.strip(), "", (), False, ())).paragraphs[0].text == title.strip()


@pytest.mark.parametrize(("template", "language"), [("henvisningsbrev", "da-DK"), ("journalnotat.en", "en-GB")])
def test_it_says_its_language(template, language):
    marks = list(opened(WRITTEN[template]).styles.element.iter(qn("w:lang")))
    assert marks and {mark.get(qn("w:val")) for mark in marks} == {language}


def test_the_shared_letterhead_is_what_its_script_makes(tmp_path):
    files = [tmp_path / "a.docx", tmp_path / "b.docx"]
    for file in files:
        subprocess.run([sys.executable, ROOT / "tools" / "make_letterhead.py", file], check=True, cwd=ROOT)
    assert files[0].read_bytes() == files[1].read_bytes()
    assert unpacked(files[0]) == unpacked(SHARED / "brevpapir.docx")  # not the packed bytes: another zlib packs otherwise
