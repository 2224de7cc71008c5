"""How long somebody referred in a week has to wait: the queue before them, divided by the places that fall free a week.

With all places taken, as many fall free a week as there are places for each week that one of the queue takes up (Little's law). What is
not known of that length is left to the queue."""

import numpy as np

from visitation.forecast.bands import Band, Series
from visitation.forecast.given import Laws
from visitation.forecast.outlook import Outlook
from visitation.forecast.scenario import Scenario


def newcomer_waits(outlook: Outlook, laws: Laws) -> Series | None:
    """The weeks that somebody referred in each week has to wait, with both bands; None without places, where nobody ever begins."""
    freed = freed_a_week(outlook.scenario, laws)
    if not freed:
        return None
    waiting = outlook.series["waiting"]
    return Series(*(Band(*(values / freed for values in vars(band).values())) for band in (waiting.process, waiting.total)))


def freed_a_week(scenario: Scenario, laws: Laws) -> float:
    """The places that fall free a week when all are taken; one that is kept for somebody who does not come is lost for a week."""
    away = scenario.no_show_share
    return scenario.places / ((1 - away) * course_mean_weeks(scenario, laws) + away)


def course_mean_weeks(scenario: Scenario, laws: Laws) -> float:
    """How long a course lasts on average: its full length, or until drop-out; some go on for longer."""
    share, until = laws.prolonged or (0.0, 0)
    lengths = ((1 - share, scenario.course_weeks), (share, until))
    return sum(part * float(np.exp(-scenario.dropout_per_week * np.arange(weeks)).sum()) for part, weeks in lengths)
