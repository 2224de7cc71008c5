"""Cohorts from the register: the published counts by construction, equal follow-up, curves, and how far courses got."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.outcomes import START, WEEK, as_published, course
from visitation.model import load
from visitation.outcomes.cohorts import completed, started
from visitation.outcomes.followed import Help, as_of
from visitation.outcomes.funnel import funnel
from visitation.outcomes.mix import mix
from visitation.outcomes.read import read_outcomes
from visitation.outcomes.returns import completions, returns

READ = read_outcomes(load("slagelse"))
SEEN = date(2021, 1, 1)
END = START + 16 * WEEK  # 27 April 2020


def supported(start: date, end: date | None = None, **facts):
    return course(helps=(Help("§ 85", start, end),), **facts)


def test_the_published_years_and_completions_by_construction():
    courses = as_published(READ.published)
    found = {one.year: one for one in returns(courses, SEEN)}
    for told in READ.published.started:
        assert found[told.first.year].on_the_day.share == started(told).share
    whole = completions(courses, date(2018, 4, 1), date(2020, 12, 31), SEEN)
    assert whole.share == completed(READ.published.completed).share


def test_a_year_that_is_followed_shorter_looks_better_though_it_is_the_same():
    def year(begins: date) -> list:
        end = begins + 16 * WEEK
        backs = [end + timedelta(days=60 * i) for i in range(1, 11)]
        return [supported(back, started=begins, completed=end, ended=end) for back in backs]

    first, second = returns([*year(date(2019, 1, 7)), *year(date(2020, 1, 6))], date(2021, 6, 1))
    assert first.on_the_day.share.k > second.on_the_day.share.k
    assert first.equal[0].share == second.equal[0].share
    assert [first.curve.at(week)[0] for week in (10, 30, 50)] == [second.curve.at(week)[0] for week in (10, 30, 50)]


def test_equal_follow_up_leaves_out_those_followed_too_short():
    courses = [course(ended=date(2020, 1, 1) + timedelta(days=days)) for days in (0, 1)]
    (found,) = returns(courses, date(2021, 1, 1))
    assert [(one.months, one.share.n, one.too_short) for one in found.equal] == [(12, 1, 1), (24, 0, 2)]


def test_equal_follow_up_looks_at_the_day_and_not_at_what_was_between():
    passing = supported(END + WEEK, END + 2 * WEEK)
    lasting = supported(END + WEEK)
    (found,) = returns([passing, lasting], date(2021, 6, 1))
    assert (found.equal[0].share.k, found.equal[0].share.n) == (1, 2)


def test_a_curve_counts_the_first_return_and_one_who_never_left_at_once():
    never = [course() for _ in range(3)]
    courses = [*never, supported(END + 4 * WEEK, END + 6 * WEEK), supported(START)]
    (found,) = returns(courses, SEEN)
    assert found.curve.times.tolist() == [0, 4] and found.curve.left.tolist() == pytest.approx([0.8, 0.6])


def test_support_that_ended_before_the_help_did_is_no_return():
    (found,) = returns([supported(START, END)] * 5, SEEN)
    assert found.curve.times.size == 0 and found.on_the_day.share.k == 0


def test_a_few_have_no_curve():
    assert returns([course()] * 4, SEEN)[0].curve is None
    assert returns([course()] * 5, SEEN)[0].curve is not None


def test_running_and_unknown_are_told_apart():
    running, unknown = course(ended=None, completed=None), course(helps=None)
    (found,) = returns([course(), running, unknown], SEEN)
    assert (found.on_the_day.share.n, found.running, found.unknown) == (2, 1, 1)
    assert found.equal[0].share.n + found.equal[0].too_short == 1


@given(st.integers(0, 120), st.integers(0, 60))
def test_nothing_later_than_the_day_is_known(weeks, back):
    one = supported(END + back * WEEK)
    day = START + weeks * WEEK
    (known,) = as_of([one], day)
    assert all(on is None or on <= day for on in (known.started, known.completed, known.ended))
    assert known.supported(day) == one.supported(day)
    assert returns([one], day) == returns([known], day)
    assert as_of([one], START - WEEK) == []


def reached(*names: str, **facts) -> object:
    """A course that reached these stages, and stands there."""
    everything = ("started", "completed", "ended", "closed", "wanted_more", "applied", "decided")
    return course(**{name: END if name in names else None for name in everything}, **facts)


def test_every_step_has_its_own_n_and_what_is_open_is_in_none():
    granted = (Help("§ 85", END + WEEK, None),)
    courses = [
        reached(),
        reached("closed", "ended"),
        reached("started"),
        reached("started", "ended"),
        reached("started", "completed", "ended"),
        reached("started", "completed", "ended", "closed"),
        reached("started", "completed", "wanted_more"),
        reached("started", "completed", "wanted_more", "applied"),
        reached("started", "completed", "wanted_more", "applied", "decided", "closed"),
        reached("started", "completed", "wanted_more", "applied", "decided", "closed", helps=granted),
    ]
    found = funnel(courses, READ.stages)
    steps = (found.started, found.completed, found.wanted_more, found.applied, found.in_target_group)
    assert found.referred == 10
    assert [(one.share.k, one.share.n, one.open) for one in steps] == [(8, 9, 1), (6, 7, 1), (4, 5, 1), (3, 3, 1), (1, 2, 1)]


def test_where_the_register_cannot_tell_the_last_step_is_empty():
    applied = reached("started", "completed", "wanted_more", "applied", "decided", helps=None)
    assert funnel([applied], READ.stages).in_target_group.share is None
    assert funnel([applied], read_outcomes(load("ringsted")).stages).applied.share is None


def test_earlier_support_is_not_what_the_application_led_to():
    applied = reached("started", "completed", "wanted_more", "applied", "decided", helps=(Help("§ 85", START, None),))
    assert funnel([applied], READ.stages).in_target_group.share.k == 0


def test_a_mix_counts_those_of_whom_it_is_not_known():
    courses = [course(form=form) for form in ("gruppe", "gruppe", "hjemme", "", "gruppe")] + [course(started=None)]
    assert {name: (one.k, one.n) for name, one in mix("form", [], courses).items()} == {"gruppe": (3, 5), "hjemme": (1, 5), "": (1, 5)}
    assert mix("target_group", [], courses)["psykisk"].n == 6
