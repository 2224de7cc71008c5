"""A table goes to DMN and back without loss, with the same bytes every time; a table from elsewhere reads as assumptions."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.tables import both, completions, first_hit, rule, table, tables
from visitation.errors import VisitationError
from visitation.model import load, shipped
from visitation.screening import build, prove
from visitation.screening.exchange import feel, from_dmn, to_dmn
from visitation.screening.exchange.xml import DC, DMN, DMNDI

RINGSTED = load("ringsted")
ALL = [(load(name), table_id) for name in shipped() for table_id in load(name).tables]
FOREIGN = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="DRD" namespace="http://camunda.org/schema/1.0/dmn">
  <decision id="Bolig" name="Bolig og støtte">
    <decisionTable id="t" hitPolicy="FIRST">
      <input id="i1" label="Egen bolig?">
        <inputExpression id="e1" typeRef="string"><text>egen bolig</text></inputExpression>
        <inputValues id="v1"><text>"ja", "nej"</text></inputValues>
      </input>
      <input id="i2">
        <inputExpression id="e2" typeRef="string"><text>behov</text></inputExpression>
        <inputValues id="v2"><text>"lille","mellem","stort"</text></inputValues>
      </input>
      <output id="o" name="trin" typeRef="string"/>
      <rule id="DecisionRule_1">
        <description>Uden bolig først</description>
        <inputEntry id="c1"><text>"nej"</text></inputEntry>
        <inputEntry id="c2"><text></text></inputEntry>
        <outputEntry id="c3"><text>"bolig"</text></outputEntry>
      </rule>
      <rule id="DecisionRule_2">
        <inputEntry id="c4"><text>-</text></inputEntry>
        <inputEntry id="c5"><text>"mellem" , "stort"</text></inputEntry>
        <outputEntry id="c6"><text>"støtte"</text></outputEntry>
      </rule>
    </decisionTable>
  </decision>
</definitions>"""


@pytest.mark.parametrize(("model", "table_id"), ALL, ids=lambda value: getattr(value, "folder", value))
def test_every_table_that_ships_reads_back_equal(model, table_id):
    subject = model.tables[table_id]
    written = to_dmn(subject, model)
    assert from_dmn(written, model) == subject
    assert from_dmn(written.encode()) == subject
    assert to_dmn(load(model.head.id).tables[table_id], load(model.head.id)) == written


@given(tables(gaps=True))
def test_random_tables_read_back_equal(subject):
    assert from_dmn(to_dmn(subject, RINGSTED), RINGSTED) == subject


@given(st.lists(st.text(min_size=1), min_size=2, max_size=4, unique=True), st.text(min_size=1), st.text(min_size=1))
def test_any_words_read_back_equal(answers, label, question):
    subject = table({question: answers}, [[rule("1", {question: answers[:1]}, "X")]])
    data = subject.data()
    data["inputs"][0]["label"] = data["label"] = data["sections"][0]["rules"][0]["reason"] = both(label)
    data["outcomes"] = {"X": {"label": both(label), "order": 0, "step": None}}
    subject = type(subject).read(data)
    assert from_dmn(to_dmn(subject, RINGSTED)) == subject


@given(st.lists(st.text(), min_size=1))
@example(["\\f", "\f", "\\\\b", "\b", "\\", '\\"'])
def test_a_cell_reads_back_as_it_was_written(values):
    assert feel.values(feel.cell(tuple(values))) == tuple(values)


@given(st.lists(st.text(min_size=1), unique=True))
def test_every_question_has_a_name_of_its_own_in_feel(ids):
    found = feel.names(tuple(ids))
    assert all(feel.is_name(name) for name in found.values())
    assert len(set(found.values())) == len(ids)
    assert all(name == found[name] for name in ids if feel.is_name(name))


def without_annex(written: str) -> str:
    """What is left when an editor knows nothing of our extension."""
    return re.sub(r"<extensionElements>.*?</extensionElements>", "", written, flags=re.DOTALL)


@pytest.mark.parametrize(("model", "table_id"), ALL, ids=lambda value: getattr(value, "folder", value))
def test_the_logic_needs_nothing_but_standard_dmn(model, table_id):
    subject = model.tables[table_id]
    bare = from_dmn(without_annex(to_dmn(subject, model)), model)
    assert (build(bare).outcome == build(subject).outcome).all()
    assert [[answer.id for answer in question.answers] for question in bare.inputs] == [
        [answer.id for answer in question.answers] for question in subject.inputs
    ]
    assert list(bare.outcomes) == list(subject.outcomes)
    assert {r.kind for r in bare.rules} == {"antagelse"}
    assert [r.reason.da.partition("\n")[0] for r in bare.rules] == [r.reason.da for r in build(subject).rules]


@given(tables(gaps=True))
def test_without_our_annex_every_cell_still_has_its_outcome(subject):
    bare = from_dmn(without_annex(to_dmn(subject, RINGSTED)), RINGSTED)
    for full in completions(subject, {}):
        ours, theirs = first_hit(subject, full), first_hit(bare, full)
        assert (ours and ours.then) == (theirs and theirs.then)


def test_only_rules_in_force_are_rules_in_dmn_but_none_is_lost():
    rules = [
        rule("ny", {"a": ["ja"]}, "X", valid={"from": "2022-01-01"}),
        rule("gammel", {}, "Y", valid={"from": "2021-01-01", "to": "2021-12-31"}),
        rule("altid", {}, "Z"),
    ]
    subject = table({"a": ["ja", "nej"]}, [rules])
    for day, expected in {date(2021, 6, 1): ["gammel", "altid"], date(2022, 6, 1): ["ny", "altid"], None: ["ny", "altid"]}.items():
        written = to_dmn(subject, RINGSTED, day)
        shown = [found.text.partition("\n")[0] for found in ET.fromstring(written).iter(f"{{{DMN}}}description")]
        assert shown == [f"fordi {name}" for name in expected]
        assert from_dmn(written, RINGSTED) == subject


def test_a_table_that_has_ended_is_written_as_it_was_at_its_end():
    subject = table({"a": ["ja"]}, [[rule("1", {}, "X")]])
    ended = type(subject).read(subject.data() | {"valid": {"from": "2021-01-01", "to": "2021-12-31"}})
    assert "fordi 1\n" in to_dmn(ended, RINGSTED)
    assert from_dmn(to_dmn(ended, RINGSTED)) == ended


def test_a_description_holds_reason_kind_and_citation():
    written = to_dmn(RINGSTED.tables["T1"], RINGSTED)
    described = [found.text for found in ET.fromstring(written).iter(f"{{{DMN}}}description")]
    first = RINGSTED.tables["T1"].rules[0]
    assert described[0].splitlines()[:2] == [first.reason.da, f"Slags: {first.kind}"]
    for line, source in zip(described[0].splitlines()[2:], first.source, strict=True):
        assert line == f"Kilde: {RINGSTED.head.documents[source.document].title}, {source.section}: »{source.anchor}«"


@pytest.mark.parametrize("count", [1, 2, 3, 12])
def test_boxes_do_not_touch_and_arrows_meet_them(count):
    subject = table({f"q{i}": ["ja", "nej"] for i in range(count)}, [[rule("1", {}, "X")]])
    root = ET.fromstring(to_dmn(subject, RINGSTED))
    bounds = [{k: int(v) for k, v in found.attrib.items()} for found in root.iter(f"{{{DC}}}Bounds")]
    decision, *questions = bounds
    assert len(questions) == len(list(root.iter(f"{{{DMNDI}}}DMNEdge"))) == count
    assert all(left["x"] + left["width"] < right["x"] for left, right in pairwise(questions))
    assert all(decision["y"] + decision["height"] < question["y"] for question in questions)
    assert abs((questions[0]["x"] + questions[-1]["x"] + 125) / 2 - (decision["x"] + 90)) <= 1


def test_a_table_from_another_editor_is_one_assumption_a_rule():
    subject = from_dmn(FOREIGN, RINGSTED)
    assert (subject.id, subject.label.da, subject.valid.from_) == ("Bolig", "Bolig og støtte", RINGSTED.head.valid.from_)
    assert [(q.id, q.label.da, q.label.en, [a.id for a in q.answers]) for q in subject.inputs] == [
        ("egen bolig", "Egen bolig?", "Egen bolig?", ["ja", "nej"]),
        ("behov", "behov", "behov", ["lille", "mellem", "stort"]),
    ]
    assert [[r.id for r in section.rules] for section in subject.sections] == [["Bolig.01"], ["Bolig.02"]]
    assert [(dict(r.when), r.then, r.kind, r.source, r.reason.da) for r in subject.rules] == [
        ({"egen bolig": ("nej",)}, "bolig", "antagelse", (), "Uden bolig først"),
        ({"behov": ("mellem", "stort")}, "støtte", "antagelse", (), "Indlæst fra DMN"),
    ]
    assert prove(build(subject)).gap_example == {"egen bolig": "ja", "behov": "lille"}


@pytest.mark.parametrize("version", ["http://www.omg.org/spec/DMN/20180521/MODEL/", "https://www.omg.org/spec/DMN/20230324/MODEL/"])
def test_neighbouring_versions_of_dmn_read_alike(version):
    assert from_dmn(FOREIGN.replace(DMN, version)) == from_dmn(FOREIGN)


def test_unique_without_overlap_reads_as_first():
    apart = FOREIGN.replace("<text>-</text>", '<text>"ja"</text>')
    expected = from_dmn(apart)
    assert from_dmn(apart.replace('hitPolicy="FIRST"', 'hitPolicy="UNIQUE"')) == expected
    assert from_dmn(apart.replace(' hitPolicy="FIRST"', "")) == expected


def edited(old: str, new: str, count: int = 1) -> str:
    written = to_dmn(RINGSTED.tables["T2"], RINGSTED)
    assert old in written
    return written.replace(old, new, count)


def test_what_an_editor_changes_in_our_export_is_what_reads_back():
    subject = RINGSTED.tables["T2"]
    cell = from_dmn(edited("<text>&quot;10-29&quot;</text>".replace("&quot;", '"'), '<text>"10-29","0-9"</text>'), RINGSTED)
    assert cell.rules[0].when == {"minutter": ("10-29", "0-9")}
    assert cell.rules[0].source == subject.rules[0].source
    assert cell.sections[1:] == subject.sections[1:]
    words = from_dmn(edited(subject.rules[0].reason.da + "\nSlags", "Nye ord.\nSlags"), RINGSTED)
    assert (words.rules[0].reason.da, words.rules[0].reason.en) == ("Nye ord.", "Nye ord.")
    assert words.rules[1:] == subject.rules[1:]
    label = from_dmn(edited(f'label="{subject.inputs[0].label.da}"', 'label="Hvor meget?"'), RINGSTED)
    assert (label.inputs[0].label.da, label.inputs[0].short) == ("Hvor meget?", subject.inputs[0].short)


def test_a_rule_that_an_editor_adds_or_copies_has_an_id_and_a_section_of_its_own():
    written, subject = to_dmn(RINGSTED.tables["T2"], RINGSTED), RINGSTED.tables["T2"]
    first = written[written.index('      <rule id="T2_rule_1"') : written.index('      <rule id="T2_rule_2"')]
    added = from_dmn(written.replace(first, without_annex(first) + first + first), RINGSTED)
    assert [r.id for r in added.rules[:4]] == ["T2.01-2", "T2.01", "T2.03-2", "T2.02"]
    assert [len(section.rules) for section in added.sections][:2] == [1, len(subject.sections[0].rules) + 1]
    assert added.rules[0].kind == "antagelse"


def test_what_does_not_fit_the_model_names_the_rule_or_the_outcome():
    with pytest.raises(VisitationError, match=r"^række 1: ukendt dokument '009'; tilladt er 001, 004$"):
        from_dmn(edited('"document": "004"', '"document": "009"'), RINGSTED)
    with pytest.raises(VisitationError, match=r"^udfald 'B1': ukendt trin 'p86'; tilladt er netvaerk, "):
        from_dmn(edited('"step": "p85"', '"step": "p86"'), RINGSTED)
