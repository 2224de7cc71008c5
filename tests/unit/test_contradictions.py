"""The documents' contradictions are data: all are handled, none silently, and their numbers are those the tables and dates use."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from visitation.errors import VisitationError
from visitation.model import load, shipped
from visitation.model.load import MUNICIPALITIES
from visitation.screening import build

FOUND = {name: {one.id: one for one in load(name).contradictions.contradictions} for name in shipped()}


def parameters(name: str) -> dict[str, tuple]:
    return {one.parameter.name: one.parameter.values for one in FOUND[name].values() if one.parameter}


def test_all_21_are_handled_somewhere():
    assert {one for found in FOUND.values() for one in found} == {f"G{i}" for i in range(1, 22)}


@pytest.mark.parametrize("name", shipped())
def test_each_says_where_it_stands_and_only_a_note_shows_nowhere(name):
    for one in FOUND[name].values():
        assert one.source and (one.where or one.handled == "note"), one.id


def test_a_difference_between_profiles_stands_in_both():
    for name, found in FOUND.items():
        for one in found.values():
            assert one.handled != "profil" or all(one.id in other for other in FOUND.values()), (name, one.id)


def test_calls_before_e_boks_are_those_of_the_contact_table_and_of_the_date():
    model = load("slagelse")
    (calls,) = parameters("slagelse")["opkald_foer_eboks"]
    assert [answer.id for answer in model.tables["S3"].input("opkald").answers] == [f"0-{calls - 1}", f"{calls}+"]
    assert next(timer.length.calls for timer in model.timers.timers if timer.id == "ST5") == calls


def test_the_weeks_to_the_course_description_are_those_of_the_date():
    timer = next(timer for timer in load("slagelse").timers.timers if timer.id == "ST12")
    assert (timer.length.weeks,) == parameters("slagelse")["uger_til_forloebsbeskrivelse"] and timer.anchor.unclear


def test_the_bands_begin_where_the_answers_do():
    answers = [answer.id for answer in load("ringsted").tables["T2"].input("minutter").answers]
    begin = parameters("ringsted")["interval_nedre_graenser"]
    ends = [f"{low}-{high - 1}" for low, high in zip((0, *begin), begin, strict=False)]
    assert answers == [*ends, f"{begin[-1]}+"]


def test_the_referral_shares_are_those_that_make_300_a_year():
    stated, low, high = parameters("slagelse")["henvisningsandel"]
    assert stated == 20 and [round(300 / (52 * week) * 100) for week in (25, 20)] == [low, high]


def test_the_starts_of_2018_are_counted_as_a_whole_year():
    planned, first_year, written, second_year = parameters("slagelse")["forloeb_om_aaret"]
    assert (first_year, written, second_year) == (round(200 / 9 * 12), 2 * planned, 312)


def test_the_rest_is_what_the_years_leave():
    assert f"{726 - 200 - 312}, heraf {133 - 49 - 63} af 133" in FOUND["slagelse"]["G17"].found.da


def test_the_hole_in_the_source_has_the_size_it_is_said_to_have():
    cube = build(load("ringsted").tables["T1"])
    silent = int(np.sum(cube.outcome == cube.outcomes.index("AFKLAR")))
    assert f"{silent} af T1's {cube.outcome.size} kombinationer" in FOUND["ringsted"]["G11"].text.da
    assert {rule.id for rule in cube.rules if rule.then == "AFKLAR"} == set(FOUND["ringsted"]["G11"].where)


def test_no_rule_on_82_begins_before_2018_and_no_text_names_107_as_law():
    for model in map(load, shipped()):
        assert all(table.valid.from_.year >= 2018 for table in model.tables.values() if table.id != "S5")
        assert not [law for step in model.ladder.steps for law in step.law if "107" in law or "108" in law]


@pytest.fixture
def slagelse(tmp_path) -> Path:
    """A copy of Slagelse's model to spoil."""
    return Path(shutil.copytree(MUNICIPALITIES / "slagelse", tmp_path / "slagelse"))


def spoil(folder: Path, old: str, new: str) -> None:
    file = folder / "contradictions.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} no longer stands in {file.name}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


REFUSED = [
    ("where: [S1.05, S1.06]", "where: [S1.05, S1.66]", r"contradictions.yaml, linje \d+: ukendt sted i G3: 'S1.66'; tilladt er S1, "),
    ("where: [S1.05, S1.06]", "where: []", r"where må ikke være tom; kun en note står ingen steder, ikke antagelse"),
    ("handled: profil", "handled: måske", r"handled: ukendt værdi; tilladt er 'parameter', 'profil', 'antagelse' eller 'note'"),
    ("handled: parameter", "handled: note", r"har en parameter, men håndteres som note"),
    ("where: [henvisningsandel]", "where: [S1.09]", r"G2 mangler 'parameter'"),
    ("name: opkald_foer_eboks", "name: henvisningsandel", r"parameteren 'henvisningsandel' står to gange"),
    ("values: [3]", "values: [tre]", r"values\.0: skal være et helt tal"),
    ("values: [3]", "vaerdi: [3]", r"ukendt nøgle 'vaerdi'; tilladt er name, values, unit"),
    ("id: G2\n", "id: G1\n", r"'G1' står to gange"),
    ('document: "001"', 'document: "009"', r"ukendt dokument '009'; tilladt er 000, 001, 002, 003, 004"),
    ('anchor: "opkald på to forskellige tidspunkter"', 'anchor: "a b c d e f g h i"', r"anker skal være 1-8 ord"),
]


@pytest.mark.parametrize(("old", "new", "said"), REFUSED)
def test_a_mistake_is_refused_with_its_place_and_what_is_allowed(slagelse, old, new, said):
    spoil(slagelse, old, new)
    with pytest.raises(VisitationError, match=said):
        load(slagelse)


def test_a_version_of_before_there_were_contradictions_still_loads(slagelse):
    (slagelse / "contradictions.yaml").unlink()
    assert load(slagelse).contradictions.contradictions == ()
