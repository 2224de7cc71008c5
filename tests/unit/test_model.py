"""A model is read strictly: what is wrong is named by file, place and what is allowed; what ships is proven."""

import re
import shutil
from pathlib import Path

import pytest

from visitation.check import READ, model_proof
from visitation.errors import VisitationError
from visitation.model import load, shipped
from visitation.model.check import sources
from visitation.model.load import MUNICIPALITIES
from visitation.model.yaml import read_yaml


@pytest.fixture
def ringsted(tmp_path) -> Path:
    """A copy of Ringsted's model to spoil."""
    return Path(shutil.copytree(MUNICIPALITIES / "ringsted", tmp_path / "ringsted"))


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text, f"{old!r} no longer stands in {file}"
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


REFUSED = [
    (
        "tables/T1.yaml",
        "then: INGEN",
        "then: INGENTING",
        r"T1.yaml, linje \d+: ukendt udfald i regel T1.01: 'INGENTING'; tilladt er INGEN, ",
    ),
    (
        "tables/T1.yaml",
        'when: {oensker: ["nej"]}',
        'when: {oensker: ["nje"]}',
        r"ukendt svar på 'oensker' i regel T1.01: 'nje'; tilladt er ja, nej",
    ),
    (
        "tables/T1.yaml",
        'when: {oensker: ["nej"]}',
        'when: {ønsker: ["nej"]}',
        r"ukendt spørgsmål i regel T1.01: 'ønsker'; tilladt er oensker, ",
    ),
    (
        "tables/T1.yaml",
        'when: {oensker: ["nej"]}',
        "when: {oensker: [no]}",
        r'no læses ikke som tekst i YAML; sæt det i anførselstegn: "no"',
    ),
    (
        "tables/T1.yaml",
        'when: {oensker: ["nej"]}',
        "when: {oensker: [85]}",
        r"when\.oensker\.0: skal være tekst; sæt værdien i anførselstegn",
    ),
    ("tables/T1.yaml", "kind: fortolkning", "kind: gæt", r"kind: ukendt værdi; tilladt er 'kilde', 'fortolkning' eller 'antagelse'"),
    ("tables/T1.yaml", "id: T1.02", "id: T1.01", r"reglen 'T1.01' står to gange"),
    ("tables/T1.yaml", "step: netvaerk", "step: netværk", r"ukendt trin 'netværk'; tilladt er netvaerk, "),
    (
        "tables/T1.yaml",
        "then: INGEN",
        "then: INGEN\n        naar: nu",
        r"ukendt nøgle 'naar'; tilladt er kind, source, reason, id, when, then",
    ),
    ("tables/T1.yaml", "then: INGEN", "then: INGEN\n        then: P85", r"nøglen 'then' står to gange"),
    ("tables/T1.yaml", "id: T1\n", "id: T9\n", r"tabellen hedder 'T9', men filen T1.yaml"),
    ("tables/T1.yaml", 'valid: {from: "2021-01-01"}', "valid: {from: 2021-01-01}", r"2021-01-01 læses ikke som tekst i YAML"),
    ("tables/T1.yaml", 'valid: {from: "2021-01-01"}', 'valid: {from: "1. januar"}', r'skal være en dato i anførselstegn som "2021-01-31"'),
    ("model.yaml", "table: T1", "table: T7", r"model.yaml, linje \d+: ukendt tabel 'T7'; tilladt er T1, T2"),
    ("ladder.yaml", "duty: kan", "duty: måske", r"duty: ukendt værdi; tilladt er 'kan', 'skal' eller 'ingen'"),
    ("timers.yaml", "days: 14", 'days: "fjorten"', r"timers\.yaml, linje \d+: .*days: skal være et helt tal"),
    ("timers.yaml", "{days: 14}", "{days: 14, weeks: 2}", r"skal have netop én af days, weeks, months, calls"),
    ("guards.yaml", "consent:", "samtykke:", r"ukendt oplysning 'samtykke'; tilladt er channel, sender, "),
    ("ladder.yaml", "steps:", "steps: [", r"ladder.yaml, linje \d+: kan ikke læses som YAML"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), REFUSED)
def test_a_mistake_is_refused_with_file_place_and_what_is_allowed(ringsted, file, old, new, said):
    spoil(ringsted, file, old, new)
    with pytest.raises(VisitationError, match=said) as refused:
        load(ringsted)
    assert "\n" not in str(refused.value)


def first_source(folder: Path, file: str) -> str:
    return re.search(r"source:\s*\n\s+- \{.*?\}", (folder / file).read_text(encoding="utf-8"), re.S).group()


def test_a_rule_of_the_source_without_source_is_refused(ringsted):
    spoil(ringsted, "tables/T2.yaml", first_source(ringsted, "tables/T2.yaml"), "source: []")
    with pytest.raises(VisitationError, match=r"T2.yaml, linje \d+: .*mangler 'source'; kun slagsen antagelse må stå uden kilde"):
        load(ringsted)


def test_a_long_anchor_is_refused(ringsted):
    old = re.search(r'anchor: "[^"]+"', (ringsted / "tables/T1.yaml").read_text(encoding="utf-8")).group()
    spoil(ringsted, "tables/T1.yaml", old, 'anchor: "en to tre fire fem seks syv otte ni"')
    with pytest.raises(VisitationError, match="1-8 ord"):
        load(ringsted)


def test_a_source_in_an_unlisted_document_is_refused(ringsted):
    spoil(ringsted, "tables/T2.yaml", 'document: "004"', 'document: "009"')
    with pytest.raises(VisitationError, match="ukendt dokument '009'; tilladt er "):
        load(ringsted)


def test_an_unknown_model_is_refused_by_naming_those_there_are():
    with pytest.raises(VisitationError, match="ukendt model 'sorø'; tilladt er ringsted, slagelse"):
        load("sorø")


def test_a_table_over_four_million_cells_is_refused(ringsted):
    question = '  - id: q{}\n    label: {{da: "q", en: "q"}}\n    short: {{da: "q", en: "q"}}\n    answers: [{}]\n'
    answers = ", ".join(f'{{id: "a{i}", label: {{da: "a", en: "a"}}}}' for i in range(20))
    spoil(ringsted, "tables/T2.yaml", "inputs:\n", "inputs:\n" + "".join(question.format(i, answers) for i in range(5)))
    with pytest.raises(VisitationError, match="kombinationer; tilladt er højst 4000000"):
        load(ringsted)


def test_the_fingerprint_changes_with_every_byte_of_the_model(ringsted):
    before = load(ringsted).sha256
    assert before == load("ringsted").sha256
    spoil(ringsted, "ladder.yaml", "steps:", "steps: ")
    assert load(ringsted).sha256 != before


def test_a_file_is_read_again_when_it_says_something_else_and_taken_apart_only_then(ringsted):
    path = ringsted / "model.yaml"
    before = read_yaml(path)
    assert read_yaml(path) is before
    spoil(ringsted, "model.yaml", "id: ringsted", "id: sorø")
    assert (before.data["id"], read_yaml(path).data["id"], load(ringsted).head.id) == ("ringsted", "sorø", "sorø")
    path.unlink()
    with pytest.raises(VisitationError, match="kan ikke læses"):
        read_yaml(path)


def count_kinds(tables) -> tuple[int, int, int, int]:
    """How many rules, and how many of each kind."""
    kinds = [rule.kind for rules in tables for rule in rules]
    return len(kinds), kinds.count("kilde"), kinds.count("fortolkning"), kinds.count("antagelse")


def test_what_ships_is_complete_and_proven():
    models = [load(name) for name in shipped()]
    assert [m.head.id for m in models] == ["ringsted", "slagelse"]
    rules = {table.id: table.rules for m in models for table in m.tables.values()}
    assert list(rules) == ["T1", "T2", "T3", "T4", "T5", "T6", "S1", "S2", "S3", "S4", "S5"]
    assert count_kinds(rules[table] for table in rules if table != "S5") == (58, 43, 11, 4)
    assert count_kinds(rules.values()) == (61, 44, 12, 5)
    assert sum(len(m.timers.timers) for m in models) == 27
    assert all(model_proof(name, None)["ok"] for name in shipped())
    assert [t["redundant"] for t in model_proof("ringsted", None)["tables"] if t["redundant"]] == [("T1.10", "T1.11")]


def test_every_document_named_by_a_source_is_listed_and_used():
    for name in shipped():
        model = load(name)
        parts = (model.ladder, model.timers, model.guards, model.contradictions, *model.tables.values())
        others = (read(model) for read in READ.values())
        assert {s.document for part in (*parts, *others) for _, s in sources(part)} == set(model.head.documents)
