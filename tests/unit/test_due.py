"""What is due, by when, whose it is and where that stands; and the same as a calendar file."""

from dataclasses import replace
from datetime import date, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.courses import MEETING, MODELS, begun, decided, happened, moved, opened, rung
from tests.registers import sample_register
from visitation.due import due_report, due_text
from visitation.errors import VisitationError
from visitation.pathway import add
from visitation.pathway.schema import Length
from visitation.register.applications import owed
from visitation.register.courses import confirm
from visitation.register.demo import TODAY
from visitation.register.due import due
from visitation.register.ics import calendar
from visitation.register.store import open_register

ORDER = ["broken", "due", "soon", "later"]


def on(day: int) -> date:
    return MEETING + timedelta(days=day)


def found(case, day: int) -> dict:
    return {item.timer: item for item in due([case], MODELS[case.model], on(day))}


@pytest.mark.parametrize(("day", "status"), [(0, "soon"), (6, "soon"), (7, "due"), (8, "broken")])
def test_a_promise_is_soon_due_and_broken(day, status):
    item = found(moved(begun("fokus"), "modtaget", 0), day)["ST3"]
    assert (item.due, item.status, item.owner, item.kind) == (on(7), status, "FOKUS", "kilde")
    assert item.source.startswith("Bilag om FOKUS (2021)")
    assert (item.case, item.alias, item.course, item.label.da) == ("EKS-0001", "0001", "fokus-1", "Første opkald")


def test_a_promise_that_was_kept_is_gone_and_the_next_try_comes_up():
    case = rung(moved(begun("fokus"), "modtaget", 0), 2)
    assert "ST3" not in found(case, 2)
    assert (found(case, 2)["sms"].due, found(case, 2)["sms"].status) == (on(2), "due")


def test_a_day_that_a_promise_and_the_next_try_share_is_told_once():
    assert [timer for timer, item in found(moved(begun("fokus"), "modtaget", 0), 1).items() if item.due == on(7)] == ["ST3"]


def test_a_window_and_an_about_are_told():
    case = moved(moved(moved(begun("p82"), "samtale_tilbudt", 2), "opstart_C", 3), "opstart", 4)
    items = found(case, 5)
    assert (items["RT4"].approximate, items["RT4"].window_from, items["RT4"].status) == (True, None, "later")
    assert (items["RT5"].approximate, items["RT5"].window_from, items["RT5"].due) == (False, date(2021, 6, 6), date(2021, 7, 6))


def test_open_tasks_are_owed_by_a_closed_course_too():
    case = moved(moved(begun("p82"), "samtale_tilbudt", 2), "opstart_A", 6)
    assert case.courses[0].ended
    items = found(case, 6)
    assert set(items) == {"journalnotat", "advis", "afslut_sag"}
    assert (items["afslut_sag"].owner, items["afslut_sag"].due, items["afslut_sag"].kind) == ("myndighed", on(13), "kilde")


@pytest.mark.parametrize(("section", "days"), [("§ 85", 56), ("§ 82", 42), ("§ 107/108", 84)])
def test_an_application_has_the_published_deadline_of_its_section(section, days):
    case = opened("ringsted", asks_section=section)
    (item,) = due([case], MODELS["ringsted"], MEETING)
    assert (item.due, item.course, item.state) == (case.enquiry.received + timedelta(days=days), "", "")


def test_a_deadline_in_working_days_leaves_out_weekends_and_holidays():
    """Forty working days from Monday 1 March 2021, past Maundy Thursday, Good Friday and Easter Monday."""
    case = opened("slagelse", asks_section="§ 85")
    case = replace(case, applications=(replace(case.applications[0], on=date(2021, 3, 1)),))
    assert [item.due for item in due([case], MODELS["slagelse"], date(2021, 3, 2))] == [date(2021, 4, 29)]
    assert add(date(2021, 3, 1), Length(weeks=8)) == date(2021, 4, 26)


def test_help_that_may_be_offered_is_answered_by_the_meeting_and_help_that_must_be_is_not():
    assert owed(decided(opened("ringsted", asks_section="§ 82"), "HENVIS_82AB"), MODELS["ringsted"], MEETING) == []
    assert len(owed(decided(opened("ringsted", asks_section="§ 82"), "AFKLAR"), MODELS["ringsted"], MEETING)) == 1
    refused = decided(opened("ringsted", asks_section="§ 85"), "HENVIS_82AB")
    assert [one.application.section for one in owed(refused, MODELS["ringsted"], MEETING)] == ["§ 85"]
    answered = happened(refused, "confirmed", confirm(refused, "application", "§ 85", "Afslag sendt."), on(7))
    assert [owed(answered, MODELS["ringsted"], on(day)) == [] for day in (6, 7)] == [False, True]


def test_a_course_that_reaches_its_decision_answers_the_application():
    case = decided(opened("ringsted", asks_section="§ 85"), "P85")
    assert "frist_85" in found(moved(case, "udredning_begyndt", 3), 30)
    assert "frist_85" not in found(moved(moved(case, "udredning_begyndt", 3), "bevilget", 20), 30)


def test_before_a_deadline_was_published_none_is_owed():
    case = opened("ringsted", asks_section="§ 85")
    early = replace(case, applications=(replace(case.applications[0], on=date(2020, 12, 31)),))
    assert due([early], MODELS["ringsted"], MEETING) == []


@given(st.integers(0, 400))
def test_the_list_is_in_order_of_time_and_a_status_never_comes_before_a_worse_one(day):
    cases = [moved(begun("fokus", "0001"), "modtaget", 1), begun("stemme", "0002"), opened("slagelse", "0003", asks_section="§ 85")]
    items = due(cases, MODELS["slagelse"], on(day))
    assert [item.due for item in items] == sorted(item.due for item in items)
    assert [ORDER.index(item.status) for item in items] == sorted(ORDER.index(item.status) for item in items)


def test_the_calendar_reads_back_and_holds_no_reference():
    items = due([moved(begun("fokus"), "modtaget", 0), begun("stemme", "0002")], MODELS["slagelse"], MEETING)
    content = calendar(items, MEETING)
    read = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert [(event["dtstart"].dt, event["dtstamp"].dt.date()) for event in read] == [(item.due, MEETING) for item in items]
    assert str(read[0]["summary"]).startswith("Sag 000")
    assert len({str(event["uid"]) for event in read}) == len(items) >= 2
    assert b"EKS-" not in content
    assert content == calendar(items, MEETING) != calendar(items, on(1))


@pytest.mark.parametrize("days", [(0, 1), (0, 0)], ids=["two days", "one day"])
def test_two_applications_under_one_section_are_two_dates_in_the_calendar(days):
    case = opened("ringsted", asks_section="§ 85")
    (first,) = case.applications
    case = replace(case, applications=tuple(replace(first, on=first.on + timedelta(days=day)) for day in days))
    items = due([case], MODELS["ringsted"], MEETING)
    uids = [str(event["uid"]) for event in icalendar.Calendar.from_ical(calendar(items, MEETING)).walk("VEVENT")]
    assert len(set(uids)) == len(items) == 2


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    return sample_register(tmp_path_factory.mktemp("due"))


def test_the_report_lists_what_is_broken_due_and_soon_of_every_municipality_in_the_register(demo):
    report = due_report(None, demo, None, date(1999, 1, 1))
    assert report["on"] == TODAY.isoformat()
    assert {"case", "timer", "due", "status", "owner", "source"} <= set(report["items"][0])
    assert {item["case"][:5] for item in report["items"]} == {"EKS-R", "EKS-S"}
    assert {item["status"] for item in report["items"]} == {"broken", "due", "soon"}
    everything = due_report(None, demo, None, date(1999, 1, 1), everything=True)
    assert [item for item in everything["items"] if item["status"] != "later"] == report["items"]
    assert len(everything["items"]) > 10 * len(report["items"])


def test_one_municipality_and_another_day_may_be_asked_for(demo):
    report = due_report("ringsted", demo, TODAY + timedelta(days=7), TODAY)
    assert report["on"] == "2021-03-16"
    assert {item["case"][:5] for item in report["items"]} == {"EKS-R"}
    with pytest.raises(VisitationError, match="ukendt model 'greve'"):
        due_report("greve", demo, None, TODAY)


def test_the_report_in_words_begins_with_the_counts(demo):
    report = due_report("slagelse", demo, None, TODAY)
    broken = sum(item["status"] == "broken" for item in report["items"])
    lines = due_text(report).splitlines()
    assert lines[0].startswith(f"Frister pr. 2021-03-09: {broken} overskredet, ")
    assert lines[1] == "Overskredet:"
    assert len(lines) == 1 + len(report["items"]) + 3
    assert due_text({"on": "2021-03-09", "items": []}) == "Frister pr. 2021-03-09: ingen."


def test_an_empty_register_owes_nothing(tmp_path):
    url = f"sqlite:///{tmp_path.as_posix()}/r.sqlite"
    open_register(url).close()
    assert due_report(None, url, None, TODAY) == {"on": TODAY.isoformat(), "items": []}
