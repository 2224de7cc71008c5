"""The forecast without a browser: what is shown of it, what changes when a number is set, and what is kept."""

import json

import pytest

from tests.registers import enquiries, register_with, sample_register, session
from visitation.forecast.basis import run
from visitation.register.store import open_register
from widgets.forecast.chosen import BESIDE
from widgets.forecast.panel import ForecastPanel, panel
from widgets.text import count


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> str:
    return sample_register(tmp_path_factory.mktemp("prognose"))


@pytest.fixture
def url(demo) -> str:
    """The sample register without a saved scenario."""
    register = open_register(demo)
    for model in ("slagelse", "ringsted"):
        for name in register.scenarios(model):
            register.drop_scenario(model, name)
    register.close()
    return demo


@pytest.fixture
def shown(url) -> ForecastPanel:
    return panel(session(url, "slagelse"))


def do(shown: ForecastPanel, action: str, **rest: str) -> dict:
    shown.act({"do": action} | rest)
    return shown.view


def setting(shown: ForecastPanel, key: str, value: str) -> dict:
    return do(shown, "set", key=key, value=value)


def field(view: dict, key: str) -> dict:
    return next(one for group in view["groups"].values() for one in group if one["key"] == key)


def card(view: dict, name: str) -> list[str]:
    """The numbers of a headline card: today and ahead."""
    return [cell["number"] for cell in next(one for one in view["headline"] if one["id"] == name)["cells"]]


def rested(shown: ForecastPanel) -> dict:
    """The view once all that takes its time has been computed, as the screen asks for it."""
    while shown.view["stale"]:
        do(shown, "settle", part=shown.view["stale"][0])
    return shown.view


def test_the_page_tells_what_the_core_forecasts(shown):
    state, view = shown.state, shown.view
    last = run(state.basis, state.base).series["s85"].total
    assert card(view, "s85")[-1] == str(round(last.p50[155]))
    assert view["fan"]["rows"][-1]["p90"] == pytest.approx(last.p90[-1], abs=0.01)
    assert len(view["fan"]["rows"]) == 156
    assert f"({round(last.p10[155])}–{round(last.p90[155])})" in view["sentence"]


def test_what_every_number_rests_on_is_said(shown):
    drawn, register, *_ = shown.view["made_of"]
    assert "1.000 mulige fremtider (frø 1) fra 15. marts 2021, model Slagelse" in drawn
    counted = count(sum(shown.state.basis.weeks.counts), "da")
    assert f"{counted} henvendelser på {len(shown.state.basis.weeks)} uger" in register and "til 7. marts 2021" in register
    source = field(shown.view, "enquiries_per_week")["source"]["text"]
    assert source.startswith(f"n={counted} · ") and "–mar. 2021 · 80 %: " in source
    assert field(shown.view, "stay_85_mean_weeks")["source"]["kind"] == "antagelse"


def test_a_set_number_is_known_and_a_reset_one_has_its_range_again(shown):
    before = shown.view["fan"]["rows"][-1]
    after = setting(shown, "stay_85_mean_weeks", "3")
    assert field(after, "stay_85_mean_weeks")["changed"] is False  # three years is what the basis has
    after = setting(shown, "stay_85_mean_weeks", "3,1")
    assert field(after, "stay_85_mean_weeks")["own"] == "Sat af jer og regnet som kendt; grundlag: 3"
    assert "stay_85_mean_weeks" not in shown.state.scenario.uncertainty
    narrow = after["fan"]["rows"][-1]
    assert narrow["p90"] - narrow["p10"] < 0.8 * (before["p90"] - before["p10"])
    again = do(shown, "reset", key="stay_85_mean_weeks")
    assert again["fan"]["rows"][-1] == before and again["changes"] is None


def test_percent_and_years_are_those_of_the_screen(shown):
    setting(shown, "share_82", "22,5")
    setting(shown, "stay_85_mean_weeks", "2")
    assert shown.state.chosen.changed == {"share_82": 0.225, "stay_85_mean_weeks": 104.0}
    assert field(shown.view, "share_82")["text"] == "22,5"


@pytest.mark.parametrize(
    ("key", "given", "said"),
    [
        ("places", "-4", "Pladser: −4 går ikke; tilladt er 0 til 5.000."),
        ("places", "92,5", "Pladser: skriv et helt tal."),
        ("share_82", "140", "Andel, der henvises til § 82: 140 går ikke; tilladt er 0 til 100."),
        ("share_82", "mange", "Skriv et tal, for eksempel 92 eller 2,5."),
        ("share_82", "nan", "Skriv et tal, for eksempel 92 eller 2,5."),
        ("share_82", "97", "tilsammen"),
        ("enquiries_per_week", "1e9", "tilladt er 0 til 500"),
    ],
)
def test_nonsense_is_refused_at_its_field_and_the_forecast_stays(shown, key, given, said):
    before = shown.view
    after = setting(shown, key, given)
    assert said in field(after, key)["refused"] and field(after, key)["text"] == given
    assert after["fan"] == before["fan"] and after["headline"] == before["headline"] and after["message"] is None
    assert field(setting(shown, "places", "93"), key)["refused"] is None


def test_the_slow_charts_follow_when_asked_for(shown):
    view = shown.view
    assert [one["busy"] for one in view["settled"] if one.get("none")] == [True, True, False]
    assert view["stale"] == ["curve", "tornado"]
    view = rested(shown)
    curve, tornado, waterfall = view["settled"]
    assert 92 in [row["places"] for row in curve["rows"]] and len(curve["rows"]) == 16
    assert tornado["rows"][0]["label"] == "Støtte efter § 85 varer"
    assert "Intet er ændret" in waterfall["none"]
    assert setting(shown, "places", "93")["stale"] == ["curve", "waterfall", "tornado"]


def test_the_waterfall_leads_from_the_basis_to_the_scenario(shown):
    setting(shown, "places", "40")
    setting(shown, "onward_85_share", "20")
    rows = rested(shown)["settled"][2]["rows"]
    assert [row["label"] for row in rows] == ["Grundlag", "Pladser", "Andel, der siden får § 85", "Scenariet"]
    assert sum(row["after"] - row["before"] for row in rows[1:-1]) == pytest.approx(rows[-1]["after"] - rows[0]["after"])


@pytest.mark.parametrize(("key", "named"), [("initial.waiting", "Hvem der er der i dag"), ("unit_prices.course_kr", "Priserne")])
def test_a_change_inside_a_part_is_told_by_the_parts_name(shown, key, named):
    setting(shown, key, "40")
    assert [row["label"] for row in rested(shown)["settled"][2]["rows"]] == ["Grundlag", named, "Scenariet"]


def test_fewer_places_make_newcomers_wait(shown):
    assert card(shown.view, "wait")[-1] == "0"
    crowded = setting(shown, "places", "40")
    assert int(card(crowded, "wait")[-1]) > 10
    assert "40 pladser" in crowded["sentence"]
    nobody = setting(shown, "places", "0")
    assert card(nobody, "wait")[-1] == "–" and "uden pladser" in nobody["sentence"]


def test_places_are_told_in_posts_and_who_receives_newcomers(shown):
    assert field(shown.view, "places")["beside"] == "14 årsværk, modtagelse alle hverdage"
    assert "ingen til at tage imod nye" in field(setting(shown, "places", "20"), "places")["beside"]
    assert do(shown, "show", series="posts")["fan"]["rows"][0]["p50"] < 14


def test_contradictions_stand_at_the_numbers_they_touch(shown):
    found = field(shown.view, "share_82")["contradictions"]
    assert [one["id"] for one in found] == ["G1", "G2"] and "300" in found[0]["found"]


def test_what_has_no_price_is_left_out_and_named(shown):
    assert "en uges støtte efter § 85" in do(shown, "show", series="cost_kr")["fan"]["lead"]
    priced = setting(shown, "unit_prices.s85_week_kr", "3.000")
    assert priced["changes"] == "Anderledes end Grundlag: Pris på en uges § 85 3.000 kr."
    assert priced["fan"]["lead"] is None and shown.state.scenario.unit_prices.s85_week_kr == 3000


def test_a_municipality_without_prices_or_staff_says_so(url):
    shown = panel(session(url, "ringsted"))
    assert "Skriv dem under Flere antagelser" in do(shown, "show", series="cost_kr")["fan"]["none"]
    assert "hvor mange forløb et årsværk bærer" in do(shown, "show", series="posts")["fan"]["none"]
    assert [one["id"] for one in shown.view["measures"]] == ["s85", "wait_weeks", "courses"]
    assert do(shown, "look_back")["published"] == []


def test_a_scenario_is_saved_changed_compared_and_let_go(shown, url):
    setting(shown, "places", "60")
    saved = do(shown, "save", name=" Færre pladser ")
    assert saved["message"] == {"tone": "ok", "text": "Gemt som Færre pladser."}
    assert [tab["name"] for tab in saved["scenarios"]["tabs"]] == ["", "Færre pladser"] and not saved["scenarios"]["edited"]
    assert setting(shown, "places", "61")["scenarios"]["edited"]
    assert field(do(shown, "reset", key=""), "places")["text"] == "60"

    beside = do(shown, "compare", name="Færre pladser")["beside"]
    assert beside["table"]["names"] == ["Grundlag", "Færre pladser"]
    courses = next(row for row in beside["table"]["rows"] if row["title"] == "Forløb i gang")["cells"]
    assert courses[0]["change"] is None and courses[1]["change"]
    assert set(beside["figure"]["rows"][0]) == {"week", "v0", "v1"}

    opened = panel(session(url, "slagelse", scenarie="Færre+pladser"))
    assert opened.state.scenario.places == 60
    gone = do(opened, "delete")
    assert gone["scenarios"]["name"] == "" and open_register(url).scenarios("slagelse") == {}


def test_no_more_than_three_are_beside_each_other(shown):
    for places in ("60", "70", "80", "90"):
        setting(shown, "places", places)
        do(shown, "save", name=places)
        do(shown, "compare", name=places)
    assert shown.view["beside"]["table"]["names"] == ["Grundlag", "80", "90"] and len(shown.state.chosen.compared) == BESIDE


def test_what_cannot_be_saved_says_why(shown):
    assert do(shown, "save", name="Intet")["message"]["tone"] == "error"
    setting(shown, "places", "60")
    assert "1-60 tegn" in do(shown, "save", name="x" * 61)["message"]["text"]
    assert do(shown, "save", name="010180-1234")["message"]["tone"] == "error"
    assert shown.state.saved == {}


def test_the_address_opens_numbers_and_says_what_it_cannot_open(url):
    opened = panel(session(url, "slagelse", share_82="0.3", share_85_direct="0.07"))
    assert (opened.state.scenario.share_82, opened.state.scenario.share_85_direct) == (0.3, 0.07)
    assert "Intet scenarie hedder 'Borte'" in panel(session(url, "slagelse", scenarie="Borte")).view["message"]["text"]
    refused = panel(session(url, "slagelse", share_82="3"))
    assert "tilladt er 0 til 1" in refused.view["message"]["text"] and refused.state.chosen.changed == {}


def test_a_saved_scenario_that_makes_no_sense_is_refused_by_name(shown, url):
    register = open_register(url)
    register.save_scenario("slagelse", "Forkert", {"pladser": 98}, shown.state.session.today)
    register.close()
    shown.state.reload()
    assert "'Forkert'" in do(shown, "open", name="Forkert")["message"]["text"]
    assert shown.state.chosen.name == ""
    assert "'Forkert'" in do(shown, "compare", name="Forkert")["message"]["text"]
    assert shown.view["beside"]["table"] is None


def test_years_that_a_scenario_cannot_reach_are_refused(shown):
    setting(shown, "enquiries_per_week", "400")
    setting(shown, "growth_per_year", "10")
    before = do(shown, "horizon", years="1")
    assert shown.state.chosen.years == 1 and before["message"] is None
    after = do(shown, "horizon", years="5")
    assert after["message"]["tone"] == "error" and after["fan"] == before["fan"] and shown.state.chosen.years == 1


def test_many_enquiries_are_forecast_by_fewer_futures(shown):
    many = setting(shown, "enquiries_per_week", "400")
    assert field(many, "enquiries_per_week")["refused"] is None
    assert "320 mulige fremtider" in many["made_of"][0]


def test_what_another_way_saved_is_shown_over_the_years_on_the_screen(shown, url):
    register = open_register(url)
    data = {"places": 98, "horizon_weeks": 60, "replications": 40, "seed": 7, "uncertainty": {"share_82": [0.1, 0.3]}}
    register.save_scenario("slagelse", "Udefra", data, shown.state.session.today)
    register.close()
    view = panel(session(url, "slagelse", scenarie="Udefra")).view
    assert view["changes"] == "Anderledes end Grundlag: Pladser 98, Usikkerhed." and not view["scenarios"]["edited"]
    assert len(view["fan"]["rows"]) == 156 and "1.000 mulige fremtider (frø 1)" in view["made_of"][0]


def test_the_past_is_told_on_demand(shown):
    assert shown.view["past"] is None and shown.view["published"] is None
    view = do(shown, "look_back")
    rows = view["past"]["table"]["rows"]
    assert [row[0] for row in rows] == ["Vores model", "Gennemsnittet hidtil", "Samme uge sidste år"]
    share = rows[0][1]
    assert f"{share.removesuffix(' %')} % af ugerne lå i båndet" in view["past"]["sentence"]
    observed, pit = view["past"]["figures"]
    weeks = [row["week"] for row in observed["rows"]]
    assert weeks == sorted(set(weeks)) and weeks[-1] == "2021-03-01"
    assert sum(row["share"] for row in pit["rows"]) == pytest.approx(100, abs=0.1)
    outside = [one for one in view["published"] if not one["inside"]]
    assert outside and all(one["why"] for one in outside)


def test_a_young_register_forecasts_by_the_models_figures_and_has_no_past(tmp_path):
    url = f"sqlite:///{tmp_path}/young.sqlite"
    register_with(url, *enquiries(3)).close()
    shown = panel(session(url))
    assert "modellens tal" in " ".join(shown.view["made_of"])
    assert "efterprøvning kræver" in do(shown, "look_back")["past"]["none"]
    assert card(shown.view, "courses")[-1] != "0"


def test_the_years_ahead_decide_what_the_headline_tells(shown):
    assert [cell["when"] for cell in shown.view["headline"][0]["cells"]] == ["I dag", "Om 1 år", "Om 3 år"]
    assert [cell["when"] for cell in do(shown, "horizon", years="2")["headline"][0]["cells"]] == ["I dag", "Om 1 år", "Om 2 år"]
    assert [cell["when"] for cell in do(shown, "horizon", years="1")["headline"][0]["cells"]] == ["I dag", "Om 1 år"]
    assert len(do(shown, "horizon", years="5")["fan"]["rows"]) == 260
    assert do(shown, "horizon", years="900")["fan"] == shown.view["fan"]


def test_every_series_has_its_sentence_and_its_numbers(shown):
    for tab in shown.view["series"]:
        fan = do(shown, "show", series=tab["id"])["fan"]
        assert "80 %" in fan["text"] or "fire af fem fremtider ender på det samme" in fan["text"]
        assert {column["field"] for column in fan["columns"]} == set(fan["rows"][0])


def test_the_register_of_assumptions_is_whole(shown):
    rows = {row["label"]: row for row in shown.view["register"]["rows"]}
    assert len(rows) == len(shown.state.assumptions)
    assert rows["Andel, der henvises til § 82"]["owner"] == "Leder, CHP-Myndighed"
    assert rows["Andel, der henvises til § 82"]["stated"] == "Modellens tal: 20 %."
    assert rows["Pris på en uges § 85"]["value"] == "ukendt"
    assert rows["Støtte efter § 85 varer"]["value"] == "3 år"
    assert all(row["reason"] and row["noted"] for row in rows.values())


@pytest.mark.parametrize("action", [{"do": "vaelt"}, {"do": "set", "key": "places"}, {"do": "set", "key": "places", "value": 5}, {}])
def test_what_the_screen_never_sends_changes_nothing(shown, action):
    shown.act(action)
    assert "genindlæs siden" in shown.view["message"]["text"] and shown.state.chosen.changed == {}


def test_an_answer_carries_the_number_of_its_action(shown):
    shown.act({"do": "set", "key": "places", "value": "93", "number": 7})
    assert shown.view["answers"] == 7


def test_a_drawing_is_the_same_for_all_numbers_and_names_no_other_host(shown):
    before = rested(shown)
    setting(shown, "places", "60")
    after = rested(shown)
    drawn = [[one["spec"] for one in (view["fan"], *view["settled"][:2])] for view in (before, after)]
    assert drawn[0] == drawn[1]
    assert "http" not in json.dumps(after["fan"]["spec"]).replace("https://vega.github.io/schema/", "")


def test_english_says_no_danish(url):
    shown = panel(session(url, "slagelse", sprog="en"))
    setting(shown, "places", "60")
    do(shown, "look_back")
    said = json.dumps(rested(shown), ensure_ascii=False)
    assert not [word for word in ("henvendelser", "pladser", "Grundlag", " uger", "borgere") if word in said]
    assert field(setting(shown, "share_82", "22.5"), "share_82")["text"] == "22.5"
