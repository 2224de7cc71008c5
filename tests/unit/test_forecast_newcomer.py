"""How long a newcomer waits: by Little's law, beside what the engine lets happen to those who are referred."""

from datetime import date

import numpy as np
import pytest

from tests.forecasts import scenario
from visitation.forecast.engine import simulate
from visitation.forecast.given import Laws
from visitation.forecast.newcomer import course_mean_weeks, freed_a_week, newcomer_waits
from visitation.forecast.outlook import citizens, outlook, spread
from visitation.forecast.places import NEVER

MONDAY = date(2021, 1, 4)
CROWDED = scenario(enquiries_per_week=20.0, share_82=0.5, places=60, renege_per_week=0.0, horizon_weeks=120, replications=100)


def simulated(given, laws, weeks):
    """The mean wait of those who were referred in these weeks."""
    people = citizens(given, MONDAY, spread(given), laws=laws)
    began = simulate(people, np.full(given.horizon_weeks, given.places)).placed.began
    theirs = np.isin(people.queue.arrived, weeks) & (began < NEVER)
    return (began[theirs] - people.queue.arrived[theirs]).mean()


@pytest.mark.parametrize("laws", [Laws(), Laws(prolonged=(0.3, 16))])
@pytest.mark.parametrize("away", [0.0, 0.2])
def test_the_wait_of_a_newcomer_is_the_one_the_engine_gives(laws, away):
    given = CROWDED.replace(no_show_share=away)
    told = newcomer_waits(outlook(given, MONDAY, laws=laws), laws).total.mean[40:50].mean()
    assert told == pytest.approx(simulated(given, laws, range(41, 51)), rel=0.08)


def test_a_course_without_drop_out_lasts_its_full_length():
    assert course_mean_weeks(scenario(dropout_per_week=0.0, course_weeks=16), Laws()) == 16
    assert course_mean_weeks(scenario(dropout_per_week=0.0, course_weeks=26), Laws(prolonged=(0.5, 61))) == 43.5
    assert freed_a_week(scenario(dropout_per_week=0.0, course_weeks=16, places=92), Laws()) == 5.75


def test_without_places_nobody_ever_begins():
    assert newcomer_waits(outlook(scenario(places=0), MONDAY), Laws()) is None
