"""The deadlines without a browser: what is shown of whom, and what staff may do with the course that is open."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.registers import TODAY, session
from tests.running import NOW, Running
from visitation.register.cases import cases
from visitation.register.due import due
from widgets import deadlines
from widgets.deadlines.panel import DeadlinesPanel
from widgets.deadlines.state import DeadlinesState


@pytest.fixture
def fokus(url) -> Running:
    """Three courses of Slagelse: contact is sought since nine days, one is in its intro, one has just been referred."""
    running = Running(url, "slagelse")
    sought, intro = running.begin(1, days_ago=9), running.begin(2, days_ago=30)
    for reference in (sought, intro):
        running.finish(reference)
    running.go(sought, "modtaget", days_ago=8)
    running.go(intro, "modtaget", "inviteret", "start_gruppe", days_ago=21)
    running.begin(3, days_ago=0)
    return running


@pytest.fixture
def p82(url) -> Running:
    """A course of Ringsted whose way-forward talk has been held."""
    running = Running(url, "ringsted")
    reference = running.begin(1, days_ago=130)
    running.finish(reference)
    running.go(reference, "samtale_tilbudt", "opstart_C", "opstart", days_ago=120)
    running.finish(reference)
    running.go(reference, "samtale_holdt")
    return running


def show(running: Running, **query: str) -> DeadlinesPanel:
    """The panel of the register as it is now, at two in the afternoon."""
    return DeadlinesPanel(DeadlinesState(session(running.url, running.model.head.id, **query), now=lambda: NOW))


def opened(shown: DeadlinesPanel, row: str) -> dict:
    shown.act({"do": "open", "row": row})
    return shown.view["open"]


def act(shown: DeadlinesPanel, do: str, **given: str) -> dict:
    """An action on the row that is open."""
    shown.act({"do": do, "row": shown.view["open"]["id"], **given})
    return shown.view


def rows(shown: DeadlinesPanel) -> list[str]:
    return [row["label"] for row in shown.view["rows"]]


def option(view: dict, event: str) -> dict:
    return next(one for group in view["open"]["move"]["groups"] for one in group["options"] if one["id"] == event)


def test_the_counts_are_those_of_the_due_list(fokus):
    shown = show(fokus)
    owed = due(cases(fokus.register, "slagelse").values(), fokus.model, TODAY)
    found = Counter(item.status for item in owed)
    assert {one["id"]: one["number"] for one in shown.view["counts"]} == {s: str(found[s]) for s in ("broken", "due", "soon", "later")}
    assert found["broken"] == 1
    assert shown.view["sentence"] == "Overskredne frister: 1, den ældste siden 7. marts (sag 0001). Forløb i gang: 3."


def test_rows_come_by_date_and_say_their_course_in_one_sentence(fokus):
    first, second, third = show(fokus).view["rows"]
    assert [first["label"], second["label"], third["label"]] == ["0001", "0003", "0002"]
    assert first["sentence"] == "Sag 0001, FOKUS: Kontakt søges før start. Første opkald, 7. marts, overskredet. FOKUS."
    assert (first["next"]["stands"], second["next"]["stands"]) == ("broken", "soon")
    assert first["bar"] == {"from": pytest.approx(20.5 / 126, abs=1e-3), "to": pytest.approx(29.5 / 126, abs=1e-3), "runs_on": False}


def test_the_filters_are_real_and_can_be_cleared(fokus):
    shown = show(fokus)
    shown.act({"do": "status", "status": "broken"})
    assert rows(shown) == ["0001"] and [one["pressed"] for one in shown.view["counts"]] == [True, False, False, False]
    shown.act({"do": "status", "status": "soon"})
    assert rows(shown) == ["0001", "0003", "0002"]
    shown.act({"do": "clear"})
    shown.act({"do": "filter", "by": "owner", "value": "CHP-myndighed"})
    assert rows(shown) == ["0003"] and shown.view["counts"][0]["number"] == "0"
    shown.act({"do": "clear"})
    shown.act({"do": "filter", "by": "state", "value": "intro"})
    assert rows(shown) == ["0002"]
    shown.act({"do": "filter", "by": "timer", "value": "ST3"})
    assert rows(shown) == [] and shown.view["none"] == "Intet forløb passer til det valgte."
    shown.act({"do": "clear"})
    shown.act({"do": "filter", "by": "case", "value": "0002"})
    assert rows(shown) == ["0002"] and shown.view["can_clear"]


def test_the_weeks_move_by_one_and_come_back_to_today(fokus):
    shown = show(fokus)
    weeks = shown.view["weeks"]
    assert [weeks["columns"][n]["number"] for n in (0, 4, 17)] == ["6", "10", "23"] and weeks["columns"][4]["current"]
    shown.act({"do": "weeks", "by": "-1"})
    assert shown.view["weeks"]["columns"][0]["number"] == "5" and shown.view["weeks"]["moved"]
    for _ in range(20):
        shown.act({"do": "weeks", "by": "1"})
    assert shown.view["weeks"]["today"] is None
    assert {mark["beyond"] for mark in shown.view["rows"][0]["marks"]} == {"before"}
    shown.act({"do": "weeks", "by": "0"})
    assert shown.view["weeks"] == weeks


def test_a_long_list_comes_page_by_page(url):
    running = Running(url, "slagelse")
    for number in range(1, 25):
        running.begin(number, days_ago=1)
    shown = show(running)
    assert len(shown.view["rows"]) == 20 and shown.view["more"] == "Vis flere (4)" and shown.view["shown"] == "Viser 20 af 24."
    shown.act({"do": "more"})
    assert len(shown.view["rows"]) == 24 and shown.view["more"] is None


def test_the_next_contact_is_shown_and_a_try_is_recorded(fokus):
    shown = show(fokus)
    contact = opened(shown, "EKS-S-0001/fokus-1")["contact"]
    assert (contact["step"]["label"], contact["step"]["when"], contact["form"]["picked"]) == ("Ring til borgeren", "7. marts", "opkald")
    view = act(shown, "try", channel="opkald", result="intet_svar", at="2021-03-09T09:30")
    assert view["message"] == {"tone": "ok", "text": "Forsøget er gemt."}
    contact = view["open"]["contact"]
    assert (contact["step"]["label"], contact["text"]["title"]) == ("Send sms efter opkaldet", "Sms efter opkald")
    assert view["open"]["history"][0]["what"] == "Ring til borgeren: Intet svar"
    assert cases(fokus.register, "slagelse")["EKS-S-0001"].courses[0].tries[0].at.hour == 9
    again = show(fokus)
    assert opened(again, "EKS-S-0001/fokus-1")["history"] == view["open"]["history"]


def test_what_is_missing_in_a_try_is_said_and_what_was_chosen_stays(fokus):
    shown = show(fokus)
    opened(shown, "EKS-S-0001/fokus-1")
    view = act(shown, "try", channel="eboks", result="sendt", answer_by="")
    assert view["message"]["tone"] == "error" and "giv en svarfrist efter 2021-03-09" in view["message"]["text"]
    form = view["open"]["contact"]["form"]
    assert (form["picked"], form["result"]) == ("eboks", "sendt")
    assert act(shown, "try", channel="opkald")["message"]["text"].startswith("Vælg, hvordan kontakten er forsøgt")
    assert act(shown, "try", channel="opkald", result="intet_svar", at="i går")["message"]["text"].startswith("Datoen kan ikke læses")


def test_outcome_d_keeps_the_course_in_the_list_while_the_support_runs(p82):
    shown = show(p82)
    group = opened(shown, "EKS-R-0001/p82-1")["move"]["groups"][0]
    assert group["legend"] == "Udfald" and [one["digit"] for one in group["options"]] == ["A", "B", "C", "D"]
    view = act(shown, "move", event="vejen_videre_D", note="Behov ud over grupper.")
    (row,) = view["rows"]
    assert row["runs_on"] and row["bar"]["to"] == 1
    assert row["state"] == "Ny vurdering hos myndighed, støtten fortsætter"
    assert view["open"]["head"]["notice"] == "Støtten løber, til myndigheden har afgjort."


def test_tasks_are_shown_before_they_arise_and_can_be_done(url):
    running = Running(url, "ringsted")
    reference = running.begin(1, days_ago=9)
    running.finish(reference)
    running.go(reference, "samtale_tilbudt")
    shown = show(running)
    opened(shown, f"{reference}/p82-1")
    before = option(shown.view, "opstart_C")
    assert before["digit"] == "C" and before["to"] == "Opstart aftalt" and any("11. marts" in task for task in before["tasks"])
    tasks = act(shown, "move", event="opstart_C")["open"]["tasks"]
    assert [task["task"] for task in tasks] == ["journalnotat", "advis", "opret_ydelse"]
    view = act(shown, "task", task="advis")
    assert [task["task"] for task in view["open"]["tasks"]] == ["journalnotat", "opret_ydelse"]
    assert view["open"]["undo"].startswith("Det seneste: Udført:")


def test_a_closing_letter_is_blocked_with_the_guards_words_until_the_application_is_answered(url):
    running = Running(url, "slagelse")
    reference = running.begin(1, days_ago=9, asks_section="§ 85")
    running.go(reference, "modtaget")
    shown = show(running)
    opened(shown, f"{reference}/fokus-1")
    (guard,) = option(shown.view, "borger_stopper")["blocked"]
    assert guard["text"].startswith("ansøgningen skal stadig afgøres")
    view = act(shown, "move", event="borger_stopper", note="Ønsker ikke mere.")
    assert "ansøgningen skal stadig afgøres" in view["message"]["text"]
    assert (view["open"]["move"]["picked"], view["open"]["move"]["values"]["note"]) == ("borger_stopper", "Ønsker ikke mere.")
    opened(shown, f"{reference}/")
    assert act(shown, "answered", section="§ 85", reason="")["message"]["tone"] == "error"
    view = act(shown, "answered", section="§ 85", reason="Afgjort 8. marts.")
    assert view["open"]["history"][0]["note"] == "Afgjort 8. marts." and view["open"]["answer"] is None
    opened(shown, f"{reference}/fokus-1")
    assert option(shown.view, "borger_stopper")["blocked"] is None


def test_a_conflict_is_told_and_nothing_is_lost(p82):
    first, second = show(p82), show(p82)
    for each in (first, second):
        opened(each, "EKS-R-0001/p82-1")
    act(first, "task", task="advis")
    view = act(second, "move", event="vejen_videre_C", note="Gruppe er nok.")
    assert view["message"]["text"].startswith("En anden har skrevet i sagen imens")
    assert view["open"]["move"]["picked"] == "vejen_videre_C" and view["open"]["move"]["values"]["note"] == "Gruppe er nok."
    assert [task["task"] for task in view["open"]["tasks"]] == ["statusnotat"]
    assert act(second, "move", event="vejen_videre_C", note="Gruppe er nok.")["message"]["tone"] == "ok"


def test_a_course_opens_as_it_stands_now(fokus):
    shown = show(fokus)
    fokus.tries("EKS-S-0001", "opkald", days_ago=0)
    assert opened(shown, "EKS-S-0001/fokus-1")["contact"]["step"]["label"] == "Send sms efter opkaldet"
    fresh = show(fokus)
    opened(fresh, "EKS-S-0001/fokus-1")
    assert fresh.view == shown.view


def test_undo_takes_back_the_latest_and_never_the_decision(fokus):
    shown = show(fokus)
    assert opened(shown, "EKS-S-0003/fokus-1")["undo"] is None
    undo = opened(shown, "EKS-S-0002/fokus-1")["undo"]
    assert undo == "Det seneste: Opstart i gruppe (16. februar)."
    view = act(shown, "undo")
    assert view["message"]["text"] == "Det seneste er fortrudt." and view["open"]["head"]["state"] == "Inviteret til introforløb"


def test_an_action_meant_for_another_course_does_nothing(fokus):
    shown = show(fokus)
    opened(shown, "EKS-S-0001/fokus-1")
    before = fokus.register.head()
    shown.act({"do": "move", "row": "EKS-S-0002/fokus-1", "event": "inviteret"})
    shown.act({"do": "close"})
    shown.act({"do": "undo", "row": "EKS-S-0001/fokus-1"})
    assert fokus.register.head() == before and shown.view["open"] is None


def test_an_unknown_action_is_said_plainly(fokus):
    shown = show(fokus)
    shown.act({"do": "drop"})
    assert shown.view["message"]["text"].startswith("Skærmen og programmet passer ikke sammen")


def test_a_letter_that_a_deadline_is_missed_is_written_and_handed_out(url, sent):
    running = Running(url, "slagelse")
    reference = running.begin(1, days_ago=80, asks_section="§ 85")
    shown = show(running)
    assert opened(shown, f"{reference}/")["documents"]["choices"] == [{"template": "fristbrev", "title": "Fristbrev"}]
    view = act(shown, "document", template="fristbrev", ny_frist="2021-04-15", aarsag="Vi venter på oplysninger.")
    letter = view["open"]["documents"]["shown"]
    assert "15. april 2021" in letter["text"] and "Vi venter på oplysninger." in letter["text"]
    assert letter["missing"].startswith("Udfyldes i fagsystemet:")
    act(shown, "docx")
    ((named, (content,)),) = sent
    assert named["name"] == "fristbrev-0001.docx" and content.startswith(b"PK")


def test_the_calendar_holds_what_the_filters_show(fokus, sent):
    shown = show(fokus)
    shown.act({"do": "status", "status": "broken"})
    shown.act({"do": "calendar"})
    ((named, (content,)),) = sent
    assert named == {"name": "frister.ics", "type": "text/calendar"}
    assert content.count(b"BEGIN:VEVENT") == 1 and b"Sag 0001" in content and b"EKS-" not in content


@pytest.fixture
def sent(monkeypatch) -> list:
    """The files that the panel hands out."""
    handed: list = []
    monkeypatch.setattr(DeadlinesPanel, "send", lambda self, content, buffers=None: handed.append((content, buffers)))
    return handed


def test_a_closed_course_is_found_by_its_number_and_can_be_reopened(fokus):
    fokus.go("EKS-S-0001", "borger_stopper")
    fokus.finish("EKS-S-0001")
    shown = show(fokus)
    assert "0001" not in rows(shown)
    shown.act({"do": "filter", "by": "case", "value": "0001"})
    assert rows(shown) == ["0001"]
    opened(shown, "EKS-S-0001/fokus-1")
    assert act(shown, "move", event="genaabn")["open"]["head"]["state"] == "Kontakt søges før start"
    shown.act({"do": "clear"})
    assert "0001" in rows(shown)


def test_the_script_uses_the_words_it_is_given_and_no_others(fokus):
    scripts = "".join(path.read_text(encoding="utf-8") for path in Path(deadlines.__file__).parent.glob("*.js"))
    used = set(re.findall(r"texts\.(\w+)", scripts)) | {f"weeks_{step}" for step in ("back", "now", "on")}
    assert used | {"links", "help_keys"} == show(fokus).view["texts"].keys()  # these two are of the room


def test_a_register_without_courses_says_so(url):
    view = show(Running(url, "slagelse")).view
    assert view["none"] and view["sentence"] == "Ingen frister er overskredet. Forløb i gang: 0."


def test_it_speaks_english(fokus):
    view = show(fokus, sprog="en").view
    assert view["rows"][0]["next"]["what"] == "First call"
