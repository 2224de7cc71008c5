"""What a process remembers of a register is what a fresh read gives: after others wrote, after forgetting, and of another register."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.registers import ENQUIRY
from visitation.register import rows
from visitation.register.cases import cases, fold, received
from visitation.register.forget import forget
from visitation.register.memory import Memory
from visitation.register.records import SERVICES, records
from visitation.register.store import open_register
from visitation.register.told import events_told, told

FIRST = date(2021, 1, 4)
GRANTED = {"section": "§ 85", "ffb": None, "start": "2021-01-04", "end": None, "band": "30-119", "hours": None}
NAMES = [f"EKS-{number}" for number in range(4)]
STEPS = st.lists(st.tuples(st.sampled_from(["note", "note", "note", "read", "forget"]), st.sampled_from(NAMES)), max_size=12)


@pytest.fixture
def register(database):
    """A register of this process; whatever is written to it is written past its memory, as another process would."""
    opened = open_register(database)
    yield opened
    opened.close()


def note(register, name: str, day: date) -> None:
    """A new case, or one more event of it."""
    version = len(register.events(name))
    told = received(replace(ENQUIRY, reference=name), "slagelse" if name < NAMES[2] else "ringsted", name[-4:])
    kind, data = ("service_granted", GRANTED) if version % 2 else ("parked", {})
    register.append(name, version, *(("enquiry_received", told) if not version else (kind, data)), f"{day}T09:00:00")


def fresh(register):
    """What a process that remembers nothing knows."""
    with register.transaction() as connection:
        return Memory().held_against(connection)


def assert_as_read_afresh(register) -> None:
    known, read = register.known(), fresh(register)
    assert (known.count, known.head, known.events, known.by_case) == (read.count, read.head, read.events, read.by_case)
    assert (known.count, known.head) == register.head() and len(known.events) == known.count
    there = {name: fold(own) for name, own in read.by_case.items()}
    assert cases(register, None) == there and list(cases(register, None)) == list(there)
    assert cases(register, "slagelse") == {name: case for name, case in there.items() if case.model == "slagelse"}
    assert told(register, SERVICES) == [one for one in records(read.events, SERVICES) if one.facts["start"]]
    assert events_told(register, "ringsted", [SERVICES]) == [
        event for event in read.events if event.kind == SERVICES.event and there[event.case].model == "ringsted"
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_what_is_remembered_is_what_a_fresh_read_gives(register, steps):
    register.start_over(only_if=lambda events: True)
    for number, (step, name) in enumerate(steps):
        day = FIRST + timedelta(days=number)
        if step == "note":
            note(register, name, day)
        elif step == "forget":
            forget(register, day, lambda events, of=name: events[0].case == of, f"{day}T10:00:00")
        else:
            assert_as_read_afresh(register)
    assert_as_read_afresh(register)


def test_only_what_was_written_since_is_read(register, monkeypatch):
    for name in NAMES:
        note(register, name, FIRST)
    before = cases(register, None)
    read: list[int] = []

    def counted(connection, *where):
        found = list(stream(connection, *where))
        read.append(len(found))
        return iter(found)

    stream = rows.told
    monkeypatch.setattr(rows, "told", counted)
    assert cases(register, None) == before and read == []
    note(register, NAMES[1], FIRST)
    after = cases(register, None)
    assert read == [1]
    assert [name for name in NAMES if after[name] is not before[name]] == [NAMES[1]]


def test_nothing_of_a_forgotten_case_is_remembered(register):
    for name in NAMES:
        note(register, name, FIRST)
    assert ENQUIRY.words in str(register.known().by_case[NAMES[0]])
    forget(register, FIRST + timedelta(days=1), lambda events: events[0].case == NAMES[0], f"{FIRST}T10:00:00")
    known = register.known()
    assert NAMES[0] not in known.by_case and NAMES[0] not in known.folded
    assert ENQUIRY.words not in str(known.by_case["glemt-000001"])
    assert cases(register, None)["glemt-000001"].forgotten


def test_another_register_at_the_same_place_is_not_taken_for_the_first(register, second):
    for name in NAMES:
        note(register, name, FIRST)
    cases(register, None)
    other = open_register(second)
    try:
        note(other, NAMES[0], FIRST)
        assert list(cases(other, None)) == NAMES[:1] and list(cases(register, None)) == NAMES
    finally:
        other.close()


def test_what_a_reader_changes_in_its_own_cases_is_not_remembered(register):
    note(register, NAMES[0], FIRST)
    cases(register, None).clear()
    assert list(cases(register, None)) == NAMES[:1]
