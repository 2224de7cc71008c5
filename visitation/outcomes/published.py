"""What a municipality has published of what came of it: counts, scores and mixes, each with its place in a document."""

from datetime import date
from typing import Literal

from visitation.model.base import Id, Part, Some, Sourced, Text


class Counted(Sourced, kw_only=True):
    """A published count of the days `first` to `last`, both included: how many have support on the day `seen`, and the per cent given."""

    id: Id
    label: Text
    first: date
    last: date
    seen: date
    active: int
    percent: float
    contradictions: tuple[Id, ...] = ()

    def __post_init__(self):
        super().__post_init__()
        if not self.first <= self.last <= self.seen:
            raise ValueError(f"dagene {self.first}, {self.last} og {self.seen} skal stå i rækkefølge")


class StartedCount(Counted, kw_only=True):
    """How many started a course in these days; `active` of them have support."""

    started: int

    def __post_init__(self):
        super().__post_init__()
        _part_of(self.active, self.started)


class CompletedCount(Counted, kw_only=True):
    """How many completed a course in these days; `active` of them have support."""

    completed: int

    def __post_init__(self):
        super().__post_init__()
        _part_of(self.active, self.completed)


class Approximate(Sourced, kw_only=True):
    """A share that is given in words or as "about"."""

    label: Text
    percent: float


class Progress(Sourced, kw_only=True):
    """Session scores: how many registrations were completed, and their mean progress in per cent, by whichever of its two definitions."""

    label: Text
    registrations: int
    percent: float


class Portion(Part):
    """One part of a mix, in per cent."""

    id: Id
    percent: float


class PublishedMix(Sourced, kw_only=True):
    """How a whole is made up: the target group of those referred, the sender of enquiries, or the form that courses begin in."""

    of: Literal["target_group", "sender", "form"]
    label: Text
    parts: Some[Portion]

    def __post_init__(self):
        super().__post_init__()
        if self.rest < 0 or any(part.percent < 0 for part in self.parts):
            raise ValueError(f"delene er tilsammen {100 - self.rest:g} procent; tilladt er højst 100, og ingen under 0")

    @property
    def rest(self) -> float:
        """The per cent of which nothing is said."""
        return 100 - sum(part.percent for part in self.parts)


class Inflow(Sourced, kw_only=True):
    """Enquiries a week, from `low` to `high`, the per cent of them referred, and how many referrals a year the same document gives."""

    label: Text
    low: int
    high: int
    percent: float
    claimed_a_year: int
    contradictions: tuple[Id, ...] = ()

    def referred(self, weeks: int) -> tuple[float, float]:
        """How many are referred in so many weeks by the enquiries and the per cent, from and to."""
        return weeks * self.low * self.percent / 100, weeks * self.high * self.percent / 100

    def needed(self, weeks: int = 52) -> tuple[float, float]:
        """The per cent that would have to be referred to make the referrals a year, at most and at few enquiries."""
        return 100 * self.claimed_a_year / weeks / self.high, 100 * self.claimed_a_year / weeks / self.low


class Published(Part):
    """All that is published; nothing where nothing is."""

    started: tuple[StartedCount, ...] = ()
    completed: CompletedCount | None = None
    in_target_group: Approximate | None = None
    progress: Progress | None = None
    mixes: tuple[PublishedMix, ...] = ()
    inflow: Inflow | None = None


def _part_of(active: int, whole: int) -> None:
    if not 0 <= active <= whole:
        raise ValueError(f"active er {active}; tilladt er 0 til {whole}")
