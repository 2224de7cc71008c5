"""A model's figures say who answers for them, since when, and which contradictions touch them; what they name exists."""

import re
import shutil
from datetime import date

import pytest

from visitation.check import model_proof, proof_text
from visitation.errors import ModelError
from visitation.forecast.figures import figures, from_model, read_figures
from visitation.model import load, shipped
from visitation.model.check import sources
from visitation.model.load import MUNICIPALITIES

MONDAY = date(2021, 3, 8)


@pytest.fixture
def own(tmp_path):
    """A copy of Slagelse's folder, and a way to change its figures."""
    folder = tmp_path / "slagelse"
    shutil.copytree(MUNICIPALITIES / "slagelse", folder)
    file = folder / "forecast.yaml"

    def edit(old: str, new: str) -> str:
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return str(folder)

    return edit


@pytest.mark.parametrize("name", shipped())
def test_every_figure_has_an_owner_and_a_date(name):
    model = load(name)
    for figure in figures(model).values():
        assert figure.owner.da and figure.owner.en
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", figure.noted)
        if figure.source:
            assert figure.noted in {model.head.documents[source.document].date for source in figure.source}


def test_a_figure_is_as_young_as_its_latest_document(own):
    folder = own('{document: "001", section: "Tilbuddets omfang"', '{document: "004", section: "Tilbuddets omfang"')
    assert figures(load(folder))["places"].noted == "2021"


def test_the_share_that_is_referred_names_its_contradiction():
    assert figures(load("slagelse"))["share_82"].contradictions == ("G1", "G2")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("contradictions: [G1, G2]", "contradictions: [G1, G99]", r"forecast.yaml, linje \d+: ukendt modstrid 'G99'; tilladt er G1, G2"),
        ('    noted: "2026-11-22"\n', "", r"linje \d+: .*mangler 'noted'"),
        ("    low: 20\n", "", r"low og high skal stå begge to, med value \(22.5\)"),
        ("    low: 20\n", "    low: 24\n", r"low og high skal stå begge to"),
        ("key: course_weeks", "key: uger", r"linje \d+: 'uger' er ukendt"),
        ("key: course_weeks", "key: prolonged_weeks", r"linje \d+: mangler course_weeks"),
        ("key: growth_per_year", "key: enquiries_per_week", "står to gange"),
        ('document: "000", section: "Kapacitet"', 'document: "009", section: "Kapacitet"', "ukendt dokument '009'"),
        ("  posts: 7\n", "  posts: 0\n", "posts er 0; tilladt er over 0"),
        ('begins: "2018-03-05"', 'begins: "2018-03-04"', "skal være en mandag"),
        ('      seen: "2021-01-04"\n', "", "seen skal stå ved supported"),
        ('first: "2018-04-01"', 'first: "2019-04-01"', "ligger efter last"),
    ],
)
def test_figures_that_make_no_sense_are_refused_with_their_place(own, old, new, said):
    with pytest.raises(ModelError, match=said) as refused:
        read_figures(load(own(old, new)))
    assert "\n" not in str(refused.value)


def test_figures_that_make_no_scenario_are_refused_by_name(own):
    with pytest.raises(ModelError, match=r"forecast\.yaml: course_weeks er 160; tilladt er 1 til 104"):
        from_model(load(own("value: 16\n", "value: 160\n")), MONDAY)


def test_a_model_may_have_no_forecast(own, tmp_path):
    folder = own("figures:", "figures:")
    (tmp_path / "slagelse" / "forecast.yaml").unlink()
    assert model_proof(folder, None)["ok"]
    with pytest.raises(ModelError, match=r"slagelse/forecast\.yaml: filen mangler"):
        from_model(load(folder), MONDAY)


def test_the_check_looks_for_the_anchors_of_the_figures_too(own, tmp_path):
    folder = own('anchor: "én dag pr. uge til dokumentation, tage imod"', 'anchor: "to dage om ugen til dokumentation"')
    model = load("slagelse")
    known = [source for _, source in sources(read_figures(model))]
    words = tmp_path / "ord"
    words.mkdir()
    for number in model.head.documents:
        anchors = [source.anchor for source in known if source.document == number]
        (words / f"{number}_x.txt").write_text("\n\n".join(anchors), encoding="utf-8")
    proof = model_proof(folder, words)
    assert proof["forecast"]["anchors"] > 20
    assert proof["forecast"]["anchors_not_found"] == ["000: to dage om ugen til dokumentation"]
    assert not proof["ok"]
    assert "  forecast: kildested ikke fundet: 000: to dage om ugen til dokumentation" in proof_text(proof).split("\n")
