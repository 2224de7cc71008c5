"""The months of an archive are those of the register, number for number, whatever the register holds."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.months import MODELS, PLAIN, day, lives, numbers
from tests.registers import ENQUIRY, register_with, sample_register
from visitation.archive.monthly import monthly
from visitation.archive.update import update
from visitation.register.demo import TODAY
from visitation.register.events import Draft
from visitation.register.standing import steps_of
from visitation.register.store import open_register

CASES = 150  # of a made-up register
LADDERS = {name: steps_of(model) for name, model in MODELS.items()}


def archived(folder: Path, ladders=None) -> dict[tuple[str, ...], int]:
    found = monthly(folder, LADDERS if ladders is None else ladders)
    return {(one.municipality, one.month, one.what, one.which): one.count for one in found}


def test_the_sample_register_has_the_same_numbers_either_way(tmp_path):
    register = open_register(sample_register(tmp_path))
    update(register, tmp_path / "arkiv", TODAY)
    assert archived(tmp_path / "arkiv") == numbers(register, MODELS.values(), TODAY)
    only = archived(tmp_path / "arkiv", {"ringsted": LADDERS["ringsted"]})
    assert only == numbers(register, [MODELS["ringsted"]], TODAY) != {}


@settings(max_examples=6)
@given(st.randoms(), st.integers(30, 150), st.floats(0, 1))
def test_whatever_a_register_holds_its_months_are_the_same_either_way(random, until, cut):
    drafts, today = lives(random, CASES), day(until)
    first = round(cut * len(drafts))
    with TemporaryDirectory() as scratch:
        register = open_register(f"sqlite:///{Path(scratch).as_posix()}/register.sqlite")
        for some in (drafts[:first], drafts[first:]):
            register.append_all(some)
            update(register, Path(scratch, "arkiv"), today)
        assert archived(Path(scratch, "arkiv")) == numbers(register, MODELS.values(), today)
        register.close()


DECIDED = ("decided", {"table": "T1", "outcome": "X", "step": "p82", "returns": False})
BEGUN = [("course_begun", PLAIN | {"course": f"{name}-1", "pathway": name, "state": "a", "on": "2021-01-05"}) for name in "pq"]
ENDED = [
    ("course_moved", PLAIN | {"course": f"{name}-1", "event": "e", "from": "a", "to": "b", "on": "2021-02-05", "note": "", "ended": True})
    for name in "pq"
]
HELPED = ("service_granted", {"section": "§ 82 a", "start": "2021-01-05", "end": "2021-02-05"})


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ([DECIDED], [1, 1]),
        ([DECIDED, *BEGUN, ENDED[0]], [1, 1]),
        ([DECIDED, *BEGUN, *ENDED], [1, 0]),
        ([DECIDED, HELPED], [1, 0]),
        ([DECIDED, *BEGUN, HELPED], [1, 1]),
    ],
)
def test_a_decision_holds_until_what_it_gave_has_ended(tmp_path, told, stands):
    register = register_with(f"sqlite:///{tmp_path.as_posix()}/register.sqlite", replace(ENQUIRY, received=date(2021, 1, 1)))
    register.append_all(Draft(ENQUIRY.reference, n, kind, data, "2021-01-05T10:00:00") for n, (kind, data) in enumerate(told, 1))
    today = date(2021, 3, 9)
    update(register, tmp_path / "arkiv", today)
    found = archived(tmp_path / "arkiv")
    assert [found.get(("ringsted", month, "standing", "p82"), 0) for month in ("2021-01", "2021-02")] == stands
    assert found == numbers(register, MODELS.values(), today)
    register.close()


def test_a_register_without_a_whole_month_has_no_numbers(tmp_path):
    register = open_register(f"sqlite:///{tmp_path.as_posix()}/register.sqlite")
    update(register, tmp_path / "arkiv", date(2021, 3, 9))
    assert monthly(tmp_path / "arkiv", LADDERS) == []
    register.close()
