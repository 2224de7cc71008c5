"""The difference of two versions is exact over all combinations, and its boxes are those combinations and no other."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tables import both, completions, first_hit, rule, table, tables
from visitation.model import load
from visitation.screening import build
from visitation.screening.boxes import boxes_of, cover
from visitation.screening.difference import difference, differences, sentences

YES_NO = {"a": ["ja", "nej"], "b": ["ja", "nej"]}


@st.composite
def rearranged(draw, subject):
    """The same table with questions and answers in another order."""
    inputs = [q.replace(answers=tuple(draw(st.permutations(q.answers)))) for q in subject.inputs]
    return subject.replace(inputs=tuple(draw(st.permutations(inputs))))


@st.composite
def versions(draw):
    """Two tables that share some questions and answers, in different orders."""
    old, new = draw(tables(gaps=True)), draw(tables(gaps=True))
    spare = draw(st.sampled_from([None, *(q.id for q in new.inputs)]))
    if spare and len(new.inputs) > 1:
        rules = [s for s in new.sections if all(spare not in r.when for r in s.rules)]
        new = new.replace(inputs=tuple(q for q in new.inputs if q.id != spare), sections=tuple(rules))
    return old, draw(rearranged(new))


def common(old, new):
    """The questions and answers of both, in plain Python."""
    asked = {q.id: [a.id for a in q.answers] for q in new.inputs}
    return {q.id: [a.id for a in q.answers if a.id in asked[q.id]] for q in old.inputs if q.id in asked}


def possible(subject, answers):
    hits = [first_hit(subject, full) for full in completions(subject, answers)]
    return frozenset(hit and hit.then for hit in hits)


def changed_cells(old, new):
    """Every common combination whose possible outcomes differ, with both sets."""
    questions = common(old, new)
    cells = [dict(zip(questions, picked, strict=True)) for picked in product(*questions.values())]
    both_sets = {tuple(cell.items()): (possible(old, cell), possible(new, cell)) for cell in cells}
    return len(cells), {cell: pair for cell, pair in both_sets.items() if pair[0] != pair[1]}


def cells_of(box, questions):
    choices = [box.when.get(q, answers) for q, answers in questions.items()]
    return [tuple(zip(questions, picked, strict=True)) for picked in product(*choices)]


@given(versions())
def test_cells_and_boxes_equal_brute_force(pair):
    old, new = pair
    count, expected = changed_cells(old, new)
    found = difference(build(old), build(new))
    assert (found.cells, found.cells_changed) == (count, len(expected))
    covered = {}
    for box in found.boxes:
        inside = cells_of(box, common(old, new))
        assert len(inside) == box.cells
        for cell in inside:
            covered.setdefault(cell, set()).add((frozenset(box.old), frozenset(box.new)))
    assert covered == {cell: {sets} for cell, sets in expected.items()}


@given(st.data())
def test_another_order_of_questions_and_answers_is_no_difference(data):
    old = data.draw(tables(gaps=True))
    found = difference(build(old), build(data.draw(rearranged(old))))
    assert (found.cells_changed, found.boxes, found.added, found.removed) == (0, (), (), ())


@given(versions())
def test_what_only_one_version_has_is_named(pair):
    old, new = pair
    found = difference(build(old), build(new))
    for ours, theirs, pieces in ((old, new, found.removed), (new, old, found.added)):
        asked = {q.id: {a.id for a in q.answers} for q in theirs.inputs}
        assert [p.id for p in pieces if p.kind == "question"] == [q.id for q in ours.inputs if q.id not in asked]
        answers = [a.id for q in ours.inputs if q.id in asked for a in q.answers if a.id not in asked[q.id]]
        assert [p.id for p in pieces if p.kind == "answer"] == answers


@st.composite
def cells(draw):
    shape = draw(st.lists(st.integers(1, 4), max_size=4))
    size = int(np.prod(shape))
    return np.array(draw(st.lists(st.booleans(), min_size=size, max_size=size)), bool).reshape(shape)


@given(cells())
def test_a_cover_is_exact_and_each_box_is_wide_and_needed(wanted):
    boxes = cover(wanted)
    held = np.zeros(wanted.shape, int)
    for box in boxes:
        held[np.ix_(*box)] += 1
    assert ((held > 0) == wanted).all()
    for box in boxes:
        assert held[np.ix_(*box)].min() == 1
        for axis, picked in enumerate(box):
            for other in set(range(wanted.shape[axis])) - set(picked):
                assert not wanted[np.ix_(*box[:axis], [other], *box[axis + 1 :])].all()


@given(st.lists(st.integers(0, 2), min_size=12, max_size=12))
def test_boxes_keep_the_kinds_apart(values):
    kinds = np.array(values).reshape(3, 4)
    drawn = np.zeros_like(kinds)
    for kind, box in boxes_of(kinds):
        assert (kinds[np.ix_(*box)] == kind).all()
        drawn[np.ix_(*box)] = kind
    assert (drawn == kinds).all()


@pytest.mark.parametrize(
    ("drawing", "boxes"),
    [
        (["####", "####"], 1),
        (["#.#.", "#.#."], 1),
        (["##..", "####"], 2),
        (["###.", "#.##", "###."], 2),
        (["#..#", ".##.", "#..#"], 2),
        (["#...", ".#..", "..#."], 3),
        (["....", "...."], 0),
    ],
)
def test_few_boxes_suffice(drawing, boxes):
    assert len(cover(np.array([[sign == "#" for sign in row] for row in drawing]))) == boxes


def narrowed(model):
    """T1 where the risk of a reduced capacity no longer leads to § 82."""
    t1 = model.tables["T1"]
    inside = {r.id: r.replace(when={**r.when, "maalgruppe": ("nedsat", "betydelig")}) for r in t1.rules if r.id == "T1.09"}
    sections = tuple(s.replace(rules=tuple(inside.get(r.id, r) for r in s.rules)) for s in t1.sections)
    return t1.replace(sections=sections)


def test_a_rule_edit_is_one_box_in_words():
    model = load("ringsted")
    found = difference(build(model.tables["T1"]), build(narrowed(model)))
    assert (found.cells, found.cells_changed, len(found.boxes)) == (1024, 6, 1)
    assert sentences(found) == [
        "Ønsket (ja), funktionsevnen (risiko), årsagen (blokering, færdigheder eller foranderlig), virkningen (ja), "
        "behovet (rummes i § 82) og varigheden (midlertidigt): Henvis til § 82 a/b → Drøftes på mødet"
    ]


def test_a_change_everywhere_needs_no_answers():
    found = difference(build(table(YES_NO, [[rule("1", {}, "X")]])), build(table(YES_NO, [[rule("1", {}, "Y")]])))
    assert sentences(found) == ["Nyt udfald: Y", "Fjernet udfald: X", "Uanset svarene: X → Y"]


def test_a_new_gap_is_said():
    old = table(YES_NO, [[rule("1", {}, "X")]])
    found = difference(build(old), build(table(YES_NO, [[rule("1", {"a": ["ja"]}, "X")]])))
    assert sentences(found) == ["A (nej): X → ingen regel"]


def test_a_question_of_one_version_only_is_open_there():
    old = table({"a": ["ja", "nej"]}, [[rule("1", {"a": ["ja"]}, "X")], [rule("2", {}, "Y")]])
    new = table(YES_NO, [[rule("1", {"a": ["ja"], "b": ["ja"]}, "X")], [rule("2", {}, "Y")]])
    found = difference(build(old), build(new))
    assert (found.cells, found.cells_changed) == (2, 1)
    assert sentences(found) == [
        "Nyt spørgsmål: b",
        "Et spørgsmål, som kun den ene version stiller, regnes som uafklaret i den.",
        "A (ja): X → X eller Y",
    ]
    assert sentences(difference(build(new), build(old)))[0] == "Fjernet spørgsmål: b"


def test_a_new_answer_is_said_and_the_others_are_compared():
    old = table({"a": ["ja", "nej"]}, [[rule("1", {"a": ["ja"]}, "X")], [rule("2", {}, "Y")]])
    new = table({"a": ["nej", "måske", "ja"]}, [[rule("1", {"a": ["ja", "nej"]}, "X")], [rule("2", {}, "Y")]])
    found = difference(build(old), build(new))
    assert (found.cells, sentences(found)) == (2, ["Nyt svar, a: måske", "A (nej): Y → X"])


def test_versions_without_a_common_answer_have_no_cells_to_compare():
    old, new = (table({"a": [answer], "b": ["ja"]}, [[rule("1", {}, then)]]) for answer, then in (("x", "X"), ("y", "Y")))
    found = difference(build(old), build(new))
    assert (found.cells, found.cells_changed, found.boxes) == (0, 0, ())


def test_versions_without_a_common_question_are_compared_as_a_whole():
    old, new = (table({q: ["ja", "nej"]}, [[rule("1", {q: ["ja"]}, "X")], [rule("2", {}, then)]]) for q, then in (("a", "Y"), ("b", "Z")))
    found = difference(build(old), build(new))
    assert (found.cells, found.cells_changed) == (1, 1)
    assert sentences(found)[-1] == "Uanset svarene: X eller Y → X eller Z"


def test_a_table_of_one_model_only_is_added_or_removed():
    one, other = build(table(YES_NO, [[rule("1", {}, "X")]])), build(table(YES_NO, [[rule("1", {}, "Y")]]))
    found = differences({"A": one, "B": one}, {"B": other, "C": other})
    assert [(d.cells_changed, [p.kind for p in d.removed], [p.kind for p in d.added]) for d in found] == [
        (0, ["table"], []),
        (4, ["outcome"], ["outcome"]),
        (0, [], ["table"]),
    ]
    assert [sentences(d)[0] for d in found] == ["Fjernet tabel: prøve", "Nyt udfald: Y", "Ny tabel: prøve"]


def test_labels_are_english_in_english():
    model = load("ringsted")
    (words,) = sentences(difference(build(model.tables["T1"]), build(narrowed(model))), "en")
    assert words.startswith("The wish (yes), the functional capacity (at risk), ") and words.endswith(
        "Refer to § 82 a/b → Discuss at the meeting"
    )


def test_the_label_of_a_changed_outcome_is_that_of_its_own_version():
    old = table(YES_NO, [[rule("1", {"a": ["ja"]}, "X")], [rule("2", {}, "Y")]])
    renamed = {name: o.replace(label=type(o.label)(**both(f"ny {name}"))) for name, o in old.outcomes.items()}
    new = old.replace(sections=old.sections[1:], outcomes=renamed)
    assert sentences(difference(build(old), build(new))) == ["A (ja): X → ny Y"]


def test_the_same_possible_outcomes_in_another_order_are_no_change():
    sections = {q: [[rule("1", {q: ["ja"]}, "X")], [rule("2", {}, "Y")]] for q in "bc"}
    old = table({"a": ["ja"], "b": ["ja", "nej"]}, sections["b"], {"X": 0, "Y": 1})
    new = table({"a": ["ja"], "c": ["ja", "nej"]}, sections["c"], {"Y": 1, "X": 0})
    assert difference(build(old), build(new)).cells_changed == 0


def test_the_largest_box_comes_first():
    old = table({"a": ["1", "2", "3"]}, [[rule("1", {}, "X")]], {"X": 0, "Y": 1, "Z": 2})
    new = table({"a": ["1", "2", "3"]}, [[rule("1", {"a": ["1"]}, "Y"), rule("2", {"a": ["2", "3"]}, "Z")]], {"X": 0, "Y": 1, "Z": 2})
    assert [box.cells for box in difference(build(old), build(new)).boxes] == [2, 1]
