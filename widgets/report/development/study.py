"""What the report of the outcomes studies: the courses of one municipality that started in a period, as they stand on a day."""

import os
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from visitation.errors import VisitationError
from visitation.outcomes import fit
from visitation.outcomes.criteria import Tile, tiles
from visitation.outcomes.followed import Followed, as_of
from visitation.outcomes.funnel import Funnel, funnel
from visitation.outcomes.read import read_outcomes
from visitation.outcomes.register import followed
from visitation.outcomes.returns import Returns, returns
from visitation.outcomes.schema import Outcomes
from visitation.outcomes.scores import Thresholds
from visitation.register.case import Case
from visitation.register.cases import cases
from widgets.report import said
from widgets.report.names import days
from widgets.report.piece import Ground
from widgets.report.told import number
from widgets.session import Session, open_session
from widgets.text import full_date


@dataclass(frozen=True)
class Study:
    """All the `courses` of the session's municipality; those that started from `first` to `last` are the period's."""

    session: Session
    read: Outcomes
    cases: tuple[Case, ...]
    courses: tuple[Followed, ...]
    first: date
    last: date
    thresholds: Thresholds

    def ground(self, count: int, what: str) -> Ground:
        """What a number of the period rests on: so many of what."""
        return Ground(f"{number(count)} {what}", f"startet {days((self.first, self.last))}", said.register(self.session))

    def published(self, n: str) -> Ground:
        """What a number rests on that stands beside a published one."""
        return Ground(n, f"til og med {full_date(self.session.today, 'da')}", f"kommunens dokumenter og {said.register(self.session)}")

    @cached_property
    def started(self) -> list[Followed]:
        """The courses that started in the period."""
        return [one for one in self.courses if one.started and self.first <= one.started <= self.last]

    @cached_property
    def returns(self) -> tuple[Returns, ...]:
        """The return to support by the year of start."""
        return returns(self.started, self.session.today, few=self.thresholds.few)

    @cached_property
    def funnel(self) -> Funnel:
        """How far the courses got that were referred in the period."""
        referred = [one for one in self.courses if self.first <= one.referred <= self.last]
        return funnel(referred, self.read.stages, self.thresholds.few)

    @cached_property
    def scores(self) -> fit.Report:
        """The scores of the period's courses."""
        return fit.report(self.started, self.thresholds)

    def grouped(self, by: str) -> dict[str, fit.Report]:
        """The same by one of fit.GROUPS."""
        return fit.grouped(self.started, by, self.thresholds)

    @cached_property
    def tiles(self) -> tuple[Tile, ...]:
        """The success criteria."""
        return tiles(self.read, self.courses, self.first, self.last, self.session.today, self.thresholds)


def study(municipality: str, first: str, last: str, reliable: float, cutoff: float, on: str) -> Study:
    """The study that a report's parameters ask for; VisitationError names what is allowed.

    `first` and `last` are days of start, nothing for those of the register; `on` is the day seen on, nothing for the register's own."""
    session = open_session({"REGISTER": os.environ.get("REGISTER", ""), "MODEL": municipality, "TODAY": on})
    found = tuple(cases(session.register, session.model.head.id).values())
    courses = tuple(as_of(followed(session.model, found, session.register.events()), session.today))
    days = [one.started for one in courses if one.started]
    if not days:
        raise VisitationError(f"Registret har ingen startede forløb for {session.model.head.label.da} til og med {session.today}.")
    period = _day("first", first) or min(days), _day("last", last) or max(days)
    if not any(period[0] <= day <= period[1] for day in days):
        raise VisitationError(f"Intet forløb er startet fra {period[0]} til {period[1]}; tilladt er dage fra {min(days)} til {max(days)}.")
    return Study(session, read_outcomes(session.model), found, courses, *period, Thresholds(reliable=reliable, cutoff=cutoff))


def _day(name: str, given: str) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise VisitationError(f"{name}: '{given}' er ikke en dato; skriv den som 2020-12-31") from None
