"""Documents: they read as meant, a municipality can edit them, and what it may not write is refused in one sentence."""

import os
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.registers import TODAY
from tests.snapshots import COURSE, case, documents, path, referral
from visitation.documents import as_text, facts, templates, write
from visitation.documents.names import NAMES, TEMPLATES
from visitation.documents.texts import FOLDER
from visitation.errors import ModelError, VisitationError
from visitation.model import load, shipped
from visitation.pathway import schema
from visitation.register.personnumber import has_personnumber

MODELS = {name: load(name) for name in shipped()}
RINGSTED = MODELS["ringsted"]
SHARED = templates(RINGSTED)["sms"].path.parent
GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "skabeloner.md").read_text(encoding="utf-8")
WRITTEN = {name: documents(name) for name in MODELS}


def known(**more):
    return facts(RINGSTED, case(), day=TODAY, **more)


@pytest.fixture
def own(tmp_path):
    """A model of one's own, and how to write one of its templates."""
    folder = tmp_path / "sorø"
    shutil.copytree(RINGSTED.folder, folder)

    def put(name, text):
        (folder / FOLDER / name).write_text(text, encoding="utf-8")
        return load(folder)

    return put


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("name", MODELS)
def test_a_document_reads_as_meant(name, template):
    assert as_text(WRITTEN[name][template]) == path(name, template).read_text(encoding="utf-8")


def test_every_document_of_a_pathway_has_its_template():
    assert set(get_args(schema.Template)) <= templates(RINGSTED).keys()


def test_the_guide_lists_the_templates_and_the_names():
    rows = [tuple(row.split(" | ")) for row in re.findall(r"^\| (.*) \|$", GUIDE, re.MULTILINE)]
    assert [row for row in rows if row[0].endswith(".j2`")] == [(f"`{name}.j2`", label) for name, label in TEMPLATES.items()]
    assert [row for row in rows if len(row) == 3][1:] == [(f"`{name}`", f"[{one.blank}]", one.about) for name, one in NAMES.items()]


def test_every_name_is_used():
    sources = " ".join(file.read_text(encoding="utf-8") for file in SHARED.glob("*.j2"))
    assert [name for name in NAMES if not re.search(rf"{{[{{%][^}}]*\b{name}\b", sources)] == []


def test_letters_never_know_whom_they_are_for():
    letters = [document for written in WRITTEN.values() for document in written.values() if "Kære" in document.text]
    assert len(letters) == 2 * 9
    for letter in letters:
        assert {"navn", "adresse"} <= set(letter.missing)
        assert letter.text.startswith("Udkast. Det, der står i kantede parenteser")


def test_what_is_not_known_is_a_blank():
    letter = write(RINGSTED, "eboks_besked", known())
    assert letter.title == "Ring til os senest [svar senest]" and "svar senest" in letter.missing
    dated = write(RINGSTED, "eboks_besked", known(course=COURSE))
    assert dated.title == "Ring til os senest 19. marts 2021" and "svar senest" not in dated.missing


def test_what_the_citizen_puts_in_brackets_is_no_blank():
    said = write(RINGSTED, "henvisningsbrev", facts(RINGSTED, case(words="Hjælp [måske] til bussen."), day=TODAY))
    assert "[måske]" in said.text and "måske" not in said.missing


def test_an_advis_gives_contact_details_only_with_consent():
    told = {answer: write(RINGSTED, "advis", facts(RINGSTED, case(consent=answer), day=TODAY)) for answer in ("ja", "nej", "ukendt")}
    assert "kontaktoplysninger" in told["ja"].missing
    for answer in ("nej", "ukendt"):
        assert "navn" not in told[answer].missing and "når borgeren har sagt ja" in told[answer].text


@pytest.mark.parametrize("template", ["henvisningsbrev", "afslutningsbrev_82", "afslutningsbrev_uden_kontakt"])
def test_an_application_for_85_gets_its_own_answer(template):
    texts = [write(RINGSTED, template, facts(RINGSTED, case(asks_section=section), day=TODAY)).text for section in ("§ 85", "")]
    assert ["et særskilt svar" in text for text in texts] == [True, False]


def test_support_is_not_cut_by_a_referral():
    letter = write(RINGSTED, "henvisningsbrev", facts(RINGSTED, case(support_now="§ 85"), day=TODAY))
    assert "bliver ikke ændret af dette brev" in letter.text


def test_the_promise_is_the_timer_of_the_model():
    texts = [WRITTEN[name]["henvisningsbrev"].text for name in ("ringsted", "slagelse")]
    assert "Socialpsykiatrien kontakter dig inden 14 dage" in texts[0] and "FOKUS kontakter dig inden 7 dage" in texts[1]


def test_a_municipality_has_its_own_template(own):
    model = own("sms.j2", "# Sms\nRing til {{ udfyld('dit navn') }} i {{ udfoerer }}.\n")
    document = write(model, "sms", known())
    assert document.text == "Ring til [dit navn] i Socialpsykiatrien." and document.missing == ("dit navn",)
    assert templates(model)["sms"].path.parent == model.folder / FOLDER
    assert write(RINGSTED, "sms", known()).text == WRITTEN["ringsted"]["sms"].text


def test_a_changed_template_is_read_again(own):
    model = own("sms.j2", "# Sms\nHej\n")
    assert write(model, "sms", known()).text == "Hej"
    own_file = templates(model)["sms"].path
    own_file.write_text("# Sms\nDav\n", encoding="utf-8")
    os.utime(own_file, (0, 0))  # a file system's clock may be too coarse to tell two writes apart
    assert write(model, "sms", known()).text == "Dav"


def test_a_shared_piece_can_be_its_own(own):
    model = own("_hilsen.j2", "Hilsen {{ kommune }}\n")
    assert write(model, "stemmebrev", known()).text.endswith("\n\nHilsen Ringsted Kommune")
    assert write(model, "fristbrev", known()).text.endswith("\n\nHilsen Ringsted Kommune")


def test_without_words_of_its_own_a_model_shows_blanks(own):
    model = own("sms.j2", "# Sms\n{{ kommune }}, {{ udfoerer }}\n")
    (model.folder / FOLDER / "texts.yaml").unlink()
    assert write(model, "sms", facts(model, None, day=TODAY)).text == "Ringsted Kommune, [udfører]"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Sms\n\n{{ cpr }}", "texts/sms.j2, linje 3: ukendt navn 'cpr'; tilladt er dag, model, kommune"),
        ("# Sms\n{% if dag %}\n{{ dag", "texts/sms.j2, linje 3: kan ikke læses; skriv {{ navn }}"),
        ("# Sms\n{% if dag %}\nHej", "texts/sms.j2, linje 3: kan ikke læses; skriv {{ navn }}"),
        ("# Sms\n{{ dag.__class__ }}", "texts/sms.j2, linje 2: må kun bruge oplysningerne selv"),
        ("# Sms\n{{ ''.__class__.__mro__[1].__subclasses__() }}", "texts/sms.j2, linje 2: må kun bruge oplysningerne selv"),
        ("# Sms\n{{ udfyld.__globals__ }}", "texts/sms.j2, linje 2: må kun bruge oplysningerne selv"),
        ("# Sms\n{{ udfyld('x')._seen }}", "texts/sms.j2, linje 2: må kun bruge oplysningerne selv"),
        ("# Sms\n{{ dag.ugedag }}", "texts/sms.j2, linje 2: en oplysning har ikke den del, der spørges om"),
        ("# Sms\n{{ dag + 1 }}", "texts/sms.j2, linje 2: kan ikke skrives; brug kun filtrene"),
        ("# Sms\n{{ dag|dato }}", "texts/sms.j2, linje 2: kan ikke læses"),
        ("# Sms\n{% include 'hilsen.j2' %}", "sms.j2: skabelonen 'hilsen.j2' findes ikke; tilladt er _ansoegt.j2"),
        ("# Sms\n{% include '../model.yaml' %}", "sms.j2: skabelonen '../model.yaml' findes ikke"),
        ("Hej", "sms.j2, linje 1: skal begynde med titlen, fx: # Sms efter opkald"),
        ("", "sms.j2, linje 1: skal begynde med titlen"),
        ("# Sms\n010190-1234", "texts/sms.j2, linje 2: ligner et CPR-nummer (******-****)"),
    ],
)
def test_a_wrong_template_is_refused_with_its_place(own, text, said):
    with pytest.raises(ModelError) as refused:
        write(own("sms.j2", text), "sms", known())
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("brev.j2", "# Brev", "texts/brev.j2: ukendt skabelon; tilladt er _ansoegt.j2, _brevhoved.j2"),
        ("sms.j2", "# Sms\n{{ cpr }}", "texts/sms.j2, linje 2: ukendt navn 'cpr'"),
        ("_klage.j2", "{{ kalge }}", "texts/_klage.j2, linje 1: ukendt navn 'kalge'"),
    ],
)
def test_all_templates_are_read_before_any_is_needed(own, name, text, said):
    with pytest.raises(ModelError) as refused:
        templates(own(name, text))
    assert str(refused.value).startswith(said)


def test_a_municipality_can_have_another_name(own):
    assert facts(own("texts.yaml", 'municipality: "Sorø Bys Kommune"\n'), None, day=TODAY)["kommune"] == "Sorø Bys Kommune"


def test_a_template_is_utf8_with_or_without_a_mark(own):
    path = templates(own("sms.j2", ""))["sms"].path
    path.write_text("# Sms\nKære", encoding="utf-8-sig")
    assert write(load(path.parent.parent), "sms", known()).title == "Sms"
    path.write_text("# Sms\nKære", encoding="cp1252")
    os.utime(path, (0, 0))
    for read in (templates, lambda model: write(model, "sms", known())):
        with pytest.raises(ModelError, match=r"^sms\.j2: kan ikke læses; gem filen som UTF-8$"):
            read(load(path.parent.parent))


def test_words_of_a_municipality_are_refused_with_their_place(own):
    model = own("texts.yaml", 'meeting: "mødet"\ntelefon: "1"\n')
    with pytest.raises(ModelError, match=r"^texts/texts.yaml, linje \d: .*telefon"):
        facts(model, None, day=TODAY)


def test_unknown_documents_and_facts_are_refused():
    with pytest.raises(VisitationError, match="ukendt skabelon 'brev'; tilladt er journalnotat, "):
        write(RINGSTED, "brev", {})
    with pytest.raises(VisitationError, match="ukendt oplysning 'navn' til et dokument; tilladt er dag, "):
        known(navn="x")


@given(
    born=st.dates(date(1930, 1, 1), date(2020, 12, 31)), serial=st.integers(0, 9999), words=st.text(), fact=st.sampled_from(sorted(NAMES))
)
def test_no_personnumber_passes_through(born, serial, words, fact):
    number = f"{words} {born:%d%m%y}-{serial:04d} "
    given = known() | {fact: number}
    if fact == "fingeraftryk":
        return
    with pytest.raises(VisitationError, match=re.escape("CPR-nummer (******-****)")):
        write(RINGSTED, "journalnotat", given)
    with pytest.raises(VisitationError):
        write(RINGSTED, "journalnotat", known() | {fact: (words, number)})


def test_no_document_holds_a_personnumber():
    assert not any(has_personnumber(as_text(document)) for written in WRITTEN.values() for document in written.values())


@given(words=st.text(st.characters(blacklist_categories=["Cs"])).filter(lambda words: not has_personnumber(words)))
def test_words_cannot_act_as_a_template(words):
    said = write(RINGSTED, "journalnotat", known() | {"soeger": f"{{{{ kommune }}}}{words}{{% endif %}}"}).text
    assert "{{ kommune }}" in said and "{% endif %}" in said


def test_the_decision_names_its_own_version():
    told = facts(RINGSTED, case(), decision=referral(RINGSTED) | {"version": "2020.9"}, day=TODAY)
    assert told["model"] == "Ringsted 2020.9"


def test_help_that_goes_on_gives_the_law():
    decided = replace(case(), decisions=(referral(RINGSTED), {"step": "netvaerk"}, {"step": None}))
    assert facts(RINGSTED, decided, day=TODAY)["klage"] == "nej"
    assert facts(RINGSTED, replace(decided, decisions=({"step": None},)), day=TODAY)["klage"] == ""
    assert "klage" not in known()
