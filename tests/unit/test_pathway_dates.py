"""Months are clipped, weeks are seven days, working days leave out Danish holidays, and a due date has a status."""

from datetime import date

import numpy as np
import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from visitation.model.schema import Length
from visitation.pathway import add, is_workday, status
from visitation.pathway.dates import dated


def day(text: str) -> date:
    return date.fromisoformat(text)


MONTHS = [
    ("2021-03-01", {4: "2021-07-01", 6: "2021-09-01", 12: "2022-03-01", 14: "2022-05-01"}),
    ("2021-08-31", {4: "2021-12-31", 6: "2022-02-28", 12: "2022-08-31", 14: "2022-10-31"}),
    ("2023-08-29", {6: "2024-02-29"}),
    ("2024-02-29", {12: "2025-02-28"}),
]


@pytest.mark.parametrize(("start", "months", "due"), [(s, m, d) for s, found in MONTHS for m, d in found.items()])
def test_months_keep_the_day_or_the_last_of_the_month(start, months, due):
    assert add(day(start), Length(months=months)) == day(due)


@pytest.mark.parametrize(("weeks", "due"), [(4, "2021-03-30"), (12, "2021-05-25"), (16, "2021-06-22")])
def test_weeks_are_seven_days(weeks, due):
    assert add(day("2021-03-02"), Length(weeks=weeks)) == day(due)


def test_a_window_has_two_ends_and_a_plain_length_one():
    window = Length(months=12, to=14)
    assert (add(day("2021-03-01"), window), add(day("2021-03-01"), window, end=True)) == (day("2022-03-01"), day("2022-05-01"))
    assert add(day("2021-03-01"), Length(days=3), end=True) == day("2021-03-04")


HOLIDAYS = sorted(country_holidays("DK", years=range(2017, 2037)))


@given(st.dates(date(2018, 1, 1), date(2034, 1, 1)), st.integers(1, 60))
def test_working_days_are_those_of_numpy_with_the_calendar_of_a_library(start, count):
    expected = np.busday_offset(start, count, roll="backward", holidays=HOLIDAYS).astype(date)
    assert add(start, Length(workdays=count)) == expected
    assert is_workday(expected)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2021-03-31", "2021-04-06"),  # Easter: from Wednesday to Tuesday
        ("2023-05-04", "2023-05-08"),  # Store bededag was a holiday for the last time
        ("2024-04-25", "2024-04-26"),
    ],
)
def test_the_next_working_day_over_a_holiday(start, due):
    assert add(day(start), Length(workdays=1)) == day(due)


def test_calls_lie_on_no_date():
    assert not dated(Length(calls=3)) and not dated(None) and dated(Length(days=0))
    with pytest.raises(ValueError, match="no date"):
        add(day("2021-03-01"), Length(calls=3))


def test_a_length_has_one_unit():
    with pytest.raises(ValueError, match="netop én af days, weeks, months, calls, workdays"):
        Length(days=1, workdays=1)


@pytest.mark.parametrize(
    ("due", "said"), [("2021-03-08", "broken"), ("2021-03-09", "due"), ("2021-03-16", "soon"), ("2021-03-17", "later")]
)
def test_the_status_of_a_date(due, said):
    assert status(day(due), day("2021-03-09")) == said


def test_soon_is_what_one_says_it_is():
    assert status(day("2021-03-17"), day("2021-03-09"), soon_days=8) == "soon"
