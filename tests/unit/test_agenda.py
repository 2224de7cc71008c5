"""Which cases a meeting deals with, and in what order."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.courses import MEETING, MODELS, begun, decided, happened, moved, opened, rung
from tests.registers import ENQUIRY, TODAY
from visitation.model import load
from visitation.pathway import pathways, task_done
from visitation.register.agenda import SECTIONS, agenda
from visitation.register.cases import Case
from visitation.register.courses import confirm
from visitation.register.guards import guards_for

MODEL = MODELS["ringsted"]


def case(days_ago: int, *decisions: tuple[int, bool], status: str = "", alias: str = "0001") -> Case:
    made = tuple(
        {"at": f"{TODAY - timedelta(days=days)}T10:00:00", "returns": returns, "step": None, "outcome": "X"} for days, returns in decisions
    )
    enquiry = replace(ENQUIRY, received=TODAY - timedelta(days=days_ago))
    return Case(alias, alias, "ringsted", enquiry, 1, status or ("besluttet" if made else "ny"), made, True)


@pytest.mark.parametrize(
    ("found", "section", "done"),
    [
        (case(0), "nye", False),
        (case(6), "nye", False),
        (case(7), "venter", False),
        (case(400), "venter", False),
        (case(3, (0, False)), "nye", True),
        (case(3, (0, True)), "nye", True),
        (case(20, (14, True)), "tilbage", False),
        (case(20, (14, True), (0, False)), "tilbage", True),
        (case(3, status="parkeret"), "parkeret", False),
    ],
)
def test_a_case_has_its_section(found, section, done):
    assert [(item.section, item.done) for item in agenda([found], MODEL, TODAY)] == [(section, done)]


@pytest.mark.parametrize("gone", [case(20, (14, False)), case(20, (14, True), (7, False)), case(-1)])
def test_what_is_closed_or_not_yet_here_is_not_on_the_agenda(gone):
    assert agenda([gone], MODEL, TODAY) == []


def test_sections_come_in_order_and_the_oldest_first():
    found = agenda([case(1, alias="c"), case(20, (7, True), alias="d"), case(9, alias="a"), case(5, alias="b")], MODEL, TODAY)
    assert [item.case.alias for item in found] == ["b", "c", "a", "d"]


@given(st.lists(st.tuples(st.integers(0, 30), st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=3)), max_size=12))
def test_no_case_that_waits_is_ever_left_out(told):
    made = [case(days, *sorted(decisions, reverse=True), alias=f"{i:04d}") for i, (days, decisions) in enumerate(told)]
    listed = {item.case.alias for item in agenda(made, MODEL, TODAY)}
    waiting = {c.alias for c in made if not c.decisions or c.decisions[-1]["returns"]}
    assert waiting <= listed


def on(day: int) -> date:
    return MEETING + timedelta(days=day)


def sections(case: Case, day: int) -> list[tuple[str, bool]]:
    return [(item.section, item.done) for item in agenda([case], MODELS[case.model], on(day))]


def confirmed(case: Case, day: int) -> Case:
    return happened(case, "confirmed", confirm(case, "course", case.courses[-1].id, "Set på."), on(day))


FOKUS = moved(begun("fokus"), "modtaget", 1)
WITHOUT_CONTACT = moved(rung(FOKUS, 2), "ingen_kontakt", 16)
HEARD = moved(begun("stemme"), "talt_med_borgeren", 3)
SUPPORTED = [("samtale_tilbudt", 3), ("opstart_C", 6), ("opstart", 9)]


def supported(days: int) -> Case:
    """A § 82 course whose support began so many days after the meeting, every task of it done."""
    case = begun("p82")
    for event, day in SUPPORTED:
        case = moved(case, event, day if event != "opstart" else days)
        for task in case.courses[0].tasks:
            case = happened(case, "task_done", task_done(case.courses[0], task.id, on(day)), on(day))
    return case


@pytest.mark.parametrize(
    ("case", "day", "section"),
    [
        (FOKUS, 7, []),
        (FOKUS, 9, ["overskredet"]),  # no call within a week
        (rung(FOKUS, 2), 14, []),
        (rung(FOKUS, 2), 17, ["overskredet"]),  # no report after fourteen days
        (WITHOUT_CONTACT, 21, ["ingen_kontakt"]),
        (HEARD, 7, ["kontakt_tilbage"]),
        (begun("stemme"), 7, ["tilbage"]),
        (moved(WITHOUT_CONTACT, "luk_uden_kontakt", 21), 28, ["opfoelgning"]),  # the letter is not sent
        (decided(opened("ringsted"), "HENVIS_82AB"), 0, ["nye"]),
        (decided(opened("ringsted"), "HENVIS_82AB"), 7, ["opfoelgning"]),
        (supported(9), 135, []),  # the talk after about four months is late, but "about" breaks no promise
        (supported(9), 165, ["overskredet"]),  # no outcome after five months
    ],
)
def test_a_course_brings_its_case_to_the_meeting_when_it_owes_something(case, day, section):
    assert [name for name, _ in sections(case, day)] == section


def test_help_that_ends_within_weeks_is_planned_in_time():
    case = moved(moved(supported(9), "samtale_holdt", 120), "vejen_videre_A", 125)
    for task in case.courses[0].tasks:
        case = happened(case, "task_done", task_done(case.courses[0], task.id, on(125)), on(125))
    ends = (date(2021, 8, 11) - MEETING).days  # six months after 11 February
    assert [sections(case, ends - 29), sections(case, ends - 28), sections(case, ends)] == [[], [("udloeb", False)], [("udloeb", False)]]


def test_what_the_meeting_deals_with_stays_where_it_was_as_done():
    assert sections(moved(WITHOUT_CONTACT, "luk_uden_kontakt", 21), 21) == [("ingen_kontakt", True)]
    assert sections(confirmed(FOKUS, 9), 9) == [("overskredet", True)]
    assert sections(rung(FOKUS, 9), 9) == [("overskredet", True)]


def test_a_confirmed_follow_up_is_gone_until_something_new_falls_due():
    seen = confirmed(FOKUS, 9)
    assert sections(seen, 14) == []
    assert sections(rung(seen, 10), 25) == [("overskredet", False)]


def test_a_case_that_still_waits_for_its_decision_is_not_done_because_its_course_moved():
    back = moved(moved(moved(begun("stemme"), "spoerg_andre", 1), "send_brev", 2), "til_moedet", 3)
    assert sections(moved(back, "proev_igen", 7), 7) == [("ingen_kontakt", False)]


def test_an_item_takes_its_minutes_and_tells_what_happened_since():
    heard, waiting = agenda([HEARD, decided(opened("slagelse", "0002"), "FOKUS")], MODELS["slagelse"], on(7))
    assert [heard.minutes, waiting.minutes] == [MODELS["slagelse"].head.meeting.minutes, 1.0]
    assert [one.fact.event for one in heard.since] == ["talt_med_borgeren"]
    assert (heard.course.id, waiting.course.id) == ("stemme-1", "fokus-1")


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 20)), max_size=15), st.integers(0, 60))
def test_every_case_is_on_the_agenda_at_most_once(walk, day):
    """Whatever happened in its courses, as far as the pathways allow it."""
    cases = [_walked(name, walk, str(number)) for number, name in enumerate(("fokus", "stemme"))]
    found = agenda(cases, MODELS["slagelse"], on(day))
    assert len({item.case.reference for item in found}) == len(found)
    assert [SECTIONS.index(item.section) for item in found] == sorted(SECTIONS.index(item.section) for item in found)


def _walked(name: str, walk: list[tuple[int, int]], alias: str) -> Case:
    case = begun(name, alias)
    for day, (_, pick) in zip(sorted(day for day, _ in walk), walk, strict=True):
        course = case.courses[0]
        possible = pathways(MODELS["slagelse"])[name].events_from(course.state)
        case = moved(case, possible[pick % len(possible)].id, day)
    return case


@pytest.mark.parametrize(
    ("facts", "possible", "met"),
    [
        ({"consent": "ukendt"}, ("HENVIS_82AB", "P85"), True),
        ({"consent": "ukendt"}, ("P85",), False),
        ({"consent": "ja"}, ("HENVIS_82AB",), False),
    ],
)
def test_a_guard_on_facts_holds_while_its_outcome_is_possible(facts, possible, met):
    found = [guard.id for guard in guards_for(load("ringsted"), replace(ENQUIRY, **facts), possible)]
    assert ("samtykke" in found) == met


@pytest.mark.parametrize(("possible", "met"), [(("P85",), True), (("P85", "AFKLAR"), False)])
def test_a_guard_without_facts_waits_until_its_outcome_is_certain(possible, met):
    assert ("klagevejledning_85" in [guard.id for guard in guards_for(load("ringsted"), ENQUIRY, possible)]) == met
