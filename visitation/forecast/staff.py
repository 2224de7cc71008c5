"""Staff and places: how many places a post carries, and whether the week always has somebody to receive newcomers."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from visitation.errors import VisitationError
from visitation.forecast.bands import Band, Series
from visitation.forecast.routes import Ints
from visitation.model.base import Part, Sourced, Text

WEEKDAYS = 5
WEEKS_A_YEAR = 52
ROUNDING = 1e-9  # 7 posts carry what 7 posts carry, whatever the last bit says


class Day(Part):
    """A weekday of the unit's plan: what runs on it, and whether newcomers are to be received."""

    label: Text
    activities: tuple[Text, ...]
    reception: bool


class Staffing(Sourced, kw_only=True):
    """A unit's posts and what they carry: the courses of a year and their weeks; `desk_days` are the days of each one's week without
    citizens, kept for documentation, reception and administration; and the `week`, Monday first."""

    posts: float
    courses_per_year: float
    course_weeks: float
    desk_days: float
    week: tuple[Day, ...]

    def __post_init__(self):
        super().__post_init__()
        for key in ("posts", "courses_per_year", "course_weeks"):
            if getattr(self, key) <= 0:
                raise ValueError(f"{key} er {getattr(self, key):g}; tilladt er over 0")
        if not 0 <= self.desk_days <= WEEKDAYS:
            raise ValueError(f"desk_days er {self.desk_days:g}; tilladt er 0 til {WEEKDAYS}")
        if len(self.week) != WEEKDAYS:
            raise ValueError(f"week har {len(self.week)} dage; der skal være {WEEKDAYS}, fra mandag")

    @property
    def places(self) -> float:
        """Courses that run side by side when the year's courses are spread evenly."""
        return self.courses_per_year * self.course_weeks / WEEKS_A_YEAR

    @property
    def places_per_post(self) -> float:
        """Courses side by side that one post carries."""
        return self.places / self.posts


@dataclass(frozen=True)
class Staffed:
    """What a number of posts carries: whole places, courses a year, the week's staff days with citizens, how many of the staff there are
    on a weekday to receive newcomers, and the weekdays without reception."""

    posts: float
    places: int
    courses_per_year: float
    citizen_days: float
    reception: float
    uncovered: tuple[Text, ...]


def staffed(posts: float, staffing: Staffing) -> Staffed:
    """What so many posts carry; VisitationError for a number below 0."""
    (places,) = places_of([posts], staffing)
    return Staffed(
        posts,
        places=int(places),
        courses_per_year=posts / staffing.posts * staffing.courses_per_year,
        citizen_days=posts * (WEEKDAYS - staffing.desk_days),
        reception=posts * staffing.desk_days / WEEKDAYS,
        uncovered=uncovered(posts, staffing),
    )


def posts_of(places: float, staffing: Staffing) -> float:
    """The posts that so many places take."""
    return places / staffing.places_per_post


def posts_needed(courses: Series, staffing: Staffing) -> Series:
    """The posts that the running courses take, week by week."""
    return Series(*(_posts(band, staffing) for band in (courses.process, courses.total)))


def places_of(posts: Iterable[float], staffing: Staffing) -> Ints:
    """The places of each week, from the posts that are filled in it; only whole places count. What `outlook` takes as its `places`."""
    filled = np.asarray(list(posts), float)
    if (filled < 0).any():
        raise VisitationError(f"Årsværk i en uge: {filled.min():g}; tilladt er 0 og opefter.")
    return np.floor(filled * staffing.places_per_post + ROUNDING).astype(np.int64)


def uncovered(posts: float, staffing: Staffing) -> tuple[Text, ...]:
    """The weekdays on which nobody is there to receive newcomers: those that the plan leaves out, and those at the week's end that
    the posts' whole desk days do not reach."""
    reached = int(posts * staffing.desk_days + ROUNDING)
    planned = [day.label for day in staffing.week if day.reception]
    kept = planned[:reached]
    return tuple(day.label for day in staffing.week if day.label not in kept)


def _posts(band: Band, staffing: Staffing) -> Band:
    return Band(*(posts_of(values, staffing) for values in vars(band).values()))
