"""The meeting without a browser: what the screen sends in, what it is shown, what the register keeps."""

import json
from dataclasses import replace

import pytest

from tests.panels.meetings import RECOMMENDED, SUFFICIENT, answer, shown
from tests.registers import ENQUIRY, TODAY, enquiries, register_with, session
from visitation.model import load
from visitation.model.write import copy_model, parse_table, save_version, table_text
from visitation.register.cases import cases
from widgets.meeting.panel import MeetingPanel, panel
from widgets.meeting.state import MeetingState


def decisions(url: str, reference: str = "EKS-R-0001") -> tuple:
    return cases(session(url).register, "ringsted")[reference].decisions


def steps(meeting: MeetingPanel, state: str) -> list[str]:
    return [step["id"] for step in shown(meeting)["ladder"]["steps"] if step["state"] == state]


def test_a_fresh_case_has_the_citizens_words_and_nothing_preselected(meeting):
    assert shown(meeting)["words"] == ENQUIRY.words
    assert {question["answer"] for question in shown(meeting)["questions"]} == {None}
    assert not shown(meeting)["can_decide"]
    assert steps(meeting, "recommended") == []


def test_the_view_is_plain_data(meeting):
    assert json.loads(json.dumps(meeting.view)) == meeting.view


def test_missing_words_are_said_to_be_missing(url):
    register_with(url, replace(ENQUIRY, words="")).close()
    told = shown(panel(session(url)))
    assert told["words"] == "" and told["words_missing"]
    assert any("borgerens egne ord" in fact["value"] for fact in told["facts"] if fact["label"] == "Mangler")


def test_every_answer_narrows_the_ladder_until_one_step_is_recommended(meeting):
    answer(meeting, {q: a for q, a in SUFFICIENT.items() if q != "behov"})
    assert (steps(meeting, "possible"), steps(meeting, "recommended")) == (["aabent", "p82"], [])
    assert [q["id"] for q in shown(meeting)["questions"] if q["key"]] == ["behov"]
    answer(meeting, {"behov": "rummes"})
    assert (steps(meeting, "possible"), steps(meeting, "recommended")) == ([], ["p82"])
    assert shown(meeting)["reason"]["kind"] == "kilde"
    assert "Ringsted Indsatsmodel" in shown(meeting)["reason"]["source"]


def test_a_question_that_no_longer_matters_says_which_answer_makes_it_so(meeting):
    answer(meeting, {"maalgruppe": "nedsat"})
    grey = {q["id"]: q["moot"] for q in shown(meeting)["questions"] if q["moot"]}
    assert grey == {"bofaellesskab": "Ændrer ikke noget her: funktionsevnen (nedsat)."}


def test_uafklaret_leaves_the_question_open_and_is_kept(meeting, url):
    answer(meeting, {"oensker": ""})
    assert shown(meeting)["questions"][0]["answer"] == ""
    answer(meeting, {"behov": "lille"})
    meeting.act({"do": "deviate", "step": "UVISITERET", "reason": "Aftalt med borgeren."})
    stored = decisions(url)[-1]
    assert (stored["unclear"], stored["answers"]) == (["oensker"], {"behov": "lille"})
    assert "oensker" in stored["open"]


def test_an_answer_can_be_taken_back(meeting):
    answer(meeting, {"oensker": "nej"})
    assert shown(meeting)["can_decide"]
    answer(meeting, {"oensker": None})
    assert shown(meeting)["questions"][0]["answer"] is None and not shown(meeting)["can_decide"]


def test_a_step_above_the_lowest_is_decided_only_with_why_not_lower(meeting, url):
    answer(meeting, SUFFICIENT)
    meeting.act({"do": "decide"})
    assert meeting.view["message"] == {"tone": "error", "text": "Skriv, hvorfor det ikke er et trin lavere."}
    assert decisions(url) == ()
    meeting.act({"do": "text", "field": "why", "value": "Har prøvet værestedet."})
    meeting.act({"do": "decide"})
    assert meeting.view["message"] is None and len(decisions(url)) == 1


def test_the_stored_decision_is_enough_to_replay_it(meeting, url):
    answer(meeting, SUFFICIENT)
    meeting.act({"do": "text", "field": "why", "value": "Har prøvet værestedet."})
    meeting.act({"do": "decide"})
    stored, model = decisions(url)[-1], session(url).model
    assert (stored["model"], stored["version"], stored["sha256"], stored["table"]) == ("ringsted", model.head.version, model.sha256, "T1")
    assert (stored["answers"], stored["open"], stored["possible"]) == (SUFFICIENT, ["bofaellesskab"], [RECOMMENDED])
    assert (stored["recommended"], stored["rule"], stored["outcome"], stored["step"]) == (RECOMMENDED, "T1.09", RECOMMENDED, "p82")
    assert (stored["why_not_lower"], stored["deviation"], stored["at"][:10]) == ("Har prøvet værestedet.", "", TODAY.isoformat())


def test_another_step_needs_a_reason_and_is_kept_with_it(meeting, url):
    answer(meeting, SUFFICIENT)
    meeting.act({"do": "deviate_open"})
    assert shown(meeting)["deviate"]["open"]
    assert RECOMMENDED not in [option["id"] for option in shown(meeting)["deviate"]["options"]]
    meeting.act({"do": "deviate", "step": "P85", "reason": " "})
    assert meeting.view["message"]["tone"] == "error" and decisions(url) == ()
    meeting.act({"do": "deviate", "step": "P85", "reason": "Behovet er større, end svarene viser."})
    assert (decisions(url)[-1]["recommended"], decisions(url)[-1]["outcome"]) == (RECOMMENDED, "P85")
    assert decisions(url)[-1]["deviation"] == "Behovet er større, end svarene viser."


def test_a_decided_case_shows_its_note_and_stays_decided_after_a_reload(meeting, url):
    answer(meeting, SUFFICIENT)
    meeting.act({"do": "text", "field": "why", "value": "Har prøvet værestedet."})
    meeting.act({"do": "decide"})
    note = shown(meeting)["decision"]["note"]
    assert "Hvorfor ikke et trin lavere: Har prøvet værestedet." in note and "SEL § 82 a" in note and ENQUIRY.words in note
    again = panel(session(url))
    assert shown(again)["id"] == "EKS-R-0002"
    again.act({"do": "open", "case": "EKS-R-0001"})
    assert shown(again)["decision"]["note"] == note
    answer(again, {"oensker": "nej"})
    assert [q["answer"] for q in shown(again)["questions"] if q["id"] == "oensker"] == ["ja"]


def test_a_decided_case_keeps_the_version_it_was_decided_under(meeting, url, tmp_path):
    answer(meeting, {"oensker": "nej"})
    meeting.act({"do": "decide"})
    base = load("ringsted")
    text = table_text(base.tables["T1"]).replace("Ingen støtte nu", "Ingen støtte efter ny regel")
    shelf = tmp_path / "hylde"
    save_version(base, {"T1": parse_table(text, base)}, shelf, "2021.2", TODAY)
    later = panel(session(url, str(shelf)))
    later.act({"do": "open", "case": "EKS-R-0001"})
    assert shown(later)["reason"]["title"] == "Ingen støtte nu"
    later.act({"do": "open", "case": "EKS-R-0002"})
    answer(later, {"oensker": "nej"})
    assert shown(later)["reason"]["title"] == "Ingen støtte efter ny regel"
    later.act({"do": "decide"})
    assert decisions(url, "EKS-R-0002")[-1]["version"] == "2021.2"


def test_a_case_of_a_version_that_is_gone_is_said_plainly(meeting, url, tmp_path):
    answer(meeting, {"oensker": "nej"})
    meeting.act({"do": "decide"})
    other = panel(session(url, str(copy_model(load("ringsted"), tmp_path / "ringsted", "ringsted"))))
    other.act({"do": "open", "case": "EKS-R-0001"})
    assert "version 2021.1, som ikke ligger i modellens mappe" in other.view["message"]["text"]
    assert shown(other)["id"] == "EKS-R-0002"


def test_two_meetings_deciding_the_same_case_lose_nothing(meeting, url):
    other = panel(session(url))
    for screen in (meeting, other):
        answer(screen, {"oensker": "nej"})
    meeting.act({"do": "decide"})
    other.act({"do": "decide"})
    assert other.view["message"]["tone"] == "error"
    assert len(decisions(url)) == 1 and shown(other)["decision"]


def test_a_person_number_in_a_reason_is_refused_and_never_shown(meeting, url):
    answer(meeting, SUFFICIENT)
    meeting.act({"do": "text", "field": "why", "value": "Se 010190-1234."})
    meeting.act({"do": "decide"})
    assert "CPR" in meeting.view["message"]["text"] and "1234" not in meeting.view["message"]["text"]
    assert decisions(url) == ()


def test_next_goes_to_what_is_undecided_and_previous_back(meeting):
    answer(meeting, {"oensker": "nej"})
    meeting.act({"do": "decide"})
    meeting.act({"do": "next"})
    meeting.act({"do": "next"})
    assert shown(meeting)["id"] == "EKS-R-0003"
    meeting.act({"do": "next"})
    assert shown(meeting)["id"] == "EKS-R-0002"
    meeting.act({"do": "previous"})
    assert shown(meeting)["id"] == "EKS-R-0001"


def test_a_key_meant_for_the_case_before_does_not_touch_the_next(meeting):
    meeting.act({"do": "next", "on": "EKS-R-0001"})
    meeting.act({"do": "answer", "on": "EKS-R-0001", "question": "oensker", "value": "nej"})
    assert shown(meeting)["id"] == "EKS-R-0002" and shown(meeting)["questions"][0]["answer"] is None


def test_drafts_survive_going_to_another_case_and_back(meeting):
    answer(meeting, {"behov": "mere"})
    meeting.act({"do": "open", "case": "EKS-R-0003"})
    assert {q["answer"] for q in shown(meeting)["questions"]} == {None}
    meeting.act({"do": "open", "case": "EKS-R-0001"})
    assert {q["id"]: q["answer"] for q in shown(meeting)["questions"]}["behov"] == "mere"


def test_a_parked_case_goes_to_the_end_and_the_next_comes_up(meeting):
    meeting.act({"do": "park"})
    assert shown(meeting)["id"] == "EKS-R-0002"
    assert [(s["id"], [i["id"] for i in s["items"]]) for s in meeting.view["agenda"]] == [
        ("nye", ["EKS-R-0002", "EKS-R-0003"]),
        ("parkeret", ["EKS-R-0001"]),
    ]


def test_the_time_on_a_case_goes_on_where_it_stopped(url):
    from datetime import datetime, timedelta

    register_with(url, *enquiries(2)).close()
    clock = [datetime(2021, 3, 9, 9, 0)]
    meeting = MeetingPanel(MeetingState(session(url), now=lambda: clock[0]))
    clock[0] += timedelta(seconds=50)
    meeting.act({"do": "next"})
    clock[0] += timedelta(seconds=500)
    meeting.act({"do": "previous"})
    clock[0] += timedelta(seconds=7)
    meeting.act({"do": "answer", "question": "oensker", "value": "ja"})
    assert shown(meeting)["since"] == 57


def test_missing_consent_is_a_guard_that_changes_no_recommendation(url):
    register_with(url, replace(ENQUIRY, consent="ukendt"), replace(ENQUIRY, reference="EKS-R-0002")).close()
    without, found = panel(session(url)), []
    for reference in ("EKS-R-0001", "EKS-R-0002"):
        without.act({"do": "open", "case": reference})
        answer(without, SUFFICIENT)
        found.append((steps(without, "recommended"), [g["title"] for g in shown(without)["guards"]]))
    assert found[0][0] == found[1][0] == ["p82"]
    assert "Samtykke mangler:" in found[0][1] and "Samtykke mangler:" not in found[1][1]


def test_the_sample_banner_follows_the_data(url, tmp_path):
    register_with(url, ENQUIRY).close()
    assert panel(session(url)).view["header"]["sample"] == "Eksempeldata – ikke rigtige borgere"
    real = f"sqlite:///{tmp_path}/other.sqlite"
    register_with(real, replace(ENQUIRY, reference="2021-17")).close()
    assert panel(session(real)).view["header"]["sample"] is None


def test_an_empty_agenda_says_so(url):
    register_with(url).close()
    empty = panel(session(url))
    assert empty.view["case"] is None and empty.view["agenda"] == []
    empty.act({"do": "next"})
    empty.act({"do": "decide"})
    assert empty.view["message"]["tone"] == "error"


@pytest.mark.parametrize(
    "action", [{"do": "reload"}, {}, {"do": "answer", "question": 7, "value": []}, {"do": "deviate", "step": None, "reason": "x"}]
)
def test_what_no_screen_would_ask_changes_nothing(meeting, url, action):
    before = {**shown(meeting), "deviate": None}
    meeting.act(action)
    assert meeting.view["message"]["tone"] == "error"
    assert {**shown(meeting), "deviate": None} == before and decisions(url) == ()


def test_a_case_is_decided_once_at_a_meeting(meeting, url):
    answer(meeting, {"oensker": "nej"})
    meeting.act({"do": "decide"})
    meeting.act({"do": "deviate", "step": "P85", "reason": "En gang til."})
    assert meeting.view["message"]["tone"] == "error" and len(decisions(url)) == 1


def test_the_text_of_a_stored_notebook_holds_no_person(meeting):
    assert repr(meeting) == "Visitationsmøde: Ringsted · tirsdag 9. marts 2021: 1 af 3 · ca. 10 min. igen"
