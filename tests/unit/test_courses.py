"""What a decision begins and ends in the courses of its case, and how a follow-up is closed."""

import pytest

from tests.courses import MEETING, MODELS, begun, decided, happened, moved, opened
from visitation.errors import VisitationError
from visitation.pathway import deadlines
from visitation.register.courses import confirm, decision_drafts

SAID = {"table": "T1", "outcome": "HENVIS_82AB", "step": "p82", "returns": False}


def test_a_decision_and_the_course_it_begins_are_written_together():
    case = opened("ringsted")
    drafts = decision_drafts(MODELS["ringsted"], case, SAID, f"{MEETING}T10:00:00")
    assert [(d.kind, d.expected_version, d.at) for d in drafts] == [
        ("decided", 1, f"{MEETING}T10:00:00"),
        ("course_begun", 2, f"{MEETING}T10:00:00"),
    ]
    assert drafts[1].data["decision"] == 2


def test_the_promise_from_the_enquiry_counts_from_the_day_it_came_in():
    case = begun("p82")
    due = {one.timer: one.due for one in deadlines(MODELS["ringsted"], case.courses[0], MEETING)}
    assert (due["RT2"] - case.enquiry.received).days == (due["RT1"] - MEETING).days == 14


@pytest.mark.parametrize("outcome", ["UVISITERET", "INGEN"])
def test_an_outcome_that_begins_nothing_is_a_decision_alone(outcome):
    case = decided(opened("ringsted"), outcome)
    assert (case.version, case.courses, case.decisions[0]["outcome"]) == (2, (), outcome)


def test_a_course_that_still_runs_is_not_begun_again_and_one_that_ended_is():
    case = decided(begun("stemme"), "KONTAKTTRAPPE", MEETING.replace(day=9))
    assert [course.id for course in case.courses] == ["stemme-1"]
    heard = decided(moved(case, "talt_med_borgeren", 8), "VEJLED", MEETING.replace(day=16))
    again = decided(heard, "RING", MEETING.replace(day=23))
    assert [(course.id, course.ended) for course in again.courses] == [("stemme-1", True), ("stemme-2", False)]


def test_a_final_decision_ends_the_search_for_the_voice_and_a_returning_one_does_not():
    heard = moved(begun("stemme"), "talt_med_borgeren", 3)
    discussed = decided(heard, "DROEFT", MEETING.replace(day=9))
    assert not discussed.courses[0].ended
    ended = decided(discussed, "FOKUS", MEETING.replace(day=16))
    assert [(course.pathway, course.state, course.ended) for course in ended.courses] == [
        ("stemme", "besluttet", True),
        ("fokus", "henvist", False),
    ]


def test_a_voice_not_yet_heard_is_sought_on_after_a_final_decision():
    assert not decided(begun("stemme"), "ANDEN_INDSATS", MEETING.replace(day=9)).courses[0].ended


@pytest.mark.parametrize(
    ("what", "which", "reason", "said"),
    [
        ("course", "p82-2", "Set.", r"'p82-2' kan ikke bekræftes; tilladt er p82-1"),
        ("decision", 3, "Set.", r"tilladt er 2\."),
        ("application", "§ 107/108", "Set.", r"tilladt er § 85\."),
        ("sagen", "x", "Set.", r"tilladt er decision, course, application"),
        ("course", "p82-1", "  ", "Skriv en begrundelse"),
    ],
)
def test_what_cannot_be_confirmed_is_refused_with_what_can(what, which, reason, said):
    with pytest.raises(VisitationError, match=said):
        confirm(begun("p82", asks_section="§ 85"), what, which, reason)


@pytest.mark.parametrize(("what", "which"), [("course", "p82-1"), ("decision", 2), ("application", "§ 85")])
def test_a_follow_up_is_confirmed_by_what_names_it(what, which):
    case = begun("p82", asks_section="§ 85")
    closed = happened(case, "confirmed", confirm(case, what, which, " Brev sendt. "), MEETING)
    assert [(one.what, one.which, one.reason) for one in closed.confirmed] == [(what, which, "Brev sendt.")]
