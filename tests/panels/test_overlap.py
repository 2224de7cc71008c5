"""The review of the overlap group without a browser: what is shown of whom, what is stored, and what comes back."""

import json
from datetime import datetime, timedelta

import pytest

from tests.registers import session
from tests.reviews import drawn, listed_register, rated
from visitation.overlap.citizen import Answers, Rater
from visitation.overlap.review import keep, rate, read_review
from visitation.register.store import Register, open_register
from visitation.register.trouble import Conflict
from widgets import overlap
from widgets.overlap import state as acts
from widgets.overlap.panel import OverlapPanel
from widgets.overlap.state import OverlapState
from widgets.overlap.view import PARTS

ONE, TWO, BLIND = Rater("bedømmer 1", 1), Rater("bedømmer 2", 1), Rater("bedømmer 2", 2)
RATING = {"type": "type2", "subcategories": ["boern"], "criteria": ["handicap"], "tags": ["ung"], "note": ""}
SAID = Answers("type2", ("boern",), ("handicap",), ("ung",))


class Clock:
    """A clock that goes on by so many seconds each time it is read."""

    def __init__(self, step: float):
        self.at, self.step = datetime(2021, 3, 9, 9), timedelta(seconds=step)

    def __call__(self) -> datetime:
        self.at += self.step
        return self.at


@pytest.fixture
def url(tmp_path) -> str:
    return f"sqlite:///{tmp_path}/register.sqlite"


@pytest.fixture
def register(url):
    """The register with ten citizens on the list; closed at the end."""
    opened = listed_register(url, 10)
    yield opened
    opened.close()


def panel_on(url: str, model: str = "slagelse", step: float = 4, **query: str) -> OverlapPanel:
    return OverlapPanel(OverlapState(session(url, model, **query), Clock(step)))


@pytest.fixture
def show(register, url):
    """Makes the panel on that register as an address asks for it."""
    assert register.count("review_listed") == 10
    return lambda step=4, **query: panel_on(url, step=step, **query)


def act(panel: OverlapPanel, do: str, **rest) -> dict:
    panel.act({"do": do} | rest)
    return panel.view


def stored(register: Register, reference: str) -> list[str]:
    return [event.kind for event in register.events(f"@faellesmaengden/slagelse/{reference}")]


def test_a_rating_is_one_event_and_the_next_citizen_was_there_before_it(register, show):
    panel = show()
    assert [one["id"] for one in panel.people["list"]][:2] == ["EKS-F-0001", "EKS-F-0002"]
    assert panel.people["start"] == "EKS-F-0001" and panel.people["given"] == {}
    view = act(panel, "rate", number=1, citizen="EKS-F-0001", rating=RATING)
    assert view["review"]["recent"] == [["EKS-F-0001", RATING]] and view["answers"] == 1
    assert view["review"]["progress"] == {"done": 1, "of": 10} and view["sentence"].startswith("1 af 10 borgere er bedømt.")
    assert stored(register, "EKS-F-0001") == ["review_listed", "review_rated"]
    assert show().people["start"] == "EKS-F-0002"


def test_the_facts_are_words_and_a_citizen_has_a_number_for_the_wall(show):
    people = show().people
    first = people["list"][0]
    assert first["alias"] == "Borger 1"
    assert dict(zip(people["labels"], first["facts"], strict=True)) == {
        "Alder": "30–49 år",
        "Forsørgelse": "kontanthjælp",
        "Vanskelighed": "psykisk",
        "Kendt i": "AM, HP, RU, B&U, S&O",
        "Indsatser hidtil": "2, ingen har hjulpet",
        "Ansvar for § 85 i dag": "Center for Handicap og Psykiatri (CHP)",
    }
    assert first["hints"]["criteria"] == ("sag_i_hp", "kontanthjaelp")


def test_every_question_has_keys_of_its_own(show):
    fields = show().view["questions"]["fields"]
    keys = [choice["key"] for field in fields for choice in field["choices"]]
    assert len(set(keys)) == len(keys) and all(keys)
    assert [choice["key"] for choice in fields[0]["choices"]] == [*"123456", "0"]
    assert not set(keys) & set("jknumlp?")


def test_undo_takes_back_and_gives_the_answers_again(show):
    panel = show()
    act(panel, "rate", number=1, citizen="EKS-F-0001", rating=RATING)
    view = act(panel, "undo", number=2)
    assert view["review"]["undone"] == {"number": 2, "citizen": "EKS-F-0001", "rating": RATING, "said": "Fortrudt: Borger 1"}
    assert view["review"]["recent"][-1] == ["EKS-F-0001", None] and view["review"]["progress"]["done"] == 0
    assert "ingen bedømmelse at fortryde" in act(panel, "undo", number=3)["message"]


def test_a_refused_rating_comes_back_with_its_answers_until_it_is_stored(register, show, monkeypatch):
    def busy(*_):
        raise Conflict("Registret er optaget.")

    panel = show()
    monkeypatch.setattr(acts, "keep", busy)
    refused = act(panel, "rate", number=7, citizen="EKS-F-0003", rating=RATING)["review"]["refused"]
    assert refused == {
        "number": 7,
        "citizen": "EKS-F-0003",
        "rating": RATING,
        "said": "Borger 3 blev ikke gemt: Registret er optaget.",
    }
    monkeypatch.setattr(acts, "keep", keep)
    assert act(panel, "rate", number=8, citizen="EKS-F-0004", rating=RATING)["review"]["refused"] == refused
    assert act(panel, "rate", number=9, citizen="EKS-F-0003", rating=RATING)["review"]["refused"] is None
    assert stored(register, "EKS-F-0003") == ["review_listed", "review_rated"]


def test_what_somebody_else_wrote_meanwhile_is_told_and_kept(register, show):
    panel, review = show(), read_review(register, "slagelse")
    for reference in ("EKS-F-0001", "EKS-F-0002"):
        keep(register, review, rate(review, panel.state.data, reference, SAID, TWO, datetime(2021, 3, 9, 8)))
    view = act(panel, "rate", number=1, citizen="EKS-F-0001", rating=RATING)
    assert view["review"]["refused"]["citizen"] == "EKS-F-0001"
    assert dict(view["review"]["recent"])["EKS-F-0002"] == {"by": "bedømmer 2"}
    assert stored(register, "EKS-F-0001") == ["review_listed", "review_rated"]


def test_nobody_sees_what_another_rater_said(register, show):
    rated(register, 6, ONE, SAID)
    drawn(register, 4)
    panel = show(bedoemmer="2")
    assert set(map(str, panel.people["given"].values())) == {"{'by': 'bedømmer 1'}"}
    blind = show(bedoemmer="2", runde="2")
    assert len(blind.people["list"]) == 4 and blind.people["given"] == {}
    assert "type2" not in json.dumps(blind.people)
    assert show(runde="2").people["list"] == [], "a rater does not rate the same citizen twice"


def test_raters_begin_at_different_places(show):
    assert {show(bedoemmer=rater).people["start"] for rater in acts.RATERS} == {f"EKS-F-{n:04d}" for n in (1, 3, 6, 8)}


def test_the_rest_is_told_once_the_pace_is_known(show):
    panel = show(3)
    said = [act(panel, "rate", citizen=f"EKS-F-{n:04d}", rating=RATING)["sentence"] for n in range(1, 8)]
    assert said[4] == "5 af 10 borgere er bedømt."
    assert said[6] == "7 af 10 borgere er bedømt. Med 6 sekunder pr. borger er der ca. 1 min. tilbage."


def test_kappa_stands_beside_what_it_is_of_and_disagreement_names_no_rater(register, show):
    rated(register, 8, ONE, SAID)
    drawn(register, 6)
    rated(register, 5, BLIND, Answers("type3", ("boern",), ("handicap",), ()))
    shown = act(show(), "show", tab="agreement")["agreement"]
    rows = {row["question"]: row for row in shown["rows"]}
    assert shown["said"].startswith("5 af 6 udtrukne er bedømt anden gang")
    assert rows["Borgertype"]["alike"] == "0 af 5" and rows["Børn"]["means"].startswith("begge svarede det samme om alle")
    assert {(row["question"], row["first"], row["second"]) for row in shown["differ"]["rows"]} == {
        ("Borgertype", "Type 2", "Type 3"),
        ("Ung borger", "ja", "nej"),
    }
    assert "bedømmer" not in json.dumps(shown["differ"])


def test_lots_are_drawn_once_and_too_many_are_refused(register, show):
    rated(register, 6, ONE, SAID)
    panel = show()
    assert "tilladt er 1 til 6" in act(panel, "draw")["message"]
    act(panel, "set", key="second", value="4")
    assert act(panel, "draw")["message"] is None
    assert act(panel, "show", tab="agreement")["agreement"]["said"].startswith("0 af 4")


def test_the_selection_has_every_cell_and_says_what_is_short(show):
    panel = show()
    assert "tilladt er" in act(panel, "show", tab="selection")["selection"]["none"], "sixty of ten"
    shown = act(panel, "set", key="total", value="8")["selection"]
    assert [len(row["cells"]) for row in shown["rows"]] == [3] * 6
    assert sum(int(cell["number"]) for row in shown["rows"] for cell in row["cells"]) == len(shown["drawn"]["rows"]) == 8
    assert shown["short"].startswith("Der er ikke 1 på listen af: ") and "kontanthjælp · fysisk (0)" in shown["short"]
    refused = next(each for each in act(panel, "set", key="total", value="mange")["selection"]["fields"] if each["key"] == "total")
    assert refused["value"] == "mange" and refused["refused"] and shown == act(panel, "show", tab="selection")["selection"]


def test_types_take_the_municipalitys_own_names(show):
    panel = show()
    view = act(panel, "name", type="type1", value="  Afklaring ")
    assert view["questions"]["fields"][0]["choices"][0]["label"] == "Afklaring"
    assert "To typer har samme navn" in act(panel, "name", type="type2", value="afklaring")["message"]
    assert act(panel, "name", type="type1", value="")["questions"]["fields"][0]["choices"][0]["label"] == "Type 1"


def test_the_overview_counts_and_never_names(register, show):
    rated(register, 6, ONE, SAID)
    shown = act(show(), "show", tab="overview")["overview"]
    row = next(each for each in shown["challenges"]["rows"] if each["type"] == "Type 2")
    assert (row["n"], row["boern"], row["misbrug"]) == (6, 6, 0)
    assert shown["centres"]["said"] == "5 af 10 på listen er kendt i både AM + HP."
    assert "EKS-F" not in json.dumps(shown) and "Borger" not in json.dumps(shown["challenges"])


@pytest.mark.parametrize("tab", PARTS)
def test_every_part_is_plain_data_in_both_languages(show, tab):
    for lang in ("da", "en"):
        view = act(show(sprog=lang), "show", tab=tab)
        assert view["message"] is None and view[tab] and [name for name in PARTS if view[name]] == [tab]
        json.dumps(view, allow_nan=False)


def test_a_municipality_without_such_a_review_and_an_empty_list_say_so(url):
    open_register(url).close()
    panel = panel_on(url, "ringsted")
    assert panel.view["sentence"] == "Ringsted har ingen gennemgang af en fællesmængde i de dokumenter, modellen bygger på."
    assert panel.view["tabs"] == [] and panel.people["list"] == []
    assert panel_on(url).view["sentence"].startswith("Ingen liste er indlæst endnu.")
    assert repr(overlap.panel(session(url, "ringsted"))).startswith("Fællesmængden: Ringsted · ")


@pytest.mark.parametrize(
    "action",
    [
        {},
        {"do": "slet"},
        {"do": "show"},
        {"do": "rate", "citizen": "EKS-F-0001"},
        {"do": "rate", "citizen": "EKS-F-0001", "rating": RATING | {"tags": "ung"}},
        {"do": "rate", "citizen": "EKS-F-0001", "rating": RATING | {"type": None}},
    ],
)
def test_what_the_screen_cannot_mean_is_said_and_nothing_is_stored(register, show, action):
    panel = show()
    panel.act(action)
    assert panel.view["message"] == "Skærmen og programmet passer ikke sammen; genindlæs siden."
    assert stored(register, "EKS-F-0001") == ["review_listed"]
