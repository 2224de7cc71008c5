"""Where cases stand and how they move: by hand, and against a count of every single day."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.registers import ENQUIRY, TODAY, enquiries, register_with
from visitation.errors import VisitationError
from visitation.model import load
from visitation.pathway.course import Course, Move
from visitation.register.case import Case
from visitation.register.cases import cases
from visitation.register.flow import at, direction_of, flow, paths, stock
from visitation.register.standing import BESIDE, Granted, helps, place, standing, steps_of

MODEL = load("ringsted")
STEPS = steps_of(MODEL)
START, DAYS = date(2021, 1, 1), 60
SECTIONS = ("§ 82 a", "§ 82 b", "§ 85", "§ 82 d", "§ 108")


def day(number: int) -> date:
    return START + timedelta(days=number)


def decision(number: int, step: str | None) -> dict:
    return {"at": f"{day(number)}T10:00:00", "step": step, "outcome": "X", "returns": False}


def course(begun: int, ended: int | None) -> Course:
    ends = {"begun": day(begun), "ended": ended is not None}
    made = Course("p-1", "p", "i_gang", marks={}, moves=(), tries=(), tasks=(), contact=False, **ends)
    return made if ended is None else replace(made, moves=(moved(ended),))


def moved(number: int) -> Move:
    return Move("slut", "i_gang", "afsluttet", day(number), "")


def case(*decisions: dict, received: int = 0, courses: tuple[Course, ...] = (), reference: str = "EKS-R-1") -> Case:
    enquiry = replace(ENQUIRY, reference=reference, received=day(received))
    return Case(reference, "0001", "ringsted", enquiry, 1, "ny", decisions, True, courses=courses)


@st.composite
def lived(draw) -> tuple[Case, tuple[Granted, ...]]:
    """A case with some decisions, services and courses, in any order that a register allows."""
    numbers = st.integers(0, DAYS)
    days = sorted(draw(st.lists(numbers, max_size=4)))
    made = [decision(n, draw(st.sampled_from([None, *STEPS.height]))) for n in days]
    begun = draw(st.lists(st.sampled_from(days), max_size=2)) if days else []
    courses = tuple(course(n, draw(st.none() | st.integers(n, DAYS))) for n in begun)
    spans = draw(st.lists(st.tuples(st.sampled_from(SECTIONS), st.integers(-30, DAYS), st.none() | st.integers(1, 40)), max_size=4))
    granted = tuple(Granted(section, day(n), None if length is None else day(n + length)) for section, n, length in spans)
    return case(*made, received=draw(numbers), courses=courses), granted


def test_the_highest_step_with_help_that_runs_counts():
    known = case(decision(1, "p82"))
    granted = (Granted("§ 82 a", day(2), day(30)), Granted("§ 85", day(5), day(10)))
    assert [place(known, granted, STEPS, day(n)) for n in (0, 1, 4, 5, 9, 10, 29, 30)] == [
        None, "p82", "p82", "p85", "p85", "p82", "p82", None,
    ]  # fmt: skip


def test_a_decision_for_help_holds_until_the_course_it_began_has_ended():
    known = case(decision(1, "p82"), courses=(course(1, 20),))
    assert [place(known, (), STEPS, day(n)) for n in (1, 19, 20)] == ["p82", "p82", None]
    paused = (Granted("§ 82 a", day(2), day(10)),)
    assert place(known, paused, STEPS, day(12)) == "p82"


def test_a_step_without_a_grant_holds_until_something_else_is_decided():
    known = case(decision(1, "aabent"), decision(30, "bofaellesskab"))
    assert [place(known, (), STEPS, day(n)) for n in (0, 29, 59)] == [None, "aabent", "bofaellesskab"]


def test_help_that_no_step_names_and_a_decision_for_none_lie_beside_the_ladder():
    other = (Granted("§ 82 d", day(-9), day(40)),)
    assert place(case(), other, STEPS, day(3)) == BESIDE
    assert place(case(decision(1, "aabent")), other, STEPS, day(3)) == "aabent"
    assert place(case(decision(1, None)), (), STEPS, day(3)) == BESIDE


def test_nobody_stands_anywhere_before_the_enquiry():
    early = (Granted("§ 85", day(-100), None),)
    assert [place(case(received=5), early, STEPS, day(n)) for n in (4, 5)] == [None, "p85"]


@given(st.lists(lived(), max_size=6), st.integers(-2, DAYS), st.integers(1, DAYS))
def test_the_moves_are_those_of_every_single_day_and_the_stock_is_conserved(people, begins, length):
    first, last = day(begins), day(begins + length)
    known = [replace(one, reference=str(n)) for n, (one, _) in enumerate(people)]
    granted = {str(n): helps_ for n, (_, helps_) in enumerate(people)}
    found = flow(paths(known, granted, STEPS, last), first, last)

    daily = [[place(one, granted[one.reference], STEPS, first + timedelta(days=n)) for n in range(length + 1)] for one in known]
    moves = Counter((before, now) for line in daily for before, now in pairwise(line) if before != now)
    assert found.moves == moves
    assert found.still == Counter(line[0] for line in daily if line[0] is not None and len(set(line)) == 1)
    for where in (*STEPS.height, BESIDE):
        came = sum(n for (_, target), n in moves.items() if target == where)
        left = sum(n for (source, _), n in moves.items() if source == where)
        assert found.start[where] + came - left == found.end[where] == sum(line[-1] == where for line in daily)


@given(lived(), st.integers(-2, DAYS))
def test_a_path_says_where_the_case_stands_on_any_day(person, number):
    known, granted = person
    (path,) = paths([known], {known.reference: granted}, STEPS, day(DAYS))
    assert at(path, day(number)) == place(known, granted, STEPS, day(number))


def test_who_comes_back_after_a_pause_comes_in_again():
    granted = (Granted("§ 82 a", day(1), day(10)), Granted("§ 85", day(20), None))
    found = flow(paths([case()], {"EKS-R-1": granted}, STEPS, day(30)), day(0), day(30))
    assert found.moves == {(None, "p82"): 1, ("p82", None): 1, (None, "p85"): 1}
    assert found.again == {("p82", "p85"): 1}


@pytest.mark.parametrize(
    ("source", "target", "way"),
    [
        ("p82", "p85", "up"), ("p85", "aabent", "down"), (None, "p85", "in"), ("p82", None, "out"),
        (BESIDE, "p82", "beside"), ("p82", BESIDE, "beside"), (None, BESIDE, "in"), (BESIDE, None, "out"),
    ],
)  # fmt: skip
def test_which_way_a_move_goes(source, target, way):
    assert direction_of(source, target, STEPS) == way


def test_a_period_that_does_not_begin_before_it_ends_is_refused():
    with pytest.raises(VisitationError, match="den første dag skal ligge før den sidste"):
        flow((), day(3), day(3))


def test_a_day_before_everything_has_no_stock():
    assert stock(paths([case(decision(1, "aabent"))], {}, STEPS, day(9)), day(0)) == {}


def test_the_register_tells_which_services_run(tmp_path):
    register = register_with(f"sqlite:///{tmp_path}/register.sqlite", *enquiries(3))
    row = {"section": "§ 85", "ffb": None, "start": "2021-03-07", "end": "2021-03-20", "band": "", "hours": None}
    register.append("EKS-R-0001", 1, "service_granted", row, "2021-03-08T07:00:00")
    register.append("EKS-R-0002", 1, "decided", decision(64, "aabent"), "2021-03-06T10:00:00")
    assert helps(register) == {"EKS-R-0001": (Granted("§ 85", date(2021, 3, 7), date(2021, 3, 20)),)}
    found = standing(cases(register, "ringsted").values(), helps(register), MODEL, TODAY)
    assert (found.on_step, found.undecided, found.ended, found.known) == ({"aabent": 1, "p85": 1}, 1, 0, 3)
    later = standing(cases(register, "ringsted").values(), helps(register), MODEL, date(2021, 3, 20))
    assert (later.on_step, later.undecided) == ({"aabent": 1}, 2)
