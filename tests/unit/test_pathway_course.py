"""A course is the fold of its events: what may happen is named, what happened stays readable without a model."""

import json
from datetime import date

import pytest

from tests.pathways import BEGIN, Walk
from visitation.errors import VisitationError
from visitation.pathway import KINDS, Move, apply, begin, move, pathways, task_done

TUESDAY = date(2021, 2, 2)


@pytest.fixture
def fokus() -> Walk:
    return Walk("slagelse", "fokus")


def test_a_course_begins_with_its_marks_tasks_and_state(fokus):
    course = fokus.course
    assert (course.id, course.pathway, course.state, course.begun, course.ended) == ("f1", "fokus", "henvist", BEGIN, False)
    assert course.marks == {"henvisning": BEGIN, "kontakt_begyndt": BEGIN}
    (letter,) = course.tasks
    assert (letter.id, letter.owner, letter.due) == ("henvisningsbrev", "CHP-myndighed", date(2021, 2, 3)), "two working days"
    assert letter.label.da == "Send brev om henvisningen" and letter.label.en == "Send the letter on the referral"


def test_a_move_holds_state_note_and_marks(fokus):
    course = fokus.go("modtaget", TUESDAY, " modtaget i dag ").course
    assert course.moves == (Move("modtaget", "henvist", "kontakt", TUESDAY, "modtaget i dag"),)
    assert course.contact and course.latest == TUESDAY == course.since


def test_an_event_that_cannot_happen_here_names_those_that_can(fokus):
    with pytest.raises(VisitationError, match=r"står i 'henvist'; 'start_gruppe' kan ikke ske her. Tilladt er modtaget, samtykke\."):
        move(fokus.pathway, fokus.course, "start_gruppe", TUESDAY)


def test_nothing_is_dated_before_what_already_happened(fokus):
    fokus.go("modtaget", TUESDAY).tries("opkald", "2021-02-04")
    with pytest.raises(VisitationError, match=r"2021-02-03 ligger før .* tilladt er 2021-02-04 eller senere"):
        move(fokus.pathway, fokus.course, "inviteret", date(2021, 2, 3))


def test_an_event_that_asks_is_refused_without_a_note(fokus):
    fokus.go("modtaget", TUESDAY)
    with pytest.raises(VisitationError, match="Borgeren ønsker at stoppe: skriv i noten hvorfor"):
        move(fokus.pathway, fokus.course, "borger_stopper", TUESDAY, "  ")


def test_tasks_stay_open_until_they_are_done_and_are_renewed_by_the_event_that_made_them(fokus):
    fokus.go("modtaget", TUESDAY).go("inviteret", TUESDAY).go("start_hjemme", "2021-02-09").go("netvaerksmoede", "2021-02-10")
    fokus.go("netvaerksmoede", "2021-02-17")
    assert [(task.id, task.due.isoformat()) for task in fokus.course.tasks] == [
        ("henvisningsbrev", "2021-02-03"),
        ("henvendelse_chp", "2021-02-19"),
        ("netvaerksmoede", "2021-03-03"),
    ]
    fokus.tell("task_done", task_done(fokus.course, "henvisningsbrev", date(2021, 2, 18)))
    assert [task.id for task in fokus.course.tasks] == ["henvendelse_chp", "netvaerksmoede"]
    with pytest.raises(VisitationError, match="'henvisningsbrev' er ikke åben; tilladt er henvendelse_chp, netvaerksmoede"):
        task_done(fokus.course, "henvisningsbrev", date(2021, 2, 18))


def test_a_mid_course_need_leaves_the_course_where_it_is(fokus):
    fokus.go("modtaget", TUESDAY).go("inviteret", TUESDAY).go("start_hjemme", "2021-02-09").go("netvaerksmoede", "2021-02-10")
    assert fokus.course.state == "intro" and "netvaerksmoede" in [task.id for task in fokus.course.tasks]


def test_the_outcomes_of_ringsteds_three_talks_are_forms_with_letters():
    forms = [(event.form.group, event.form.letter) for event in pathways(Walk("ringsted", "p82").model)["p82"].events if event.form]
    assert forms == [("opstartssamtale", letter) for letter in "AABC"] + [
        (group, letter) for group in ("vejen_videre", "status") for letter in "ABCD"
    ]


def test_ringsted_begins_with_the_tasks_of_steps_1_and_2():
    walk = Walk("ringsted", "p82")
    assert [task.id for task in walk.course.tasks] == ["sagsaabning", "journalnotat", "samtykke", "advis", "oplys_14_dage"]
    assert walk.pathway.documents == ("sagsaabning", "journalnotat", "advis", "henvisningsbrev")


def test_what_a_talk_leaves_to_do():
    walk = Walk("ringsted", "p82").go("samtale_tilbudt", TUESDAY)
    for task in walk.course.tasks:
        walk.tell("task_done", task_done(walk.course, task.id, TUESDAY))
    walk.go("opstart_C", TUESDAY)
    assert [(task.id, task.owner) for task in walk.course.tasks] == [
        ("journalnotat", "Socialpsykiatrien"),
        ("advis", "Socialpsykiatrien"),
        ("opret_ydelse", "myndighed"),
    ]


def test_the_fold_needs_no_model():
    """A register of events keeps telling where a course stood, whatever became of pathway, states and events."""
    data = begin(Walk("slagelse", "fokus").pathway, "f9", BEGIN)
    old = {"course": "f9", "event": "nedlagt", "from": "henvist", "to": "findes_ikke_mere", "on": "2021-02-02", "note": ""}
    moved = old | {"marks": {"glemt": "2021-02-02"}, "tasks": [], "contact": False, "ended": True}
    course = apply(apply(None, "course_begun", data), "course_moved", moved)
    assert (course.state, course.ended, course.marks) == ("findes_ikke_mere", True, {"glemt": TUESDAY})


def test_the_data_are_plain_json(fokus):
    fokus.go("modtaget", TUESDAY).tries("opkald", TUESDAY)
    again = None
    for kind, data in fokus.told:
        again = apply(again, kind, json.loads(json.dumps(data)))
    assert again == fokus.course and {kind for kind, _ in fokus.told} <= set(KINDS)


def test_events_out_of_place_are_refused(fokus):
    (kind, data), *_ = fokus.told
    with pytest.raises(VisitationError, match="et forløb begynder med course_begun, og kun én gang"):
        apply(fokus.course, kind, data)
    with pytest.raises(VisitationError, match="et forløb begynder med course_begun"):
        apply(None, "task_done", {"course": "f1", "task": "x", "on": "2021-02-01"})
    with pytest.raises(VisitationError, match="Ukendt hændelse decided i et forløb; tilladt er course_begun, "):
        apply(fokus.course, "decided", {})
