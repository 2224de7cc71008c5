"""Which cases a meeting deals with, and in what order."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.registers import ENQUIRY, TODAY
from visitation.model import load
from visitation.register.agenda import agenda
from visitation.register.cases import Case
from visitation.register.guards import guards_for


def case(days_ago: int, *decisions: tuple[int, bool], status: str = "", alias: str = "0001") -> Case:
    made = tuple(
        {"at": f"{TODAY - timedelta(days=days)}T10:00:00", "returns": returns, "step": None, "outcome": "X"} for days, returns in decisions
    )
    enquiry = replace(ENQUIRY, received=TODAY - timedelta(days=days_ago))
    return Case(alias, alias, "ringsted", enquiry, 1, status or ("besluttet" if made else "ny"), made, None, True)


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
    assert [(item.section, item.done) for item in agenda([found], TODAY)] == [(section, done)]


@pytest.mark.parametrize("gone", [case(20, (14, False)), case(20, (14, True), (7, False)), case(-1)])
def test_what_is_closed_or_not_yet_here_is_not_on_the_agenda(gone):
    assert agenda([gone], TODAY) == []


def test_sections_come_in_order_and_the_oldest_first():
    found = agenda([case(1, alias="c"), case(20, (7, True), alias="d"), case(9, alias="a"), case(5, alias="b")], TODAY)
    assert [item.case.alias for item in found] == ["a", "b", "c", "d"]


@given(st.lists(st.tuples(st.integers(0, 30), st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=3)), max_size=12))
def test_no_case_that_waits_is_ever_left_out(told):
    made = [case(days, *sorted(decisions, reverse=True), alias=f"{i:04d}") for i, (days, decisions) in enumerate(told)]
    listed = {item.case.alias for item in agenda(made, TODAY)}
    waiting = {c.alias for c in made if not c.decisions or c.decisions[-1]["returns"]}
    assert waiting <= listed


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
