"""What staff do with a course: drafts for the register, refused by the pathway, by a guard, or by somebody who was first."""

from datetime import datetime, time, timedelta

import pytest

from tests.registers import TODAY
from tests.running import NOW, Running
from visitation.errors import VisitationError
from visitation.register.actions import Tried, answer_application, blocked, finish_task, move_course, try_contact, undo_last
from visitation.register.store import Conflict

WITHOUT_ANSWER = "ansøgningen skal stadig afgøres"


@pytest.fixture
def fokus(tmp_path) -> Running:
    return Running(f"sqlite:///{tmp_path}/register.sqlite", "slagelse")


@pytest.fixture
def p82(tmp_path) -> Running:
    return Running(f"sqlite:///{tmp_path}/register.sqlite", "ringsted")


def test_a_move_is_dated_the_day_it_happened_and_stored_the_day_it_was_told(fokus):
    case = fokus.case(fokus.begin(1, days_ago=9))
    draft = move_course(fokus.model, case, "fokus-1", "modtaget", NOW, on=TODAY - timedelta(days=8))
    assert (draft.kind, draft.expected_version, draft.at) == ("course_moved", case.version, "2021-03-09T14:00:00")
    assert (draft.data["to"], draft.data["on"]) == ("kontakt", "2021-03-01")


def test_nothing_is_told_before_it_has_happened(fokus):
    reference = fokus.begin(1, days_ago=9)
    with pytest.raises(VisitationError, match="10-03-2021 ligger i fremtiden; tilladt er 09-03-2021 eller tidligere"):
        move_course(fokus.model, fokus.case(reference), "fokus-1", "modtaget", NOW, on=TODAY + timedelta(days=1))
    fokus.go(reference, "modtaget", days_ago=8)
    later = Tried("opkald", NOW + timedelta(days=1), "intet_svar")
    with pytest.raises(VisitationError, match="10-03-2021 ligger i fremtiden"):
        try_contact(fokus.model, fokus.case(reference), "fokus-1", later, NOW)


def test_who_writes_second_is_told_and_nothing_is_written(fokus):
    reference = fokus.begin(1, days_ago=9)
    stale = fokus.case(reference)
    fokus.go(reference, "modtaget")
    draft = finish_task(stale, "fokus-1", "henvisningsbrev", NOW)
    before = fokus.register.head()
    with pytest.raises(Conflict, match="En anden har skrevet i sagen imens"):
        fokus.register.append_all([draft])
    assert fokus.register.head() == before


def test_a_closing_letter_waits_until_the_application_is_answered(fokus):
    reference = fokus.begin(1, days_ago=9, asks_section="§ 85")
    fokus.go(reference, "modtaget")
    with pytest.raises(VisitationError, match=WITHOUT_ANSWER):
        fokus.go(reference, "borger_stopper")
    fokus.go(reference, "inviteret")
    answered = answer_application(fokus.case(reference), "§ 85", "Trukket tilbage på mødet.", NOW)
    fokus.register.append_all([answered])
    fokus.go(reference, "borger_stopper")
    assert fokus.case(reference).courses[0].ended


def test_an_application_made_during_the_course_blocks_the_closing_letter_too(fokus):
    reference = fokus.begin(1, days_ago=9)
    fokus.go(reference, "modtaget")
    case = fokus.case(reference)
    assert blocked(fokus.model, case, case.courses[0], "borger_stopper", TODAY) == []
    fokus.register.append(reference, case.version, "applied", {"section": "§ 85", "on": "2021-03-05"}, NOW.isoformat())
    case = fokus.case(reference)
    assert [guard.id for guard in blocked(fokus.model, case, case.courses[0], "borger_stopper", TODAY)] == ["afgoerelsespligt"]


def test_what_ends_without_a_closing_letter_is_not_blocked(p82):
    reference = p82.begin(1, days_ago=9, asks_section="§ 85")
    p82.go(reference, "ikke_truffet", "myndighed_afgjort")
    assert p82.case(reference).courses[0].state == "afgjort"


def test_partners_are_not_contacted_without_consent(fokus):
    with_consent, without = fokus.begin(1, days_ago=9), fokus.begin(2, days_ago=9, consent="nej")
    for reference in (with_consent, without):
        fokus.go(reference, "modtaget")
    fokus.tries(with_consent, "partner", days_ago=0, result="kontaktet")
    with pytest.raises(VisitationError, match="Samtykke mangler: navn og kontakt kan ikke deles"):
        fokus.tries(without, "partner", days_ago=0, result="kontaktet")
    fokus.tries(without, "opkald", days_ago=0)


def test_a_consent_that_is_given_later_lifts_the_guard(fokus):
    reference = fokus.begin(1, days_ago=9, consent="nej")
    fokus.go(reference, "modtaget")
    with pytest.raises(VisitationError, match="Samtykke mangler"):
        fokus.tries(reference, "partner", days_ago=0, result="kontaktet")
    case = fokus.case(reference)
    fokus.register.append_all([move_course(fokus.model, case, "fokus-1", "samtykke", NOW, note="Givet i telefonen.")])
    assert fokus.case(reference).courses[0].state == "kontakt"
    fokus.tries(reference, "partner", days_ago=0, result="kontaktet")


def test_the_latest_action_is_taken_back(fokus):
    reference = fokus.begin(1, days_ago=9)
    fokus.go(reference, "modtaget")
    before = fokus.case(reference)
    fokus.tries(reference, "opkald", days_ago=0)
    case = fokus.case(reference)
    fokus.register.append_all([undo_last(case, fokus.register.events(reference), NOW)])
    assert fokus.case(reference).courses == before.courses


def test_outcome_d_keeps_the_course_and_its_support_running(p82):
    reference = p82.begin(1, days_ago=130)
    p82.go(reference, "samtale_tilbudt", "opstart_C", "opstart", days_ago=125)
    p82.go(reference, "samtale_holdt", "vejen_videre_D")
    course = p82.case(reference).courses[0]
    assert (course.state, course.ended) == ("vejen_videre_D", False)


def test_a_municipality_without_a_protocol_says_so(p82):
    case = p82.case(p82.begin(1, days_ago=9))
    with pytest.raises(VisitationError, match="Modellen ringsted har ingen kontakttrappe"):
        try_contact(p82.model, case, "p82-1", Tried("opkald", datetime.combine(TODAY, time(9)), "intet_svar"), NOW)
