"""What a proof found, in sentences: every example shows what its sentence says."""

from datetime import date

import pytest
from hypothesis import given

from tests.tables import first_hit, rule, table, tables
from visitation.model import load, shipped
from visitation.screening import build, periods, prove
from visitation.screening.findings import findings

YES_NO = {"akut": ["ja", "nej"], "alder": ["ung", "gammel"]}


def found(subject, lang="da", on=None):
    return findings(subject, prove(build(subject, on)), lang, on)


def holds(subject, name, example):
    return all(example[q] in answers for q, answers in subject.rule(name).when.items())


def test_a_gap_is_said_with_its_answers():
    subject = table(YES_NO, [[rule("1", {"akut": ["ja"]}, "X")], [rule("2", {"alder": ["ung"]}, "Y")]])
    (gap,) = found(subject)
    assert (gap.tone, gap.text, gap.rules) == ("wrong", "Hul: én kombination har ingen regel: akut (nej), alder (gammel).", ())
    assert gap.example == {"akut": "nej", "alder": "gammel"}


def test_a_large_gap_is_counted():
    subject = table(YES_NO, [[rule("1", {"akut": ["ja"]}, "X")]])
    assert found(subject)[0].text == "Hul: 2 kombinationer har ingen regel, f.eks. akut (nej), alder (ung)."


def test_an_unreachable_rule_names_the_one_that_takes_its_case():
    subject = table(YES_NO, [[rule("1", {"akut": ["ja"]}, "X")], [rule("2", {}, "Y")], [rule("3", {"alder": ["ung"]}, "X")]])
    (unreachable,) = found(subject)
    assert unreachable.text == "Regel 3 kan aldrig nås: reglerne før den tager alt, f.eks. tager 1 akut (ja), alder (ung)."
    assert unreachable.rules == ("3", "1")


def test_a_contradiction_names_both_outcomes_and_what_both_rules_ask():
    subject = table(YES_NO, [[rule("1", {"akut": ["ja"]}, "X"), rule("2", {}, "Y")]])
    (both,) = found(subject)
    assert both.text == "1 og 2 modsiger hinanden: akut (ja) giver både X og Y."
    assert both.rules == ("1", "2")


def test_an_order_violation_says_which_way_the_outcome_falls():
    orders = {"LAV": 1, "HØJ": 2}
    subject = table({"behov": ["lille", "stort"]}, [[rule("1", {"behov": ["lille"]}, "HØJ")], [rule("2", {}, "LAV")]], orders, ("behov",))
    (wrong,) = found(subject)
    assert wrong.text == "Rækkefølge: når behov går fra lille til stort, falder udfaldet fra HØJ (1) til LAV (2), f.eks. behov (stort)."
    assert wrong.rules == ("1", "2")


def test_a_redundant_rule_is_a_note_and_stands_last():
    subject = table(YES_NO, [[rule("1", {"akut": ["ja"]}, "X")], [rule("2", {}, "X")], [rule("3", {}, "X")]])
    assert [(each.tone, each.rules[0]) for each in found(subject)] == [("wrong", "3"), ("note", "1"), ("note", "2")]
    assert "uden den bliver udfaldet stadig X" in found(subject)[1].text


def test_what_is_found_holds_on_its_date_only():
    ended = rule("1", {}, "X", valid={"from": "2021-01-01", "to": "2021-06-30"})
    subject = table({"q": ["a"]}, [[ended]])
    assert found(subject, on=date(2021, 1, 1)) == []
    assert found(subject, on=date(2021, 7, 1))[0].text == "Hul: én kombination har ingen regel: q (a)."


def test_the_labels_are_those_of_the_screen():
    model = load("ringsted")
    subject = model.tables["T3"]
    without = subject.replace(sections=(subject.sections[0].replace(rules=subject.rules[:-1]),))
    assert found(without)[0].text == "Hul: 2 kombinationer har ingen regel, f.eks. behovet (rummes i § 82), enigheden (ja)."
    assert "the need (fits within § 82)" in found(without, "en")[0].text


@pytest.mark.parametrize("name", shipped())
def test_nothing_is_wrong_in_what_is_shipped(name):
    wrong = [f for t in load(name).tables.values() for day in periods(t) for f in found(t, on=day) if f.tone == "wrong"]
    assert wrong == []


@given(tables(gaps=True))
def test_every_example_shows_what_was_found(subject):
    proof = prove(build(subject))
    said = findings(subject, proof)
    assert any(each.tone == "wrong" for each in said) != proof.ok
    assert all(each.example.keys() == {q.id for q in subject.inputs} for each in said)
    for each in said:
        hit = first_hit(subject, each.example)
        if each.text.startswith("Hul"):
            assert hit is None
        elif "aldrig nås" in each.text:
            assert holds(subject, each.rules[0], each.example) and hit.id == each.rules[1] != each.rules[0]
        elif "modsiger" in each.text:
            assert all(holds(subject, name, each.example) for name in each.rules)
            assert len({subject.rule(name).then for name in each.rules}) == 2
        elif "undværes" in each.text:
            assert hit.id == each.rules[0]
        else:
            assert hit.id == each.rules[1]
