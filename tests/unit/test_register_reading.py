"""A municipality's cases and records are those of the whole register, and nobody else's."""

from dataclasses import dataclass, replace

import pytest

from tests.registers import enquiries
from visitation.pathway.course import changed
from visitation.register.cases import cases, fold, received
from visitation.register.events import Draft
from visitation.register.records import ACTIVITIES, SERVICES, SESSIONS, records
from visitation.register.store import open_register
from visitation.register.told import events_told, told

AT = "2021-03-01T09:00:00"
MODELS = {"A-1": "slagelse", "B-1": "ringsted", "A-2": "slagelse", "C-1": "slagelse-nord"}
GRANTED = {"section": "§ 85", "ffb": None, "start": "2021-01-04", "end": None, "band": "30-119", "hours": None}


@pytest.fixture
def register(database):
    """Cases of three municipalities in turn, one of whose citizens writes what looks like a model; each is granted a service."""
    opened = open_register(database)
    made = [replace(one, reference=name, words='{"model":"slagelse"}') for one, name in zip(enquiries(4), MODELS, strict=True)]
    opened.append_all(Draft(one.reference, 0, "enquiry_received", received(one, MODELS[one.reference], "0001"), AT) for one in made)
    opened.append_all(Draft(name, 1, "service_granted", GRANTED, AT) for name in reversed(MODELS))
    opened.append("@rum/slagelse/x", 0, "noted", {"model": "slagelse"}, AT)
    yield opened
    opened.close()


def test_the_cases_of_a_model_are_those_of_the_whole_register_in_the_order_they_came_in(register):
    every = {name: fold(register.events(name)) for name in MODELS}
    assert cases(register, None) == every
    for model in MODELS.values():
        own = cases(register, model)
        assert own == {name: case for name, case in every.items() if case.model == model}
        assert list(own) == [name for name in MODELS if MODELS[name] == model]
    assert cases(register, "aarhus") == {}


def test_only_the_records_of_the_kinds_and_the_model_are_read(register):
    found = events_told(register, "slagelse", (SERVICES, SESSIONS))
    assert [(event.case, event.kind) for event in found] == [("A-2", "service_granted"), ("A-1", "service_granted")]
    assert records(found, SERVICES) == [one for one in told(register, SERVICES) if MODELS[one.case] == "slagelse"]
    assert events_told(register, "slagelse", (ACTIVITIES,)) == []


@dataclass(frozen=True)
class Fact:
    name: str
    days: tuple[int, ...] = ()


def test_a_changed_fact_is_what_replace_makes_and_leaves_the_first_alone():
    first = Fact("a")
    assert changed(first, days=(1,)) == replace(first, days=(1,)) and first == Fact("a")
