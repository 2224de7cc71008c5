"""Staff and places: how many places a post carries, and whether the week's schedule always has somebody to receive newcomers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from visitation.errors import VisitationError
from visitation.forecast.routes import Ints

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag")
WEEKS_A_YEAR = 52
RECEPTION = "tage imod nye"


@dataclass(frozen=True)
class Staffing:
    """A unit's posts and what they carry: Slagelse's note on Indgang 82 (000) plans 7 posts for 150 courses a year of up to 16 weeks.

    `desk_days` are the days of each one's week kept for documentation, reception and administration."""

    posts: float = 7
    courses_per_year: float = 150
    course_weeks: float = 16
    desk_days: float = 1

    def __post_init__(self):
        if self.posts <= 0 or self.course_weeks <= 0 or self.courses_per_year < 0:
            raise VisitationError(f"Normering {self.posts:g} årsværk, {self.course_weeks:g} uger: tilladt er over 0.")
        if not 0 <= self.desk_days <= len(WEEKDAYS):
            raise VisitationError(f"Dage uden borgere: {self.desk_days:g} om ugen; tilladt er 0-{len(WEEKDAYS)}.")

    @property
    def places(self) -> float:
        """Courses that run side by side when the year's courses are spread evenly."""
        return self.courses_per_year * self.course_weeks / WEEKS_A_YEAR

    @property
    def places_per_post(self) -> float:
        """Courses side by side that one post carries."""
        return self.places / self.posts

    @property
    def courses_per_post(self) -> float:
        """Courses a year that one post carries."""
        return self.courses_per_year / self.posts

    @property
    def citizen_days(self) -> float:
        """Staff days a week with citizens."""
        return self.posts * (len(WEEKDAYS) - self.desk_days)

    @property
    def reception(self) -> float:
        """Staff a weekday who are not with citizens in courses and can receive newcomers."""
        return self.posts * self.desk_days / len(WEEKDAYS)


def places_of(posts: Iterable[float], staffing: Staffing) -> Ints:
    """The places of each week, from the posts that are filled in it; only whole places count."""
    filled = np.asarray(list(posts), float)
    if (filled < 0).any():
        raise VisitationError(f"Årsværk i en uge: {filled.min():g}; tilladt er 0 og opefter.")
    return np.floor(filled * staffing.places_per_post + 1e-9).astype(np.int64)


# The week of the note: what runs on which day. Every day has clarifying talks, individual courses and somebody to receive newcomers.
SCHEDULE: Mapping[str, tuple[str, ...]] = {
    day: (special, "afklarende samtaler", "individuelle forløb", RECEPTION)
    for day, special in zip(
        WEEKDAYS, ("intern undervisning", "gruppeforløb", "gruppeforløb", "gruppeforløb", "åben café"), strict=True
    )
}


def uncovered(schedule: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The weekdays on which nobody is there to receive newcomers."""
    return tuple(day for day in WEEKDAYS if RECEPTION not in schedule.get(day, ()))
