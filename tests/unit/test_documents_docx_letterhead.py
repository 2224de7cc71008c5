"""The letterhead: a municipality edits it in Word; what is broken, unsafe or leaves words out is refused in one sentence."""

import shutil
import struct
import zlib
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.snapshots import documents
from visitation.check import model_proof
from visitation.documents import to_docx
from visitation.documents.docx import check_letterhead
from visitation.documents.write import SHARED
from visitation.errors import ModelError
from visitation.model import load

LETTER = documents("ringsted")["henvisningsbrev"]
KINDS = RT.STYLES.rpartition("/")[0]
FILE = "texts/brevpapir.docx"


@pytest.fixture
def model(tmp_path):
    """A model of one's own that has the shared letterhead as its own."""
    shutil.copytree(load("ringsted").folder, tmp_path / "sorø")
    shutil.copy(SHARED / "brevpapir.docx", tmp_path / "sorø" / FILE)
    return load(tmp_path / "sorø")


def edited(model, edit):
    """The model after somebody has opened its letterhead, edited and saved it."""
    word = docx.Document(model.folder / FILE)
    edit(word)
    word.save(model.folder / FILE)
    return model


def written(model):
    return docx.Document(BytesIO(to_docx(LETTER, model)))


def paragraph(word, text):
    return next(each for each in word.paragraphs if each.text == text)


def mark(text, instead):
    def edit(word):
        paragraph(word, text).text = instead

    return edit


def added(text):
    return lambda word: word.add_paragraph(text)


def xml(inside):
    """Adds a paragraph of that XML."""
    return lambda word: word.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"))


def part(kind, name):
    def edit(word):
        made = Part(PackURI(f"/word/{name}"), "application/octet-stream", b"x", word.part.package)
        word.part.relate_to(made, f"{KINDS}/{kind}")

    return edit


def png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b""))


def test_a_municipality_has_its_own_logo_address_and_styles(model):
    def edit(word):
        header = word.sections[0].header
        header.paragraphs[0].add_run().add_picture(png())
        header.add_paragraph("Amtstue Allé 71")
        word.styles["Heading 1"].name = "Vores overskrift"
        for place, style in (("{{ afsnit.punkt }}", "Normal"), ("{{ afsnit.tekst }}", "List Bullet")):
            paragraph(word, place).style = word.styles[style]

    plain, own = written(model), written(edited(model, edit))
    assert [each.text for each in own.paragraphs] == [each.text for each in plain.paragraphs]
    header = own.sections[0].header
    assert [each.text for each in header.paragraphs] == ["Ringsted Kommune", "Amtstue Allé 71"]
    assert [rel.target_part.blob for rel in header.part.rels.values() if rel.reltype == RT.IMAGE] == [png().getvalue()]
    swapped = {"Normal": "List Bullet", "List Bullet": "Normal", "Heading 1": "Vores overskrift"}
    assert [each.style.name for each in own.paragraphs] == [swapped.get(each.style.name, each.style.name) for each in plain.paragraphs]


def test_a_mark_that_word_has_split_is_still_one(model):
    """Word saves a line it has checked for spelling as several runs."""

    def edit(word):
        place = paragraph(word, "{{ afsnit.tekst }}")
        place.text = "{{ afs"
        for piece in ("nit.te", "kst }", "}"):
            place.add_run(piece).bold = True

    assert [each.text for each in written(edited(model, edit)).paragraphs] == [each.text for each in written(model).paragraphs]


def test_nothing_tells_who_made_the_letterhead_or_when(model):
    def edit(word):
        about = word.core_properties
        about.author = about.last_modified_by = about.keywords = about.subject = about.comments = about.category = "Hanne Ravn"
        about.last_printed = about.created = datetime(2020, 5, 17)
        for kind in ("extended-properties", "custom-properties"):
            made = Part(PackURI(f"/docProps/{kind}.xml"), "application/xml", b"<a>Hanne Ravn</a>", word.part.package)
            word.part.package.relate_to(made, f"{KINDS}/{kind}")
        for kind in ("people", "customXml"):
            part(kind, f"{kind}.bin")(word)

    plain, own = to_docx(LETTER, model), to_docx(LETTER, edited(model, edit))
    with ZipFile(BytesIO(plain)) as before, ZipFile(BytesIO(own)) as after:
        assert sorted(after.namelist()) == sorted(before.namelist())
        assert after.read("docProps/core.xml") == before.read("docProps/core.xml")
        assert not any(b"Ravn" in after.read(name) or b"2020-05-17" in after.read(name) for name in after.namelist())


def test_the_language_of_its_author_does_not_stay(model):
    def edit(word):
        for root in (word.styles.element, word.element):
            for each in root.iter(qn("w:lang")):
                each.set(qn("w:val"), "en-US")
        run = paragraph(word, "{{ titel }}").runs[0]
        run._r.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US"/>'))

    word = written(edited(model, edit))
    assert {each.get(qn("w:val")) for root in (word.styles.element, word.element) for each in root.iter(qn("w:lang"))} == {"da-DK"}


FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
REFUSED = {
    "unknown name": (added("{{ adresse }}"), "ukendt mærke ved '{{ adresse }}'; tilladt er {{ kommune }}, {{ titel }} og"),
    "unknown name never reached": (mark("{{ afsnit.punkt }}", "{% if titel %}{% else %}{{ x }}{% endif %}"), "ukendt mærke ved"),
    "unknown kind": (mark("{{ afsnit.punkt }}", "{{ afsnit.pind }}"), "ukendt mærke ved '{{ afsnit.pind }}"),
    "reaching behind": (added("{{ titel.__class__ }}"), "ukendt mærke ved '{{ titel.__class__ }}'"),
    "filter": (added("{{ titel|safe }}"), "ukendt mærke ved '{{ titel|safe }}'"),
    "include": (added("{% include 'model.yaml' %}"), "ukendt mærke ved"),
    "call": (added("{{ titel.tekst() }}"), "ukendt mærke ved"),
    "part of a text": (added("{{ titel.tekst }}"), "mærkerne står ikke, hvor de kan"),
    "unfinished": (added("{{ titel"), "mærket ved '{{ titel' kan ikke læses"),
    "without end": (mark("{%p endfor %}", ""), "mærket ved"),
    "block in the middle": (mark("{%p for afsnit in brev %}", "{% for afsnit in brev %}"), "udelader noget af brevet"),
    "in the footer": (lambda word: word.sections[0].footer.add_paragraph("{{ adresse }}"), "ukendt mærke ved '{{ adresse }}'"),
    "without title": (mark("{{ titel }}", "Brev"), "udelader noget af brevet; skriv {{ titel }}"),
    "without notes": (mark("{{ afsnit.bemaerkning }}", "Bemærk"), "udelader noget af brevet"),
    "macro": (part("vbaProject", "vbaProject.bin"), "har en del, der ikke er tilladt (vbaProject); tilladt er tekst, tabeller"),
    "object": (part("oleObject", "oleObject1.bin"), "har en del, der ikke er tilladt (oleObject)"),
    "chunk": (part("aFChunk", "chunk.html"), "har en del, der ikke er tilladt (aFChunk)"),
    "comment": (lambda word: word.add_comment(word.paragraphs[0].runs, "hej", "HR"), "har en del, der ikke er tilladt (comments)"),
    "link": (lambda word: word.part.relate_to("https://x.dk", RT.HYPERLINK, True), "peger ud af filen (https://x.dk); tilladt er kun"),
    "picture from outside": (lambda word: word.part.relate_to("file://a/b.png", RT.IMAGE, True), "peger ud af filen (file://a/b.png)"),
    "template from outside": (
        lambda word: word.part.part_related_by(RT.SETTINGS).relate_to("file://a/b.dotm", f"{KINDS}/attachedTemplate", True),
        "peger ud af filen (file://a/b.dotm)",
    ),
    "link in the header": (lambda word: word.sections[0].header.part.relate_to("mailto:a@x.dk", RT.HYPERLINK, True), "peger ud af filen"),
    "field that runs": (xml(FIELD.format(r"DDEAUTO c:\\x.exe")), "har feltet 'DDEAUTO"),
    "field with a clock": (xml('<w:fldSimple w:instr=" DATE "/>'), "har feltet 'DATE'; tilladt er sidetal (PAGE, NUMPAGES)"),
    "field with a mark": (xml(FIELD.format("{{ titel }}")), "har feltet '{{ titel }}'"),
    "tracked": (xml('<w:ins w:id="1" w:author="HR"><w:r><w:t>a</w:t></w:r></w:ins>'), "har sporede ændringer"),
    "number": (xml("<w:r><w:t>0101</w:t></w:r><w:r><w:t>90-1234</w:t></w:r>"), "ligner et CPR-nummer (******-****)"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_wrong_letterhead_is_refused(model, case):
    edit, said = REFUSED[case]
    edited(model, edit)
    for use in (check_letterhead, lambda model: to_docx(LETTER, model), lambda model: model_proof(str(model.folder), None)):
        with pytest.raises(ModelError) as refused:
            use(model)
        assert str(refused.value).startswith(f"{FILE}: {said}") and "\n" not in str(refused.value)


def test_page_numbers_as_word_writes_them_are_allowed(model):
    check_letterhead(edited(model, xml(FIELD.format(r" PAGE   \* MERGEFORMAT ") + FIELD.format("NUMPAGES"))))


def macro_enabled(file):
    parts = unpacked(file)
    kinds = parts["[Content_Types].xml"]
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert plain in kinds
    return packed(parts | {"[Content_Types].xml": kinds.replace(plain, b"application/vnd.ms-word.document.macroEnabled.main+xml")})


def unpacked(file):
    with ZipFile(BytesIO(file)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def packed(parts):
    file = BytesIO()
    with ZipFile(file, "w", 8) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: b"",
        lambda file: b"Kaere borger",
        lambda file: file[: len(file) // 2],
        lambda file: packed({"brev.txt": b"hej"}),
        macro_enabled,
        lambda file: packed(unpacked(file) | {"word/media/nothing.bmp": bytes(21_000_000)}),
    ],
    ids=["empty", "text", "half", "another zip", "macros under another name", "too big"],
)
def test_what_is_no_word_file_is_refused(model, spoil):
    path = model.folder / FILE
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(ModelError, match=rf"^{FILE}: kan ikke læses; tilladt er et Word-dokument \(\.docx\) uden makroer"):
        check_letterhead(model)


@pytest.mark.parametrize("name", ["brevpapir.docm", "brevpapir.dotx", "brevpapir.doc", "brev.docx", "Brevpapir.DOCM"])
def test_a_letterhead_of_another_kind_is_not_overlooked(model, name):
    (model.folder / FILE).rename(model.folder / "texts" / name)
    with pytest.raises(ModelError, match=f"^texts/{name}: ukendt brevpapir; tilladt er brevpapir.docx, gemt som Word-dokument uden"):
        check_letterhead(model)


def test_word_may_have_the_file_open(model):
    (model.folder / "texts" / "~$evpapir.docx").write_bytes(b"HR")
    check_letterhead(model)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_the_file_holds_the_answer_is_a_letter_or_a_sentence(model, data):
    """A part's bytes are changed, then packed anew, so that no check sum hides the fault from the libraries."""
    parts = unpacked((SHARED / "brevpapir.docx").read_bytes())
    name = data.draw(st.sampled_from(sorted(parts)))
    at = data.draw(st.integers(0, len(parts[name])))
    parts[name] = parts[name][:at] + data.draw(st.binary(max_size=4)) + parts[name][at + data.draw(st.integers(0, 40)) :]
    (model.folder / FILE).write_bytes(packed(parts))
    try:
        assert to_docx(LETTER, model)
    except ModelError as refused:
        assert str(refused).startswith(FILE)
