"""The outcomes without a browser: what is shown of whom, how sure it is, and what is never shown."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.outcomes import as_published, course, scored
from tests.registers import register_with, session
from visitation.model import load
from visitation.outcomes import fit
from visitation.outcomes.followed import Followed, Help, Level, as_of
from visitation.outcomes.read import read_outcomes
from visitation.statistics.small import Share
from widgets import outcomes
from widgets.outcomes import state as chosen
from widgets.outcomes.panel import OutcomesPanel
from widgets.outcomes.says import share_cells, short, whole
from widgets.outcomes.state import OutcomesState

TOLD = read_outcomes(load("slagelse")).published
SUPPORT = Help("§ 85", date(2020, 12, 1), None)


@pytest.fixture
def show(tmp_path, monkeypatch):
    """The panel of Slagelse, or of another municipality, with these courses."""
    url = f"sqlite:///{tmp_path}/register.sqlite"
    register_with(url, model="slagelse").close()

    def shown(courses: list[Followed], model: str = "slagelse", **query: str) -> OutcomesPanel:
        monkeypatch.setattr(chosen, "courses", lambda session: as_of(courses, session.today))
        return OutcomesPanel(OutcomesState(session(url, model, **query)))

    return shown


def act(panel: OutcomesPanel, do: str, **rest: str) -> dict:
    panel.act({"do": do} | rest)
    return panel.view


def part(panel: OutcomesPanel, tab: str) -> dict:
    """What a part of the page shows, opened when it is not."""
    return panel.view[tab] or act(panel, "show", tab=tab)[tab]


def tile(panel: OutcomesPanel, name: str) -> dict:
    return next(each for each in part(panel, "criteria")["tiles"] if each["id"] == name)


def field(panel: OutcomesPanel, key: str) -> dict:
    return next(each for each in part(panel, "scores")["fields"] if each["key"] == key)


def years(panel: OutcomesPanel) -> dict[str, list[dict]]:
    return {row["year"]: row["cells"] for row in part(panel, "cohorts")["started"]["rows"]}


def blocks(panel: OutcomesPanel) -> dict[str, list[dict]]:
    return {block["id"]: block["rows"] for block in part(panel, "published")["blocks"]}


@pytest.fixture
def published(show) -> OutcomesPanel:
    return show(as_published(TOLD))


@pytest.mark.parametrize(
    ("block", "row", "said"),
    [
        ("started", 0, "49 af 200 (24,5\u00a0%; 95\u00a0%: 19,1–30,9)"),
        ("started", 1, "63 af 312 (20,2\u00a0%; 95\u00a0%: 16,1–25,0)"),
        ("completed", 0, "133 af 726 (18,3\u00a0%; 95\u00a0%: 15,7–21,3)"),
        ("rest", 0, "21 af 214 (9,8\u00a0%; 95\u00a0%: 6,5–14,5)"),
    ],
)
def test_every_published_number_stands_beside_the_registers_own(published, block, row, said):
    found = blocks(published)[block][row]
    assert (found["published"], found["register"], found["same"]) == (said, said, True)


def test_a_register_that_tells_otherwise_says_so(show):
    (first, _), (whole_,), (rest,) = blocks(show(as_published(TOLD)[1:])).values()
    assert first["register"].startswith("48 af 199") and not first["same"] and not whole_["same"]
    assert rest["same"], "what is taken from the years is taken from the whole as well"


def test_the_two_years_are_not_told_apart_and_the_contradictions_stand_beside_them(published):
    assert "4,3 procentpoint (95 %: −3,0 til 11,9; p = 0,25): de to årgange kan ikke skelnes" in part(published, "published")["compared"]
    assert [one["id"] for one in part(published, "published")["contradictions"]] == ["G16", "G17"]


def test_the_published_progress_is_one_of_the_two_definitions(published):
    text = part(published, "published")["scored"]["text"]
    assert "35,2\u00a0% fremskridt i 645 afsluttede" in text and "645 af 726 (88,8\u00a0%" in text
    assert "procent af gennemsnit 35,2\u00a0%" in text and text.endswith("Tallet er gennemsnittet af procenter.")


def test_a_register_with_other_scores_gives_neither(show):
    courses = [replace(one, sessions=one.sessions[:1]) for one in as_published(TOLD)]
    assert part(show(courses), "published")["scored"]["text"].endswith("Registret har for få målinger af de samme forløb.")
    other = [replace(one, sessions=scored(14, 20).sessions) for one in courses]
    assert part(show(other), "published")["scored"]["text"].endswith("Ingen af de to giver det offentliggjorte.")


def test_the_rest_has_a_look_of_its_own_and_is_no_year(published):
    points = part(published, "published")["chart"]["data"]["points"]
    assert [point["kind"] for point in points] == ["even", "even", "late", "rest"]
    assert [row["rest"] for rows in blocks(published).values() for row in rows] == [False, False, False, True]


def test_mixes_stand_beside_the_registers(published):
    mixes = {table["label"]: table["rows"] for table in part(published, "published")["mixes"]["tables"]}
    assert mixes["Hvorfor borgere henvises til FOKUS"][0][:2] == ["psykisk", "81 %"]
    assert mixes["Hvordan forløb begynder"] == [["Opstart i gruppe", "60 %", "100,0\u00a0% (726 af 726; 95\u00a0%: 99,5–100,0)"]]


def test_the_figure_of_one_day_never_stands_without_equal_follow_up(published):
    assert all(len(cells) == 3 for cells in years(published).values())
    day, year, two = years(published)["2018"]
    assert (day["number"], day["of"], day["note"]) == ("24,5\u00a0%", "49 af 200", "fulgt 35–35 måneder fra start")
    assert (year["number"], year["of"]) == (two["number"], two["of"]) == ("0,0\u00a0%", "0 af 200")
    assert years(published)["2020"][1]["number"] == "ingen endnu" and years(published)["2020"][1]["note"] == "214 er ikke fulgt så længe"
    kinds = {}
    for point in part(published, "cohorts")["chart"]["data"]["points"]:
        kinds.setdefault(point["group"], []).append(point["kind"])
    assert kinds["2018"] == ["plain", "even", "late"] and kinds["2019"] == ["plain", "even"]


def test_started_and_completed_stand_apart(published):
    assert part(published, "cohorts")["started"]["heading"] == "Startet"
    completed = part(published, "cohorts")["completed"]
    assert completed["heading"] == "Gennemført" and "133 af 726" in completed["text"]


def test_the_sentence_says_how_many_and_how_sure(published):
    assert published.view["sentence"].startswith("Startede forløb: 726. Blandt dem, der er målt to gange,")
    assert "er trivslen steget sikkert for 645 af 645" in published.view["sentence"]
    assert "Af dem, der er fulgt 12 måneder efter forløbet, havde 0 af 512" in published.view["sentence"]


def test_a_curve_ends_where_survival_does_and_counts_who_is_left(show):
    ended = date(2020, 1, 6) + timedelta(weeks=16)
    back = [Help("§ 85", ended + timedelta(days=days), None) for days in (60, 120, 240)]
    courses = [course(number, helps=(back[number],) if number < 3 else ()) for number in range(10)]
    data = part(show(courses), "cohorts")["curve"]["data"]
    assert [round(point["value"], 6) for point in data["curves"]] == [0, 10, 20, 30, 30]
    assert [round(point["x"], 2) for point in data["curves"]] == [0, 1.97, 3.94, 7.89, 10.38]
    assert [(row["x"], row["text"]) for row in data["counts"]] == [(0, "10"), (6, "8")]
    assert all(point["low"] <= point["value"] <= point["high"] for point in data["bands"])


def test_nobody_back_in_support_is_said_and_not_drawn(show):
    assert part(show([course(number) for number in range(9)]), "cohorts")["curve"]["none"].startswith("Ingen af dem")


def test_where_the_register_cannot_tell_who_has_support_it_says_so(show):
    panel = show([course(number, helps=None) for number in range(9)])
    assert [cell["number"] for cell in years(panel)["2020"]] == ["ingen data", "ingen endnu", "ingen endnu"]
    assert part(panel, "cohorts")["chart"]["none"] == "Registret kan ikke sige, hvem der har støtte."
    assert tile(panel, "i_stoette")["number"] == "ingen data"
    assert "besked for 0 af 9 startede" in panel.view["made_of"][1]


def test_five_tiles_each_with_n_missing_period_and_follow_up(show):
    levels = (Level("samfundsliv", 3, date(2020, 1, 6), "foer"), Level("samfundsliv", 1, date(2020, 5, 4), "efter"))
    helps = (Help("§ 85", date(2019, 6, 1), date(2020, 3, 1), "30-119"),)
    courses = [scored(14, 16 + 2 * number, number=number, levels=levels, helps=helps if number < 5 else ()) for number in range(8)]
    panel = show([*courses, course(9)])
    assert [each["id"] for each in part(panel, "criteria")["tiles"]] == [
        "trivsel",
        "faellesskab",
        "stoetteniveau",
        "i_stoette",
        "selvforsoergelse",
    ]
    wellbeing = tile(panel, "trivsel")
    assert (wellbeing["number"], wellbeing["before"]) == ("75,0\u00a0%", "Før 14,0 point, efter 23,0")
    assert wellbeing["lines"] == [
        *("n = 8, heraf 6", "1 af 9 startede mangler", "Fulgt til den seneste måling", "Startet januar 2020"),
        "Registret: målinger fra FIT",
    ]
    assert wellbeing["sure"] == "95\u00a0%: 40,9–92,9"
    assert tile(panel, "faellesskab")["flow"] == [["3", "1", "8"]]
    assert tile(panel, "stoetteniveau")["lines"][2] == "4 havde intet at falde fra og tæller ikke med"
    assert tile(panel, "i_stoette")["before"] == "Med støtte før: 5, efter: 0"
    untold = tile(panel, "selvforsoergelse")
    assert (untold["number"], untold["lines"]) == (
        "ingen data",
        ["Registret har ingen oplysning om forsørgelse; den ligger hos jobcentret."],
    )


def test_few_are_counted_and_never_in_per_cent(show):
    panel = show([scored(12, 20, number=1), scored(12, 13, number=2), scored(15, 25, number=3), scored(15, 22, number=4)])
    assert tile(panel, "trivsel")["number"] == "3 af 4"
    assert tile(panel, "trivsel")["sure"] == "for få til et interval" and tile(panel, "trivsel")["before"] is None
    assert part(panel, "scores")["cards"][0]["number"] == "4 af 4"
    assert [card["number"] for card in part(panel, "scores")["percents"]["cards"]] == ["–", "–"]
    drawn = [part(panel, "scores")["reliable"], part(panel, "cohorts")["chart"]]
    assert all(not figure["data"]["points"] for figure in drawn)
    shown = [panel.view["sentence"], part(panel, "criteria"), part(panel, "scores")["cards"], part(panel, "scores")["groups"]["rows"]]
    assert not re.search(r"\d\s?%", json.dumps(shown, ensure_ascii=False).replace("95 %", ""))


@given(st.integers(0, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.sampled_from(("da", "en")))
def test_a_share_is_said_in_per_cent_from_five_up_only(counts, lang):
    share = Share(*counts)
    assert (
        ("%" in whole(share, lang)) == ("%" in short(share, lang)) == (share_cells("x", share)["x_percent"] is not None) == (share.n >= 5)
    )


def test_the_two_percents_are_those_of_the_example(show):
    pairs = [(10, 16), (20, 26), (30, 34)] * 2
    cards = part(show([scored(*pair, number=number) for number, pair in enumerate(pairs)]), "scores")["percents"]["cards"]
    assert [card["number"] for card in cards] == ["34,4\u00a0%", "26,7\u00a0%"]


def test_few_measured_raise_the_banner(show):
    courses = [scored(12, 20, number=number) if number < 6 else course(number) for number in range(10)]
    panel = show(courses)
    assert part(panel, "scores")["banner"].startswith("Kun 6 af 10 (60,0\u00a0%; 95\u00a0%: 31,3–83,2) er målt mindst to gange; under 70 %")
    assert act(panel, "set", key="gate", value="50")["scores"]["banner"] is None
    assert act(panel, "set", key="gate", value="")["scores"]["banner"]


def test_without_two_scores_there_is_a_sentence(show):
    assert part(show([course(1)]), "scores") == {"none": "Intet forløb i perioden er målt to gange; derfor er der ingen udvikling at vise."}


def test_limits_are_moved_and_nonsense_is_refused_in_one_sentence(show):
    panel = show([scored(14, 14 + number, number=number) for number in range(10)])
    assert tile(panel, "trivsel")["lines"][0] == "n = 10, heraf 5"
    act(panel, "set", key="reliable", value="6,5")
    assert tile(panel, "trivsel")["lines"][0] == "n = 10, heraf 3" and field(panel, "reliable")["value"] == "6,5"
    for wrong, why in (("41", "Sikker ændring er 41,0; tilladt er 1 til 40."), ("seks", "Skriv et tal, for eksempel 92 eller 2,5.")):
        part(panel, "scores")
        act(panel, "set", key="reliable", value=wrong)
        assert (field(panel, "reliable")["value"], field(panel, "reliable")["refused"]) == (wrong, why)
        assert tile(panel, "trivsel")["lines"][0] == "n = 10, heraf 3"
    act(panel, "set", key="reliable", value="")
    assert (field(panel, "reliable")["value"], field(panel, "reliable")["refused"]) == ("5", None)
    assert act(panel, "set", key="ukendt", value="3")["message"] is None


def test_the_cut_off_moves_who_crossed_it(show):
    panel = show([scored(14, 20 + number, number=number) for number in range(10)])
    assert part(panel, "scores")["cards"][3]["number"] == "50,0\u00a0%"
    assert act(panel, "set", key="cutoff", value="28")["scores"]["cards"][3]["number"] == "20,0\u00a0%"


def test_the_period_chooses_and_an_unknown_year_changes_nothing(show):
    day = date(2019, 2, 4)
    courses = [scored(14, 20, number=1)] * 6 + [scored(14, 15, number=2, started=day, referred=day)] * 7
    panel = show(courses)
    assert [choice["id"] for choice in panel.view["period"]["choices"]] == ["", "2019", "2020"]
    act(panel, "choose", year="2019")
    assert panel.view["sentence"].startswith("Startede forløb: 7.") and tile(panel, "trivsel")["number"] == "0,0\u00a0%"
    assert panel.view["period"]["days"] == "4. februar 2019–4. februar 2019"
    assert "Henvist: 7" in part(panel, "funnel")["data"]["steps"][0]["label"]
    assert len(part(panel, "cohorts")["started"]["rows"]) == 2, "years are for comparing and stay"
    before = panel.view["sentence"]
    assert act(panel, "choose", year="1999")["sentence"] == before
    assert act(panel, "choose", year="")["sentence"].startswith("Startede forløb: 13.")


def test_those_who_stopped_stand_beside_those_who_completed(show):
    stopped = [scored(14, 15, number=number, completed=None) for number in range(6)]
    panel = show([*stopped, *(scored(14, 22, number=number) for number in range(6, 12))])
    groups = part(panel, "scores")["reliable"]["data"]["groups"]
    assert [group["text"] for group in groups] == ["Alle", "Gennemført", "Stoppet før tid"]
    rows = part(panel, "scores")["groups"]["rows"]
    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("Gennemført", "6", "+8,0 (95\u00a0%: 8,0–8,0)"),
        ("Stoppet før tid", "6", "+1,0 (95\u00a0%: 1,0–1,0)"),
    ]
    for by, label in (("form", "Opstart i gruppe"), ("unit", "FOKUS"), ("year", "2020"), ("quarter", "2020-1")):
        act(panel, "group", by=by)
        assert [row[0] for row in part(panel, "scores")["groups"]["rows"]] == [label]
    assert [choice["id"] for choice in part(panel, "scores")["groups"]["choices"] if choice["current"]] == ["quarter"]


def test_the_alliance_is_followed_session_by_session(show):
    courses = [scored(14, 16, 18, srs=(34.0, 35.0, 36.0)[: 3 if number < 6 else 2], number=number) for number in range(9)]
    figure = part(show(courses), "scores")["alliance"]
    assert [(row["session"], row["srs_n"], row["srs_mean"]) for row in figure["rows"]] == [(1, 9, 34.0), (2, 9, 35.0), (3, 6, 36.0)]
    assert "hvor 6 er tilbage" in figure["text"]


def test_each_step_says_of_how_many_and_what_nobody_can_tell(show):
    later = [course(number, wanted_more=date(2020, 5, 4), closed=None) for number in range(3)]
    panel = show([*later, *(course(number) for number in range(3, 9)), course(9, started=None, completed=None, ended=None, closed=None)])
    labels = [step["label"] for step in part(panel, "funnel")["data"]["steps"]]
    assert labels == [
        "Henvist: 10",
        "Startet: 9 af 9 (100,0\u00a0%)",
        "Gennemført: 9 af 9 (100,0\u00a0%)",
        "Ønsker mere støtte: 3 af 9 (33,3\u00a0%)",
        "Søgt efter § 85: ingen endnu",
        "Fik støtte efter § 85: ingen data",
    ]
    assert part(panel, "funnel")["text"] == f"{'; '.join(labels)}."
    assert "for 4 er næste trin ikke afgjort" in part(panel, "funnel")["note"]


def test_a_municipality_without_criteria_or_published_numbers_says_so(show):
    panel = show([course(number, unit="p82") for number in range(6)], "ringsted")
    assert part(panel, "criteria")["none"] == "Kommunens dokumenter har ingen succeskriterier; derfor står her ingen."
    assert "published" not in [tab["id"] for tab in panel.view["tabs"]]
    assert act(panel, "show", tab="published")["published"] is None


def test_an_empty_register_has_a_plain_sentence(tmp_path):
    url = f"sqlite:///{tmp_path}/register.sqlite"
    register_with(url, model="slagelse").close()
    panel = outcomes.panel(session(url, "slagelse"))
    assert panel.view["sentence"] == "Der er ingen forløb endnu. De begynder på visitationsmødet eller kommer med et udtræk på forsiden."
    assert part(panel, "criteria")["none"] == "Intet forløb er startet i perioden." and part(panel, "funnel")["none"]
    assert repr(panel).startswith("Udvikling: Slagelse · tirsdag 9. marts 2021: Der er ingen forløb")


def test_english_writes_its_own_numbers(show):
    panel = show(as_published(TOLD), sprog="en")
    assert "24.5\u00a0%" in json.dumps(part(panel, "published")["blocks"], ensure_ascii=False)


@pytest.mark.parametrize("action", [{}, {"do": "slet"}, {"do": "choose"}, {"do": "choose", "year": 2019}, {"do": "set", "key": "gate"}])
def test_what_the_screen_cannot_mean_is_said(show, action):
    panel = show([course(1)])
    panel.act(action)
    assert panel.view["message"] == "Skærmen og programmet passer ikke sammen; genindlæs siden."


def test_every_figure_has_a_sentence_and_a_table_with_all_its_columns(published):
    scores = part(published, "scores")
    figures = [part(published, "cohorts")["chart"], part(published, "published")["chart"], part(published, "funnel"), scores["reliable"]]
    tables = [*figures, part(published, "criteria")["table"], scores["areas"]["table"], scores["groups"]["table"]]
    assert all(figure["text"].endswith(".") for figure in figures)
    for table in tables:
        assert table["rows"] and all(column["field"] in row for row in table["rows"] for column in table["columns"]), table["id"]
    assert len({table["id"] for table in tables}) == len(tables)


def test_only_the_part_that_is_open_is_sent_and_it_is_plain_data(published):
    tabs = [tab["id"] for tab in published.view["tabs"]]
    assert tabs == ["criteria", "cohorts", "published", "funnel", "scores"]
    for tab in tabs:
        view = act(published, "show", tab=tab)
        assert [name for name in tabs if view[name]] == [tab] == [one["id"] for one in view["tabs"] if one["current"]]
        assert (view["period"] is None) == (tab in ("cohorts", "published")), "years are chosen where they change something"
        json.dumps(view, allow_nan=False)
    assert act(published, "show", tab="andet")["scores"], "an unknown part opens nothing"


def test_the_scores_of_a_period_are_reckoned_once(show, monkeypatch):
    of_all, report = [], fit.report
    monkeypatch.setattr(fit, "report", lambda courses, limits: of_all.extend([limits] * (len(courses) == 7)) or report(courses, limits))
    panel = show([course(1, completed=None), *(scored(14, 20, number=number) for number in range(2, 8))])
    part(panel, "scores")
    act(panel, "set", key="reliable", value="8")
    act(panel, "set", key="reliable", value="")
    assert [limits.reliable for limits in of_all] == [5, 8], "other limits are reckoned, and the usual ones are known"
