"""What a proof finds, it finds in every cell, and it names it."""

from itertools import combinations

from hypothesis import given, settings

from tests.tables import completions, first_hit, rule, table, tables, wide_tables
from visitation.screening import build, prove

YES_NO = {"a": ["ja", "nej"], "b": ["ja", "nej"]}


@given(tables(gaps=True))
def test_gaps_and_unreachable_rules_equal_brute_force(subject):
    hits = [first_hit(subject, full) for full in completions(subject, {})]
    proof = prove(build(subject))
    assert proof.gaps == sum(hit is None for hit in hits)
    assert (proof.gap_example is None) == (proof.gaps == 0)
    assert proof.gap_example is None or first_hit(subject, proof.gap_example) is None
    assert set(proof.unreachable) == {r.id for r in subject.rules} - {hit.id for hit in hits if hit}


@given(tables(gaps=True))
def test_order_violations_equal_brute_force(subject):
    def order(full):
        hit = first_hit(subject, full)
        return None if hit is None else subject.outcomes[hit.then].order

    expected = {}
    for q in (q for q in subject.inputs if q.ordered):
        for full in completions(subject, {}):
            for less, more in combinations([a.id for a in q.answers], 2):
                low, high = order({**full, q.id: less}), order({**full, q.id: more})
                if full[q.id] == less and low is not None and high is not None and high < low:
                    expected[q.id, less, more] = expected.get((q.id, less, more), 0) + 1
    found = {(v["question"], *v["answers"]): v["cells"] for v in prove(build(subject)).monotone_violations}
    assert found == expected


@given(tables())
def test_a_redundant_rule_can_go_without_changing_an_outcome(subject):
    for rule_id in prove(build(subject)).redundant:
        rest = [[r.data() for r in s.rules if r.id != rule_id] for s in subject.sections]
        smaller = subject.replace(sections=tuple(s.replace(rules=tuple(r for r in s.rules if r.id != rule_id)) for s in subject.sections))
        assert any(rest)
        for full in completions(subject, {}):
            assert first_hit(smaller, full).then == first_hit(subject, full).then


@settings(max_examples=40, deadline=None)
@given(wide_tables())
def test_wide_tables_are_proven_like_brute_force(subject):
    fulls = completions(subject, {})
    hits = [first_hit(subject, full) for full in fulls]
    proof = prove(build(subject))
    assert proof.cells == len(fulls)
    assert proof.gaps == sum(hit is None for hit in hits)
    assert set(proof.unreachable) == {r.id for r in subject.rules} - {hit.id for hit in hits if hit}
    assert {tuple(o["rules"]) for o in proof.overlaps} == contradictions(subject, fulls)
    assert sum(v["cells"] for v in proof.monotone_violations) == order_breaks(subject, fulls, hits)


def contradictions(subject, fulls) -> set[tuple[str, str]]:
    """The pairs of rules of one section that hold for the same answers and say different things."""
    pairs = [pair for section in subject.sections for pair in combinations(section.rules, 2)]
    return {(a.id, b.id) for a, b in pairs if a.then != b.then and any(holds(a, full) and holds(b, full) for full in fulls)}


def holds(rule, full) -> bool:
    return all(full[q] in values for q, values in rule.when.items())


def order_breaks(subject, fulls, hits) -> int:
    """How often a greater need on one ordered question gives a lower outcome."""
    order = {tuple(full.values()): None if hit is None else subject.outcomes[hit.then].order for full, hit in zip(fulls, hits, strict=True)}
    found = 0
    for q in (q for q in subject.inputs if q.ordered):
        for full in fulls:
            answers = [a.id for a in q.answers]
            for more in answers[answers.index(full[q.id]) + 1 :]:
                low, high = order[tuple(full.values())], order[tuple({**full, q.id: more}.values())]
                found += low is not None and high is not None and high < low
    return found


def test_a_removed_rule_leaves_a_gap_with_an_example():
    proof = prove(build(table(YES_NO, [[rule("1", {"a": ["ja"]}, "X"), rule("2", {"a": ["nej"], "b": ["ja"]}, "Y")]])))
    assert (proof.gaps, proof.gap_example, proof.ok) == (1, {"a": "nej", "b": "nej"}, False)


def test_two_contradicting_rules_in_one_section_are_named_with_an_example():
    proof = prove(build(table(YES_NO, [[rule("1", {"a": ["ja"]}, "X"), rule("2", {"b": ["ja"]}, "Y"), rule("3", {}, "X")]])))
    assert [(o["rules"], o["example"]) for o in proof.overlaps] == [
        (["1", "2"], {"a": "ja", "b": "ja"}),
        (["2", "3"], {"a": "ja", "b": "ja"}),
    ]


def test_between_sections_the_order_decides():
    assert prove(build(table(YES_NO, [[rule("1", {"a": ["ja"]}, "X")], [rule("2", {}, "Y")]]))).ok


def test_rules_below_a_catch_all_are_unreachable():
    proof = prove(build(table(YES_NO, [[rule("alle", {}, "X")], [rule("2", {"a": ["ja"]}, "Y")]])))
    assert proof.unreachable == ("2",)


def test_an_explained_break_of_the_order_is_allowed():
    low_need, high_need = rule("1", {"a": ["lille"]}, "X"), rule("2", {"a": ["stort"]}, "Y")
    wrong = table({"a": ["lille", "stort"]}, [[low_need, high_need]], {"X": 2, "Y": 1}, ("a",))
    assert prove(build(wrong)).monotone_violations[0]["rules"] == ["1", "2"]
    explained = {**high_need, "out_of_order": {"da": "aftalt", "en": "agreed"}}
    assert prove(build(table({"a": ["lille", "stort"]}, [[low_need, explained]], {"X": 2, "Y": 1}, ("a",)))).ok
