"""The dates a course promises: the acceptance dates of both municipalities, and which promise runs, is kept or broken when."""

from datetime import date

import pytest

from tests.pathways import Walk
from visitation.pathway import deadlines, status
from visitation.pathway.deadlines import REVIEW

LATE = date(2030, 1, 1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def promised(walk: Walk, today: date = LATE) -> dict:
    return {one.timer: one for one in deadlines(walk.model, walk.course, today)}


def fokus_until_start(start: str) -> Walk:
    walk = Walk("slagelse", "fokus")
    return walk.go("modtaget", "2021-02-02").tries("opkald", "2021-02-03").go("inviteret", "2021-02-03").go("start_gruppe", start)


def ringsted_until_start(start: str) -> Walk:
    walk = Walk("ringsted", "p82", on=day(start))
    for event in ("samtale_tilbudt", "opstart_C", "opstart"):
        walk.go(event, start)
    return walk


STARTS = [
    ("2021-03-01", {"RT4": "2021-07-01", "RT6": "2021-09-01"}, ("2022-03-01", "2022-05-01")),
    ("2021-08-31", {"RT4": "2021-12-31", "RT6": "2022-02-28"}, ("2022-08-31", "2022-10-31")),
    ("2023-08-29", {"RT6": "2024-02-29"}, ("2024-08-29", "2024-10-29")),
    ("2024-02-29", {"RT6": "2024-08-29"}, ("2025-02-28", "2025-04-29")),
]


@pytest.mark.parametrize(("start", "due", "status_window"), STARTS)
def test_ringsteds_dates_from_the_start(start, due, status_window):
    walk = ringsted_until_start(start)
    found = promised(walk)
    assert {timer: found[timer].due for timer in due} == {timer: day(text) for timer, text in due.items()}
    assert found["RT4"].approximate and "RT9" not in found, "the status belongs to those who go on under § 82 a alone"
    walk.go("samtale_holdt", found["RT4"].due).go("vejen_videre_C", found["RT4"].due)
    status_14 = promised(walk)["RT9"]
    assert (status_14.window_from, status_14.due) == tuple(day(text) for text in status_window)


def test_slagelses_dates_from_referral_first_try_and_start():
    walk = Walk("slagelse", "fokus")
    assert promised(walk)["ST3"].due == day("2021-02-08")
    walk.go("modtaget", "2021-02-01").tries("opkald", "2021-02-01")
    assert promised(walk)["ST8"].due == day("2021-02-15")
    found = promised(fokus_until_start("2021-03-02"))
    assert [found[timer].due for timer in ("ST10", "ST12", "ST13")] == [day("2021-03-30"), day("2021-05-25"), day("2021-06-22")]


def test_a_promise_is_kept_on_the_first_day_that_keeps_it_and_not_before_that_day():
    walk = fokus_until_start("2021-03-02")
    first_call = promised(walk)["ST3"]
    assert first_call.met and first_call.met_on == day("2021-02-03")
    assert not promised(walk, today=day("2021-02-02"))["ST3"].met


def test_running_promises_come_first_by_date():
    walk = fokus_until_start("2021-03-02")
    found = deadlines(walk.model, walk.course, LATE)
    assert [one.timer for one in found] == ["ST10", "ST12", "ST13", "ST3", "ST8"]
    assert [one.met for one in found] == [False, False, False, True, True]


def test_whoever_stays_away_is_called_within_three_days_each_time():
    walk = fokus_until_start("2021-03-02").go("udeblevet", "2021-03-04")
    assert promised(walk)["ST9"].due == day("2021-03-07") and status(promised(walk)["ST9"].due, day("2021-03-08")) == "broken"
    walk.go("fulgt_op", "2021-03-05")
    assert promised(walk)["ST9"].met
    walk.go("udeblevet", "2021-03-09")
    assert not promised(walk)["ST9"].met and promised(walk)["ST9"].due == day("2021-03-12")


def test_the_ceiling_runs_until_the_course_ends_also_while_the_meeting_is_awaited():
    walk = fokus_until_start("2021-03-02").go("intro_slut", "2021-03-30").go("beskrivelse_begyndt", "2021-05-18")
    walk.go("beskrivelse_sendt", "2021-05-25")
    assert promised(walk)["ST12"].met and not promised(walk)["ST13"].met and not promised(walk)["ST11"].met
    walk.go("forloeb_slut", "2021-06-22")
    assert promised(walk)["ST13"].met and promised(walk)["ST13"].met_on == promised(walk)["ST13"].due


def test_the_day_of_the_enquiry_counts_where_the_model_says_so():
    walk = Walk("ringsted", "p82", known={"henvendelse": day("2021-01-28")})
    found = promised(walk)
    assert (found["RT1"].due, found["RT2"].due) == (day("2021-02-15"), day("2021-02-11"))


def test_six_months_run_on_while_support_continues_under_d():
    walk = ringsted_until_start("2021-03-01").go("samtale_holdt", "2021-07-01").go("vejen_videre_D", "2021-07-20")
    state = walk.pathway.state(walk.course.state)
    assert state.support_runs and state.meets and not walk.course.ended
    assert not promised(walk)["RT6"].met and promised(walk)["RT5"].met
    walk.go("myndighed_afgjort", "2021-08-15")
    assert walk.course.ended and promised(walk)["RT6"].met


def test_after_care_ends_without_an_active_case():
    walk = ringsted_until_start("2021-03-01").go("samtale_holdt", "2021-07-01").go("vejen_videre_C", "2021-07-20")
    walk.go("status_holdt", "2022-05-01").go("status_C", "2022-05-01")
    assert not walk.course.ended and walk.pathway.state(walk.course.state).owner == "myndighed"
    walk.go("sag_afsluttet_eftervaern", "2022-05-03")
    assert walk.course.ended and walk.course.state == "eftervaern"


def test_a_state_without_a_timer_of_its_own_is_looked_at_again():
    walk = Walk("slagelse", "stemme")
    (again,) = deadlines(walk.model, walk.course, LATE)
    assert (again.timer, again.due, again.kind) == (REVIEW, day("2021-02-04"), "antagelse"), "three working days for a call"
    walk.go("ringet_forgaeves", "2021-02-04")
    assert promised(walk)[REVIEW].due == day("2021-02-09"), "every attempt gives a new date"


def test_an_ended_course_owes_nothing_and_a_reopened_one_begins_anew():
    walk = fokus_until_start("2021-03-02").go("borger_stopper", "2021-03-10")
    assert walk.course.ended and all(one.met for one in deadlines(walk.model, walk.course, LATE))
    walk.go("genaabn", "2021-06-01")
    assert {timer for timer, one in promised(walk).items() if not one.met} == {"ST3"}
    assert promised(walk)["ST3"].due == day("2021-06-08") and walk.course.marks.keys() == {"henvisning", "kontakt_begyndt"}


def test_what_an_earlier_round_reached_does_not_count_in_the_next():
    walk = ringsted_until_start("2021-03-01").go("samtale_holdt", "2021-07-01").go("vejen_videre_C", "2021-07-20")
    walk.go("borger_stopper", "2021-09-01").go("sag_afsluttet", "2021-09-02")
    for event in ("genaabn", "samtale_tilbudt", "opstart_C", "opstart"):
        walk.go(event, "2021-12-01")
    assert "RT9" not in promised(walk) and promised(walk)["RT6"].due == day("2022-06-01")


def test_a_course_of_a_pathway_the_model_has_given_up_stays_readable():
    walk = Walk("ringsted", "p82")
    other = Walk("slagelse", "fokus")
    assert deadlines(other.model, walk.course, LATE) == ()
