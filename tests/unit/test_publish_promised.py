"""The true table of promises: kept and broken as the monthly report says it, and how long it took, counted until every month's end."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.registers import ENQUIRY
from visitation.model import load
from visitation.pathway import add, begin, move, pathways
from visitation.pathway.course import apply
from visitation.publishing.promised import BROKEN, HELD, LONG, SHORT, kept, timed, told
from visitation.register.case import Application, Case
from visitation.register.month import promises, read_month

SLAGELSE, RINGSTED = load("slagelse"), load("ringsted")
FOKUS = pathways(SLAGELSE)["fokus"]
FIRST_CALL = "ST3"  # within a week of the referral
MONDAY, TODAY = date(2021, 3, 1), date(2021, 9, 9)
MONTHS = [read_month(f"2021-{month:02d}") for month in range(3, 9)]


def referred(day, reached=None, number=0, **other):
    """A case referred on a day; the citizen is reached so many days after, or never."""
    course = apply(None, "course_begun", begin(FOKUS, "fokus-1", day, {"henvendelse": day}))
    for event, after in (("modtaget", 0), ("inviteret", reached)):
        course = course if after is None else apply(course, "course_moved", move(FOKUS, course, event, day + timedelta(days=after)))
    enquiry = replace(ENQUIRY, reference=f"EKS-{number}", received=day)
    return Case(enquiry.reference, f"{number:04d}", "slagelse", enquiry, 1, "ny", (), True, courses=(course,), **other)


def table(*cases):
    return kept([SLAGELSE], {"slagelse": timed(SLAGELSE, cases, MONTHS, TODAY)}, MONTHS)


def places(cube, month, promise=FIRST_CALL):
    """Where the promise is counted at the end of a month."""
    held, time = cube.axes[2].members, cube.axes[3].members
    found = cube.of(month)[0, cube.axes[1].members.index(promise)]
    return [(held[i], time[j]) for i, j in np.argwhere(found)]


@pytest.mark.parametrize(
    ("reached", "place"),
    [
        (3, (HELD, SHORT)), (4, (HELD, LONG)), (7, (HELD, LONG)), (8, (BROKEN, SHORT)), (14, (BROKEN, SHORT)), (15, (BROKEN, LONG)),
        (None, (BROKEN, LONG)),
    ],
)  # fmt: skip
def test_how_long_it_took_is_told_by_the_promised_time_itself(reached, place):
    assert places(table(referred(MONDAY, reached)), MONTHS[0]) == [place]


def test_it_counts_from_the_month_of_its_day_and_passes_twice_its_time_when_that_has_passed():
    cube = table(referred(date(2021, 3, 23)), referred(date(2021, 3, 28), 2, number=1))
    assert places(cube, MONTHS[0]) == [(BROKEN, SHORT)]  # the second one comes due in April, though it was kept in March
    assert places(cube, MONTHS[1]) == places(cube, MONTHS[-1]) == [(HELD, SHORT), (BROKEN, LONG)]
    assert places(table(referred(date(2021, 3, 17))), MONTHS[0]) == [(BROKEN, LONG)]  # twice its time is over on the month's last day


def test_an_application_that_nobody_answers_counts_as_broken_from_its_deadline_on():
    deadline = SLAGELSE.deadlines.of("§ 82", MONDAY)
    due = add(MONDAY, deadline.length, end=True)
    cube = table(referred(MONDAY, 2, applications=(Application("§ 82", MONDAY),)))
    assert (due.month, places(cube, MONTHS[0], deadline.id), places(cube, MONTHS[1], deadline.id)) == (4, [], [(BROKEN, SHORT)])
    assert places(cube, MONTHS[-1], deadline.id) == [(BROKEN, LONG)]


DAYS = st.dates(date(2021, 3, 1), date(2021, 8, 31))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(DAYS, st.none() | st.integers(0, 40)), max_size=12))
def test_kept_and_broken_are_those_of_the_monthly_report(told_of):
    cases = [referred(*one, number=number) for number, one in enumerate(told_of)]
    cube, ids = table(*cases), {one.id for one in told(SLAGELSE)}
    for place, month in enumerate(MONTHS):
        found = Counter((one.timer, one.status == "kept") for one in promises(cases, SLAGELSE, month, TODAY) if one.timer in ids)
        for promise in ids:
            for held in (HELD, BROKEN):
                ever = cube.series(promise=[promise], held=[held])
                assert ever[place] - (ever[place - 1] if place else 0) == found[promise, held == HELD]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(DAYS, st.none() | st.integers(0, 40)), max_size=12))
def test_nothing_but_what_is_late_and_not_yet_twice_as_late_becomes_fewer(told_of):
    cube = table(*(referred(*one, number=number) for number, one in enumerate(told_of)))
    for chosen in ({"held": [HELD]}, {"held": [HELD], "time": [SHORT]}, {"held": [BROKEN]}, {"held": [BROKEN], "time": [LONG]}):
        assert (np.diff(cube.series(promise=[FIRST_CALL], **chosen)) >= 0).all()


def test_what_is_promised_to_citizens_is_told_and_what_we_read_into_it_or_was_once_done_is_not():
    timers = {timer.id: timer for timer in (*SLAGELSE.timers.timers, *RINGSTED.timers.timers)}
    for model in (SLAGELSE, RINGSTED):
        found = [one.id for one in told(model)]
        assert len(found) == len(set(found)) and {one.id for one in model.deadlines.deadlines} <= set(found)
        assert {timers[one].kind for one in found if one in timers} == {"kilde"}
    assert "ST2" not in {one.id for one in told(SLAGELSE)} and timers["ST2"].practice


def test_a_municipality_is_counted_at_its_own_place():
    cube = kept([RINGSTED, SLAGELSE], {"slagelse": timed(SLAGELSE, [referred(MONDAY, 2)], MONTHS, TODAY)}, MONTHS)
    assert cube.series(unit=["slagelse"])[-1] == cube.counts[-1].sum() > 0
