"""What stands beside the cases is sealed in the same chain and counted by none of what counts cases."""

from datetime import date

import pytest

from tests.registers import TODAY, enquiries, register_with
from visitation.errors import VisitationError
from visitation.register import beside
from visitation.register.audit import audit
from visitation.register.cases import cases
from visitation.register.demo import make_demo
from visitation.register.forget import forget
from visitation.register.store import open_register

NOTE = beside.reference("pejlemaerker", "slagelse", "P4.3")
AT = "2015-09-01T09:00:00"


@pytest.fixture
def register(database):
    """One case, two notes on one thing and one on a thing whose name begins as the other's room does."""
    opened = register_with(database, *enquiries(1))
    opened.append(NOTE, 0, "noted", {"value": 1}, AT)
    opened.append(NOTE, 1, "noted", {"value": 2}, AT)
    opened.append(beside.reference("pejlemaerker", "slagelse-nord", "P4.3"), 0, "noted", {}, AT)
    yield opened
    opened.close()


def test_a_room_gets_its_own_events_by_name_in_order(register):
    found = beside.of_room(register, "pejlemaerker", "slagelse")
    assert {name: [event.data["value"] for event in events] for name, events in found.items()} == {"P4.3": [1, 2]}
    assert beside.of_room(register, "pejlemaerker", "ringsted") == {}


def test_it_is_no_case_and_in_the_chain(register):
    assert [case.reference for case in cases(register, None).values()] == ["EKS-R-0001"]
    checked = audit(register)
    assert (checked.events, checked.broken_at) == (4, None)


def test_forgetting_cases_leaves_it_whole(register):
    forget(register, date(2030, 1, 1), lambda _events: True, "2030-01-01T00:00:00")
    assert len(beside.of_room(register, "pejlemaerker", "slagelse")["P4.3"]) == 2


@pytest.mark.parametrize(("sample", "left_alone"), [(True, False), (None, True)])
def test_only_in_a_sample_register_may_it_be_lost(database, sample, left_alone):
    register = open_register(database)
    if sample:
        register.append("", 0, "register_opened", {"today": TODAY.isoformat(), "sample": True}, AT)
    register.append(NOTE, 0, "noted", {"value": 1}, AT)
    register.close()
    if left_alone:
        with pytest.raises(VisitationError, match="røres ikke"):
            make_demo(database)
    else:
        assert make_demo(database)["cases"] > 0
