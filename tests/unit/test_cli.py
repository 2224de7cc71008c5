"""The commands as others call them: JSON on standard output, one plain sentence on standard error, exit codes 0, 1 and 2."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.replays import SETTLED
from visitation.check import READ
from visitation.model import load
from visitation.model.check import sources
from visitation.model.load import MUNICIPALITIES
from visitation.pathway import pathways

SCREEN_KEYS = {
    "model",
    "version",
    "sha256",
    "table",
    "answers",
    "open",
    "possible",
    "outcome",
    "rule",
    "kind",
    "relevant",
    "sufficient",
    "changes",
    "text",
}
CHECK_KEYS = {
    "table",
    "cells",
    "rules",
    "gaps",
    "gap_example",
    "unreachable",
    "overlaps",
    "monotone_violations",
    "redundant",
    "anchors",
    "anchors_not_found",
    "findings",
}


@pytest.fixture
def ringsted(tmp_path) -> Path:
    return Path(shutil.copytree(MUNICIPALITIES / "ringsted", tmp_path / "ringsted"))


def test_screen_prints_what_the_answers_mean(run):
    code, result, _ = run("screen", "ringsted/T1", "--answers", json.dumps(SETTLED), "--json")
    assert code == 0 and set(result) == SCREEN_KEYS
    assert (result["outcome"], result["rule"], result["kind"], result["possible"]) == ("HENVIS_82AB", "T1.09", "kilde", ["HENVIS_82AB"])
    assert (result["open"], result["relevant"]) == (["bofaellesskab"], [])
    assert {"set": {"behov": "lille"}, "outcome": "UVISITERET"} in result["changes"]
    assert result["sufficient"] == SETTLED
    assert result["text"].startswith("Henvis til § 82 a/b")


def test_screen_says_what_is_still_possible(run):
    code, result, _ = run("screen", "ringsted/T1", "--answers", json.dumps({k: v for k, v in SETTLED.items() if k != "behov"}), "--json")
    assert (code, result["outcome"], result["rule"], result["sufficient"], result["changes"]) == (0, None, None, None, [])
    assert (result["possible"], result["relevant"]) == (["UVISITERET", "HENVIS_82AB", "AFKLAR"], ["behov"])


def test_screen_reads_answers_from_a_file_and_null_as_open(run, tmp_path):
    file = tmp_path / "svar.json"
    file.write_text(json.dumps({"oensker": None, "behov": "lille"}), encoding="utf-8")
    code, result, _ = run("screen", "ringsted/T1", "--answers", str(file), "--json")
    assert (code, result["answers"]) == (0, {"behov": "lille"})


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("screen", "ringsted/T1", "--answers", '{"behov": "lidt"}'),
            "ukendt svar 'lidt' på 'behov'; tilladt er lille, rummes, mere, botilbud",
        ),
        (("screen", "ringsted/T1", "--answers", '{"behof": "lille"}'), "ukendt spørgsmål 'behof'; tilladt er oensker, "),
        (("screen", "ringsted/T9", "--answers", "{}"), "ukendt tabel 'T9'; tilladt er T1, T2"),
        (("screen", "T1", "--answers", "{}"), "skriv MODEL/TABEL"),
        (("screen", "sorø/T1", "--answers", "{}"), "ukendt model 'sorø'; tilladt er ringsted, slagelse"),
        (("screen", "ringsted/T1", "--answers", "{"), "--answers skal være JSON"),
        (("screen", "ringsted/T1", "--answers", "findes-ikke.json"), "--answers skal være JSON"),
        (("screen", "ringsted/T1", "--answers", '{"behov": 3}'), "hvert svar skal være tekst eller null"),
        (("check", "sorø"), "ukendt model 'sorø'"),
        (("check", "ringsted", "--sources", "findes-ikke"), "'findes-ikke' er ikke en mappe"),
        (("import", "findes-ikke.csv", "--profile", "henvendelser"), "findes-ikke.csv: filen kan ikke læses"),
        (("import", __file__, "--profile", "sagen"), "ukendt profil 'sagen'; tilladt er fit, henvendelser, kontakter"),
        (("serve", "--port", "0", "--no-browser"), "--port: 0"),
        (("serve", "--on", "9. marts", "--no-browser"), "'9. marts' er ikke en dato; skriv den som 2021-03-09"),
        (("nonsens",), "nonsens"),
        (("screen", "ringsted/T1"), "--answers"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_code_2(run, tmp_path, monkeypatch, arguments, said):
    monkeypatch.setenv("REGISTER", f"sqlite:///{tmp_path}/register.sqlite")
    code, out, error = run(*arguments)
    assert code == 2 and out == "" and said in error
    assert error.count("\n") == 1 and "Traceback" not in error


@pytest.mark.parametrize("name", ["ringsted", "slagelse"])
def test_check_proves_what_ships(run, name):
    code, result, _ = run("check", name, "--json")
    assert code == 0 and result["ok"] and {frozenset(table) - {"from"} for table in result["tables"]} == {frozenset(CHECK_KEYS)}
    for table in result["tables"]:
        assert (table["gaps"], table["gap_example"], table["unreachable"], table["overlaps"], table["monotone_violations"]) == (
            0,
            None,
            [],
            [],
            [],
        )


def table_file(folder: Path, name: str) -> Path:
    return folder / "tables" / f"{name}.yaml"


def rule_text(text: str, rule: str) -> str:
    """The lines of one rule."""
    return re.search(rf"^ +- id: {re.escape(rule)}\n(?:(?! +- (?:id|label):).*\n)*", text, re.M).group()


def test_check_names_a_gap_when_a_rule_is_removed(run, ringsted):
    file = table_file(ringsted, "T3")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(rule_text(text, "T3.02"), ""), encoding="utf-8")
    code, result, _ = run("check", str(ringsted), "--json")
    found = next(table for table in result["tables"] if table["table"] == "T3")
    assert (code, result["ok"], found["gaps"], found["gap_example"]) == (1, False, 1, {"behov": "lille", "enighed": "nej"})
    code, text, _ = run("check", str(ringsted))
    assert code == 1 and "Hul: én kombination har ingen regel: behovet (lille eller intet), enigheden (nej)." in text


def test_check_names_two_contradicting_rules_of_one_section(run, ringsted):
    file = table_file(ringsted, "T3")
    text = file.read_text(encoding="utf-8")
    rule = rule_text(text, "T3.02")
    file.write_text(text.replace(rule, re.sub(r"when: .*", 'when: {behov: ["lille"]}', rule)), encoding="utf-8")
    _, result, _ = run("check", str(ringsted), "--json")
    overlaps = next(table for table in result["tables"] if table["table"] == "T3")["overlaps"]
    assert overlaps[0]["rules"] == ["T3.01", "T3.02"] and overlaps[0]["example"] == {"behov": "lille", "enighed": "ja"}
    assert "T3.01 og T3.02 modsiger hinanden: behovet (lille eller intet), enigheden (ja)" in run("check", str(ringsted))[1]


def test_check_names_rules_that_a_catch_all_above_them_hides(run, ringsted):
    file = table_file(ringsted, "T2")
    text = file.read_text(encoding="utf-8")
    head, sections = text.split("sections:\n")
    parts = re.split(r"(?m)^(?=  - label:)", sections)
    file.write_text(f"{head}sections:\n{parts[-1]}{''.join(parts[1:-1])}", encoding="utf-8")
    code, result, _ = run("check", str(ringsted), "--json")
    found = next(table for table in result["tables"] if table["table"] == "T2")
    assert code == 1 and found["unreachable"] == ["T2.01", "T2.02", "T2.03", "T2.04"]
    assert "Regel T2.01 kan aldrig nås" in run("check", str(ringsted))[1]


def test_check_names_a_break_of_the_order(run, ringsted):
    file = table_file(ringsted, "T2")
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(B4: \{.*?)order: 4|(B4:(?:\n    .*)*?\n    )order: 4", r"\1\2order: 1", text), encoding="utf-8")
    code, result, _ = run("check", str(ringsted), "--json")
    found = next(table for table in result["tables"] if table["table"] == "T2")["monotone_violations"]
    assert code == 1 and {tuple(v["answers"]) for v in found} == {("30-119", "180+"), ("120-179", "180+")}
    assert "Rækkefølge: når omfanget går fra ½ til under 2 timer til 3 timer eller mere, falder udfaldet" in run("check", str(ringsted))[1]


def test_check_names_a_misspelt_answer_with_its_place(run, ringsted):
    file = table_file(ringsted, "T2")
    file.write_text(file.read_text(encoding="utf-8").replace('minutter: ["10-29"]', 'minutter: ["10-28"]'), encoding="utf-8")
    code, _, error = run("check", str(ringsted))
    assert code == 2 and re.search(r"T2.yaml, linje \d+: ukendt svar på 'minutter' i regel T2.01: '10-28'; tilladt er 0-9, 10-29", error)


def test_check_looks_for_every_anchor_in_the_documents(run, tmp_path):
    model = load("ringsted")
    dated = (model.timers, model.deadlines, model.prices, *pathways(model).values())
    read = (read(model) for read in READ.values())
    parts = (model.head, model.ladder, model.guards, model.contradictions, *dated, *model.tables.values(), *read)
    anchors = {(s.document, s.anchor) for part in parts for _, s in sources(part)}
    for document in model.head.documents:
        words = "\n\n".join(anchor.replace(" ", "\n", 1) for number, anchor in sorted(anchors) if number == document)
        (tmp_path / f"{document}_x.txt").write_text(words, encoding="utf-8")
    assert run("check", "ringsted", "--sources", str(tmp_path))[0] == 0
    (tmp_path / "004_x.txt").write_text("Et andet dokument.", encoding="utf-8")
    code, result, _ = run("check", "ringsted", "--sources", str(tmp_path), "--json")
    t2 = next(table for table in result["tables"] if table["table"] == "T2")
    assert code == 1 and not result["ok"] and len(t2["anchors_not_found"]) == t2["anchors"] == 4
    assert "kildested ikke fundet: 004: " in run("check", "ringsted", "--sources", str(tmp_path))[1]


def test_check_says_which_document_is_missing(run, tmp_path):
    code, _, error = run("check", "ringsted", "--sources", str(tmp_path))
    assert code == 2 and re.search(r"dokument 00\d mangler; der skal ligge en tekstfil 00\d\*\.txt", error)
