"""A course as it is followed: how far it got, what was scored, and which help the citizen had before and after."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from visitation.register.records import ORS_AREAS
from visitation.vocabulary import BANDS

RUNGS = {"§ 82 a": 1, "§ 82 b": 1, "§ 82 c": 1, "§ 82 d": 1, "§ 85": 2, "§ 107": 3, "§ 108": 3}  # as the ladder has them
DAYS = ("started", "completed", "ended", "closed", "wanted_more", "applied", "decided")


@dataclass(frozen=True)
class Session:
    """One scored session: wellbeing (ORS) in all and by area, and the alliance (SRS); 0-40, an area 0-10, None when not scored."""

    day: date
    ors: float | None
    srs: float | None = None
    areas: tuple[float | None, ...] = (None,) * len(ORS_AREAS)


@dataclass(frozen=True)
class Help:
    """A stretch of help under a section; `band` of § 85 when it is known, `end` None while it runs. Its last day is the one before."""

    section: str
    start: date
    end: date | None
    band: str = ""

    def runs(self, day: date) -> bool:
        """Whether it ran on that day."""
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True)
class Level:
    """The level of functioning in a theme: 0 not limited to 4 fully, "foer" or "efter" the course."""

    theme: str
    level: int
    day: date
    phase: str


@dataclass(frozen=True)
class Followed:
    """One course of one case. A day is None when that has not happened; `ended` is when the help did, `closed` when the course did.

    `sessions` are the course's own. `levels` and `helps` are the case's: `helps` is None when the register cannot tell who has support,
    and those under the sections `support` count as such."""

    case: str
    unit: str
    form: str
    target_group: str
    referred: date
    started: date | None = None
    completed: date | None = None
    ended: date | None = None
    closed: date | None = None
    wanted_more: date | None = None
    applied: date | None = None
    decided: date | None = None
    sessions: tuple[Session, ...] = ()
    levels: tuple[Level, ...] = ()
    helps: tuple[Help, ...] | None = None
    support: tuple[str, ...] = ("§ 85",)

    @property
    def standing(self) -> str:
        """Where it stands: ikke_startet, i_gang, gennemfoert or stoppet."""
        if self.started is None:
            return "ikke_startet"
        if self.completed:
            return "gennemfoert"
        return "i_gang" if self.ended is None else "stoppet"

    @cached_property
    def supports(self) -> tuple[Help, ...] | None:
        """The stretches that count as support; None when the register cannot tell."""
        return None if self.helps is None else tuple(one for one in self.helps if one.section in self.support)

    @cached_property
    def latest(self) -> date:
        """The latest day that anything is told of."""
        days = [getattr(self, name) for name in DAYS]
        days += [one.day for one in (*self.sessions, *self.levels)]
        days += [day for one in self.helps or () for day in (one.start, one.end)]
        return max((day for day in days if day), default=self.referred)

    def supported(self, day: date) -> bool | None:
        """Whether the citizen had support on that day; None when the register cannot tell."""
        return None if self.supports is None else any(one.runs(day) for one in self.supports)

    def next_support(self, day: date, seen: date) -> date | None:
        """The first day from `day` to `seen` on which the citizen had support."""
        begins = [(max(one.start, day), one.end) for one in self.supports or ()]
        return min((first for first, end in begins if first <= seen and (end is None or first < end)), default=None)

    def help_on(self, day: date) -> Help | None:
        """The most intrusive help that ran on that day."""
        return max((one for one in self.helps or () if one.runs(day)), key=_place, default=None)


def fell(before: Help | None, after: Help | None) -> bool | None:
    """Whether help has become less: a lower rung, or a lower band of § 85; None when a band that matters is unknown."""
    if _rung(before) != _rung(after):
        return _rung(after) < _rung(before)
    if _rung(before) != RUNGS["§ 85"]:
        return False
    return BANDS.index(after.band) < BANDS.index(before.band) if before.band and after.band else None


def as_of(followed: Iterable[Followed], day: date) -> list[Followed]:
    """The courses referred until that day as they stood at its end: nothing later is known of them."""
    return [one if one.latest <= day else _as_of(one, day) for one in followed if one.referred <= day]


def _as_of(one: Followed, day: date) -> Followed:
    helps = one.helps and tuple(
        replace(help_, end=None) if help_.end and help_.end > day else help_ for help_ in one.helps if help_.start <= day
    )
    return replace(
        one,
        **{name: None for name in DAYS if (on := getattr(one, name)) and on > day},
        sessions=tuple(session for session in one.sessions if session.day <= day),
        levels=tuple(level for level in one.levels if level.day <= day),
        helps=helps,
    )


def _rung(one: Help | None) -> int:
    return RUNGS[one.section] if one else 0


def _place(one: Help) -> tuple[int, int]:
    return RUNGS[one.section], BANDS.index(one.band)
