"""The rules without a browser: every edit, what it does to the proof, what is refused, and what is stored."""

from datetime import date

import pytest

from tests.registers import enquiries, register_with, session
from tests.replays import TO_82, decided_register
from visitation.model import load, shipped, versions
from visitation.screening import build, screen
from widgets.rules.panel import RulesPanel, panel

MODEL = load("ringsted")
CATCH_ALL = "T1.12"


@pytest.fixture
def url(tmp_path) -> str:
    register_with(f"sqlite:///{tmp_path}/register.sqlite").close()
    return f"sqlite:///{tmp_path}/register.sqlite"


@pytest.fixture
def rules(url) -> RulesPanel:
    return panel(session(url))


def do(rules: RulesPanel, action: str, **rest) -> dict:
    rules.act({"do": action} | rest)
    return rules.view


def row(rules: RulesPanel, rule: str) -> dict:
    return next(each for section in rules.view["table"]["sections"] for each in section["rules"] if each["id"] == rule)


def order(rules: RulesPanel) -> list[list[str]]:
    return [[rule["id"] for rule in section["rules"]] for section in rules.view["table"]["sections"]]


def wrong(rules: RulesPanel) -> list[str]:
    return [found["text"] for found in rules.view["proof"]["findings"] if found["tone"] == "wrong"]


def test_it_opens_on_the_meetings_table_with_everything_proven(rules):
    view = rules.view
    assert view["sentence"] == (
        "Ringsted 2021.1, gælder fra 1. januar 2021: 34 regler i 6 tabeller, heraf 4 som antagelse. Alle tabeller er bevist."
    )
    assert [(t["id"], t["rules"], t["proven"], t["current"]) for t in view["tables"]][:2] == [
        ("T1", "12 regler", True, True), ("T2", "5 regler", True, False),
    ]  # fmt: skip
    assert view["proof"]["line"] == "Bevist: 1.024 kombinationer, ingen huller, ingen modstrid."
    assert not view["editing"] and view["changes"] is None and not view["can_undo"]


def test_every_cell_says_what_the_rule_asks_in_the_tables_words(rules):
    rule = row(rules, "T1.09")
    assert [cell["text"] for cell in rule["cells"]] == [
        None, None, "blokering eller færdigheder eller foranderlig", "ja", "rummes i § 82", "midlertidigt", None,
    ]  # fmt: skip
    assert (rule["then"]["label"], rule["kind"]["label"], rule["valid"]) == ("Henvis til § 82 a/b", "kilde", "som tabellen")
    assert rule["cited"].startswith("Ringsted Indsatsmodel (2020): ") and rule["sources"][0]["anchor"]


@pytest.mark.parametrize("name", shipped())
def test_every_table_of_a_model_can_be_read(url, name):
    rules = panel(session(url, name))
    for table in load(name).tables.values():
        view = do(rules, "show", table=table.id)
        assert [r for section in order(rules) for r in section] == [rule.id for rule in table.rules]
        assert view["table"]["label"] == table.label.da and view["proof"]["ok"]


def test_a_cell_is_changed_and_the_change_is_counted(rules):
    view = do(rules, "cell", rule="T1.08", question="behov", answers=["botilbud", "mere"])
    assert row(rules, "T1.08")["cells"][4] == {"answers": ["mere", "botilbud"], "text": "mere eller botilbud"}
    assert row(rules, "T1.08")["mark"] == "ændret" and row(rules, "T1.08")["changed"] == ["when.behov"]
    assert view["editing"] and view["changes"]["title"] == "Ændret i forhold til 2021.1" and view["changes"]["rules"] == "Regler: 1 ændret."


@pytest.mark.parametrize("answers", [[], ["lille", "rummes", "mere", "botilbud"]])
def test_no_answer_and_every_answer_both_mean_any(rules, answers):
    do(rules, "cell", rule="T1.03", question="behov", answers=answers)
    assert row(rules, "T1.03")["cells"][4] == {"answers": [], "text": None}


def test_the_boxes_say_what_changes(rules):
    view = do(rules, "then", rule="T1.05", outcome="P85")
    assert row(rules, "T1.05")["changed"] == ["then"]
    (box,) = view["changes"]["boxes"]
    assert box["line"] == "16 af 1.024 kombinationer får et andet udfald."
    assert box["sentences"] == [
        "Ønsket (ja), funktionsevnen (betydelig), behovet (mere) og bofællesskabet (ja): Bofællesskab → § 85 støtte"
    ]


def test_a_deleted_rule_leaves_a_gap_and_a_new_rule_closes_it(rules):
    do(rules, "show", table="T3")
    view = do(rules, "delete", rule="T3.01")
    assert wrong(rules) == ["Hul: én kombination har ingen regel: behovet (lille eller intet), enigheden (ja)."]
    assert view["proof"]["gap"] and not view["tables"][2]["proven"] and view["sentence"].endswith("T3 er ikke bevist.")
    do(rules, "add", after="")
    new = row(rules, "T3.05")
    assert order(rules) == [["T3.02", "T3.03", "T3.04", "T3.05"]] and wrong(rules) == []
    assert [cell["answers"] for cell in new["cells"]] == [["lille"], ["ja"]]
    assert (new["kind"]["id"], new["sources"], new["mark"]) == ("antagelse", [], "ny")
    assert rules.view["changes"]["rules"] == "Regler: 1 ny, 1 slettet."


def test_the_id_of_a_deleted_rule_is_not_given_to_another(rules):
    do(rules, "delete", rule=CATCH_ALL)
    do(rules, "add", after="T1.11")
    assert order(rules)[-1] == ["T1.10", "T1.11", "T1.13"]


def test_without_a_gap_a_new_rule_asks_what_the_one_before_asks(rules):
    do(rules, "add", after="T1.01")
    assert row(rules, "T1.13")["cells"][0]["answers"] == ["nej"] and "Regel T1.13 kan aldrig nås" in wrong(rules)[0]


def test_a_rule_moves_within_and_across_sections(rules):
    do(rules, "move", rule="T1.03", way="up")
    assert order(rules)[1] == ["T1.03", "T1.02"] and rules.view["changes"]["rules"] == "Regler: rækkefølge eller afsnit er ændret."
    do(rules, "move", rule="T1.03", way="up")
    assert order(rules)[:2] == [["T1.01", "T1.03"], ["T1.02"]]
    do(rules, "move", rule="T1.03", way="down")
    assert order(rules)[:2] == [["T1.01"], ["T1.03", "T1.02"]]


def test_a_section_that_loses_its_last_rule_goes(rules):
    do(rules, "move", rule="T1.01", way="down")
    assert rules.view["table"]["sections"][0]["label"] == "Uden behov for visiteret støtte"
    assert order(rules)[0] == ["T1.01", "T1.02", "T1.03"]


@pytest.mark.parametrize(("rule", "way"), [("T1.01", "up"), (CATCH_ALL, "down")])
def test_at_the_edge_of_the_table_a_rule_stays(rules, rule, way):
    before = order(rules)
    assert do(rules, "move", rule=rule, way=way)["changes"] is None and order(rules) == before


def test_a_rule_can_begin_a_section_of_its_own_and_the_section_be_renamed(rules):
    do(rules, "section", rule="T1.02", label="Uden for målgruppen")
    sections = rules.view["table"]["sections"]
    assert [s["label"] for s in sections][1:3] == ["Uden behov for visiteret støtte", "Uden for målgruppen"]
    assert order(rules)[1:3] == [["T1.03"], ["T1.02"]]
    do(rules, "heading", rule="T1.02", label="Ingen målgruppe")
    assert rules.view["table"]["sections"][2]["label"] == "Ingen målgruppe"


def test_an_emptied_table_can_be_begun_again(rules):
    do(rules, "show", table="T2")
    for rule in MODEL.tables["T2"].rules:
        do(rules, "delete", rule=rule.id)
    assert order(rules) == [] and wrong(rules)[0].startswith("Hul: 5 kombinationer")
    do(rules, "add", after="")
    assert order(rules) == [["T2.06"]] and rules.view["table"]["sections"][0]["label"] == "Nyt afsnit"


def test_a_reason_is_rewritten_in_danish_and_waits_for_its_english(rules):
    do(rules, "text", rule="T1.01", reason="  Den, der ikke vil, får intet.  ")
    assert row(rules, "T1.01")["reason_da"] == "Den, der ikke vil, får intet."
    assert rules.state.table.rule("T1.01").reason.en == "Den, der ikke vil, får intet."


def test_a_broken_order_can_be_explained_and_the_explanation_taken_back(rules):
    do(rules, "then", rule="T1.04", outcome="UVISITERET")
    assert any(text.startswith("Rækkefølge: når behovet går fra") and "T1.04" in text for text in wrong(rules))
    do(rules, "order", rule="T1.04", why="Botilbud søges et andet sted.")
    assert wrong(rules) == [] and row(rules, "T1.04")["order"] == "Botilbud søges et andet sted."
    do(rules, "order", rule="T1.04", why=" ")
    assert wrong(rules) != [] and row(rules, "T1.04")["order"] is None


def test_an_assumption_becomes_a_reading_once_it_cites(rules):
    refused = do(rules, "kind", rule=CATCH_ALL, kind="fortolkning")
    assert refused["message"]["text"] == (
        "T1.12: slagsen fortolkning kræver en kilde; tilføj kilden først, eller lad den være en antagelse"
    )
    do(rules, "cite", rule=CATCH_ALL, document="004", section="Step 1", anchor="fire ord fra dokumentet")
    do(rules, "kind", rule=CATCH_ALL, kind="fortolkning")
    assert row(rules, CATCH_ALL)["kind"]["id"] == "fortolkning" and row(rules, CATCH_ALL)["changed"] == ["kind", "source"]
    assert "kun fjernes" in do(rules, "uncite", rule=CATCH_ALL, number=0)["message"]["text"]
    do(rules, "kind", rule=CATCH_ALL, kind="antagelse")
    assert do(rules, "uncite", rule=CATCH_ALL, number=0)["changes"] is None


def test_a_rule_that_ends_leaves_a_gap_from_that_day(rules):
    do(rules, "show", table="T3")
    do(rules, "dates", rule="T3.04", **{"from": "2021-01-01", "to": "2021-06-30"})
    assert row(rules, "T3.04")["valid"] == "1. januar 2021 – 30. juni 2021"
    assert wrong(rules) == ["Fra 1. juli 2021: Hul: 2 kombinationer har ingen regel, f.eks. behovet (rummes i § 82), enigheden (ja)."]
    assert [box["line"] for box in rules.view["changes"]["boxes"]] == [
        "Fra 1. januar 2021: Ingen kombination får et andet udfald.",
        "Fra 1. juli 2021: 2 af 6 kombinationer får et andet udfald.",
    ]
    do(rules, "dates", rule="T3.04", **{"from": "", "to": ""})
    assert rules.view["changes"] is None


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ({"do": "cell", "rule": "T9.99", "question": "behov", "answers": []}, "ukendt regel 'T9.99'; tilladt er T1.01"),
        ({"do": "cell", "rule": "T1.01", "question": "vejr", "answers": []}, "ukendt spørgsmål 'vejr'; tilladt er oensker"),
        ({"do": "cell", "rule": "T1.01", "question": "behov", "answers": ["stort"]}, "ukendt svar 'stort'; tilladt er lille"),
        ({"do": "cell", "rule": "T1.01", "question": "behov", "answers": [1]}, "genindlæs siden"),
        ({"do": "cell", "rule": "T1.01", "question": "behov"}, "genindlæs siden"),
        ({"do": "then", "rule": "T1.01", "outcome": "FOKUS"}, "ukendt udfald 'FOKUS'; tilladt er INGEN"),
        ({"do": "kind", "rule": "T1.01", "kind": "mening"}, "ukendt slags 'mening'; tilladt er kilde, fortolkning, antagelse"),
        ({"do": "text", "rule": "T1.01", "reason": " "}, "begrundelsen må ikke være tom"),
        ({"do": "heading", "rule": "T1.01", "label": ""}, "overskriften må ikke være tom"),
        ({"do": "section", "rule": "T1.01", "label": ""}, "overskriften må ikke være tom"),
        ({"do": "dates", "rule": "T1.01", "from": "i morgen", "to": ""}, "en dato skrives som 2021-03-09"),
        ({"do": "dates", "rule": "T1.01", "from": "2021-03-09", "to": "2021-03-08"}, "på eller efter startdatoen"),
        ({"do": "dates", "rule": "T1.01", "from": "", "to": "2021-03-08"}, "kræver en startdato"),
        ({"do": "cite", "rule": "T1.01", "document": "999", "section": "A", "anchor": "ord"}, "ukendt dokument '999'"),
        ({"do": "cite", "rule": "T1.01", "document": "004", "section": "A", "anchor": "et to tre fire fem seks syv otte ni"}, "1-8 ord"),
        ({"do": "uncite", "rule": "T1.06", "number": "0"}, "genindlæs siden"),
        ({"do": "move", "rule": "T1.01", "way": "sideways"}, "ukendt retning 'sideways'"),
        ({"do": "delete", "rule": "T3.01"}, "ukendt regel 'T3.01'"),
        ({"do": "add", "after": "T3.01"}, "ukendt regel 'T3.01'"),
        ({"do": "show", "table": "T7"}, "ukendt tabel 'T7'; tilladt er T1"),
        ({"do": "table"}, "genindlæs siden"),
        ({"do": "perform", "action": {}}, "genindlæs siden"),
        ({}, "genindlæs siden"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_changes(rules, action, said):
    before = rules.state.table
    rules.act(action)
    message = rules.view["message"]
    assert message["tone"] == "error" and said in message["text"] and "\n" not in message["text"]
    assert rules.state.table == before and rules.view["changes"] is None


def test_undo_takes_back_one_edit_at_a_time_per_table(rules):
    do(rules, "delete", rule="T1.10")
    do(rules, "delete", rule="T1.11")
    do(rules, "show", table="T3")
    assert not rules.view["can_undo"]
    do(rules, "delete", rule="T3.01")
    do(rules, "undo")
    assert rules.view["changes"] is None
    do(rules, "show", table="T1")
    do(rules, "undo")
    assert order(rules)[-1] == ["T1.11", CATCH_ALL]
    do(rules, "undo")
    do(rules, "undo")
    assert rules.view["changes"] is None and not rules.view["can_undo"]


def test_discarding_takes_all_back_and_can_itself_be_undone(rules):
    do(rules, "delete", rule="T1.10")
    assert do(rules, "discard")["changes"] is None
    assert do(rules, "undo")["changes"]["rules"] == "Regler: 1 slettet."


def save(rules: RulesPanel, folder, version: str = "2022.1", valid_from: str = "2021-03-01") -> dict:
    return do(rules, "save", folder=str(folder), version=version, valid_from=valid_from)


def test_a_new_version_is_stored_beside_the_old_and_goes_on(rules, tmp_path):
    do(rules, "then", rule="T1.05", outcome="P85")
    do(rules, "show", table="T3")
    do(rules, "text", rule="T3.01", reason="Slut her.")
    view = save(rules, tmp_path / "hylde")
    assert view["message"] == {
        "tone": "ok",
        "text": f"Gemt som version 2022.1, gældende fra 1. marts 2021, i {tmp_path / 'hylde' / '2022.1'}",
    }
    assert view["sentence"].startswith("Ringsted 2022.1, gælder fra 1. marts 2021") and view["changes"] is None
    old, new = versions(tmp_path / "hylde")
    assert (old.sha256, new.head.valid.from_) == (MODEL.sha256, date(2021, 3, 1))
    assert new.tables["T1"].rule("T1.05").then == "P85" and new.tables["T3"].rule("T3.01").reason.da == "Slut her."
    assert {t: new.tables[t] for t in ("T2", "T4", "T5", "T6")} == {t: MODEL.tables[t] for t in ("T2", "T4", "T5", "T6")}
    assert view["versions"] == ["2021.1"] and view["save"]["folder"] == str(tmp_path / "hylde")


@pytest.mark.parametrize(
    ("folder", "version", "valid_from", "said"),
    [
        ("hylde", "2022.1", "2021-03-01", "Skriv hele stien"),
        ("~ukendt/hylde", "2022.1", "2021-03-01", "Skriv hele stien"),
        ("", "2022.1", "2021-03-01", "Skriv hele stien"),
        (str(MODEL.folder.parent), "2022.1", "2021-03-01", "de leverede modeller ændres ikke"),
        ("{tmp}", "2021.1", "2021-03-01", "version 2021.1 findes allerede"),
        ("{tmp}", "", "2021-03-01", "tilladt er bogstaver, tal"),
        ("{tmp}", "2022.1", "", "skriv en dato som 2021-03-09"),
        ("{tmp}", "2022.1", "2020-03-01", "skal gælde fra en dag efter 2021-01-01"),
    ],
)
def test_where_and_what_may_not_be_stored_is_refused_and_the_draft_kept(rules, tmp_path, folder, version, valid_from, said):
    do(rules, "then", rule="T1.05", outcome="P85")
    view = save(rules, folder.format(tmp=tmp_path / "hylde"), version, valid_from)
    assert view["message"]["tone"] == "error" and said in view["message"]["text"]
    assert view["changes"] is not None and not (tmp_path / "hylde").exists()
    assert (view["save"]["version"], view["save"]["valid_from"]) == (version, valid_from)


def test_nothing_is_stored_while_any_table_is_wrong_or_nothing_changed(rules, tmp_path):
    assert save(rules, tmp_path / "hylde")["message"]["text"] == "Der er ikke ændret noget at gemme."
    do(rules, "show", table="T3")
    do(rules, "delete", rule="T3.01")
    do(rules, "show", table="T1")
    assert save(rules, tmp_path / "hylde")["message"]["text"] == "Kan ikke gemmes: T3 er ikke bevist. Ret fundene først."
    assert not (tmp_path / "hylde").exists()


def test_a_rule_is_not_stored_before_somebody_says_why(rules, tmp_path):
    do(rules, "show", table="T3")
    do(rules, "delete", rule="T3.01")
    do(rules, "add", after="")
    assert save(rules, tmp_path / "hylde")["message"]["text"] == "Kan ikke gemmes: skriv en begrundelse for T3.05."
    do(rules, "text", rule="T3.05", reason="Behovet er lille, og borgeren er enig.")
    assert save(rules, tmp_path / "hylde")["message"]["tone"] == "ok"


def test_two_versions_are_compared_table_by_table(rules, tmp_path):
    do(rules, "then", rule="T1.05", outcome="P85")
    save(rules, tmp_path / "hylde")
    compared = do(rules, "compare", **{"with": "2021.1"})["compared"]
    assert compared["title"] == "Fra Ringsted 2021.1 til Ringsted 2022.1"
    assert [(t["title"], t["line"], len(t["sentences"])) for t in compared["tables"]] == [
        ("T1 For-screening i myndighed (step 1)", "16 af 1.024 kombinationer får et andet udfald.", 1)
    ]
    assert do(rules, "compare", **{"with": ""})["compared"] is None


def test_a_version_can_be_compared_with_itself_and_with_another_model(rules):
    assert do(rules, "compare", **{"with": "ringsted"})["compared"]["same"] == "De to versioner giver samme udfald for alle svar."
    tables = do(rules, "compare", **{"with": "slagelse"})["compared"]["tables"]
    assert {t["title"][:2] for t in tables} == set(MODEL.tables) | set(load("slagelse").tables)
    assert all(t["line"] is None and t["sentences"] for t in tables)


def test_a_model_that_is_not_there_cannot_be_compared(rules):
    assert "ukendt model 'atlantis'" in do(rules, "compare", **{"with": "atlantis"})["message"]["text"]


def test_the_next_version_is_proposed_for_the_month_that_follows(rules):
    assert rules.view["save"] == {"folder": "", "version": "2021.2", "valid_from": "2021-04-01"}


def test_english_is_the_second_language(url):
    view = panel(session(url, sprog="en")).view
    assert view["table"]["label"] == MODEL.tables["T1"].label.en
    assert view["table"]["questions"][0]["label"] == "The wish"


def test_a_spreadsheet_goes_out_and_comes_back_as_one_edit(url):
    workshop = panel(session(url))
    sent = []
    workshop.send = lambda message, buffers: sent.append((message, buffers))
    workshop.act({"do": "show", "table": "T3"})
    workshop.act({"do": "sheet"})
    (message, (content,)) = sent[0]
    assert message["name"] == "T3.xlsx" and message["type"].endswith("spreadsheetml.sheet")
    workshop.act({"do": "take_sheet", "name": "T3.xlsx"}, [content])
    assert workshop.view["message"] is None and workshop.view["changes"] is None
    workshop.act({"do": "delete", "rule": "T3.02"})
    workshop.act({"do": "take_sheet", "name": "T3.xlsx"}, [content])
    assert workshop.view["proof"]["ok"] and workshop.view["changes"] is None and workshop.view["can_undo"]


def test_a_file_that_is_no_spreadsheet_of_the_table_is_refused(url):
    workshop = panel(session(url))
    workshop.act({"do": "take_sheet", "name": "x.xlsx"}, [b"PK\x03\x04 nej"])
    assert workshop.view["message"]["tone"] == "error" and workshop.view["changes"] is None


def test_the_draft_says_how_past_cases_would_move(tmp_path):
    from visitation.register.decisions import decision

    where = f"sqlite:///{tmp_path}/past.sqlite"
    register, here = register_with(where, *enquiries(3)), session(where)
    cube = build(here.model.tables["T1"])
    for number, answers in enumerate(({"oensker": "nej"}, {"oensker": "ja", "behov": "lille"}, {"oensker": "ja", "behov": "lille"}), 1):
        made = decision(here.model, screen(cube, answers), screen(cube, answers).outcome)
        register.append(f"EKS-R-{number:04d}", 1, "decided", made, "2021-03-02T10:00:00")
    workshop = panel(session(where))
    workshop.act({"do": "then", "rule": "T1.03", "outcome": "AFKLAR"})
    moved = workshop.view["changes"]["past"]
    assert moved["line"] == "Registrets tidligere sager: 3. Ville stå et andet sted: 2."
    assert moved["sentences"] == ["Åbent tilbud (Bjælken) → uafklaret: 2"]  # another level of functioning would still give the open offer


def workshop_over(tmp_path, cases: int):
    """The workshop over a register whose cases were referred under § 82 and § 85 by turns."""
    both = TO_82, {"oensker": "ja", "maalgruppe": "betydelig", "behov": "mere", "bofaellesskab": "nej"}
    where, register = decided_register(tmp_path, load("ringsted"), *(both[number % 2] for number in range(cases)))
    return panel(session(where)), register, session(where)


def test_a_rule_change_becomes_a_scenario_that_the_forecast_opens(tmp_path):
    workshop, register, here = workshop_over(tmp_path, 60)
    workshop.act({"do": "then", "rule": "T1.09", "outcome": "UVISITERET"})
    workshop.act({"do": "ahead", "of": "draft"})
    ((name, kept),) = register.scenarios("ringsted").items()
    assert kept.data == {"share_82": 0.0}
    assert workshop.view["message"] == {
        "tone": "ok",
        "text": f"Gemt som scenariet »{name}«.",
        "link": {"label": "Se prognosen", "href": here.link("prognose", scenarie=name)},
    }
    workshop.act({"do": "undo"})
    assert workshop.view["message"] is None


def test_a_rule_change_that_moves_no_share_or_too_few_cases_is_refused(tmp_path):
    few, register, _ = workshop_over(tmp_path, 10)
    few.act({"do": "then", "rule": "T1.09", "outcome": "UVISITERET"})
    few.act({"do": "ahead", "of": "draft"})
    assert few.view["message"]["tone"] == "error" and "mindst 50" in few.view["message"]["text"]
    few.act({"do": "ahead", "of": "compared"})
    assert few.view["message"]["tone"] == "error" and register.scenarios("ringsted") == {}
