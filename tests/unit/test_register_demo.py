"""The sample register can be made again at any time and never takes the place of a real one."""

import time
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.registers import ENQUIRY, register_with
from visitation.errors import VisitationError
from visitation.register.agenda import agenda
from visitation.register.cases import cases, is_sample, register_today
from visitation.register.demo import MODELS, SAMPLES, TODAY, make_demo
from visitation.register.events import first_break
from visitation.register.store import open_register

STAND_IN = {"outcome": "FOKUS", "step": "fokus", "returns": False}


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path.as_posix()}/demo.sqlite"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('demo').as_posix()}/demo.sqlite"
    counts = make_demo(url)
    register = open_register(url)
    yield counts, register
    register.close()


def test_it_holds_both_municipalities_and_says_that_it_is_a_sample(made):
    counts, register = made
    assert counts == {"cases": len(cases(register, None)), "events": register.head()[0]}
    assert 2 * 52 * 20 <= counts["cases"] <= 2 * 52 * 25
    assert {case.model for case in cases(register, None).values()} == set(MODELS)
    assert all(case.sample for case in cases(register, None).values())
    assert is_sample(register)
    assert register_today(register) == TODAY


def test_it_tells_its_year_in_order(made):
    _, register = made
    events = register.events()
    assert first_break(events) is None
    assert [event.at for event in events] == sorted(event.at for event in events)
    assert events[-1].at[:10] == TODAY.isoformat()
    assert Counter(event.kind for event in events)["register_opened"] == 1
    aliases = [case.alias for case in cases(register, None).values()]
    assert aliases == [f"{number:04d}" for number in range(1, len(aliases) + 1)]


@pytest.mark.parametrize("model", MODELS)
def test_its_meeting_has_new_enquiries_some_that_waited_and_some_that_come_back(made, model):
    _, register = made
    sections = Counter(item.section for item in agenda(cases(register, model).values(), TODAY))
    assert 20 <= sections["nye"] <= 25
    assert sections["venter"] == 2
    assert 2 <= sections["tilbage"] <= 10


def test_its_decisions_are_those_of_the_files(made):
    _, register = made
    decisions = [d for case in cases(register, None).values() for d in case.decisions]
    lines = [(SAMPLES / model / "beslutninger.csv").read_bytes().count(b"\r\n") - 1 for model in MODELS]
    assert len(decisions) == sum(lines)
    assert all(decision["recommended"] for decision in decisions)
    assert any(decision["deviation"] for decision in decisions)
    assert any(decision["why_not_lower"] for decision in decisions)


def test_made_again_it_is_the_same(url):
    make_demo(url)
    register = open_register(url)
    head = register.head()
    a_case = next(iter(cases(register, None).values()))
    register.append(a_case.reference, a_case.version, "reopened", {}, "2021-03-09T10:00:00")
    register.close()
    make_demo(url)
    register = open_register(url)
    assert register.head() == head
    register.close()


def test_it_is_made_within_five_seconds(url):
    start = time.perf_counter()
    make_demo(url)
    assert time.perf_counter() - start < 5


def test_another_way_of_deciding_gets_model_answers_choice_and_reason(url):
    asked = []

    def decide(*what):
        asked.append(what)
        return STAND_IN

    make_demo(url, decide=decide)
    assert ("ringsted", {"oensker": "nej"}, "", "") in asked
    model, answers, chosen, reason = next(what for what in asked if what[2])
    assert model in MODELS
    assert answers
    assert chosen.isupper()
    assert reason
    register = open_register(url)
    assert all(d["outcome"] == "FOKUS" for case in cases(register, None).values() for d in case.decisions)
    register.close()


@pytest.mark.parametrize("reference", ["2021-0001", "eks-0001"])
def test_a_register_with_a_real_case_is_left_alone(url, reference):
    register_with(url, replace(ENQUIRY, reference=reference), ENQUIRY).close()
    before = open_register(url)
    events = before.events()
    with pytest.raises(VisitationError, match="ikke et eksempelregister og røres ikke"):
        make_demo(url)
    assert before.events() == events
    before.close()


def test_a_real_register_that_is_still_empty_is_left_alone(url):
    register = open_register(url)
    register.append("", 0, "register_opened", {"today": None, "sample": False}, "2021-03-09T08:00:00")
    with pytest.raises(VisitationError, match="røres ikke"):
        make_demo(url)
    assert register.head()[0] == 1
    register.close()


def test_a_missing_sample_file_is_named_before_anything_is_touched(url, tmp_path):
    register_with(url, ENQUIRY).close()
    with pytest.raises(VisitationError, match=r"henvendelser\.csv: eksempelfilen kan ikke læses"):
        make_demo(url, samples=tmp_path)
    register = open_register(url)
    assert register.head()[0] == 1
    register.close()


def test_a_later_day_moves_the_meetings_and_loses_nothing(url, made):
    counts, _ = made
    assert make_demo(url, today=TODAY + timedelta(days=2)) == counts
    register = open_register(url)
    assert register_today(register) == TODAY + timedelta(days=2)
    register.close()
