"""Past cases are counted exactly under another version, and the report says what a rule change does."""

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.registers import ENQUIRY
from tests.replays import DAY, LATER, NO_WISH, SETTLED, TO_82, decided, decided_register, edited, narrowed, shelf, with_table, without_risk
from tests.tables import partial_states, rule, table, tables
from visitation.errors import VisitationError
from visitation.model import Rule, load
from visitation.register.cases import cases, received
from visitation.register.consequence import consequences
from visitation.register.replay import BESIDE, OPEN, WITHOUT, Transitions, past_cases
from visitation.replay import replay_report, replay_text
from visitation.screening import build, screen
from visitation.screening.many import settle

AT = f"{DAY}T09:00:00"


@pytest.fixture
def ringsted():
    return load("ringsted")


@given(tables(gaps=True), st.data())
def test_many_cases_settle_as_one_by_one(subject, data):
    states = data.draw(st.lists(st.sampled_from(partial_states(subject)), max_size=12))
    cube = build(subject)
    for answers, found in zip(states, settle(cube, [a | {"ukendt": "ja"} for a in states]), strict=True):
        inside = set(screen(cube, answers).view.ravel().tolist())
        assert found == (inside.pop() if len(inside) == 1 else len(cube.outcomes) + 1)


def test_an_unknown_answer_leaves_its_question_open():
    cube = build(table({"a": ["ja", "nej"]}, [[rule("1", {"a": ["ja"]}, "X")], [rule("2", {}, "Y")]]))
    assert settle(cube, [{"a": "ja"}, {"a": "nej"}, {"a": "måske"}, {"b": "ja"}, {}]) == [0, 1, 3, 3, 3]


def test_the_matrix_of_a_small_register(ringsted, tmp_path):
    _, store = decided_register(tmp_path, ringsted, TO_82, TO_82, SETTLED, NO_WISH, {"oensker": "ja"}, TO_82 | {"virkning": "nej"})
    new = with_table(ringsted, narrowed(ringsted))
    found = past_cases(cases(store, "ringsted").values(), ringsted, new)
    assert found.counts == {
        ("netvaerk", "netvaerk"): 1,
        ("p82", "p82"): 1,
        ("p82", BESIDE): 2,
        (BESIDE, BESIDE): 1,
        (OPEN, OPEN): 1,
    }
    assert (found.cases, found.changed, found.same_step) == (6, 2, 0)
    assert found.before == {"netvaerk": 1 / 6, "p82": 3 / 6, BESIDE: 1 / 6, OPEN: 1 / 6}
    assert found.after == {"netvaerk": 1 / 6, "p82": 1 / 6, BESIDE: 3 / 6, OPEN: 1 / 6}


def test_the_first_decision_of_a_case_on_the_table_counts(ringsted, tmp_path):
    _, store = decided_register(tmp_path, ringsted, TO_82, NO_WISH, again=NO_WISH)
    found = past_cases(cases(store, "ringsted").values(), ringsted, ringsted)
    assert found.counts == {("netvaerk", "netvaerk"): 1, ("p82", "p82"): 1}
    assert past_cases(cases(store, "ringsted").values(), ringsted, ringsted, table="T3").cases == 0


def test_cases_without_a_decision_are_not_counted(ringsted, tmp_path):
    _, store = decided_register(tmp_path, ringsted, NO_WISH)
    one = cases(store, "ringsted")["EKS-R-0001"]
    assert past_cases([one, replace(one, decisions=())], ringsted, ringsted).cases == 1
    empty = past_cases([], ringsted, ringsted)
    assert (empty.counts, empty.cases, empty.changed, empty.before) == ({}, 0, 0, {})


def test_another_outcome_of_the_same_standing_is_counted_apart(ringsted, tmp_path):
    _, store = decided_register(tmp_path, ringsted, NO_WISH, SETTLED)
    t1 = ringsted.tables["T1"]
    twin = {**t1.outcomes, "NETVAERK": t1.outcomes["INGEN"]}
    first = t1.sections[0].replace(rules=(t1.sections[0].rules[0].replace(then="NETVAERK"),))
    new = with_table(ringsted, t1.replace(outcomes=twin, sections=(first, *t1.sections[1:])))
    found = past_cases(cases(store, "ringsted").values(), ringsted, new)
    assert (found.changed, found.same_step) == (0, 1)


def test_a_gap_and_a_missing_table_are_without_a_rule(ringsted, tmp_path):
    _, store = decided_register(tmp_path, ringsted, NO_WISH, SETTLED)
    t1 = ringsted.tables["T1"]
    gap = with_table(ringsted, t1.replace(sections=t1.sections[:1]))
    past = cases(store, "ringsted").values()
    assert past_cases(past, ringsted, gap).counts == {("netvaerk", "netvaerk"): 1, ("p82", WITHOUT): 1}
    without = replace(ringsted, tables={name: t for name, t in ringsted.tables.items() if name != "T1"})
    assert past_cases(past, ringsted, without).counts == {("netvaerk", WITHOUT): 1, ("p82", WITHOUT): 1}


def test_a_new_question_leaves_past_cases_unresolved(ringsted, tmp_path):
    _, store = decided_register(tmp_path, ringsted, SETTLED, NO_WISH)
    t1 = ringsted.tables["T1"]
    asked = t1.inputs[0].replace(id="ny")
    rules = tuple(r.replace(when={**r.when, "ny": ("ja",)}) if r.id == "T1.09" else r for s in t1.sections for r in s.rules)
    new = with_table(ringsted, t1.replace(inputs=(*t1.inputs, asked), sections=(t1.sections[0].replace(rules=rules),)))
    assert past_cases(cases(store, "ringsted").values(), ringsted, new).counts == {("netvaerk", "netvaerk"): 1, ("p82", OPEN): 1}


@dataclass(frozen=True)
class Past:
    """All that replay asks of a case."""

    decisions: tuple[dict, ...]


@given(tables(), tables(), st.data())
def test_transitions_equal_one_by_one(old_table, new_table, data):
    ringsted = load("ringsted")
    old, new = (replace(ringsted, tables={"X1": subject}) for subject in (old_table, new_table))
    states = data.draw(st.lists(st.sampled_from(partial_states(old_table)), max_size=8))
    past = [Past(({"table": "X1", "answers": answers},)) for answers in states]
    found = past_cases(past, old, new, table="X1")
    cubes = build(old_table), build(new_table)
    pairs = [tuple(_outcome(cube, answers) for cube in cubes) for answers in states]
    assert found.cases == len(states)
    assert found.counts == Counter(tuple(OPEN if outcome is None else BESIDE for outcome in pair) for pair in pairs)
    assert found.same_step == sum(a != b and None not in (a, b) for a, b in pairs)


def _outcome(cube, answers):
    known = {q.id: [a.id for a in q.answers] for q in cube.table.inputs}
    return screen(cube, {q: a for q, a in answers.items() if a in known.get(q, [])}).outcome


def test_the_report_of_two_versions_on_a_shelf(ringsted, tmp_path):
    folder = shelf(tmp_path)
    url, _ = decided_register(tmp_path, ringsted, TO_82, TO_82, SETTLED)
    found = replay_report(f"{folder}@{DAY}", str(folder), url)
    assert (found["cells_changed"], found["cases"], found["cases_changed"]) == (6, 3, 2)
    assert found["transitions"] == [{"from": "p82", "to": "p82", "n": 1}, {"from": "p82", "to": BESIDE, "n": 2}]
    assert len(found["changed_where"]) == 1 and found["changed_where"][0].startswith("T1: Ønsket (ja), funktionsevnen (risiko), ")
    assert {t["table"]: t["cells_changed"] for t in found["tables"]} == {f"T{i}": 6 * (i == 1) for i in range(1, 7)}
    (box,) = next(t["boxes"] for t in found["tables"] if t["table"] == "T1")
    assert (box["when"]["maalgruppe"], box["from"], box["to"], box["cells"]) == (("risiko",), ("HENVIS_82AB",), ("AFKLAR",), 6)
    assert json.loads(json.dumps(found))["cases"] == 3
    assert found["period"] == {"from": "2021-03-09", "to": "2021-03-09"}
    assert found["shares"] == [{"step": "p82", "before": 1.0, "after": 1 / 3}, {"step": BESIDE, "before": 0.0, "after": 2 / 3}]
    assert found["cost"] == []  # Ringsted's document has no prices


def test_the_report_in_words(ringsted, tmp_path):
    folder = shelf(tmp_path)
    url, _ = decided_register(tmp_path, ringsted, TO_82, TO_82, SETTLED)
    lines = replay_text(replay_report(f"{folder}@{DAY}", str(folder), url)).split("\n")
    assert lines[:2] == ["ringsted 2021.1 (2021-03-09) → ringsted 2022.1", "  T1: 6 af 1024 kombinationer får et andet udfald"]
    assert lines[2].endswith("Henvis til § 82 a/b → Drøftes på mødet")
    assert lines[3:] == ["Tidligere sager, besluttet 2021-03-09: 3. Får et andet trin: 2.", "  § 82 a/b forløb → ved siden af: 2"]


def test_a_version_against_itself_is_no_change(ringsted, tmp_path):
    url, _ = decided_register(tmp_path, ringsted, SETTLED)
    assert replay_text(replay_report("ringsted", "ringsted", url)).split("\n")[1:] == [
        "  Ingen kombination får et andet udfald.",
        "Tidligere sager, besluttet 2021-03-09: 1. Får et andet trin: 0.",
    ]


def test_a_date_chooses_the_rules_of_the_day(ringsted, tmp_path):
    url, _ = decided_register(tmp_path, ringsted, SETTLED)
    found = replay_report("slagelse@2018-12-31", "slagelse@2019-01-01", url)
    assert (found["cells_changed"], found["cases"]) == (2, 0)
    assert "Arbejdsmarkedsområdet (AM) → Center for Handicap og Psykiatri (CHP)" in found["changed_where"][1]
    assert replay_text(found).endswith("Registret har ingen besluttede sager på mødets tabel.")


def test_many_sentences_are_shown_in_part(ringsted, tmp_path):
    url, _ = decided_register(tmp_path, ringsted, SETTLED)
    found = replay_report("ringsted", "ringsted", url)
    found["tables"][0]["where"] = [f"sætning {i}" for i in range(25)]
    assert "    … og 5 mere; se dem alle med --json" in replay_text(found).split("\n")


def test_an_unknown_version_is_said(ringsted, tmp_path):
    url, _ = decided_register(tmp_path, ringsted, SETTLED)
    with pytest.raises(VisitationError, match="ukendt model 'herning'"):
        replay_report("ringsted", "herning", url)


def test_past_cases_are_replayed_by_the_rules_of_the_day(ringsted, tmp_path):
    def from_2023(old: Rule) -> list[Rule]:
        first = old.data() | {"valid": {"from": "2021-01-01", "to": "2022-12-31"}}
        then = without_risk(old).data() | {"id": "T1.09b", "valid": {"from": "2023-01-01"}}
        return [Rule.read(first), Rule.read(then)]

    folder = shelf(tmp_path, edited(ringsted.tables["T1"], "T1.09", from_2023))
    url, _ = decided_register(tmp_path, ringsted, TO_82, SETTLED)
    asked = [(f"@{LATER}", "@2022-12-31"), ("@2022-12-31", "@2023-01-01"), ("@2022-12-31", ""), ("@2023-01-01", f"@{LATER}")]
    found = [replay_report(f"{folder}{old}", f"{folder}{new}", url) for old, new in asked]
    assert [(f["cells_changed"], f["cases_changed"]) for f in found] == [(0, 0), (6, 1), (6, 1), (6, 1)]
    assert found[3]["transitions"][0] == {"from": "p82", "to": "p82", "n": 1} and found[3]["transitions"][1]["from"] == BESIDE


def test_another_municipality_s_cases_are_left_out(ringsted, tmp_path):
    url, store = decided_register(tmp_path, ringsted, SETTLED)
    store.append("EKS-S-0001", 0, "enquiry_received", received(replace(ENQUIRY, reference="EKS-S-0001"), "slagelse", "9999"), AT)
    data = decided(ringsted, TO_82)
    store.append("EKS-S-0001", 1, "decided", data, data.pop("at"))
    assert replay_report("ringsted", "ringsted", url)["cases"] == 1


@pytest.mark.parametrize(("day", "unit"), [(date(2020, 12, 31), 33333), (date(2021, 1, 1), 21667)])
def test_what_the_moved_cases_would_have_cost_is_at_the_price_of_the_day(day, unit):
    moved = Transitions({("fokus", "fokus"): 5, ("aabent", "fokus"): 3, ("fokus", "netvaerk"): 1}, same_step=0)
    found = {one.standing: one for one in consequences(moved, load("slagelse"), day)}
    assert (found["fokus"].before, found["fokus"].after, found["fokus"].kr) == (6, 8, 2 * unit)
    assert found["aabent"].kr is None and (found["netvaerk"].before, found["netvaerk"].after) == (0, 1)


@given(st.dictionaries(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), st.integers(1, 9), min_size=1))
def test_no_case_is_lost_or_gained(counts):
    found = consequences(Transitions(counts, same_step=0), load("ringsted"), None)
    assert sum(one.before for one in found) == sum(one.after for one in found) == sum(counts.values())
