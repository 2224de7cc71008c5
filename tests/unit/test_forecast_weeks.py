"""Enquiries per week: whole weeks only, and what the calendar knows of them."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.registers import ENQUIRY
from visitation.errors import VisitationError
from visitation.forecast.weeks import CALENDAR, Weeks, calendar, enquiry_weeks
from visitation.register.case import Case

MONDAY = date(2021, 1, 4)


def received(*days: date) -> list[Case]:
    """A case for each of these days."""
    enquiries = [replace(ENQUIRY, reference=f"EKS-R-{i:04d}", received=day) for i, day in enumerate(days)]
    return [Case(one.reference, "0001", "ringsted", one, 1, "ny", (), True) for one in enquiries]


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def test_a_week_without_enquiries_in_between_counts_zero():
    assert enquiry_weeks(received(day(0), day(1), day(15)), day(21)) == Weeks(MONDAY, (2, 0, 1))


def test_a_register_that_begins_in_the_middle_of_a_week_begins_with_the_next():
    assert enquiry_weeks(received(day(2), day(7)), day(14)) == Weeks(day(7), (1,))


def test_the_running_week_is_left_out():
    assert enquiry_weeks(received(day(0), day(8)), day(10)) == Weeks(MONDAY, (1,))


def test_weeks_after_the_last_enquiry_are_not_taken_for_quiet_ones():
    assert enquiry_weeks(received(day(0), day(8)), day(100)) == Weeks(MONDAY, (1, 1))


@pytest.mark.parametrize("days", [(), (day(2),), (day(2), day(3))])
def test_a_register_without_a_whole_week_has_none_before_the_running_one(days):
    assert enquiry_weeks(received(*days), day(3)) == Weeks(MONDAY, ())


def test_an_enquiry_from_the_future_is_refused_by_its_date():
    with pytest.raises(VisitationError, match=r"2021-01-09; tilladt er til og med 2021-01-08"):
        enquiry_weeks(received(day(0), day(5)), day(4))


@pytest.mark.parametrize(("first", "counts", "said"), [(day(1), (1,), "mandag"), (MONDAY, (1, -1), "-1 henvendelser")])
def test_what_is_no_row_of_weeks_is_refused(first, counts, said):
    with pytest.raises(VisitationError, match=said):
        Weeks(first, counts)


def test_weeks_can_be_cut_and_say_when_they_end():
    cut = Weeks(MONDAY, (1, 2, 3, 4)).between(1, 3)
    assert (cut, cut.after) == (Weeks(day(7), (2, 3)), day(21))


@given(st.lists(st.integers(0, 200), min_size=1), st.integers(0, 50))
def test_every_enquiry_of_a_whole_week_is_counted_once_and_in_its_week(numbers, later):
    today = day(max(numbers) + later)
    weeks = enquiry_weeks(received(*map(day, numbers)), today)
    assert weeks.after <= today
    for i, count in enumerate(weeks.counts):
        starts = (weeks.first - MONDAY).days + 7 * i
        assert count == sum(starts <= number < starts + 7 for number in numbers)
    assert sum(weeks.counts) == sum(weeks.first <= day(number) < weeks.after for number in numbers)


def test_the_calendar_knows_easter_and_summer():
    easter, summer = calendar(date(2021, 3, 29), 1)[0], calendar(date(2021, 7, 12), 1)[0]
    assert (easter[-2], easter[-1]) == (0.4, 0)  # Maundy Thursday and Good Friday
    assert (summer[-2], summer[-1]) == (0, 1)


def test_the_season_comes_round_in_a_year_and_half_a_year():
    table = calendar(MONDAY, 523)
    assert table.shape == (523, CALENDAR)
    assert np.allclose(table[:, 0] ** 2 + table[:, 1] ** 2, 1)
    assert np.allclose(table[0, :4], table[-1, :4], atol=0.1)  # ten years and two days
    assert np.allclose(table[0, :2], -table[26, :2], atol=0.05)
    assert np.allclose(table[0, 2:4], table[26, 2:4], atol=0.1)
