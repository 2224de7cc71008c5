"""The sample register can be made again at any time and never takes the place of a real one."""

import time
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.registers import ENQUIRY, register_with
from visitation.errors import VisitationError
from visitation.model import load
from visitation.register.agenda import agenda
from visitation.register.beside import stands_beside
from visitation.register.cases import cases, is_sample, register_today
from visitation.register.demo import MODELS, SAMPLES, TODAY, make_demo
from visitation.register.due import due
from visitation.register.events import first_break
from visitation.register.records import IMPORTED_KINDS, KINDS
from visitation.register.store import open_register


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


@pytest.fixture(scope="module")
def held(made):
    """The cases of each municipality."""
    return {model: list(cases(made[1], model).values()) for model in MODELS}


def test_it_holds_both_municipalities_and_says_that_it_is_a_sample(made):
    counts, register = made
    assert counts == {"cases": len(cases(register, None)), "events": register.head()[0]}
    assert (52 + 157) * 20 <= counts["cases"] <= (52 + 157) * 25
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
def test_its_meeting_has_new_enquiries_some_that_waited_and_some_that_come_back(held, model):
    sections = Counter(item.section for item in agenda(held[model], load(model), TODAY))
    assert 20 <= sections["nye"] <= 25
    assert sections["venter"] == 2
    assert 2 <= sections["tilbage"] + sections["kontakt_tilbage"] + sections["ingen_kontakt"] <= 10


@pytest.mark.parametrize("model", MODELS)
def test_its_meeting_is_of_about_the_published_size_and_its_follow_ups_are_few_and_real(held, model):
    """20-25 enquiries and about six descriptions a week (document 001); two hours at most, and a little."""
    items = agenda(held[model], load(model), TODAY)
    sections = Counter(item.section for item in items)
    assert 28 <= len(items) <= 36
    assert sum(item.minutes for item in items) <= 125
    assert 1 <= sections["overskredet"] <= 5
    assert 2 <= sections["beskrivelser"] <= 6
    assert 1 <= sections["opfoelgning"] <= 3
    assert not any(item.done for item in items)


@pytest.mark.parametrize("model", MODELS)
def test_most_of_its_promises_are_kept(held, model):
    counts = Counter(item.status for item in due(held[model], load(model), TODAY))
    assert 3 <= counts["broken"] <= 12
    assert counts["due"] + counts["soon"] >= 15
    assert counts["later"] > 5 * (counts["broken"] + counts["due"] + counts["soon"])


@pytest.mark.parametrize(
    ("model", "pathway", "begun_by"), [("ringsted", "p82", "HENVIS_82AB"), ("ringsted", "p85", "P85"), ("slagelse", "fokus", "FOKUS")]
)
def test_every_decision_that_begins_a_course_has_one_and_the_course_has_gone_on(held, model, pathway, begun_by):
    found = [case for case in held[model] if any(d["outcome"] == begun_by for d in case.decisions)]
    courses = [course for case in found for course in case.courses if course.pathway == pathway]
    assert len(courses) == len(found) > 200
    older = [course for course in courses if course.begun < TODAY - timedelta(weeks=4)]
    assert all(course.moves for course in older)
    assert sum(course.ended for course in courses) > len(courses) / 6


def test_its_courses_come_to_every_outcome_there_is_within_a_year(held):
    moves = {move.event for case in (*held["ringsted"], *held["slagelse"]) for course in case.courses for move in course.moves}
    assert {f"vejen_videre_{letter}" for letter in "ABCD"} <= moves
    assert {"opstart_A", "opstart_B", "opstart_C", "ingen_kontakt", "luk_uden_kontakt", "genaabn", "afslaaet", "bevilget"} <= moves
    assert {"start_gruppe", "start_alternativ", "start_hjemme", "kontakt_tabt", "udeblevet", "netvaerksmoede", "egne_ben"} <= moves


def test_its_decisions_are_those_of_the_files(made):
    _, register = made
    decisions = [d for case in cases(register, None).values() for d in case.decisions]
    lines = [path.read_bytes().count(b"\r\n") - 1 for path in SAMPLES.glob("*/beslutninger*.csv")]
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


def test_it_is_made_within_eight_seconds(url):
    start = time.process_time()
    make_demo(url)
    assert time.process_time() - start < 8


@pytest.mark.parametrize("kind", sorted(IMPORTED_KINDS))
def test_it_holds_what_other_systems_tell_once_the_last_of_its_days_has_come(made, kind):
    """Every row of the exports; one that lies ahead altogether is a plan, and known today."""
    name = next(name for name, one in KINDS.items() if one.event == kind)
    events = [event for event in made[1].events() if event.kind == kind]
    assert len(events) == sum(path.read_bytes().count(b"\r\n") - 1 for path in SAMPLES.glob(f"*/{name}*.csv"))
    for event in events:
        past = [told for field in KINDS[name].dates if (told := event.data[field]) and told[:10] <= event.at[:10]]
        known = [told for field in KINDS[name].dates if (told := event.data[field]) and told[:10] <= TODAY.isoformat()]
        assert past == known


def test_no_record_comes_before_its_enquiry(made):
    opened = {}
    for event in made[1].events():
        assert event.version == 1 or event.case == "" or event.case in opened
        opened[event.case] = event.at
    assert len([case for case in opened if not stands_beside(case)]) == made[0]["cases"] + 1


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
