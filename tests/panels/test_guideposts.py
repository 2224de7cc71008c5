"""The guideposts without a browser: every point stands there, with its number or with why there is none, and what is written comes back."""

import json

import pytest

from tests.registers import enquiries, register_with, session
from visitation.register.beside import of_room
from visitation.register.store import open_register
from widgets import guideposts
from widgets.guideposts.panel import GuidepostsPanel
from widgets.guideposts.state import GuidepostsState

NOTE = {"what": "gjort", "text": "Ni er anvist.", "on": "2020-12-31", "who": "bolig", "indicator": "anviste", "value": "9", "corrects": ""}


@pytest.fixture
def url(tmp_path):
    """A register with eight enquiries of Slagelse, four of them about young people."""
    url = f"sqlite:///{tmp_path}/register.sqlite"
    there = [*enquiries(4), *enquiries(8, age_group="18-29")[4:]]
    register_with(url, *there, model="slagelse").close()
    return url


@pytest.fixture
def show(url):
    """The panel of a municipality on that register."""
    return lambda model="slagelse", **query: GuidepostsPanel(GuidepostsState(session(url, model, **query)))


def act(panel: GuidepostsPanel, do: str, **rest: str) -> dict:
    panel.act({"do": do} | rest)
    return panel.view


def rows(view: dict) -> dict[str, dict]:
    return {row["id"]: row for band in view["overview"]["bands"] for row in band["rows"]}


def written(panel: GuidepostsPanel, **changes: str) -> dict:
    act(panel, "open", point="P2.1")
    return act(panel, "note", **NOTE | changes)


def test_all_points_stand_there_with_a_number_or_why_there_is_none(show):
    view = show().view
    assert [len(band["rows"]) for band in view["overview"]["bands"]] == [3, 6, 4, 5, 6]
    assert all(row["line"]["told"] != bool(row["line"]["why"]) for row in rows(view).values())
    assert all(row["responsible"] and row["status_label"] and row["target"] for row in rows(view).values())
    assert rows(view)["P3.1"]["line"] | {"trend": None} == rows(view)["P3.1"]["line"]
    assert rows(view)["P3.1"]["line"]["number"] == "ingen data"


def test_a_number_stands_with_n_period_and_how_sure_it_is(show):
    line = rows(show().view)["P1.1"]["line"]
    assert (line["number"], line["of"], line["when"]) == ("100,0\u00a0%", "8 af 8", "seneste 12 måneder")
    assert line["sure"].startswith("95\u00a0%: 67,6–100,0") and line["kind"] == "antagelse"


def test_few_are_counted_and_never_in_per_cent(tmp_path):
    few = f"sqlite:///{tmp_path}/few.sqlite"
    register_with(few, *enquiries(4), model="slagelse").close()
    line = rows(GuidepostsPanel(GuidepostsState(session(few, "slagelse"))).view)["P1.1"]["line"]
    assert (line["number"], line["sure"]) == ("4 af 4", "for få til et interval")


def test_the_filters_leave_the_points_that_fit(show):
    panel = show()
    assert list(rows(act(panel, "status", value="kvalitativ"))) == ["P1.2", "P4.3"]
    assert panel.view["overview"]["shown"] == "2 af 24 fokuspunkter vises"
    assert rows(act(panel, "theme", value="boliger")) == {}
    assert list(rows(act(panel, "status", value=""))) == ["P2.1", "P4.5"]
    assert list(rows(act(panel, "theme", value="umuligt"))) == ["P2.1", "P4.5"]


def test_what_is_written_is_the_points_number_and_its_last_deed(show):
    panel = show()
    view = written(panel)
    assert view["message"] == "Gemt ved P2.1." and view["detail"]["refused"] is None
    row = rows(view)["P2.1"]
    assert (row["line"]["number"], row["line"]["of"], row["line"]["when"]) == (
        "9",
        "skrevet: Boligadministrationen",
        "pr. 31. december 2020",
    )
    assert row["done"] == {"text": "Ni er anvist.", "when": "31. december 2020"}
    assert rows(show().view)["P2.1"]["line"]["number"] == "9", "it is in the register"


def test_two_numbers_make_a_line_and_a_corrected_one_is_not_in_it(show):
    panel = show()
    written(panel, on="2019-12-31", value="6,5")
    written(panel)
    view = written(panel, value="8", corrects="2")
    assert rows(view)["P2.1"]["line"]["trend"]["values"] == [6.5, 8]
    assert [(note["number"], note["standing"]) for note in view["detail"]["history"]] == [(3, None), (2, "rettet"), (1, None)]
    assert view["detail"]["history"][0]["corrects"] == "retter note 2"


def test_a_note_is_taken_back_in_plain_sight(show):
    panel = show()
    written(panel)
    refused = act(panel, "withdraw", number="1", reason="", who="chp")["detail"]["refused"]
    assert refused["note"] == "1" and "skriv, hvorfor" in refused["text"]
    view = act(panel, "withdraw", number="1", reason="Talt to gange.", who="chp")
    (note,) = view["detail"]["history"]
    assert (note["standing"], note["gone"]) == ("trukket tilbage", "Talt to gange. (Center for Handicap og Psykiatri)")
    assert rows(view)["P2.1"]["line"]["number"] == "ingen data"


def test_a_target_takes_the_place_of_none(show):
    panel = show()
    assert rows(panel.view)["P2.1"]["target"] == "intet mål i kilden" and rows(panel.view)["P2.4"]["target"] == "Færre; intet tal"
    view = written(panel, what="maal", text="Tolv i 2022", on="2022-12-31", indicator="", value="", who="udvalg")
    assert view["detail"]["target"] == {"text": "Tolv i 2022", "by": "sat af Udvalget 9. marts 2021"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"text": "Borgeren 010190-1234 fik en bolig."}, "CPR-nummer"),
        ({"value": "ni"}, "Skriv et tal"),
        ({"on": ""}, "Vælg datoen"),
        ({"indicator": ""}, "vælg, hvad tallet måler"),
    ],
)
def test_what_is_refused_says_why_keeps_the_form_and_writes_nothing(show, url, changes, said):
    panel = show()
    before = act(panel, "open", point="P2.1")["detail"]["form"]
    view = written(panel, **changes)
    assert view["detail"]["refused"]["note"] == "" and said in view["detail"]["refused"]["text"]
    assert view["detail"]["form"] == before, "the screen keeps what was typed until the form is another"
    assert of_room(open_register(url), "pejlemaerker", "slagelse") == {}


def test_nonsense_of_the_screen_becomes_a_message(show):
    panel = show()
    assert "genindlæs" in act(panel, "dance")["message"]
    assert act(panel, "open", point="P9.9")["detail"] is None
    assert act(panel, "note", **NOTE)["message"] is None, "no point is open"


def test_a_point_in_full_says_what_it_is_and_what_it_stands_in_connection_with(show):
    detail = act(show(), "open", point="P4.5")["detail"]
    assert detail["cited"]["source"].endswith("»sociale boformer skal afspejle borgernes mål og aktuelle«")
    assert [(one["figure"], one["more"]) for one in detail["context"]] == [
        ("+17 %", "5,37\u00a0% om året, regnet jævnt over 3 år"),
        ("+24 %", "7,43\u00a0% om året, regnet jævnt over 3 år"),
    ]
    assert (detail["before"], detail["after"]) == ("P4.4", "P5.1")


def test_the_reversals_are_made_of_their_parts_and_are_no_measurement_of_ours(show):
    found = next(one for one in show().view["context"] if one["id"] == "omgoerelse")
    assert (found["figure"], found["kind"]) == ("37,5\u00a0%", "antagelse")
    assert found["more"] == "ændret eller ophævet 9,0\u00a0%, hjemvist 28,5\u00a0%, stadfæstet 62,5\u00a0%"


def test_the_year_begins_in_january_and_says_what_comes_next(show):
    year = show().view["year"]
    assert [month["name"] for month in year["months"]][:2] == ["januar", "februar"]
    assert [month["name"] for month in year["months"] if month["current"]] == ["marts"]
    assert year["next"] == "Det næste er i marts: Udvalgets årlige status."


def test_the_table_has_every_indicator_also_those_without_data(show):
    panel = show()
    table = written(panel)["table"]
    assert len(table["rows"]) == sum(len(one.indicators) for one in panel.state.read.points.values())
    found = {(row["id"], row["indicator"]): row for row in table["rows"]}
    assert found["P2.1", "Billige boliger anvist"]["amount"] == 9
    assert found["P3.1", "Alder ved første henvendelse om misbrug"]["why"].startswith("Registret har ingen emner")
    assert found["P1.1", "Henvendelser med borgerens egne ord"] | {"k": 8, "n": 8, "first": "2020-03-10", "last": "2021-03-09"} == (
        found["P1.1", "Henvendelser med borgerens egne ord"]
    )
    assert all(set(row) == {column["field"] for column in table["columns"]} for row in table["rows"])


def test_a_municipality_without_guideposts_says_so(show):
    view = show("ringsted").view
    assert view["sentence"].startswith("Ringsted har ingen politiske pejlemærker")
    assert (view["overview"], view["detail"], view["table"], view["year"], view["context"]) == (None, None, None, None, [])


def test_in_english_the_data_are_english_and_the_view_is_plain_data(show):
    view = act(show(sprog="en"), "open", point="P2.1")
    assert view["detail"]["label"] == "Housing that vulnerable people can afford"
    assert json.loads(json.dumps(view)) == view


def test_an_empty_register_has_points_without_numbers(tmp_path):
    empty = f"sqlite:///{tmp_path}/empty.sqlite"
    view = GuidepostsPanel(GuidepostsState(session(empty, "slagelse"))).view
    assert {row["line"]["number"] for row in rows(view).values()} == {"ingen data"}
    assert rows(view)["P1.1"]["line"]["why"] == "Registret har ingen henvendelser endnu."


def test_the_notebook_says_it_in_one_line(url):
    shown = guideposts.panel(session(url, "slagelse"))
    assert repr(shown).startswith("Politiske pejlemærker: Slagelse · tirsdag 9. marts 2021: 24 fokuspunkter: ")
