"""overlap.yaml holds together, names no type that the documents do not name, and says what each thing rests on."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from visitation.check import model_proof
from visitation.errors import ModelError
from visitation.model import load
from visitation.overlap.citizen import Citizen
from visitation.overlap.hints import criteria_known, partners, tags_suggested
from visitation.overlap.read import read_overlap
from visitation.overlap.responsibility import responsible
from visitation.overlap.schema import Overlap
from visitation.overlap.types import departments, in_both
from visitation.vocabulary import BENEFITS, CENTRES

SLAGELSE = load("slagelse")
DATA = read_overlap(SLAGELSE)
ONE = Citizen("B-1", 1, date(2021, 2, 1), "30-49", "sygedagpenge", "psykisk", ("am",), 2, "nej")


def test_ringsted_has_no_such_review():
    assert read_overlap(load("ringsted")) == Overlap()


def test_the_lists_are_as_long_as_the_document_has_them():
    lengths = {name: len(getattr(DATA, name)) for name in ("centres", "types", "subcategories", "criteria", "tags", "contents")}
    assert lengths == {"centres": 5, "types": 7, "subcategories": 4, "criteria": 5, "tags": 3, "contents": 13}
    assert tuple(one.id for one in DATA.centres) == CENTRES and tuple(one.id for one in DATA.benefits) == BENEFITS
    assert DATA.milestones and DATA.unknown and DATA.capacity and DATA.one_entrance


def test_the_six_types_are_numbered_and_said_to_be_unnamed():
    placeholders = [one for one in DATA.types if not one.outside]
    assert [one.label.da for one in placeholders] == [f"Type {n}" for n in range(1, 7)]
    assert all(one.kind == "antagelse" and "mangler" in one.reason.da for one in placeholders)


def test_the_first_criterion_says_that_it_is_cut_off():
    assert DATA.criteria[0].kind == "fortolkning" and "skåret over" in DATA.criteria[0].reason.da


def test_it_is_read_with_the_proof_of_the_model():
    assert model_proof("slagelse", None)["overlap"]["anchors"] > 60
    assert model_proof("ringsted", None)["overlap"]["anchors"] == 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("both: [am, hp]", "both: [am, xx]", "tilladt er 'am'"),
        ("  - id: ru\n", "  - id: skole\n", "tilladt er 'am'"),
        ("id: type2", "id: type1", "'type1' står to gange"),
        ("table: S5", "table: S9", "ukendt tabel 'S9'"),
        ("question: forsoergelse", "question: alder", "ukendt spørgsmål 'alder'"),
        ("answer: foertidspension", "answer: pension", "ukendt svar 'pension'"),
        ("outside: true", "outside: false", "præcis én af types"),
        ("both: [am, hp]", "both: []", "types står uden both"),
    ],
)
def test_what_does_not_hold_together_is_named(tmp_path, old, new, said):
    folder = shutil.copytree(SLAGELSE.folder, tmp_path / "slagelse")
    text = (folder / "overlap.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "overlap.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ModelError, match=r"overlap\.yaml.*" + said):
        read_overlap(load(folder))


def test_a_partner_is_one_of_the_centres_listed(tmp_path):
    folder = shutil.copytree(SLAGELSE.folder, tmp_path / "slagelse")
    before, _, after = (folder / "overlap.yaml").read_text(encoding="utf-8").partition("  - id: ru\n")
    (folder / "overlap.yaml").write_text(before + after[after.index("  - id: boern_unge\n") :], encoding="utf-8")
    with pytest.raises(ModelError, match="ukendt center 'ru'"):
        read_overlap(load(folder))


def test_changing_it_changes_no_decision(tmp_path):
    folder = shutil.copytree(SLAGELSE.folder, tmp_path / "slagelse")
    (folder / "overlap.yaml").unlink()
    assert load(folder).sha256 == SLAGELSE.sha256


@pytest.mark.parametrize(
    ("change", "criteria", "tags"),
    [
        ({}, (), ()),
        ({"centres": ("am", "hp")}, ("sag_i_hp",), ()),
        ({"benefit": "kontanthjaelp"}, ("kontanthjaelp",), ()),
        ({"age_group": "18-29", "efforts": 3}, (), ("ung", "pause")),
        ({"efforts": 3, "helped": "ja"}, (), ()),
        ({"efforts": 2}, (), ()),
        ({"efforts": None}, (), ()),
    ],
)
def test_the_list_suggests_what_it_bears_out_and_no_more(change, criteria, tags):
    one = replace(ONE, **change)
    assert (criteria_known(DATA, one), tags_suggested(DATA, one)) == (criteria, tags)


def test_partners_come_with_the_challenges_that_ask_for_them():
    assert partners(DATA, ["misbrug", "oekonomi", "andet"]) == {
        "am": ("oekonomi",), "hp": ("misbrug",), "ru": ("oekonomi",), "sundhed_omsorg": ("misbrug",),
    }  # fmt: skip
    assert partners(DATA, ["andet"]) == {}


def test_one_entrance_is_for_those_whom_both_centres_know():
    there = [replace(ONE, reference=f"B-{n}", centres=centres) for n, centres in enumerate([("am", "hp", "ru"), ("am", "ru"), ("hp",)])]
    assert [one.reference for one in in_both(DATA, there)] == ["B-0"]
    assert departments(DATA, there) == ({1: 1, 2: 1, 3: 1, 4: 0, 5: 0}, {1: 2, 2: 1, 3: 0, 4: 0, 5: 0})


@pytest.mark.parametrize("benefit", BENEFITS)
def test_who_is_responsible_follows_the_dated_table(benefit):
    days = (date(2015, 12, 31), date(2016, 1, 1), date(2018, 12, 31), date(2019, 1, 1))
    found = [responsible(SLAGELSE, DATA, benefit, day) for day in days]
    own = "HP" if benefit == "foertidspension" else "AM"
    assert [one and one.id for one in found] == [None, own, own, "CHP"]
    assert found[1].rule.id == ("S5.01" if own == "HP" else "S5.02") and found[3].rule.kind == "kilde"
