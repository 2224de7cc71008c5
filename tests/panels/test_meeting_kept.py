"""What a meeting keeps while it runs: drafts, place and clock through a crash, who takes part, and the closing summary."""

import csv
import io
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.panels.meetings import SUFFICIENT, WHY, answer, case_of, move, referred, shown
from tests.registers import ENQUIRY, TODAY, enquiries, register_with, session
from visitation.register.meetings import CLOSED, OPENED
from visitation.register.store import open_register
from widgets.meeting.panel import MeetingPanel, panel
from widgets.meeting.state import MeetingState

ROLES = "myndighed socialpsykiatrien"


def decide(meeting: MeetingPanel, case: str) -> None:
    meeting.act({"do": "open", "case": case})
    answer(meeting, SUFFICIENT)
    meeting.act({"do": "text", "field": "why", "value": WHY})
    meeting.act({"do": "decide"})


def stored(url: str, kind: str) -> list[dict]:
    return [event.data for event in open_register(url).events("") if event.kind == kind]


def given(meeting: MeetingPanel) -> dict:
    return {question["id"]: question["answer"] for question in shown(meeting)["questions"] if question["answer"] is not None}


# Drafts, place and clock.


def test_after_a_crash_the_meeting_goes_on_at_the_same_case_with_the_same_answers(meeting, url):
    meeting.act({"do": "open", "case": "EKS-R-0002"})
    answer(meeting, SUFFICIENT | {"bofaellesskab": ""})
    meeting.act({"do": "text", "field": "why", "value": WHY})
    meeting.act({"do": "deviate_open"})
    meeting.act({"do": "text", "field": "deviate_reason", "value": "Ønsker at vente."})
    before = shown(meeting)
    again = panel(session(url))
    assert {**shown(again), "since": 0} == {**before, "since": 0}
    assert given(again) == SUFFICIENT | {"bofaellesskab": ""} and shown(again)["deviate"]["reason"] == "Ønsker at vente."


def test_after_a_crash_a_course_keeps_its_choice_and_note(url):
    register = referred(url, 20)
    move(register, "EKS-R-100", ("samtale_tilbudt", 10), ("opstart_B", 4))
    first = panel(session(url))
    first.act({"do": "open", "case": "EKS-R-100"})
    first.act({"do": "choose", "event": "myndighed_afslutter"})
    first.act({"do": "text", "field": "note", "value": "Klarer sig selv."})
    again = panel(session(url))
    assert (shown(again)["outcomes"]["chosen"], shown(again)["outcomes"]["note"]["value"]) == ("myndighed_afslutter", "Klarer sig selv.")


def test_the_clock_of_every_case_goes_on_after_a_crash(url):
    register_with(url, *enquiries(2)).close()
    clock = [datetime(2021, 3, 9, 9, 0)]
    first = MeetingPanel(MeetingState(session(url), now=lambda: clock[0]))
    clock[0] += timedelta(seconds=50)
    first.act({"do": "next"})
    clock[0] += timedelta(seconds=7)
    first.act({"do": "beat"})
    clock[0] += timedelta(minutes=30)  # the time nobody was there is nobody's
    again = MeetingPanel(MeetingState(session(url), now=lambda: clock[0]))
    assert (shown(again)["id"], shown(again)["since"]) == ("EKS-R-0002", 7)
    again.act({"do": "previous"})
    assert shown(again)["since"] == 50


def test_time_stands_still_on_a_case_that_is_done(url):
    register_with(url, *enquiries(2)).close()
    clock = [datetime(2021, 3, 9, 9, 0)]
    meeting = MeetingPanel(MeetingState(session(url), now=lambda: clock[0]))
    clock[0] += timedelta(seconds=50)
    decide(meeting, "EKS-R-0001")
    clock[0] += timedelta(seconds=600)
    meeting.act({"do": "beat"})
    assert shown(meeting)["since"] == 50


def test_a_draft_is_gone_once_the_case_is_decided(meeting, url):
    decide(meeting, "EKS-R-0001")
    answer(meeting, {"oensker": "nej"})
    assert [case for case in open_register(url).drafts(TODAY, "ringsted") if case] == []


def test_a_person_number_in_a_draft_stays_on_the_screen_and_is_not_kept(meeting, url):
    answer(meeting, SUFFICIENT)
    meeting.act({"do": "text", "field": "why", "value": "Se 010190-1234."})
    assert "CPR" in meeting.view["message"]["text"] and "1234" not in meeting.view["message"]["text"]
    assert shown(meeting)["why"]["value"] == "Se 010190-1234."
    assert shown(panel(session(url)))["why"]["value"] == ""


def test_a_beat_does_not_wipe_a_message_away(meeting):
    meeting.act({"do": "decide"})
    said = meeting.view["message"]
    meeting.act({"do": "beat"})
    assert said["tone"] == "error" and meeting.view["message"] == said


def test_who_comes_second_is_told_once_keeps_the_draft_and_sees_the_decision(meeting, url):
    other = panel(session(url))
    answer(other, {"oensker": "nej"})
    decide(meeting, "EKS-R-0001")
    other.act({"do": "decide"})
    assert other.view["message"]["tone"] == "error" and other.view["message"]["text"].count(".") <= 3
    assert shown(other)["decision"]["title"] == "Besluttet: § 82 a/b forløb"
    assert other.state.draft.answers["oensker"] == "nej"
    assert len(case_of(open_register(url), "EKS-R-0001").decisions) == 1


def test_what_another_meeting_decided_is_seen_at_the_next_own_action(meeting, url):
    other = panel(session(url))
    decide(other, "EKS-R-0002")
    decide(meeting, "EKS-R-0001")
    done = {item["id"]: item["done"] for section in meeting.view["agenda"] for item in section["items"]}
    assert done == {"EKS-R-0001": True, "EKS-R-0002": True, "EKS-R-0003": False}


# Who takes part.


def test_who_takes_part_is_asked_at_the_start_and_can_be_skipped(meeting, url):
    assert meeting.view["over"] == "people" and meeting.view["people"]["button"] == "Deltagere"
    answer(meeting, {"oensker": "ja"})
    assert meeting.view["over"] is None and stored(url, OPENED) == []
    assert panel(session(url)).view["over"] is None


def test_the_roles_are_kept_and_stand_in_the_header_the_decision_and_the_note(meeting, url):
    meeting.act({"do": "people_save", "roles": ROLES})
    assert meeting.view["people"]["button"] == "Deltagere: 2 roller" and meeting.view["over"] is None
    assert stored(url, OPENED)[0]["participants"] == [
        {"role": "myndighed", "capacity": "myndighed"},
        {"role": "socialpsykiatrien", "capacity": "udfører"},
    ]
    decide(meeting, "EKS-R-0001")
    assert case_of(open_register(url), "EKS-R-0001").decisions[0]["capacity"] == "myndighed"
    assert "Deltagere: Myndighedsenheden" in shown(meeting)["decision"]["note"]


@pytest.mark.parametrize(("roles", "capacity"), [("socialpsykiatrien", "udfører"), ("", "")])
def test_a_decision_says_in_which_capacity_it_was_taken(meeting, url, roles, capacity):
    meeting.act({"do": "people_save", "roles": roles})
    decide(meeting, "EKS-R-0001")
    assert case_of(open_register(url), "EKS-R-0001").decisions[0]["capacity"] == capacity


def test_the_roles_of_last_week_are_proposed(meeting, url):
    meeting.act({"do": "people_save", "roles": "socialpsykiatrien"})
    later = session(url)
    asked = MeetingPanel(MeetingState(replace(later, today=TODAY + timedelta(days=7)))).view
    assert asked["over"] == "people"
    assert [role["id"] for role in asked["people"]["roles"] if role["present"]] == ["socialpsykiatrien"]


def test_a_role_the_model_does_not_have_is_refused(meeting, url):
    meeting.act({"do": "people_save", "roles": "borgmester"})
    assert "tilladt er myndighed, ungeenheden, socialpsykiatrien" in meeting.view["message"]["text"] and stored(url, OPENED) == []


# The end of the meeting.


def sent(meeting: MeetingPanel, monkeypatch, kind: str) -> list:
    found = []
    monkeypatch.setattr(meeting, "send", lambda content, buffers: found.append((content, *buffers)))
    meeting.act({"do": "download", "kind": kind})
    return found


@pytest.fixture
def ended(meeting) -> MeetingPanel:
    """A meeting that decided one case, parked one, did not reach the third, and is closed."""
    meeting.act({"do": "people_save", "roles": ROLES})
    decide(meeting, "EKS-R-0001")
    meeting.act({"do": "open", "case": "EKS-R-0002"})
    meeting.act({"do": "park"})
    meeting.act({"do": "closing"})
    meeting.act({"do": "closing_save"})
    return meeting


def test_the_summary_counts_what_was_done_and_says_who_does_what(ended):
    closing = ended.view["closing"]
    facts = {fact["label"]: fact["value"] for fact in closing["facts"]}
    assert facts["Gennemgået"].startswith("1 af 3") and facts["Parkeret"] == "sag 0002"
    assert facts["Deltagere"] == "Myndighedsenheden, Socialpsykiatrien"
    assert closing["counts"] == [{"label": "Henvis til § 82 a/b", "count": 1}]
    assert {row["owner"]: row["count"] for row in closing["todo"]} == {"Socialpsykiatrien": 1, "myndighed": 5}


def test_the_closing_event_holds_counts_alone_and_the_anchor_is_its_own(ended, url):
    summary = stored(url, CLOSED)[0]["summary"]
    assert (summary["items"], summary["done"], summary["parked"], summary["decided"]) == (3, 1, 1, {"Henvis til § 82 a/b": 1})
    assert "0002" not in str(summary)
    count, head = open_register(url).head()
    assert ended.view["closing"]["anchor"] == f"{head}:{count}"
    assert (stored(url, CLOSED)[0]["count"], len(stored(url, CLOSED)[0]["head"])) == (count - 1, 64)


def test_the_minutes_are_taken_along_only_once_the_meeting_is_closed(meeting, monkeypatch):
    decide(meeting, "EKS-R-0001")
    assert sent(meeting, monkeypatch, "txt") == [] and meeting.view["message"]["tone"] == "error"
    meeting.act({"do": "closing_save"})
    content, data = sent(meeting, monkeypatch, "txt")[0]
    assert content["name"] == "referat-ringsted-2021-03-09.txt" and b"Henvis til" in data
    decide(meeting, "EKS-R-0002")
    assert sent(meeting, monkeypatch, "txt") == []
    meeting.act({"do": "closing"})
    assert meeting.view["closing"]["closed"] is False


def test_the_three_files_say_the_same_and_carry_the_anchor(ended, monkeypatch):
    import docx

    anchor = ended.view["closing"]["anchor"]
    text = sent(ended, monkeypatch, "txt")[0][1].decode()
    paragraphs = [p.text for p in docx.Document(io.BytesIO(sent(ended, monkeypatch, "docx")[0][1])).paragraphs]
    rows = list(csv.DictReader(io.StringIO(sent(ended, monkeypatch, "csv")[0][1].decode("utf-8-sig")), delimiter=";"))
    assert anchor in text and any(anchor in line for line in paragraphs) and rows[-1]["Hvem"] == anchor
    assert "Henvis til § 82 a/b: 1" in text and "Henvis til § 82 a/b: 1" in paragraphs
    assert [(row["Hvad"], row["Antal"]) for row in rows][:2] == [("Henvis til § 82 a/b", "1"), ("Bekræftet uden drøftelse", "0")]
    todo = [row for row in rows if row["Senest"]]
    assert len(todo) == 6 and {row["Sag"] for row in todo} == {"0001"}
    assert ended.view["closing"]["text"] == text


def test_a_meeting_closed_on_old_knowledge_is_refused(meeting, url, monkeypatch):
    register = open_register(url)
    head = meeting.state.session.register.head()
    monkeypatch.setattr(type(register), "head", lambda self: head)
    decide(panel(session(url)), "EKS-R-0003")
    meeting.act({"do": "closing_save"})
    assert meeting.view["message"]["tone"] == "error" and stored(url, CLOSED) == []


def test_the_drafts_of_what_was_not_reached_are_let_go_with_the_meeting(meeting, url):
    answer(meeting, SUFFICIENT)
    meeting.act({"do": "closing_save"})
    assert [case for case in open_register(url).drafts(TODAY, "ringsted") if case] == []


def test_a_reload_finds_the_meeting_closed(ended, url, monkeypatch):
    again = panel(session(url))
    again.act({"do": "closing"})
    assert again.view["closing"]["closed"] and again.view["closing"]["anchor"] == ended.view["closing"]["anchor"]
    assert sent(again, monkeypatch, "txt") == sent(ended, monkeypatch, "txt")


def test_a_meeting_without_cases_can_be_closed(url):
    register_with(url).close()
    empty = panel(session(url))
    for do in ("follow_up", "follow_up", "people", "undo", "beat", "closing", "closing_save"):
        empty.act({"do": do})
    assert empty.view["closing"]["closed"] and stored(url, CLOSED)[0]["summary"]["items"] == 0


def test_minutes_hold_no_word_of_a_citizen(ended, monkeypatch):
    for kind in ("txt", "csv"):
        assert ENQUIRY.words not in sent(ended, monkeypatch, kind)[0][1].decode()
