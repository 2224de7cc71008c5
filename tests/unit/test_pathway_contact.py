"""FOKUS' contact protocol: calls at two times of the day, e-Boks with a date, a letter, partners, and after 14 days the meeting."""

from datetime import date, datetime, timedelta

import pytest

from tests.pathways import Walk
from visitation.errors import VisitationError
from visitation.pathway import contact_protocol, next_contact, tried

MONDAY = date(2021, 2, 1)


def before_start() -> tuple[Walk, str]:
    return Walk("slagelse", "fokus").go("modtaget", MONDAY), "inviteret"


def under_way() -> tuple[Walk, str]:
    walk, _ = before_start()
    walk.tries("opkald", MONDAY, result="kontakt").go("inviteret", MONDAY).go("start_gruppe", "2021-03-02")
    return walk.go("intro_slut", "2021-03-30"), "tilbage_i_laering"


def lost_on_the_way() -> tuple[Walk, str]:
    walk, back = under_way()
    return walk.go("kontakt_tabt", "2021-04-12"), back


def lost_at_the_end() -> tuple[Walk, str]:
    walk, _ = under_way()
    return walk.go("beskrivelse_begyndt", "2021-04-12").go("kontakt_tabt_slut", "2021-04-12"), "tilbage_til_beskrivelse"


PHASES = pytest.mark.parametrize("phase", [before_start, lost_on_the_way, lost_at_the_end])


def ahead(walk: Walk, today: date):
    step = next_contact(walk.model, walk.course, today)
    return (step.channel, step.due)


@PHASES
def test_the_protocol_runs_from_the_first_call_to_the_meeting(phase):
    """The same practice at the start, on the way and at the end, told from a Monday without holidays ahead."""
    walk, _ = phase()
    monday = walk.course.latest

    def plus(days: int) -> date:
        return monday + timedelta(days=days)

    assert ahead(walk, monday) == ("opkald", plus(7))
    walk.tries("opkald", plus(0))
    assert ahead(walk, plus(0)) == ("sms", plus(0))
    walk.tries("sms", plus(0), result="sendt")
    step = next_contact(walk.model, walk.course, plus(0))
    assert (step.channel, step.due, step.part) == ("opkald", plus(1), "eftermiddag"), "not only in the morning"
    walk.tries("opkald", plus(1), hour=15).tries("sms", plus(1), result="sendt")
    assert next_contact(walk.model, walk.course, plus(1)).part is None
    walk.tries("opkald", plus(2)).tries("sms", plus(2), result="sendt")
    step = next_contact(walk.model, walk.course, plus(2))
    assert (step.channel, step.due, step.template, step.answer_by) == ("eboks", plus(3), "eboks_besked", plus(8))
    walk.tries("eboks", plus(3), result="sendt", answer_by=plus(8))
    step = next_contact(walk.model, walk.course, plus(3))
    assert (step.channel, step.due, step.template) == ("brev", plus(9), "kontaktbrev"), "the letter waits for the answer"
    walk.tries("brev", plus(9), result="afleveret")
    assert ahead(walk, plus(9)) == ("partner", plus(10))
    walk.tries("partner", plus(10), result="ingen_kendte")
    step = next_contact(walk.model, walk.course, plus(10))
    assert (step.channel, step.due, step.report) == ("visitation", plus(14), True)
    walk.go("ingen_kontakt", plus(14))
    assert walk.pathway.state(walk.course.state).meets and next_contact(walk.model, walk.course, plus(14)) is None


@PHASES
def test_a_citizen_who_is_reached_comes_back_to_the_course(phase):
    walk, back = phase()
    day = walk.course.latest
    walk.tries("opkald", day, result="kontakt")
    assert next_contact(walk.model, walk.course, day) is None
    walk.go(back, day)
    assert not walk.course.contact and not walk.course.ended


@PHASES
def test_after_14_days_the_meeting_is_told_whatever_has_been_tried(phase):
    walk, _ = phase()
    first = walk.course.latest
    walk.tries("opkald", first).tries("sms", first, result="sendt")
    last = first + timedelta(days=14)
    assert ahead(walk, last - timedelta(days=1))[0] == "opkald"
    assert ahead(walk, last) == ("visitation", last)


def test_calls_in_one_part_of_the_day_only_are_not_enough():
    walk, _ = before_start()
    for day in ("2021-02-01", "2021-02-02", "2021-02-03"):
        walk.tries("opkald", day, hour=13).tries("sms", day, result="sendt")
    step = next_contact(walk.model, walk.course, date(2021, 2, 3))
    assert (step.channel, step.part) == ("opkald", "formiddag")


def test_a_new_phase_begins_with_no_tries():
    walk, _ = before_start()
    walk.tries("opkald", MONDAY).go("ingen_kontakt", "2021-02-15").go("proev_igen", "2021-02-16")
    assert walk.course.tries == () and "foerste_kontaktforsoeg" not in walk.course.marks
    assert ahead(walk, date(2021, 2, 16)) == ("opkald", date(2021, 2, 23))


def test_a_weekend_moves_the_next_try_to_a_working_day():
    walk, _ = before_start()
    walk.tries("opkald", "2021-02-05").tries("sms", "2021-02-05", result="sendt")
    assert ahead(walk, date(2021, 2, 5)) == ("opkald", date(2021, 2, 8))


REFUSED = [
    ("fax", "intet_svar", None, "ukendt kanal 'fax'; tilladt er opkald, sms, eboks, brev, partner"),
    ("opkald", "sendt", None, "Ring til borgeren: ukendt resultat 'sendt'; tilladt er intet_svar, kontakt"),
    ("eboks", "sendt", None, "giv en svarfrist efter 2021-02-02, for eksempel 2021-02-07"),
    ("eboks", "sendt", date(2021, 2, 2), "giv en svarfrist efter 2021-02-02"),
    ("opkald", "intet_svar", date(2021, 2, 9), "her gives ingen svarfrist"),
]


@pytest.mark.parametrize(("channel", "result", "answer_by", "said"), REFUSED)
def test_a_try_that_cannot_be_is_refused(channel, result, answer_by, said):
    walk, _ = before_start()
    with pytest.raises(VisitationError, match=said):
        tried(contact_protocol(walk.model), walk.course, channel, datetime(2021, 2, 2, 9), result, answer_by)


def test_tries_belong_to_states_in_which_contact_is_sought():
    walk = Walk("slagelse", "fokus")
    with pytest.raises(VisitationError, match="står i 'henvist', hvor der ikke søges kontakt"):
        tried(contact_protocol(walk.model), walk.course, "opkald", datetime(2021, 2, 2, 9), "kontakt")


def test_ringsted_has_no_protocol():
    walk = Walk("ringsted", "p82")
    assert contact_protocol(walk.model) is None and next_contact(walk.model, walk.course, MONDAY) is None
