"""What a municipality has published of its own past: the places of that time, and the outcomes that a forecast can be held against."""

from datetime import date
from typing import Literal

from visitation.model.base import Id, Part, Some, Sourced, Text

SEEN = ("supported", "supported_percent")  # measures of who has support on a day


class Capacity(Sourced, kw_only=True):
    """The places from a day on."""

    since: date
    places: int


class Claim(Sourced, kw_only=True):
    """A published number: what it counts over the days `first` to `last`, both included.

    Courses `started`, citizens `referred_a_year`, courses `ended`; or of those who began a course in these days, how many have support
    on the day `seen` (`supported`), and what per cent of them (`supported_percent`).
    `why` is what may be the matter when a forecast misses it."""

    id: Id
    label: Text
    value: float
    unit: Text
    measure: Literal["started", "referred_a_year", "ended", "supported", "supported_percent"]
    first: date
    last: date
    seen: date | None = None
    why: Text | None = None

    def __post_init__(self):
        super().__post_init__()
        if self.first > self.last:
            raise ValueError(f"first {self.first} ligger efter last {self.last}")
        if (self.measure in SEEN) != (self.seen is not None):
            raise ValueError(f"seen skal stå ved {' og '.join(SEEN)} og ikke ved andre; her er {self.measure}")


class Past(Part):
    """The past from its first Monday on, when nobody was there yet."""

    begins: date
    places: Some[Capacity]
    claims: Some[Claim]

    def __post_init__(self):
        if self.begins.weekday():
            raise ValueError(f"begins er {self.begins}; det skal være en mandag")
