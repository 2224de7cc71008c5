"""The cube says exactly what reading the rules one after the other, for every completion, would say."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables import completions, first_hit, partial_states, possible, rule, table, tables
from visitation.errors import VisitationError
from visitation.model import load, shipped
from visitation.screening import build, encode, periods, screen
from visitation.screening.explain import moot

SHIPPED = [(name, table.id, day) for name in shipped() for table in load(name).tables.values() for day in periods(table)]


def _agrees_with_brute_force(subject, answers, case):
    expected = possible(subject, answers)
    assert set(case.possible) == expected
    assert case.outcome == (next(iter(expected)) if len(expected) == 1 else None)
    open_questions = [q.id for q in subject.inputs if q.id not in answers]
    fulls = completions(subject, answers)
    matters = {q for q in open_questions for full in fulls if len(possible(subject, {k: v for k, v in full.items() if k != q})) > 1}
    assert set(case.relevant) == matters


@pytest.mark.parametrize(("name", "table_id", "day"), SHIPPED)
def test_every_partial_state_of_a_shipped_table_equals_brute_force(name, table_id, day):
    subject = load(name).tables[table_id]
    cube = build(subject, day)
    in_force = [r for r in subject.rules if (r.valid or subject.valid).covers(day)]
    memo = {}

    def outcomes(codes):
        if codes not in memo:
            free = next((i for i, code in enumerate(codes) if code is None), None)
            if free is None:
                full = cube.answers(codes)
                memo[codes] = {next(r for r in in_force if all(full[q] in v for q, v in r.when.items())).then}
            else:
                memo[codes] = set().union(*(outcomes((*codes[:free], i, *codes[free + 1 :])) for i in range(cube.outcome.shape[free])))
        return memo[codes]

    for answers in partial_states(subject):
        case = screen(cube, answers)
        assert set(case.possible) == outcomes(tuple(case.codes))


@given(tables(), st.data())
def test_possible_and_relevant_equal_brute_force(subject, data):
    answers = data.draw(st.sampled_from(partial_states(subject)))
    _agrees_with_brute_force(subject, answers, screen(build(subject), answers))


@given(tables(), st.data())
def test_the_smallest_sufficient_reason_is_sufficient_and_smallest(subject, data):
    answers = data.draw(st.sampled_from(partial_states(subject)))
    case = screen(build(subject), answers)
    if case.outcome is None:
        assert case.sufficient is None
        return
    assert possible(subject, case.sufficient) == {case.outcome}
    for smaller in combinations(answers.items(), max(len(case.sufficient) - 1, 0)):
        assert not case.sufficient or possible(subject, dict(smaller)) != {case.outcome}


@given(tables(), st.data())
def test_changes_are_all_single_answers_that_give_another_outcome(subject, data):
    answers = data.draw(st.sampled_from(partial_states(subject)))
    case = screen(build(subject), answers)
    expected = set()
    for q in subject.inputs if case.outcome else ():
        for a in q.answers:
            outcomes = possible(subject, {**answers, q.id: a.id}) if q.id in answers else set()
            if len(outcomes) == 1 and outcomes != {case.outcome}:
                expected.add((q.id, a.id, *outcomes))
    assert {(c.question, c.answer, c.outcome) for c in case.changes} == expected


@given(tables(), st.data())
def test_the_order_of_answers_never_matters(subject, data):
    answers = data.draw(st.sampled_from(partial_states(subject)))
    shuffled = dict(data.draw(st.permutations(list(answers.items()))))
    one, other = screen(build(subject), answers), screen(build(subject), shuffled)
    assert (one.possible, one.relevant, one.sufficient, one.changes) == (other.possible, other.relevant, other.sufficient, other.changes)


@given(tables(), st.data())
def test_answering_never_removes_a_definite_outcome(subject, data):
    answers = data.draw(st.sampled_from(partial_states(subject)))
    before = screen(build(subject), answers)
    for question in before.open:
        for answer in subject.input(question).answers:
            after = screen(build(subject), {**answers, question: answer.id})
            assert set(after.possible) <= set(before.possible)
            if question not in before.relevant:
                assert after.possible == before.possible


@settings(max_examples=50)
@given(tables(), st.data())
def test_a_question_is_moot_because_of_answers_that_alone_make_it_so(subject, data):
    answers = data.draw(st.sampled_from(partial_states(subject)))
    case = screen(build(subject), answers)
    assert set(moot(case)) == set(case.open) - set(case.relevant)


def test_a_and_b_or_a_and_not_b_or_not_a_asks_nothing():
    yes_no = ["ja", "nej"]
    subject = table(
        {"a": yes_no, "b": yes_no},
        [
            [
                rule("1", {"a": ["ja"], "b": ["ja"]}, "X"),
                rule("2", {"a": ["ja"], "b": ["nej"]}, "X"),
                rule("3", {"a": ["nej"]}, "X"),
            ]
        ],
    )
    case = screen(build(subject), {})
    assert (case.outcome, case.relevant, case.sufficient) == ("X", (), {})


def test_the_clarifying_question_is_the_one_that_leaves_fewest_outcomes():
    subject = table(
        {"a": ["1", "2"], "b": ["1", "2", "3"]},
        [[rule("1", {"b": ["1"]}, "X"), rule("2", {"b": ["2"]}, "Y"), rule("3", {"b": ["3"], "a": ["1"]}, "Z")], [rule("4", {}, "W")]],
    )
    assert screen(build(subject), {}).clarifying == "b"


@pytest.mark.parametrize(("answers", "named"), [({"q": "tre"}, "'tre'.*tilladt er et, to"), ({"p": "et"}, "'p'.*tilladt er q")])
def test_unknown_answers_are_refused_by_name(answers, named):
    with pytest.raises(VisitationError, match=named):
        screen(build(table({"q": ["et", "to"]}, [[rule("1", {}, "X")]])), answers)


def test_a_gap_is_never_an_outcome():
    subject = table({"q": ["et", "to"]}, [[rule("1", {"q": ["et"]}, "X")]])
    assert screen(build(subject), {"q": "et"}).outcome == "X"
    with pytest.raises(VisitationError, match="hul"):
        screen(build(subject), {"q": "to"}).possible  # noqa: B018


def test_a_rule_that_has_ended_decides_only_on_dates_before_its_end():
    from datetime import date

    ended = rule("1", {}, "X", valid={"from": "2021-01-01", "to": "2021-06-30"})
    subject = table({"q": ["et"]}, [[ended], [rule("2", {}, "Y")]])
    assert screen(build(subject, date(2021, 6, 30)), {}).outcome == "X"
    assert screen(build(subject, date(2021, 7, 1)), {}).outcome == "Y"
    assert screen(build(subject), {}).outcome == "Y"


@given(tables(), st.integers(0, 2**32 - 1))
def test_many_coded_cases_at_once_equal_one_after_the_other(subject, seed):
    rng = np.random.default_rng(seed)
    cube = build(subject)
    columns = {q.id: rng.integers(len(q.answers), size=7) for q in subject.inputs}
    flat = cube.outcome.ravel().take(encode(cube, columns))
    for i, code in enumerate(flat):
        full = cube.answers([columns[q][i] for q in cube.questions])
        assert cube.outcomes[code] == first_hit(subject, full).then
