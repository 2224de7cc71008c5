"""economy.yaml: what it names exists, what makes no sense is refused with its line, and its words promise nothing."""

import re
import shutil

import pytest

from visitation.check import model_proof, proof_text
from visitation.economy.read import FILE, notes, read_economy
from visitation.economy.schema import Economy
from visitation.errors import ModelError
from visitation.model import load
from visitation.model.base import Part, Text
from visitation.model.load import MUNICIPALITIES

MODEL = load("slagelse")
ECONOMY = read_economy(MODEL)
CAUSAL = re.compile(r"\beffekt|\bvirkning|\bføre[rt]? til\b|\bsparet på grund", re.IGNORECASE)


@pytest.fixture
def edited(tmp_path):
    """The model with one change in its economy."""
    folder = shutil.copytree(MUNICIPALITIES / "slagelse", tmp_path / "slagelse")

    def edit(old, new):
        file = folder / FILE
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return load(folder)

    return edit


def texts(part):
    if isinstance(part, Text):
        yield part
    elif isinstance(part, Part):
        for name in part.__struct_fields__:
            yield from texts(getattr(part, name))
    elif isinstance(part, tuple):
        for item in part:
            yield from texts(item)


def named(part):
    if isinstance(part, Part):
        yield from getattr(part, "notes", ())
        part = tuple(getattr(part, name) for name in part.__struct_fields__)
    for item in part if isinstance(part, tuple) else ():
        yield from named(item)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("notes: [ingen_sammenligning]", "notes: [G99]", "ukendt forbehold 'G99'; tilladt er G1, "),
        ("notes: [investeringens_aar]\n    - id: de_160", "notes: [ukendt]\n    - id: de_160", "ukendt forbehold 'ukendt'"),
        ('document: "003"', 'document: "009"', "ukendt dokument '009'"),
        ("staff: personale", "staff: husleje", "staff er 'husleje', men ingen linje hedder sådan"),
        ("    staff: personale\n", "", "posts og staff hører sammen"),
        ("kr: 5000000", "kr: 0", "total er 0 kr.; tilladt er over 0"),
        ("months: 9", "months: 0", "count er 200 og months 0; tilladt er 1 og opefter"),
        ("id: fokus_2021", "id: indgang_82", "'indgang_82' står to gange"),
        ("share: 0.1", "share: 10", "saving_share er 10; tilladt er 0 til 1"),
        ("first_year: 2016", "first_year: 2030", "first_saving_year er 2030; tilladt er 2015 til 2020"),
        ("year: 2017", "year: 2027", "investment.2027: der er ikke noget sådant år"),
        ("set: {covered_am: 0.16}", "set: {covered_am: 16}", "de_160_i_am: covered_am er 16; tilladt er 0 til 1"),
        ("set: {covered_am: 0.16}", "set: {gevinst: 1}", "ukendt nøgle 'gevinst'"),
        ("kr: [0, 1000000, 500000, 0, 0, 0]", "kr: [0, 1000000]", "rækken 'investment' har 2 tal; tilladt er 6, ét for hvert år"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_with_its_line(edited, old, new, said):
    with pytest.raises(ModelError) as refused:
        read_economy(edited(old, new))
    assert said in str(refused.value) and f"{FILE}, linje" in str(refused.value)


def test_a_model_without_the_file_says_nothing():
    assert read_economy(load("ringsted")) == Economy()


def test_every_caveat_of_a_figure_is_one_that_can_be_read():
    known = notes(MODEL, ECONOMY)
    used = set(named(ECONOMY))
    assert {"G1", "G16", "G17", "ingen_sammenligning", "besparelsens_grundlag", "fuld_besparelse"} <= used
    for name in used:
        assert known[name].label.da and known[name].found.en and known[name].text.da


def test_what_the_caveats_leave_open_has_an_alternative():
    answered = {name for one in ECONOMY.case.alternatives for name in one.notes}
    assert answered == {"foerste_kolonne", "investeringens_aar", "besparelsens_grundlag", "fuld_besparelse"}


def test_what_is_not_costed_is_named_and_has_no_amount():
    assert [one.id for one in ECONOMY.case.not_costed] == ["varme", "foerste_sal", "moebler", "nyt_navn"]


def test_no_text_claims_a_cause():
    assert [text.da for text in texts(ECONOMY) if CAUSAL.search(text.da)] == []


def test_the_check_holds_its_anchors_against_the_documents(tmp_path):
    for number in MODEL.head.documents:
        (tmp_path / f"{number}.txt").write_text("intet", encoding="utf-8")
    result = model_proof("slagelse", tmp_path)
    assert len(result["economy"]["anchors_not_found"]) == result["economy"]["anchors"] > 50
    assert "economy: kildested ikke fundet: 000: Personale: 4.150.000 kr." in proof_text(result)
