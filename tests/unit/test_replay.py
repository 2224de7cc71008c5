"""A stored decision comes out the same under its own version."""

from collections import Counter
from datetime import date

import pytest

from tests.registers import sample_register
from tests.replays import LATER, NO_WISH, SETTLED, TO_82, decided, replays, shelf
from tests.tables import partial_states
from visitation.errors import VisitationError
from visitation.model import load, shipped, versions
from visitation.register.cases import cases
from visitation.register.store import open_register


@pytest.fixture
def ringsted():
    return load("ringsted")


@pytest.mark.parametrize("name", shipped())
def test_every_decision_of_a_shipped_model_replays(name):
    model = load(name)
    for table_id, subject in model.tables.items():
        states = partial_states(subject)
        for answers in states[:: max(1, len(states) // 40)]:
            assert replays(decided(model, answers, table_id), [model]) is True


def test_every_decision_of_the_sample_register_replays(tmp_path):
    store, known = open_register(sample_register(tmp_path)), [model for name in shipped() for model in versions(name)]
    taken = [made for case in cases(store, None).values() for made in case.decisions]
    store.close()
    assert len(taken) > 1000
    assert Counter(replays(made, known) for made in taken) == {True: len(taken)}


@pytest.mark.parametrize(
    "tampered",
    [
        {"possible": ["P85"]},
        {"recommended": "P85"},
        {"recommended": None},
        {"rule": "T1.10"},
        {"rule": None},
        {"open": []},
        {"step": "p85"},
        {"returns": True},
        {"version": "2020.1"},
        {"outcome": "P85"},
        {"answers": SETTLED | {"virkning": "nej"}},
        {"answers": NO_WISH},
    ],
)
def test_a_decision_that_differs_does_not_replay(ringsted, tampered):
    stored = decided(ringsted, SETTLED)
    assert replays(stored, [ringsted]) is True
    assert replays(stored | tampered, [ringsted]) is False


@pytest.mark.parametrize(
    ("tampered", "said"),
    [
        ({"table": "T9"}, "ukendt tabel 'T9'"),
        ({"answers": {"vejret": "godt"}}, "ukendt spørgsmål 'vejret'"),
        ({"answers": {"oensker": "måske"}}, "ukendt svar 'måske'"),
    ],
)
def test_a_decision_on_what_the_model_does_not_have_says_what_that_is(ringsted, tampered, said):
    with pytest.raises(VisitationError, match=said):
        replays(decided(ringsted, SETTLED) | tampered, [ringsted])


def test_an_old_decision_replays_beside_a_newer_version(tmp_path):
    old, new = versions(shelf(tmp_path))
    before, after = decided(old, TO_82), decided(new, TO_82, day=LATER)
    assert (before["recommended"], after["recommended"]) == ("HENVIS_82AB", "AFKLAR")
    assert replays(before, [old, new]) is replays(after, [old, new]) is True
    assert replays(before | {"sha256": new.sha256, "version": "2022.1"}, [old, new]) is False
    assert replays(after, [old]) is False


def test_the_rules_are_those_of_the_day():
    model = load("slagelse")
    stored = decided(model, {"forsoergelse": "andet"}, "S5", date(2018, 12, 31))
    assert (stored["recommended"], replays(stored, [model])) == ("AM", True)
    assert replays(stored | {"at": "2019-01-01T09:00:00"}, [model]) is False


def test_a_decision_older_than_its_table_replays_by_the_table_s_first_rules(ringsted):
    stored = decided(ringsted, SETTLED) | {"at": "2020-05-05T09:00:00"}
    assert stored["at"][:10] < ringsted.tables["T1"].valid.from_.isoformat()
    assert replays(stored, [ringsted]) is True
    assert replays(stored | {"rule": "T1.10"}, [ringsted]) is False
