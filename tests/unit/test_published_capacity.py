"""What follows from the documents' inflow, weeks and posts: how many are in FOKUS at once, how long a meeting may talk of each."""

from visitation.forecast.figures import figures, read_figures
from visitation.model import load
from visitation.outcomes.read import read_outcomes

MODEL = load("slagelse")
INFLOW = read_outcomes(MODEL).published.inflow
FIGURES = figures(MODEL)
STAFFING = read_figures(MODEL).staffing
WEEKS_A_YEAR = 52


def test_a_course_is_an_introduction_of_four_weeks_and_twelve_more():
    weeks = {timer.id: timer.length.weeks for timer in MODEL.timers.timers if timer.length and timer.length.weeks}
    assert (weeks["ST10"], weeks["ST11"], weeks["ST13"]) == (4, 12, 4 + 12)
    assert FIGURES["course_weeks"].value == weeks["ST13"]


def test_the_referred_of_sixteen_weeks_are_in_fokus_at_once():
    weeks = int(FIGURES["course_weeks"].value)
    assert INFLOW.referred(weeks) == (64, 80)
    assert [round(STAFFING.replace(courses_per_year=year).places, 2) for year in (150, INFLOW.claimed_a_year)] == [46.15, 92.31]


def test_a_post_has_so_many_courses_a_year():
    assert round(STAFFING.courses_per_year / STAFFING.posts, 2) == 21.43


def test_the_weekly_agenda_fits_the_minutes_that_the_model_gives_an_item():
    descriptions = INFLOW.claimed_a_year / WEEKS_A_YEAR
    items = (INFLOW.low + INFLOW.high) / 2 + descriptions
    assert (round(descriptions, 1), round(items)) == (5.8, 28)
    most, least = (minutes / items for minutes in (120, 90))
    assert (round(most, 1), round(least, 1)) == (4.2, 3.2)
    assert least < MODEL.head.meeting.minutes < most

