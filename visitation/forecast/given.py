"""What is given to a forecast: the numbers it goes by, the shapes of what lasts, and who is there when it begins."""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from visitation.forecast.durations import Exponential, Law


class Lasting(NamedTuple):
    """The numbers that decide how long one waits and how long a course is, as in Numbers."""

    renege: NDArray
    dropout: NDArray
    course_weeks: NDArray
    no_show: NDArray


@dataclass(frozen=True)
class Numbers:
    """What a forecast goes by: each one number for all replications, shape (1,), or one for each, shape (replications,).

    Shares are of the enquiries, of those who ended a course (`onward`), and of those offered a place (`no_show`); dropout and renege are
    rates a week; the others weeks."""

    share_82: NDArray
    share_85_direct: NDArray
    course_weeks: NDArray
    dropout: NDArray
    renege: NDArray
    onward: NDArray
    stay: NDArray
    no_show: NDArray = field(default_factory=lambda: np.zeros(1))

    @property
    def lasting(self) -> Lasting:
        """Those of them that decide how long one waits and how long a course is."""
        return Lasting(self.renege, self.dropout, self.course_weeks, self.no_show)


@dataclass(frozen=True)
class Laws:
    """The shapes of what lasts: the stay under § 85, stretched to its mean; the time from a course's end until support begins (None: none);
    and which share of the courses go on, until how many weeks, where others end by their full length (None: no course does)."""

    stay: Law = field(default_factory=lambda: Exponential(1.0))
    delay: Law | None = None
    prolonged: tuple[float, int] | None = None


@dataclass(frozen=True)
class Start:
    """Who is there when a forecast begins: weeks waited, weeks of course done, and weeks under § 85, of each."""

    waiting: tuple[float, ...] = ()
    courses: tuple[float, ...] = ()
    s85: tuple[float, ...] = ()
