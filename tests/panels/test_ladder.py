"""The ladder page without a browser: the stair, the catalogue, the moves, the resources and the four forms as plain data."""

from datetime import timedelta

import pytest

from tests.registers import TODAY, enquiries, register_with, session
from visitation.register.flow import paths
from visitation.register.standing import helps
from widgets.ladder import state as state_module
from widgets.ladder.panel import LadderPanel, panel
from widgets.ladder.state import LadderState

OLD = {"received": TODAY - timedelta(days=100)}


@pytest.fixture
def url(tmp_path) -> str:
    return f"sqlite:///{tmp_path}/register.sqlite"


def decide(register, reference: str, version: int, step: str | None, days_ago: int) -> None:
    data = {"outcome": "X", "step": step, "returns": step is None}
    register.append(reference, version, "decided", data, f"{TODAY - timedelta(days=days_ago)}T10:00:00")


def grant(register, reference: str, version: int, section: str, start: int, end: int | None) -> None:
    days = {name: None if ago is None else (TODAY - timedelta(days=ago)).isoformat() for name, ago in (("start", start), ("end", end))}
    register.append(
        reference, version, "service_granted", {"section": section, "ffb": None, "band": "", "hours": None} | days, f"{TODAY}T07:00"
    )


def opened_at(url: str, tab: str, model: str = "ringsted", **query: str) -> tuple[LadderPanel, dict]:
    """The panel with a part opened, and that part."""
    shown = panel(session(url, model, **query))
    shown.act({"do": "show", "tab": tab})
    return shown, shown.view[tab]


@pytest.fixture
def lived(url) -> str:
    """Five cases of Ringsted: one moved up, one down, one came back higher after a pause, one waits, one is beside the ladder."""
    register = register_with(url, *enquiries(5, **OLD))
    decide(register, "EKS-R-0001", 1, "p82", 80)
    grant(register, "EKS-R-0001", 2, "§ 82 a", 75, 40)
    grant(register, "EKS-R-0001", 3, "§ 85", 40, None)
    grant(register, "EKS-R-0002", 1, "§ 85", 200, 50)
    grant(register, "EKS-R-0002", 2, "§ 82 b", 50, None)
    grant(register, "EKS-R-0003", 1, "§ 82 a", 90, 60)
    grant(register, "EKS-R-0003", 2, "§ 85", 20, None)
    decide(register, "EKS-R-0005", 1, None, 70)
    register.close()
    return url


# The stair.


def test_every_step_says_law_who_decides_duty_appeal_and_offers(url):
    register_with(url).close()
    steps = panel(session(url)).view["stair"]["steps"]
    assert [step["id"] for step in steps] == ["netvaerk", "aabent", "p82", "p85", "bofaellesskab", "botilbud"]
    p82 = steps[2]
    assert [fact["label"] for fact in p82["facts"]] == ["Lov", "Hvem afgør", "Pligt", "Klage"]
    assert p82["facts"][0]["value"] == "SEL § 82 a, SEL § 82 b" and p82["facts"][2]["value"] == "kan-regel"
    assert p82["offers"] and p82["source"].startswith("Ringsted Indsatsmodel (2020): ")
    assert [step["id"] for step in steps if step["dashed"]] == ["bofaellesskab"]


def test_where_the_documents_disagree_stands_on_the_step_it_is_about(url):
    register_with(url).close()
    shown = {step["id"]: [one["id"] for one in step["open"]] for step in panel(session(url)).view["stair"]["steps"]}
    assert "G13" in shown["bofaellesskab"] and "G13" in shown["aabent"]
    assert "G7" in shown["p82"] and "G10" in shown["p85"]


def test_help_that_runs_is_counted_as_now_and_the_other_steps_by_their_last_decision(lived):
    register = session(lived).register
    decide(register, "EKS-R-0004", 1, "aabent", 30)
    view = panel(session(lived)).view
    counts = {step["id"]: (step["count"], step["unit"]) for step in view["stair"]["steps"] if step["count"] != "0"}
    assert counts == {"p85": ("2", "sager nu"), "p82": ("1", "sag nu"), "aabent": ("1", "sag, vist hertil")}
    assert [step["share"] for step in view["stair"]["steps"]] == [None, None, 0.5, 1, None, None]
    assert view["sentence"].startswith("n = 5 sager, besluttet 19. december 2020 – 7. februar 2021. Nu: hjælp, der løber 9. marts 2021")
    assert "Ved siden af trappen: 1." in view["sentence"]


def test_no_decision_yet_is_said(url):
    register_with(url, *enquiries(2)).close()
    assert panel(session(url)).view["sentence"] == "Ingen sager er besluttet endnu."


def test_the_other_municipality_has_its_own_ladder(url):
    register_with(url).close()
    steps = panel(session(url, "slagelse")).view["stair"]["steps"]
    assert [step["id"] for step in steps] == ["netvaerk", "aabent", "fokus", "p85", "botilbud"]


def test_the_order_is_an_assumption_and_says_so(url):
    register_with(url).close()
    assert panel(session(url)).view["stair"]["order"]["kind"] == "antagelse"


def test_the_principle_names_the_steps_on_which_the_meeting_asks(url):
    register_with(url).close()
    for model, asked in (("ringsted", "§ 82 a/b forløb, § 85 støtte, Bofællesskab, Botilbud"), ("slagelse", "§ 85 støtte, Botilbud")):
        lowest = panel(session(url, model)).view["stair"]["lowest"]
        assert f"på {asked}:" in lowest["points"][-1]
        assert lowest["source"]


def test_the_sheet_has_a_column_for_every_fact(url):
    register_with(url).close()
    sheet = panel(session(url)).view["stair"]["sheet"]
    assert sheet["columns"] == ["Trin", "Lov", "Hvem afgør", "Pligt", "Klage", "Tilbud"]
    assert "Model 2021.1" in sheet["foot"]


# The parts.


def test_only_the_part_that_is_open_is_sent(url):
    register_with(url).close()
    shown = panel(session(url))
    for tab in ("catalogue", "flow", "resources", "forms", "stair"):
        shown.act({"do": "show", "tab": tab})
        assert [name for name in ("stair", "catalogue", "flow", "resources", "forms") if shown.view[name]] == [tab]


def test_the_moves_are_reckoned_once_and_not_before_they_are_asked_for(lived, monkeypatch):
    asked = []
    monkeypatch.setattr(state_module, "paths", lambda *given: asked.append(1) or paths(*given))
    monkeypatch.setattr(state_module, "helps", lambda register: asked.append(0) or helps(register))
    shown = panel(session(lived))
    shown.act({"do": "show", "tab": "catalogue"})
    assert asked == [0]
    for _ in range(2):
        shown.act({"do": "show", "tab": "flow"})
    assert asked == [0, 1]


def test_an_action_the_screen_cannot_mean_is_answered_in_words(url):
    register_with(url).close()
    shown = panel(session(url))
    for action in ({"do": "delete"}, {"do": "show"}, {"do": "show", "tab": 3}):
        shown.act(action)
        assert shown.view["message"] == "Skærmen og programmet passer ikke sammen; genindlæs siden."
    shown.act({"do": "show", "tab": "attic"})
    assert shown.view["message"] is None and shown.view["stair"]


# The catalogue.


def test_the_catalogue_says_what_the_documents_do_not(url):
    register_with(url).close()
    _, shown = opened_at(url, "catalogue")
    offers = {offer["id"]: offer for offer in shown["offers"]}
    assert offers["bjaelken"]["unsaid"] == "lov, form, formål, sted, omfang"
    assert offers["gruppeforloeb"]["unsaid"] == ""
    assert offers["gruppeforloeb"]["tags"]["law"] == ["SEL § 82 a"]


def test_every_tag_is_worn_by_as_many_offers_as_it_says(url):
    register_with(url).close()
    for model in ("ringsted", "slagelse"):
        _, shown = opened_at(url, "catalogue", model)
        for group in shown["groups"]:
            for tag in group["tags"]:
                assert tag["count"] == sum(tag["label"] in offer["tags"][group["id"]] for offer in shown["offers"]) > 0


def test_what_was_only_planned_is_labelled_and_counted(url):
    register_with(url).close()
    _, shown = opened_at(url, "catalogue", "slagelse")
    planned = [offer for offer in shown["offers"] if offer["planned"]]
    assert f"{len(planned)} af dem var kun planlagt" in shown["lead"]
    assert [offer["planned"] for offer in planned].count("planlagt 2015") == 13


# The moves.


def test_up_down_in_and_out_and_who_came_back_after_a_pause(lived):
    shown, flow = opened_at(lived, "flow")
    assert [day["id"] for day in flow["period"]["days"]] == ["2020-11-30", "2020-12-31", "2021-01-31", "2021-02-28", "2021-03-09"]
    assert [(card["label"], card["number"]) for card in flow["cards"]] == [("▲ Op", "1"), ("▼ Ned", "1"), ("→ Ind", "3"), ("← Ud", "1")]
    assert flow["cards"][0]["sure"] == "og 1 kom igen højere efter en pause"
    assert flow["chart"]["text"] == "1 op, 1 ned, 3 ind og 1 ud; den hyppigste er »Ind: § 82 a/b forløb« med 2."
    assert "1 ▲ Op: § 82 a/b forløb → § 85 støtte" in [bar["text"] for bar in flow["chart"]["data"]["bars"]]
    assert "Sager: n = 5." in flow["notes"][0] and "Kilde: registrets" in flow["notes"][0]
    assert shown.view["lead"].startswith("Hvor mange står på hvert trin")


def test_the_account_of_every_step_adds_up(lived):
    _, flow = opened_at(lived, "flow")
    for row in flow["ledger"]["rows"]:
        start, came, left, end = map(int, row[1:])
        assert start + came - left == end
    assert {row[0]: row[4] for row in flow["ledger"]["rows"]}["§ 85 støtte"] == "2"


def test_another_period_counts_other_moves_and_a_backward_one_is_refused(lived):
    shown, _ = opened_at(lived, "flow")
    shown.act({"do": "period", "first": "2021-01-31", "last": "2021-03-09"})
    flow = shown.view["flow"]
    assert [card["number"] for card in flow["cards"]] == ["0", "0", "1", "0"]
    assert flow["matrix"]["rows"][-1][-4] == "1"
    shown.act({"do": "period", "first": "2021-03-09", "last": "2021-01-31"})
    assert shown.view["message"] == "Perioden skal begynde, før den slutter; den viste er uændret."
    assert shown.view["flow"]["period"]["first"] == "2021-01-31"
    shown.act({"do": "period", "first": "2021-01-30", "last": "2021-03-09"})
    assert shown.view["flow"]["period"]["first"] == "2021-01-31"


def test_the_stock_has_a_line_for_each_step_with_a_grant_and_a_column_for_every_step(lived):
    _, flow = opened_at(lived, "flow")
    stock = flow["stock"]
    assert {row["name"] for row in stock["data"]["lines"]} == {"§ 82 a/b forløb: 1", "§ 85 støtte: 2"}
    assert len(stock["columns"]) == 7 and len(stock["rows"]) == 5
    assert "§ 85 støtte: 1 den 30. november 2020, flest 2, 2 den 9. marts 2021." in stock["text"]


def test_a_register_too_new_to_have_moves_says_so(url):
    register_with(url, *enquiries(2)).close()
    _, flow = opened_at(url, "flow")
    assert flow["none"].startswith("Registret er for nyt")


# The resources.


def test_the_resources_say_hours_citizens_and_what_was_not_reported(lived):
    register = session(lived).register
    for version, (activity, hours) in enumerate((("recovery", 2.5), ("netvaerk", None)), 3):
        row = {"activity": activity, "form": "gruppe", "start": "2021-02-01", "end": None, "hours": hours}
        register.append("EKS-R-0002", version, "activity_registered", row, "2021-03-01T07:00:00")
    _, shown = opened_at(lived, "resources")
    assert shown["table"]["rows"][0] == ["Recovery (gruppe)", "1", "1", "2,5", "13", "for få"]
    assert shown["chart"]["text"].startswith("I alt 2,5 timer om ugen, hvoraf 2,5 går til »Recovery (gruppe)«")
    assert "2,5 timer, 1 borger: Recovery (gruppe)" in [bar["text"] for bar in shown["chart"]["data"]["bars"]]
    assert "Borgere: n = 1." in shown["notes"][0] and "Kilde: styringsarket." in shown["notes"][0]
    assert shown["notes"][2].startswith("Uden timer i arket: 1.")


def test_the_catalogue_names_an_activity_where_it_knows_it(url):
    register = register_with(url, *enquiries(1, **OLD), model="slagelse")
    row = {"activity": "recovery", "form": "gruppe", "start": "2021-02-01", "end": None, "hours": 2}
    register.append("EKS-R-0001", 1, "activity_registered", row, "2021-03-01T07:00:00")
    register.close()
    _, shown = opened_at(url, "resources", "slagelse")
    assert shown["table"]["rows"][0][0] == "Recoverykurser (gruppe)"


def test_a_register_without_the_sheet_says_so(lived):
    _, shown = opened_at(lived, "resources")
    assert shown["chart"]["none"].startswith("Styringsarket er ikke indlæst")
    assert (shown["table"]["rows"], shown["notes"]) == ([], [])


# The four forms.


def test_the_four_forms_stand_by_the_step_they_point_to(url):
    register_with(url).close()
    _, forms = opened_at(url, "forms")
    assert [(column["step"], len(column["forms"])) for column in forms["columns"]] == [("§ 82 a/b forløb", 3), ("§ 85 støtte", 1)]
    assert "Figuren mangler i kilden" in forms["lost"]


def test_a_municipality_without_them_points_to_the_one_that_has_them(url):
    register_with(url).close()
    _, forms = opened_at(url, "forms", "slagelse")
    assert [link["label"] for link in forms["none"]["links"]] == ["Ringsted"]


def test_the_text_of_a_stored_notebook_is_the_stairs(lived):
    assert repr(LadderPanel(LadderState(session(lived)))).startswith("Indsatstrappen: Ringsted · tirsdag 9. marts 2021: n = 5 sager")
