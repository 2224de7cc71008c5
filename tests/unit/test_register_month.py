"""A month of the register: every fact counts in the month of its own day, and a promise is kept, late, open or lapsed."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.registers import ENQUIRY
from visitation.errors import VisitationError
from visitation.model import load
from visitation.pathway import begin, deadlines, move, pathways
from visitation.pathway.course import apply
from visitation.pathway.deadlines import REVIEW
from visitation.register.case import Application, Case
from visitation.register.month import Month, arrived, decided, known_months, promises, queues, read_month, whole_months

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
MARCH = read_month("2021-03")
MONDAY = date(2021, 3, 1)
MODEL = load("slagelse")
FOKUS = pathways(MODEL)["fokus"]


def case(received=MONDAY, **facts):
    usual = {"alias": "0001", "model": "slagelse", "version": 1, "status": "ny", "decisions": (), "sample": True}
    return Case(reference=f"EKS-{received}", enquiry=replace(ENQUIRY, received=received), **(usual | facts))


def decision(day, returns=False):
    return {"at": f"{day}T10:00:00", "returns": returns, "step": None, "outcome": "x", "table": "S1"}


def course(*events, begun=MONDAY):
    """A course referred on a Monday, with events on days so many after."""
    found = apply(None, "course_begun", begin(FOKUS, "fokus-1", begun, {"henvendelse": begun}))
    for event, after in events:
        found = apply(found, "course_moved", move(FOKUS, found, event, begun + timedelta(days=after)))
    return found


@given(DAYS)
def test_every_day_lies_in_exactly_one_month(day):
    month = read_month(f"{day:%Y-%m}")
    around = [*month.before(3), month, month.next]
    assert [one for one in around if one.holds(day)] == [month] and str(month) == f"{day:%Y-%m}"
    assert all(one.next == other and one.last + timedelta(days=1) == other.first for one, other in pairwise(around))


@pytest.mark.parametrize("text", ["", "2021", "2021-13", "2021-3", "2021-03-01", "marts"])
def test_what_is_no_month_is_said(text):
    with pytest.raises(VisitationError, match="er ikke en måned; skriv den som 2021-02"):
        read_month(text)


def test_a_register_that_begins_midway_knows_its_first_month_but_not_whole():
    found, today = [case(date(2021, 1, 12)), case(date(2021, 3, 2))], date(2021, 3, 9)
    assert [str(month) for month in known_months(found, today)] == ["2021-01", "2021-02", "2021-03"]
    assert [str(month) for month in whole_months(found, today)] == ["2021-02"]
    assert [str(month) for month in whole_months([case(date(2021, 1, 1))], today)] == ["2021-01", "2021-02"]
    assert known_months([], today) == whole_months([], today) == []


def test_enquiries_and_decisions_count_on_their_own_days_and_none_that_lie_ahead():
    found = [case(date(2021, 2, 28)), case(MONDAY), case(date(2021, 3, 20)), case(date(2021, 3, 31), decisions=(decision("2021-04-06"),))]
    assert [one.enquiry.received.day for one in arrived(found, MARCH, date(2021, 4, 30))] == [1, 20, 31]
    assert [one.enquiry.received.day for one in arrived(found, MARCH, date(2021, 3, 19))] == [1]
    assert decided(found, MARCH, date(2021, 4, 30)) == [] and len(decided(found, read_month("2021-04"), date(2021, 4, 30))) == 1


def test_a_case_waits_for_its_first_decision_then_to_come_back_and_apart_from_that_for_an_answer():
    made = case(decisions=(decision("2021-03-09", returns=True), decision("2021-03-16")), applications=(Application("§ 85", MONDAY),))
    assert queues([made], date(2021, 2, 28)) == {"moede": [], "tilbage": [], "afgoerelse": []}
    assert queues([made], date(2021, 3, 8)) == {"moede": [7], "tilbage": [], "afgoerelse": [7]}
    assert queues([made], date(2021, 3, 15)) == {"moede": [], "tilbage": [6], "afgoerelse": [14]}
    assert queues([made], date(2021, 3, 16)) == {"moede": [], "tilbage": [], "afgoerelse": [15]}


def status(reached=None, month=MARCH, today=date(2021, 4, 30), **changed):
    """How the promise of a first call within a week stands, when the citizen was reached so many days after; None: not reached."""
    events = [("modtaget", 0)] if reached is None else [("modtaget", 0), ("inviteret", reached)]
    found = promises([case(courses=(replace(course(*events), **changed),))], MODEL, month, today)
    return [one.status for one in found if one.timer == "ST3"]


def test_a_promise_is_kept_on_its_day_late_after_it_and_open_while_nothing_happens():
    assert status(7) == ["kept"]
    assert status(8) == ["late"]
    assert status() == ["open"]
    assert status(8, month=read_month("2021-04")) == []


def test_a_day_on_which_a_state_is_looked_at_again_is_no_promise():
    reviewed = course(("modtaget", 0), ("inviteret", 1))
    found = [
        one
        for month in (MARCH, MARCH.next, MARCH.next.next)
        for one in promises([case(courses=(reviewed,))], MODEL, month, date(2021, 6, 1))
    ]
    assert deadlines(MODEL, reviewed, date(2021, 6, 1))[0].timer == REVIEW and REVIEW not in {one.timer for one in found}


def test_a_promise_does_not_count_before_its_day_is_over_unless_it_is_kept():
    assert status(today=date(2021, 3, 8)) == []
    assert status(today=date(2021, 3, 9)) == ["open"]
    assert status(2, today=date(2021, 3, 5)) == ["kept"]


def test_what_a_course_still_owed_when_it_ended_has_lapsed_but_not_what_it_had_broken():
    assert status(ended=True) == []
    later = course(("modtaget", 9))
    assert [one.status for one in promises([case(courses=(replace(later, ended=True),))], MODEL, MARCH, date(2021, 4, 30))] == ["open"]


def test_an_application_answered_by_its_deadline_is_kept():
    deadline = MODEL.deadlines.of("§ 82", MONDAY)
    asked = {"applications": (Application("§ 82", MONDAY),)}

    def answered(*decisions):
        found = promises([case(decisions=decisions, **asked)], MODEL, Month(date(2021, 4, 1)), date(2022, 1, 1))
        return [one.status for one in found if one.timer == deadline.id]

    there = [answered(), answered(decision("2021-03-02")), answered(decision("2021-12-30"))]
    assert there == [["open"], ["kept"], ["late"]]
