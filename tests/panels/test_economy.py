"""The economy without a browser: every published number beside what it comes to, one's own numbers, and what is refused."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.registers import session
from visitation.economy.case import case_of
from visitation.economy.read import read_economy
from visitation.model import load
from visitation.register.demo import SAMPLES
from visitation.statbank.cache import DEFAULT
from widgets import economy
from widgets.economy.fields import case_fields, read_shares, value_of, with_value
from widgets.economy.panel import EconomyPanel
from widgets.economy.state import EconomyState
from widgets.economy.views.periods import first_day, period_label

ECONOMY = read_economy(load("slagelse"))


@pytest.fixture(autouse=True)
def nothing_fetched(monkeypatch, tmp_path):
    """Whoever runs this may have fetched tables; the tests have none but those they make."""
    monkeypatch.setenv("STATBANK", str(tmp_path / DEFAULT))


@pytest.fixture
def url(tmp_path) -> str:
    return f"sqlite:///{tmp_path}/register.sqlite"


def show(url: str, model: str = "slagelse", tab: str = "unit", sample: bool = False, **query: str) -> EconomyPanel:
    shown = EconomyPanel(EconomyState(replace(session(url, model, **query), sample=sample)))
    shown.act({"do": "show", "tab": tab})
    return shown


def write(shown: EconomyPanel, **given: str) -> dict:
    for key, value in given.items():
        shown.act({"do": "set", "key": key.replace("__", "."), "value": value})
    return shown.view


def numbers(cards: list[dict]) -> list[str]:
    return [card["number"] for card in cards]


def entry(view: dict, key: str) -> dict:
    entries = view["unit"]["balance"]["entries"] if view["unit"] else [one for group in view["case"]["entries"].values() for one in group]
    return next(one for one in entries if one["key"] == key)


# The unit.


def test_the_budget_its_shares_and_its_checksum(url):
    budget = show(url).view["unit"]["published"]["budgets"][0]
    assert [(row["post"], row["kr"], row["share"]) for row in budget["table"]["rows"]] == [
        ("Personale", 4_150_000, 83.0),
        ("Inventar og husleje", 450_000, 9.0),
        ("Fællesudgifter til CPUS", 250_000, 5.0),
        ("Øvrige", 150_000, 3.0),
        ("I alt", 5_000_000, 100.0),
    ]
    assert budget["check"] == "Lagt sammen giver linjerne den trykte sum."
    assert all("Indgang 82" in row["source"] for row in budget["table"]["rows"])


def test_then_and_now_with_their_caveats(url):
    published = show(url).view["unit"]["published"]
    found = [([cell["number"] for cell in card["cells"]], card["change"]) for card in published["cards"]]
    assert found == [
        (["5,0 mio. kr.", "ca. 6,5 mio. kr."], "Ændring: +30,0 %"),
        (["150", "ca. 300"], "Ændring: +100,0 %"),
        (["33.333 kr.", "ca. 21.667 kr."], "Ændring: −35,0 %"),
    ]
    assert "Personale pr. årsværk: 592.857 kr. (7 årsværk)." in published["cards"][2]["notes"]
    assert [one["id"] for one in published["caveats"]] == ["G16", "G1", "G17"]
    a_year = {row["label"]: row["a_year"] for row in published["volumes"]["rows"]}
    assert (a_year["Startet april-december 2018"], a_year["Gennemført april 2018-2020"]) == (267, 264)


def test_the_spending_is_a_development_with_its_caveat_beside_it(url):
    spent = show(url).view["unit"]["spent"]
    assert [cell["number"] for cell in spent["cells"]] == ["ca. 87,0 mio. kr.", "ca. 76,3 mio. kr."]
    assert spent["change"] == "Udvikling: −10,7 mio. kr. (−12,3 %)"
    assert spent["check"] == "Som trykt: ca. −10,7 mio. kr."
    assert "ingen at sammenligne med" in spent["caveats"][0]["found"]


def test_no_price_of_support_is_assumed_and_ones_own_weighs_the_unit(url):
    shown = show(url)
    assert (entry(shown.view, "week_kr")["text"], shown.view["unit"]["balance"]["table"]) == ("", None)
    assert "Skriv kommunens egen pris" in shown.view["unit"]["balance"]["sentence"]
    weighed = write(shown, week_kr="2.000")["unit"]["balance"]
    assert numbers(weighed["cards"]) == ["2.500 uger", "48,1 år", "16,7 uger"]
    own = next(row for row in weighed["table"]["rows"] if row["own"])
    assert (own["weeks0"], own["weeks1"], own["weeks2"]) == (22.2, 16.7, 13.3)
    shown.act({"do": "budget", "name": "fokus_2021"})
    assert numbers(shown.view["unit"]["balance"]["cards"])[0] == "3.250 uger"
    assert [one["current"] for one in shown.view["unit"]["balance"]["budgets"]] == [False, True]


@pytest.mark.parametrize(("given", "said"), [("0", "tilladt er 1 til 1.000.000"), ("mange", "Skriv et tal"), ("2,5", "skriv et helt tal")])
def test_a_price_that_makes_no_sense_is_refused_and_the_last_result_stays(url, given, said):
    shown = show(url)
    write(shown, week_kr="2000")
    view = write(shown, week_kr=given)
    refused = entry(view, "week_kr")
    assert refused["text"] == given and said in refused["refused"]
    assert numbers(view["unit"]["balance"]["cards"])[0] == "2.500 uger"
    assert write(shown, courses="200") and entry(shown.view, "week_kr")["refused"] is None


# The business case.


def test_every_printed_line_comes_out_as_printed(url):
    figure = show(url, tab="case").view["case"]["figure_one"]
    assert [line["same"] for line in figure["lines"]] == [True] * 4
    assert figure["lines"][3]["cells"][1]["texts"] == ["0,0", "−0,2", "−0,7", "−1,2", "−1,2", "−1,2"]
    assert figure["check"] == "Alle tal kommer ud som trykt."
    assert "Resten af HP's budget, flyttet til AM: trykt ca. 7.700.000 kr., regnet 7.650.000 kr." in figure["printed"]


def test_what_the_document_comes_to(url):
    case = show(url, tab="case").view["case"]
    assert numbers(case["cards"]) == ["−4,5 mio. kr.", "2,5 %", "2016"]
    assert [row["cumulative"] for row in case["years"]["rows"]] == [0, -200_000, -900_000, -2_100_000, -3_300_000, -4_500_000]
    assert [(row["label"], row["saving"], row["rest"]) for row in case["split"]["rows"]] == [
        ("AM", 350_000, 3_150_000),
        ("HP", 850_000, 7_650_000),
        ("I alt", 1_200_000, 10_800_000),
    ]
    assert [one["label"] for one in case["not_costed"]] == ["Varmeanlæg", "Istandsættelse af 1. sal", "Møbler", "Nyt navn og brand"]


def test_the_readings_side_by_side(url):
    rows = {row["label"]: row for row in show(url, tab="case").view["case"]["readings"]["rows"]}
    found = {label: (row["total"], row["present"], row["even"], row["payback"]) for label, row in rows.items()}
    assert found == {
        "Som dokumentet": ("−4,5", "−4,5", "2,5 %", "2016"),
        "Hele investeringen i 2016": ("−4,5", "−4,5", "2,5 %", "2017"),
        "Kun de 160 borgeres del af begge budgetter": ("+0,54", "+0,54", "15,6 %", "ikke inden 2020"),
        "De 160 borgeres del af AM, hele HP": ("−3,03", "−3,03", "3,3 %", "2017"),
        "Besparelsen kommer efterhånden: 0, 50, 100 %": ("−2,7", "−2,7", "3,6 %", "2018"),
        "2015 med det uændrede budget": ("−4,5", "−4,5", "2,5 %", "2016"),
        "Diskonteret med 4 %": ("−4,5", "−3,92", "2,7 %", "2016"),
        "Diskonteret med 3,5 %": ("−4,5", "−3,99", "2,6 %", "2016"),
    }
    assert all(row["reason"] for label, row in rows.items() if label != "Som dokumentet")


def test_a_reading_is_chosen_said_and_taken_back(url):
    shown = show(url, tab="case")
    assert shown.view["sentence"].startswith("Som dokumentet regner, spares 4,5 mio. kr. i 2015–2020.")
    shown.act({"do": "choose", "group": "besparelsens_grundlag", "alternative": "de_160"})
    case = shown.view["case"]
    chosen = {one["id"]: [option["id"] for option in one["options"] if option["current"]] for one in case["choices"]}
    assert chosen["besparelsens_grundlag"] == ["de_160"] and chosen["fuld_besparelse"] == [""]
    assert case["cards"][0] | {"title": "", "note": ""} == {"title": "", "note": "", "number": "+0,54 mio. kr.", "before": "−4,5 mio. kr."}
    assert shown.view["sentence"].startswith("Med de valgte tal bruges 0,54 mio. kr. mere, end der spares.")
    assert case["chart"]["data"]["base"] and case["readings"]["rows"][-1]["own"]
    shown.act({"do": "choose", "group": "besparelsens_grundlag", "alternative": ""})
    assert not shown.view["case"]["edited"]


def test_ones_own_numbers_follow_no_reading_and_are_marked(url):
    shown = show(url, tab="case")
    case = write(shown, phase_in="25; 75 100 %", saving_share="12,5", investment__2018="250.000")["case"]
    assert [row["saved"] for row in case["years"]["rows"]] == [0, 375_000, 1_125_000, 1_500_000, 1_500_000, 1_500_000]
    assert [row["investment"] for row in case["years"]["rows"]] == [0, 1_000_000, 500_000, 250_000, 0, 0]
    assert [one["own"] for one in case["choices"]] == ["Egne tal", None, "Egne tal", None, None]
    assert entry(shown.view, "saving_share") | {"unit": ""} == {
        "key": "saving_share",
        "id": "saving_share",
        "label": "Forventet besparelse",
        "unit": "",
        "text": "12,5",
        "before": "Dokumentet: 10",
        "changed": True,
        "refused": None,
    }
    shown.act({"do": "reset"})
    assert not shown.view["case"]["edited"]


@pytest.mark.parametrize(
    ("key", "given", "said"),
    [
        ("saving_share", "101", "Forventet besparelse: 101 går ikke; tilladt er 0 til 100."),
        ("discount_rate", "-1", "Rente til diskontering: −1 går ikke; tilladt er 0 til 100."),
        ("phase_in", "0; 150", "Indfasning, år for år: 150 går ikke; tilladt er 0 til 100."),
        ("phase_in", "lidt", "Skriv et tal, for eksempel 92 eller 2,5."),
        ("phase_in", "1 " * 16, "Indfasning, år for år: 16 år går ikke; tilladt er 1 til 15."),
        ("investment.2016", "-5", "Investering 2016: −5 går ikke; tilladt er 0 til 10.000.000.000."),
        ("investment.2016", "0,5", "Investering 2016: skriv et helt tal."),
        ("first_saving_year", "2014", "Første år med besparelse: 2014 går ikke; tilladt er 2015 til 2020."),
        ("last_year", "2016", "Sidste år: 2016 går ikke; tilladt er 2017 til 2029."),
        ("last_year", "2040", "Sidste år: 2040 går ikke; tilladt er 2017 til 2029."),
        ("budget_am", "NaN", "Skriv et tal, for eksempel 92 eller 2,5."),
    ],
)
def test_nonsense_is_one_sentence_at_its_field_and_the_last_good_case_stays(url, key, given, said):
    shown = show(url, tab="case")
    before = shown.view["case"]["years"]
    shown.act({"do": "set", "key": key, "value": given})
    assert (entry(shown.view, key)["refused"], entry(shown.view, key)["text"]) == (said, given)
    assert shown.view["case"]["years"] == before


def test_the_years_can_be_more_and_then_the_document_no_longer_fits_fewer(url):
    shown = show(url, tab="case")
    case = write(shown, last_year="2024", investment__2023="1")["case"]
    assert len(case["years"]["rows"]) == len(case["entries"]["investment"]) == 10
    assert "tilladt er 2023 til 2029" in entry(write(shown, last_year=""), "last_year")["refused"]
    case = write(shown, investment__2023="", last_year="")["case"]
    assert not case["edited"]


def test_a_reading_whose_years_are_not_there_says_so(url):
    shown = show(url, tab="case")
    write(shown, investment__2016="0", investment__2017="0", first_saving_year="2015", last_year="2015")
    shown.act({"do": "choose", "group": "investeringens_aar", "alternative": "alt_i_2016"})
    assert "vælg et senere sidste år først" in shown.view["message"]
    assert len(shown.view["case"]["years"]["rows"]) == 1


def test_the_sensitivity_marks_the_case_and_says_when_it_is_not_paid_back(url):
    shown = show(url, tab="case")
    grid = shown.view["case"]["grid"]
    pairs = [(row["label"], column, cell) for row in grid["rows"] for cell, column in zip(row["cells"], grid["columns"], strict=True)]
    own = [(share, kr) for share, kr, cell in pairs if cell["own"]]
    assert own == [("10 %", "1,5 mio. kr.")]
    assert grid["rows"][0]["cells"][1] == {"text": "+0,3", "payback": "ikke inden 2020", "tint": 0, "costs": True, "own": False}
    assert len(write(shown, investment__2016="0", investment__2017="0")["case"]["grid"]["columns"]) == 1


@given(st.data())
def test_what_a_field_shows_reads_back_as_the_same(data):
    base = case_of(ECONOMY.case)
    fields = case_fields(base)
    key = data.draw(st.sampled_from(sorted(fields)))
    field = fields[key]
    steps = 1 if field.whole else 100  # as many decimals as a field shows
    value = data.draw(st.integers(int(field.low * steps), int(min(field.high, 10**9) * steps))) / steps / field.factor
    value = int(value) if field.whole else round(value, 9)
    for lang in ("da", "en"):
        assert field.read(field.text(value, lang), key, lang) == value
    assert value_of(base.replace(**with_value(base, key, value)), key) == value


@given(st.lists(st.integers(0, 100), min_size=1, max_size=15))
def test_shares_read_back_as_written(percents):
    assert read_shares("; ".join(map(str, percents)), "", "da") == [percent / 100 for percent in percents]


# A municipality whose documents name no amounts.


def test_without_amounts_in_the_documents_ones_own_are_reckoned_on(url):
    shown = show(url, "ringsted")
    assert shown.view["sentence"].startswith("Ringsted har ingen beløb i de dokumenter, modellen bygger på.")
    assert (shown.view["unit"]["published"], shown.view["unit"]["spent"]) == (None, None)
    assert shown.view["unit"]["balance"]["sentence"].startswith("Ingen af dokumenterne siger")
    view = write(shown, kr="4.000.000", courses="120", week_kr="2.000")
    assert view["unit"]["balance"]["per_course"] == "Budget pr. forløb: 33.333 kr."
    assert numbers(view["unit"]["balance"]["cards"]) == ["2.000 uger", "38,5 år", "16,7 uger"]
    shown.act({"do": "show", "tab": "case"})
    case = shown.view["case"]
    assert (case["figure_one"], case["readings"], case["grid"], case["cards"]) == (None, None, None, [])
    assert "Skriv et budget" in case["chart"]["none"]
    case = write(shown, budget_am="20.000.000", saving_share="5", investment__2021="2.000.000")["case"]
    assert numbers(case["cards"]) == ["−4,0 mio. kr.", "1,7 %", "2022"]
    assert case["grid"] and [card["before"] for card in case["cards"]] == [None] * 3


# Danmarks Statistik.


def test_without_tables_it_says_how_to_fetch_them(url):
    found = show(url, tab="statbank").view["statbank"]
    assert found["command"] == "visitation statbank --update" and "ikke hentet" in found["none"]
    assert [one["said"].split(";")[0] for one in found["tables"]] == ["ikke hentet", "ikke hentet"]


def test_beside_sample_cases_there_are_sample_tables_that_say_so(url):
    shown = show(url, tab="statbank", sample=True)
    found = shown.view["statbank"]
    assert found["sample"].startswith("Eksempeldata: alle tal her er opdigtede")
    assert found["licence"] == "I form som Danmarks Statistiks tabeller FOLK1A, HAND01, dateret 9. marts 2021."
    assert {row["area"] for row in found["newest"]["rows"]} == {"Slagelse", "Hele landet", "Ringsted"}
    assert found["chart"]["text"] == "Senest (4. kvartal 2020): Slagelse 11,5, Hele landet 11,5, Ringsted 11,5 pr. 1.000 indbyggere."
    shown.act({"do": "look", "kind": "1"})
    assert shown.view["statbank"]["chart"]["title"] == "Gruppebaseret hjælp (§ 82 a) pr. 1.000 indbyggere"


def test_fetched_tables_come_before_samples_and_name_their_source(url, tmp_path):
    _fetched(tmp_path / DEFAULT)
    found = show(url, tab="statbank", sample=True).view["statbank"]
    assert found["sample"] is None
    assert "Danmarks Statistik, Statistikbanken, FOLK1A, HAND01, hentet 9. marts 2021. Licens: CC BY 4.0." in found["licence"]


def test_a_file_that_cannot_be_read_leaves_the_rest_of_the_page(url, tmp_path):
    (tmp_path / DEFAULT).write_text("nej")
    shown = show(url, tab="statbank")
    assert "filen kan ikke læses" in shown.view["statbank"]["none"]
    shown.act({"do": "show", "tab": "case"})
    assert shown.view["case"]["cards"]


def test_a_period_the_page_does_not_know_takes_only_its_chart(url, tmp_path):
    _fetched(tmp_path / DEFAULT, lambda text: text.replace('"2020K4', '"2020U52'))
    found = show(url, tab="statbank").view["statbank"]
    assert "'2020U52' er ikke en periode" in found["chart"]["none"] and found["newest"]["rows"]


def test_the_first_day_of_a_period():
    assert [first_day(period).isoformat() for period in ("2020", "2020K4", "2020M03")] == ["2020-01-01", "2020-10-01", "2020-03-01"]


def _fetched(path: Path, changed=lambda text: text) -> None:
    """The sample tables as if they had been fetched."""
    shutil.copy(SAMPLES / "statbank" / "statbank.json", path)
    path.write_text(changed(path.read_text(encoding="utf-8").replace('"invented": true', '"invented": false')), encoding="utf-8")


# The page.


def test_in_english(url):
    view = show(url, tab="case", sprog="en").view
    assert view["header"]["title"] == "Economy"
    assert numbers(view["case"]["cards"])[:2] == ["DKK −4.5 m", "2.5 %"]
    shown = show(url, sprog="en")
    assert numbers(write(shown, week_kr="2,000")["unit"]["balance"]["cards"]) != []


@pytest.mark.parametrize("action", [{}, {"do": "delete"}, {"do": "set", "key": "kr"}, {"do": "set", "key": "kr", "value": 5}])
def test_an_unknown_action_says_so(url, action):
    shown = show(url)
    shown.act(action)
    assert shown.view["message"] == "Skærmen og programmet passer ikke sammen; genindlæs siden."


@pytest.mark.parametrize(
    "action",
    [
        {"do": "set", "key": "before", "value": "1"},
        {"do": "choose", "group": "x", "alternative": "y"},
        {"do": "choose", "group": "fuld_besparelse", "alternative": "x"},
        {"do": "look", "kind": "99"},
        {"do": "show", "tab": "x"},
        {"do": "budget", "name": "x"},
    ],
)
def test_what_is_not_there_changes_nothing(url, action):
    shown = show(url, tab="case")
    before = shown.view
    shown.act(action)
    assert shown.view == before


def test_the_panel_says_what_it_shows_where_nobody_sees_it(url):
    said = repr(economy.panel(session(url, "slagelse")))
    assert said.startswith("Økonomi: Slagelse") and "33.333 kr." in said


def test_a_period_is_said_in_words_and_what_is_none_as_it_stands():
    told = [period_label(period, "da") for period in ("2020", "2020K4", "2020M03", "2020U52")]
    assert told == ["2020", "4. kvartal 2020", "marts 2020", "2020U52"]
