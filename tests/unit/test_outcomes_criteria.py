"""The success criteria: each with numerator, denominator, what is missing, before and after; none where the register cannot tell."""

from datetime import date, timedelta

import pytest

from tests.outcomes import START, WEEK, course, scored
from visitation.model import load
from visitation.outcomes.criteria import tiles
from visitation.outcomes.followed import Help, Level, fell
from visitation.outcomes.read import read_outcomes
from visitation.outcomes.scores import Thresholds

READ = read_outcomes(load("slagelse"))
END = START + 16 * WEEK
SEEN = date(2021, 3, 9)
BEFORE, AFTER = START - timedelta(days=30), END + timedelta(days=30)


def counted(courses, seen: date = SEEN, **thresholds) -> dict:
    return {one.criterion.id: one for one in tiles(READ, courses, date(2020, 1, 1), seen, seen, Thresholds(**thresholds))}


def helped(before: Help | None, after: Help | None, **facts):
    return course(helps=tuple(one for one in (before, after) if one), **facts)


def rated(before: int, after: int | None, theme: str = "samfundsliv"):
    levels = [Level(theme, before, START, "foer")] + ([Level(theme, after, END, "efter")] if after is not None else [])
    return course(levels=tuple(levels))


def test_wellbeing_counts_a_reliable_rise_and_shows_both_scores():
    found = counted([scored(10.0, 15.0), scored(10.0, 14.9), scored(10.0), course()])["trivsel"]
    assert (found.share.k, found.share.n, found.started, found.missing) == (1, 2, 4, 2)
    assert [(one.before, one.after, one.reached) for one in found.pairs] == [(10, 15, True), (10, 14.9, False)]
    assert found.flow == {}
    assert counted([scored(10.0, 15.0)], reliable=6)["trivsel"].share.k == 0


def test_participation_counts_who_could_become_less_limited():
    found = counted([rated(2, 1), rated(3, 3), rated(1, 2), rated(0, 0), rated(2, None), rated(3, 0, theme="mobilitet")])["faellesskab"]
    assert (found.share.k, found.share.n, found.missing) == (1, 3, 2)
    assert found.flow == {("2", "1"): 1, ("3", "3"): 1, ("1", "2"): 1, ("0", "0"): 1}


def test_a_level_before_the_course_is_the_last_one_and_after_it_the_first():
    days = ((4, BEFORE, "foer"), (3, START, "foer"), (1, END, "efter"), (4, AFTER, "efter"))
    found = counted([course(levels=tuple(Level("samfundsliv", level, day, phase) for level, day, phase in days))])
    assert found["faellesskab"].flow == {("3", "1"): 1}


P85, P82 = (Help(section, BEFORE, None) for section in ("§ 85", "§ 82 a"))


def band(minutes: str, since: date = BEFORE, until: date | None = None) -> Help:
    return Help("§ 85", since, until, minutes)


@pytest.mark.parametrize(
    ("before", "after", "less"),
    [
        (P85, None, True),
        (P85, P82, True),
        (P82, P85, False),
        (None, P85, False),
        (Help("§ 107", BEFORE, None), band("180+"), True),
        (Help("§ 107", BEFORE, None), Help("§ 108", BEFORE, None), False),
        (band("180+"), band("30-119"), True),
        (band("30-119"), band("30-119"), False),
        (band("10-29"), band("120-179"), False),
        (band("30-119"), P85, None),
        (P85, band("30-119"), None),
        (None, None, False),
    ],
)
def test_less_support_is_a_lower_rung_or_a_lower_band(before, after, less):
    assert fell(before, after) is less


def test_support_is_compared_between_the_day_before_and_six_months_after():
    courses = [
        helped(band("120-179", until=END), band("10-29", since=AFTER)),
        helped(band("120-179", until=END), None),
        helped(band("10-29"), None),
        helped(None, band("10-29", since=AFTER)),
        helped(P85, None),
        course(helps=None),
    ]
    found = counted(courses)
    levels, support = found["stoetteniveau"], found["i_stoette"]
    assert (levels.share.k, levels.share.n, levels.missing) == (2, 3, 2)
    high, low = "§ 85 120-179", "§ 85 10-29"
    assert levels.flow == {(high, low): 1, (high, "ingen"): 1, (low, low): 1, ("ingen", low): 1}
    assert (support.share.k, support.share.n, support.missing) == (1, 5, 1)
    assert support.flow == {("med støtte", "med støtte"): 3, ("med støtte", "uden støtte"): 1, ("uden støtte", "med støtte"): 1}


def test_help_that_begins_with_the_course_was_not_there_before():
    found = counted([course(helps=(band("10-29", since=START, until=END),))])
    assert found["i_stoette"].flow == {("uden støtte", "uden støtte"): 1} and found["stoetteniveau"].share.n == 0


def test_whoever_is_not_followed_six_months_is_missing():
    day_it_is = date(2020, 10, 27)
    for seen, missing in ((day_it_is, 0), (day_it_is - timedelta(days=1), 1)):
        assert counted([course()], seen=seen)["i_stoette"].missing == missing


def test_what_happened_after_the_day_is_not_known():
    found = counted([scored(10.0, 12.0, 30.0)], seen=START + 5 * WEEK)["trivsel"]
    assert [(one.before, one.after) for one in found.pairs] == [(10, 12)]


def test_only_courses_started_in_the_period_count():
    early, late = course(started=date(2019, 12, 31)), course(started=date(2021, 3, 10), referred=date(2021, 3, 1))
    assert counted([early, late, course()])["trivsel"].started == 1


def test_where_the_register_cannot_tell_there_is_no_share():
    found = counted([course(helps=None)])
    assert {name for name, one in found.items() if one.share is None} == set(found)
    assert found["selvforsoergelse"].missing == found["selvforsoergelse"].started == 1
    assert found["i_stoette"].pairs == ()


def test_a_model_without_criteria_has_no_tiles():
    assert tiles(read_outcomes(load("ringsted")), [course()], START, SEEN, SEEN) == ()
