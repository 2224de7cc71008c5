"""The published past is held against the forecast as it is: what lies in the band does, and what does not says why."""

from datetime import date

import numpy as np
import pytest

from visitation.forecast.figures import read_figures
from visitation.forecast.published import MEASURES, published, run_past
from visitation.model import load

SLAGELSE = load("slagelse")


@pytest.fixture(scope="module")
def outcomes():
    return {outcome.claim.id: outcome for outcome in published(SLAGELSE)}


def test_the_figures_of_that_time_foresee_what_was_published_or_say_why_not(outcomes):
    missed = {name for name, outcome in outcomes.items() if not outcome.inside}
    assert "startet_2018" in missed
    assert missed & {"startet_2019", "startet_2020", "henvist"} == set()
    for outcome in outcomes.values():
        assert outcome.p10 <= outcome.p50 <= outcome.p90
        assert (outcome.why is None) == outcome.inside


def test_nothing_is_held_against_a_past_that_nobody_has_published():
    assert published(load("ringsted")) == ()


def test_the_published_numbers_are_those_of_the_document(outcomes):
    values = {name: outcome.claim.value for name, outcome in outcomes.items()}
    assert values["startet_2018"] + values["startet_2019"] + values["startet_2020"] == values["gennemfoert"]
    assert values["stoette_2018"] == pytest.approx(100 * 49 / 200, abs=0.05)
    assert values["stoette_2019"] == pytest.approx(100 * 63 / 312, abs=0.05)


@pytest.fixture(scope="module")
def run():
    return run_past(SLAGELSE, read_figures(SLAGELSE).past)


def claim(measure: str, first: str, last: str, seen: str | None = None):
    (one, *_) = read_figures(SLAGELSE).past.claims
    days = [day and date.fromisoformat(day) for day in (first, last, seen)]
    return one.replace(measure=measure, first=days[0], last=days[1], seen=days[2])


def measured(run, *asked):
    found = claim(*asked)
    return MEASURES[found.measure](run, found, date(2018, 3, 5))


def test_nobody_begins_before_there_are_places_and_no_more_than_there_are(run):
    assert (measured(run, "started", "2018-03-01", "2018-03-31") == 0).all()
    assert (run.courses[:4] == 0).all() and (run.courses[4:43] <= 46).all() and run.courses[:43].max() == 46
    assert 46 < run.courses[44:].max() <= 92


def test_who_has_started_has_ended_or_is_there(run):
    whole = "2018-03-05", "2020-12-31"
    assert (measured(run, "started", *whole) == measured(run, "ended", *whole) + run.courses[147]).all()
    years = [measured(run, "ended", f"{year}-01-01", f"{year}-12-31") for year in (2018, 2019, 2020)]
    assert (sum(years) == measured(run, "ended", "2018-01-01", "2020-12-31")).all()


def test_who_has_support_after_a_course_has_it_whatever_year_it_began(run):
    parts = [measured(run, "supported", f"{year}-01-01", f"{year}-12-31", "2021-01-04") for year in (2018, 2019, 2020, 2021)]
    everybody = measured(run, "supported", "2018-03-05", "2021-01-10", "2021-01-04")
    assert (sum(parts) == everybody).all()
    assert (everybody <= run.s85[148]).all()
    direct = run.people.settled[148]
    assert (everybody + direct == run.s85[148]).all()


def test_the_percentage_is_of_those_who_began(run):
    asked = "2019-01-01", "2019-12-31", "2021-01-04"
    started = measured(run, "started", *asked[:2])
    assert np.allclose(measured(run, "supported_percent", *asked), 100 * measured(run, "supported", *asked) / started)


def test_as_many_are_referred_a_year_as_the_figures_say(run):
    referred = measured(run, "referred_a_year", "2018-03-05", "2020-12-31")
    low, high = (22.5 * 52.18 * share for share in (0.2, 0.26))
    assert low < np.median(referred) < high
