"""What a report can be run for each of: the models, and the whole months that a register knows of the municipalities given."""

from dataclasses import replace
from datetime import date

import pytest

from tests.registers import ENQUIRY
from visitation.errors import VisitationError
from visitation.model import shipped
from visitation.register.cases import received
from visitation.register.store import open_register
from visitation.reports.each import values

TODAY = date(2021, 3, 9)
CAME = {"ringsted": ("2020-12-20", "2021-02-03"), "slagelse": ("2020-11-01", "2021-03-02")}


@pytest.fixture
def url(tmp_path):
    url = f"sqlite:///{tmp_path.as_posix()}/register.sqlite"
    register = open_register(url)
    for model, days in CAME.items():
        for number, day in enumerate(days):
            enquiry = replace(ENQUIRY, reference=f"EKS-{model}-{number}", received=date.fromisoformat(day))
            register.append(enquiry.reference, 0, "enquiry_received", received(enquiry, model, f"{number}"), f"{day}T09:00:00")
    register.close()
    return url


@pytest.mark.parametrize(
    ("given", "first"),
    [({}, "2020-11"), ({"municipality": ["slagelse"]}, "2020-11"), ({"municipality": ["ringsted"]}, "2021-01")],
)
def test_the_months_are_whole_and_of_the_municipality_given(url, given, first):
    months = ["2020-11", "2020-12", "2021-01", "2021-02"]
    assert values("month", given, url, TODAY) == months[months.index(first) :]


def test_of_several_municipalities_they_are_those_all_know(url):
    assert values("month", {"municipality": ["slagelse", "ringsted"]}, url, TODAY) == ["2021-01", "2021-02"]


def test_without_a_whole_month_that_is_said(url):
    with pytest.raises(VisitationError, match="registret har ikke en hel måned"):
        values("month", {"municipality": ["slagelse"]}, url, date(2020, 11, 30))


def test_the_municipalities_are_the_shipped_models(url):
    assert values("municipality", {}, url, TODAY) == shipped()
