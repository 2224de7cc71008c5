"""What posts carry is what the note says of seven; and a week that cannot receive newcomers is named by its days."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forecasts import scenario
from visitation.errors import VisitationError
from visitation.forecast.figures import read_figures
from visitation.forecast.outlook import outlook
from visitation.forecast.staff import places_of, posts_needed, posts_of, staffed, uncovered
from visitation.model import load
from visitation.model.base import Refused

STAFFING = read_figures(load("slagelse")).staffing
MONDAY = date(2021, 3, 8)


def test_seven_posts_carry_what_the_note_says():
    found = staffed(7, STAFFING)
    assert (found.places, found.courses_per_year, found.citizen_days, found.reception) == (46, 150, 28, 1.4)
    assert found.uncovered == ()
    assert STAFFING.places_per_post == pytest.approx(6.59, abs=0.01)
    assert STAFFING.replace(courses_per_year=300).places == pytest.approx(92.31, abs=0.01)


def test_with_fewer_posts_than_weekdays_somebody_comes_in_vain():
    assert [day.da for day in staffed(4, STAFFING).uncovered] == ["fredag"]
    assert [day.da for day in uncovered(2.9, STAFFING)] == ["onsdag", "torsdag", "fredag"]
    assert [day.da for day in uncovered(6, STAFFING.replace(desk_days=0.5))] == ["torsdag", "fredag"]
    closed = STAFFING.replace(week=tuple(day.replace(reception=day.label.da != "tirsdag") for day in STAFFING.week))
    assert [day.da for day in uncovered(7, closed)] == ["tirsdag"]
    assert [day.da for day in uncovered(3, closed)] == ["tirsdag", "fredag"]


@given(st.floats(0, 60), st.floats(0, 60))
def test_more_posts_never_carry_less(few, more):
    few, more = (staffed(posts, STAFFING) for posts in sorted((few, more)))
    assert few.places <= more.places
    assert set(more.uncovered) <= set(few.uncovered)


@given(st.integers(0, 500))
def test_places_are_carried_by_the_posts_that_they_take(places):
    assert places_of([posts_of(places, STAFFING)], STAFFING).tolist() == [places]


def test_places_follow_the_posts_that_are_filled_in_a_week():
    assert places_of([7, 6, 3.5, 0], STAFFING).tolist() == [46, 39, 23, 0]
    found = outlook(scenario(), MONDAY, places=places_of([3] * 13 + [0] * 13, STAFFING))
    assert found.series["starts"].total.mean[13:].sum() == 0 < found.series["starts"].total.mean[:13].sum()
    with pytest.raises(VisitationError, match="Årsværk"):
        places_of([-1], STAFFING)


def test_the_courses_that_run_take_their_posts():
    courses = outlook(scenario(uncertainty={"share_82": (0.3, 0.5)}), MONDAY).series["courses"]
    posts = posts_needed(courses, STAFFING)
    for band in ("process", "total"):
        for line in ("mean", "p10", "p50", "p90"):
            taken = getattr(getattr(posts, band), line)
            assert np.allclose(taken * 150 * 16 / 52 / 7, getattr(getattr(courses, band), line))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"posts": 0}, "posts er 0; tilladt er over 0"),
        ({"course_weeks": -1}, "course_weeks er -1"),
        ({"desk_days": 6}, "desk_days er 6; tilladt er 0 til 5"),
        ({"week": []}, "week har 0 dage"),
        ({"source": []}, "mangler 'source'"),
    ],
)
def test_a_staffing_that_makes_no_sense_is_refused_by_name(changes, said):
    with pytest.raises(Refused, match=said):
        type(STAFFING).read(STAFFING.data() | changes)


def test_a_model_that_names_no_posts_has_no_staffing():
    assert read_figures(load("ringsted")).staffing is None
