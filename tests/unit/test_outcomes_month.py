"""The courses of a month: waiting and running as the month ended, begun, completed and stopped in it, and the scores of the ended."""

from datetime import date, timedelta

from tests.outcomes import START, course, scored
from visitation.outcomes.month import courses
from visitation.register.month import read_month

JANUARY, APRIL = read_month("2020-01"), read_month("2020-04")  # a course() starts 6 January and is completed 27 April
LATE = date(2021, 1, 1)


def test_what_began_and_ended_counts_in_its_own_month():
    found = [course(), course(2, referred=START - timedelta(days=9)), course(3, completed=None)]
    begun, ended = courses(found, JANUARY, LATE), courses(found, APRIL, LATE)
    assert (begun.waited, begun.completed, begun.stopped, begun.running) == ((0, 9, 0), 0, 0, 3)
    assert (ended.waited, ended.completed, ended.stopped, ended.running) == ((), 2, 1, 0)


def test_those_wait_who_were_referred_and_neither_began_nor_left():
    referred = {"started": None, "completed": None, "ended": None}
    found = [
        course(1, closed=None, **referred),
        course(2, closed=date(2020, 1, 20), **referred),
        course(3, closed=date(2020, 2, 1), **referred),
    ]
    assert courses(found, JANUARY, LATE).waiting == (25, 25)
    assert courses(found, JANUARY, date(2020, 1, 8)).waiting == (2, 2, 2)


def test_a_month_that_runs_ends_today():
    assert courses([course()], APRIL, date(2020, 4, 10)).seen == date(2020, 4, 10)
    assert courses([course()], APRIL, date(2020, 4, 10)).running == 1 and courses([course()], APRIL, LATE).seen == APRIL.last


def test_what_was_completed_after_the_help_ended_has_not_stopped():
    late = course(completed=date(2020, 5, 4))
    assert courses([late], APRIL, APRIL.last).stopped == 1
    assert courses([late], APRIL, LATE).stopped == 0 and courses([late], read_month("2020-05"), LATE).completed == 1


def test_the_scores_are_of_those_whose_help_ended_in_the_month():
    found = [scored(10, 20), scored(10), scored(30, 10, ended=date(2020, 3, 1))]
    assert (courses(found, APRIL, LATE).scores.coverage.k, courses(found, APRIL, LATE).scores.coverage.n) == (1, 2)
