"""guideposts.yaml: all 24 points of the paper with all that is to be known of each, and what makes no sense is refused with its line."""

import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitation.errors import ModelError
from visitation.guideposts.measures import MEASURES
from visitation.guideposts.read import read_guideposts
from visitation.guideposts.schema import Growth, Guideposts
from visitation.model import load

READ = read_guideposts(load("slagelse"))
COUNTS = (3, 6, 4, 5, 6)


@pytest.fixture
def changed(tmp_path):
    """The guideposts of a copy in which one text stands for another."""

    def read(old: str, new: str) -> Guideposts:
        folder = tmp_path / "slagelse"
        shutil.copytree(load("slagelse").folder, folder)
        path = folder / "guideposts.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return read_guideposts(load(folder))

    return read


def test_five_guideposts_hold_the_points_of_the_paper():
    assert tuple(len(one.points) for one in READ.guideposts) == COUNTS
    assert list(READ.points) == [f"P{i}.{j}" for i, count in enumerate(COUNTS, 1) for j in range(1, count + 1)]


@pytest.mark.parametrize("point", READ.points.values(), ids=READ.points)
def test_every_point_says_how_it_is_measured_by_whom_and_where_it_stands(point):
    assert point.source and all(one.document == "002" for one in point.source)
    assert READ.role(point.responsible) and point.reason.da and point.label.en
    for one in point.indicators:
        assert one.definition.da and one.numerator.da and one.data.da and one.reason.da
        assert (one.measure in MEASURES) != (one.missing is not None)


def test_the_points_that_the_register_tells_are_those_with_a_measure():
    told = [point.id for point in READ.points.values() if point.status == "maalbar"]
    assert told == ["P1.1", "P1.3", "P2.3", "P2.4", "P2.5", "P2.6", "P4.4", "P4.5"]
    assert {one.measure for point in READ.points.values() for one in point.indicators if one.measure} == set(MEASURES)


def test_only_one_point_has_a_target_in_the_paper_and_that_is_no_number():
    assert [point.id for point in READ.points.values() if point.target] == ["P2.4"]


def test_the_growth_of_the_paper_is_that_a_year():
    growth = {one.id: one.growth for one in READ.context if one.growth}
    assert {name: round(one.a_year, 2) for name, one in growth.items()} == {"psykisk_lidelse": 5.37, "bostoette": 7.43}


@given(st.floats(-90, 400), st.integers(1, 30))
def test_an_even_growth_a_year_makes_up_the_whole(percent, years):
    assert (1 + Growth(percent, years).a_year / 100) ** years == pytest.approx(1 + percent / 100)


def test_what_was_reversed_nationally_is_made_of_its_parts():
    found = next(one for one in READ.context if one.id == "omgoerelse")
    assert found.counted == 37.5 and sum(one.percent for one in found.portions) == 100


def test_the_year_has_the_discussion_that_the_law_asks_for_before_its_end():
    due = next(one for one in READ.year if one.id == "danmarkskort")
    assert due.month <= 12 and "§ 79 b" in due.about.da and due.kind == "antagelse"


def test_a_municipality_without_guideposts_has_none():
    assert read_guideposts(load("ringsted")) == Guideposts()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("responsible: bolig\n", "responsible: ingen\n", "ukendt rolle 'ingen'"),
        ("themes: [boliger]", "themes: [bolig]", "ukendt tema 'bolig'"),
        ("measure: egne_ord", "measure: ord", "ukendt måling 'ord'"),
        ("unit: procent\n            measure: egne_ord", "unit: dage\n            measure: egne_ord", "ukendt enhed for egne_ord: 'dage'"),
        ("status: maalbar", "status: nye_data", "status er maalbar, netop når"),
        ("- id: P1.2", "- id: P1.1", "'P1.1' står to gange"),
        ("points: [P4.1, P4.5]", "points: [P4.6]", "ukendt fokuspunkt 'P4.6'"),
        ("percent: 62.5", "percent: 60.0", "tilladt er 100"),
        ("month: 11", "month: 13", "month"),
        ('document: "002"', 'document: "009"', "ukendt dokument '009'"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_line(changed, old, new, said):
    with pytest.raises(ModelError, match=r"guideposts\.yaml:\d+|guideposts\.yaml, linje \d+|guideposts\.yaml") as refused:
        changed(old, new)
    assert said in str(refused.value)
