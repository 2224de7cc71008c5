"""Cases in a course at the meeting: what happened since, how it goes on, follow-ups confirmed together, and taking it back."""

from dataclasses import replace
from datetime import timedelta
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.panels.meetings import RECOMMENDED, SUFFICIENT, WHY, answer, at, case_of, move, referred, sections, shown
from tests.registers import ENQUIRY, TODAY, session
from visitation.model import load
from visitation.register.cases import cases, received
from visitation.register.courses import decision_drafts
from visitation.register.decisions import decision
from visitation.register.events import Draft
from visitation.register.store import open_register
from visitation.screening import build, screen
from visitation.vocabulary import THEMES
from widgets.meeting.panel import panel


@pytest.fixture
def back(url):
    """A meeting with two new cases and one that came back from its start-up talk."""
    register = referred(url, 20)
    move(register, "EKS-R-100", ("samtale_tilbudt", 10), ("opstart_B", 4))
    register.close()
    meeting = panel(session(url))
    meeting.act({"do": "open", "case": "EKS-R-100"})
    return meeting


def kinds(url: str, reference: str) -> list[str]:
    return [event.kind for event in open_register(url).events(reference)]


def facts(meeting) -> dict:
    return {fact["label"]: fact["value"].replace("\u00a0", " ") for fact in shown(meeting)["facts"]}


def test_a_re_presented_case_says_what_happened_since_and_what_is_promised(back):
    assert sections(back)["beskrivelser"] == ["EKS-R-100"]
    said = facts(back)
    assert said["Siden sidst"].startswith("§ 82 a/b forløb for 20 dage siden")
    assert "Opstartssamtale er tilbudt 27. februar" in said["Siden sidst"] and "5. marts" in said["Siden sidst"]
    assert said["Forløb"].endswith("4 dage") and "senest" in said["Næste løfte"]


def test_a_course_asks_how_it_goes_on_and_shows_what_follows_before_it_is_stored(back, url):
    options = [option["id"] for option in shown(back)["outcomes"]["options"]]
    assert options == ["myndighed_afgjort", "myndighed_afslutter", "proev_igen"]
    assert shown(back)["outcomes"]["chosen"] is None and shown(back)["questions"] == []
    back.act({"do": "choose", "event": "proev_igen"})
    assert shown(back)["follows"]["title"] == "Henvist til Socialpsykiatrien" and shown(back)["can_decide"]
    assert kinds(url, "EKS-R-100")[-1] == "course_moved" and case_of(open_register(url), "EKS-R-100").courses[0].state == "til_myndighed"
    back.act({"do": "decide"})
    assert case_of(open_register(url), "EKS-R-100").courses[0].state == "henvist"
    assert shown(back)["decision"]["title"] == "Aftalt: Myndighed: prøv igen"


def test_a_choice_that_needs_a_note_is_not_stored_without_it(back, url):
    back.act({"do": "choose", "event": "myndighed_afslutter"})
    before = kinds(url, "EKS-R-100")
    back.act({"do": "decide"})
    assert back.view["message"]["tone"] == "error" and kinds(url, "EKS-R-100") == before
    back.act({"do": "text", "field": "note", "value": "Borgeren klarer sig selv."})
    back.act({"do": "decide"})
    assert case_of(open_register(url), "EKS-R-100").courses[0].moves[-1].note == "Borgeren klarer sig selv."


def test_a_choice_the_pathway_does_not_have_is_refused(back):
    back.act({"do": "choose", "event": "opstart_A"})
    assert back.view["message"]["tone"] == "error" and shown(back)["outcomes"]["chosen"] is None


def test_a_guard_blocks_the_end_of_a_course(url):
    register = open_register(url)
    enquiry = replace(ENQUIRY, asks_section="§ 85", received=TODAY - timedelta(days=23))
    register.append(enquiry.reference, 0, "enquiry_received", received(enquiry, "ringsted", "0001"), f"{enquiry.received}T09:00:00")
    meeting = _referred_case(register, url)
    meeting.act({"do": "choose", "event": "myndighed_afslutter"})
    meeting.act({"do": "text", "field": "note", "value": "Borgeren klarer sig selv."})
    assert shown(meeting)["guards"] and not shown(meeting)["can_decide"]
    before = kinds(url, enquiry.reference)
    meeting.act({"do": "decide"})
    assert meeting.view["message"]["tone"] == "error" and kinds(url, enquiry.reference) == before


def _referred_case(register, url):
    model = load("ringsted")
    made = decision(model, screen(build(model.meeting_table), SUFFICIENT), RECOMMENDED, why_not_lower=WHY)
    register.append_all(decision_drafts(model, case_of(register, ENQUIRY.reference), made, at(20).isoformat()))
    move(register, ENQUIRY.reference, ("samtale_tilbudt", 10), ("opstart_B", 4))
    register.close()
    meeting = panel(session(url))
    meeting.act({"do": "open", "case": ENQUIRY.reference})
    return meeting


def test_a_case_in_a_course_can_be_assessed_anew(back, url):
    back.act({"do": "turn"})
    assert shown(back)["outcomes"] is None and shown(back)["turn"] == "Se forløbet"
    answer(back, SUFFICIENT | {"behov": "mere"})
    back.act({"do": "deviate", "step": "P85", "reason": "Behovet er vokset."})
    case = case_of(open_register(url), "EKS-R-100")
    assert [made["outcome"] for made in case.decisions] == [RECOMMENDED, "P85"]
    assert [course.pathway for course in case.courses] == ["p82", "p85"]


def test_a_decision_begins_its_course_in_the_same_breath(back, url):
    back.act({"do": "open", "case": "EKS-R-0001"})
    answer(back, SUFFICIENT)
    back.act({"do": "text", "field": "why", "value": WHY})
    back.act({"do": "decide"})
    stored = open_register(url).events("EKS-R-0001")
    assert [event.kind for event in stored] == ["enquiry_received", "decided", "course_begun"]
    assert len({event.at for event in stored[1:]}) == 1


def test_what_was_decided_is_taken_back_as_a_new_event_and_is_a_draft_again(back, url):
    back.act({"do": "open", "case": "EKS-R-0001"})
    answer(back, SUFFICIENT)
    back.act({"do": "text", "field": "why", "value": WHY})
    back.act({"do": "decide"})
    back.act({"do": "open", "case": "EKS-R-0002"})
    back.act({"do": "undo"})
    assert back.view["message"] == {"tone": "ok", "text": "Fortrudt: beslutningen i sag 0001."}
    assert shown(back)["id"] == "EKS-R-0001" and shown(back)["decision"] is None
    assert shown(back)["why"]["value"] == WHY and shown(back)["can_decide"]
    assert kinds(url, "EKS-R-0001") == ["enquiry_received", "decided", "course_begun", "undone"]
    case = case_of(open_register(url), "EKS-R-0001")
    assert (case.decisions, case.courses) == ((), ())


def test_undoing_goes_back_step_by_step_and_then_has_nothing_left(back, url):
    back.act({"do": "choose", "event": "proev_igen"})
    back.act({"do": "decide"})
    back.act({"do": "open", "case": "EKS-R-0001"})
    back.act({"do": "park"})
    assert back.view["can_undo"]
    back.act({"do": "undo"})
    assert "parkeringen i sag 0001" in back.view["message"]["text"]
    back.act({"do": "undo"})
    assert "udfaldet af forløbet i sag 0003" in back.view["message"]["text"]
    assert shown(back)["outcomes"]["chosen"] == "proev_igen"
    assert not back.view["can_undo"]
    back.act({"do": "undo"})
    assert back.view["message"]["tone"] == "error"
    assert case_of(open_register(url), "EKS-R-100").courses[0].state == "til_myndighed"


def test_what_somebody_else_did_after_is_not_taken_back(back, url):
    back.act({"do": "choose", "event": "proev_igen"})
    back.act({"do": "decide"})
    register = open_register(url)
    move(register, "EKS-R-100", ("samtale_tilbudt", 0))
    for _ in range(2):
        back.act({"do": "undo"})
        assert back.view["message"]["tone"] == "error"
    assert case_of(register, "EKS-R-100").courses[0].state == "opstartssamtale"


@pytest.fixture
def waiting(url):
    """A meeting with two follow-ups on open tasks."""
    referred(url, 9, 9, new=1).close()
    return panel(session(url))


def rows(meeting) -> dict:
    return {row["id"]: row for row in meeting.view["together"]["items"]}


def test_follow_ups_are_confirmed_together_each_with_its_reason(waiting, url):
    assert sections(waiting)["opfoelgning"] == ["EKS-R-100", "EKS-R-101"]
    waiting.act({"do": "follow_up"})
    assert not waiting.view["together"]["can_save"] and "åbne opgaver: 5" in rows(waiting)["EKS-R-100"]["text"]
    for case in ("EKS-R-100", "EKS-R-101"):
        waiting.act({"do": "follow_up_tick", "case": case, "value": "ja"})
    waiting.act({"do": "follow_up_reason", "case": "EKS-R-100", "value": "Nået i går."})
    assert waiting.view["together"]["blocked"] == "Skriv en begrundelse for sag 0003."
    waiting.act({"do": "follow_up_save"})
    assert waiting.view["message"]["tone"] == "error" and kinds(url, "EKS-R-100")[-1] != "confirmed"
    waiting.act({"do": "follow_up_reason", "case": "EKS-R-101", "value": "Rådgiver følger op."})
    waiting.act({"do": "follow_up_save"})
    stored = [case_of(open_register(url), case).confirmed[0] for case in ("EKS-R-100", "EKS-R-101")]
    assert [(one.what, one.which, one.reason) for one in stored] == [
        ("course", "p82-1", "Nået i går."),
        ("course", "p82-1", "Rådgiver følger op."),
    ]
    done = [item["done"] for section in waiting.view["agenda"] if section["id"] == "opfoelgning" for item in section["items"]]
    assert done == [True, True] and waiting.view["over"] is None


def test_what_is_not_marked_stays_and_all_marked_ones_are_taken_back_at_once(waiting, url):
    waiting.act({"do": "follow_up_tick", "case": "EKS-R-100", "value": "ja"})
    waiting.act({"do": "follow_up_reason", "case": "EKS-R-100", "value": "Nået i går."})
    waiting.act({"do": "follow_up_save"})
    assert kinds(url, "EKS-R-101")[-1] == "course_begun"
    waiting.act({"do": "undo"})
    assert case_of(open_register(url), "EKS-R-100").confirmed == ()
    waiting.act({"do": "follow_up"})
    assert rows(waiting)["EKS-R-100"]["marked"] and rows(waiting)["EKS-R-100"]["reason"] == "Nået i går."


def test_what_is_to_be_talked_about_cannot_be_confirmed_together(waiting, url):
    waiting.act({"do": "follow_up_tick", "case": "EKS-R-0001", "value": "ja"})
    waiting.act({"do": "follow_up_reason", "case": "EKS-R-0001", "value": "Nem."})
    waiting.act({"do": "follow_up_save"})
    assert waiting.view["message"]["tone"] == "error" and kinds(url, "EKS-R-0001") == ["enquiry_received"]


def test_a_confirmation_that_lost_the_race_stores_none_of_them(waiting, url):
    for case in ("EKS-R-100", "EKS-R-101"):
        waiting.act({"do": "follow_up_tick", "case": case, "value": "ja"})
        waiting.act({"do": "follow_up_reason", "case": case, "value": "Nået."})
    move(open_register(url), "EKS-R-101", ("samtale_tilbudt", 0))
    waiting.act({"do": "follow_up_save"})
    assert waiting.view["message"]["tone"] == "error" and "confirmed" not in kinds(url, "EKS-R-100")


def test_the_levels_before_and_after_are_shown_only_where_they_were_imported(back, url):
    assert shown(back)["levels"] is None
    register, case = open_register(url), case_of(open_register(url), "EKS-R-100")
    told = [("foer", "2020-11-01", "3"), ("efter", "2021-02-01", "1"), ("efter", "2021-01-05", "4")]
    data = [{"theme": THEMES[0], "level": level, "day": day, "phase": phase} for phase, day, level in told]
    data.append({"theme": THEMES[1], "level": "ikke_vurderet", "day": "2021-02-01", "phase": "efter"})
    register.append_all(
        [Draft(case.reference, case.version + i, "level_measured", each, "2021-03-08T08:00:00") for i, each in enumerate(data)]
    )
    back = panel(session(url))
    back.act({"do": "open", "case": "EKS-R-100"})
    themes = shown(back)["levels"]["themes"]
    assert len(themes) == len(THEMES)
    assert (themes[0]["before"]["level"], themes[0]["after"]["level"]) == (3, 1)
    assert themes[1]["after"] == {"level": None, "text": "ikke vurderet"} and themes[1]["before"]["level"] is None


def test_every_section_has_its_count_and_minutes(waiting):
    found = {section["id"]: (section["count"], section["minutes"]) for section in waiting.view["agenda"]}
    assert found == {"nye": (1, "4 min."), "opfoelgning": (2, "2 min.")}
    assert waiting.view["header"]["progress"] == "1 af 3 · ca. 6 min. igen"


ACTIONS = (
    {"do": "next"},
    {"do": "previous"},
    {"do": "park"},
    {"do": "answer", "question": "oensker", "value": "nej"},
    {"do": "choose", "event": "proev_igen"},
    {"do": "decide"},
    {"do": "deviate", "step": "P85", "reason": "Aftalt med borgeren."},
    {"do": "turn"},
    {"do": "follow_up_tick", "case": "EKS-R-101", "value": "ja"},
    {"do": "follow_up_reason", "case": "EKS-R-101", "value": "Nået."},
    {"do": "follow_up_save"},
    {"do": "undo"},
)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(ACTIONS), max_size=14))
def test_whatever_a_meeting_did_can_be_taken_back_to_where_it_began(actions):
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/register.sqlite"
        register = referred(url, 20, 9, new=2)
        move(register, "EKS-R-100", ("samtale_tilbudt", 10), ("opstart_B", 4))
        before = _stands(register)
        meeting = panel(session(url))
        for action in actions:
            meeting.act(action)
        while meeting.view["can_undo"]:
            meeting.act({"do": "undo"})
            assert meeting.view["message"]["tone"] == "ok"
        assert _stands(register) == before
        meeting.state.session.register.close()
        register.close()


def _stands(register) -> list:
    return [replace(case, version=0) for case in cases(register, "ringsted").values()]
