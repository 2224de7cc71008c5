"""What a monthly report studies: the cases of one municipality in one month, as the register knows them on a day."""

import os
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from visitation.errors import VisitationError
from visitation.outcomes.month import Courses, courses
from visitation.outcomes.register import followed
from visitation.register.case import Case
from visitation.register.cases import cases
from visitation.register.month import Month, arrived, known_months, read_month, whole_months
from widgets.report import said
from widgets.report.names import days
from widgets.report.piece import Ground
from widgets.report.told import number
from widgets.session import Session, open_session

BEFORE = 12  # months that the month is seen beside


@dataclass(frozen=True)
class Study:
    """The cases of the session's municipality, and the month."""

    session: Session
    cases: tuple[Case, ...]
    month: Month

    @property
    def seen(self) -> date:
        """The last day that is counted: the month's, or the session's while the month runs."""
        return min(self.month.last, self.session.today)

    @property
    def runs(self) -> bool:
        """Whether the month is not over."""
        return self.session.today <= self.month.last

    @cached_property
    def before(self) -> list[Month]:
        """The months before it that the register knows whole, at most BEFORE, the earliest first."""
        whole = whole_months(self.cases, self.session.today)
        return [month for month in self.month.before(BEFORE) if month in whole]

    def ground(self, count: int, what: str, first: date | None = None) -> Ground:
        """What a number of the month rests on: so many of what, from the day `first` or else the month's."""
        return Ground(f"{number(count)} {what}", days((first or self.month.first, self.seen)), said.register(self.session))

    def arrived(self, month: Month) -> list[Case]:
        """The enquiries of a month."""
        return arrived(self.cases, month, self.session.today)

    @cached_property
    def courses(self) -> Courses | None:
        """The month's courses; None when the model does not say how they are followed."""
        found = followed(self.session.model, self.cases, self.session.register.events())
        return courses(found, self.month, self.session.today) if found else None


def study(municipality: str, month: str, on: str) -> Study:
    """The study that a report's parameters ask for; VisitationError names what is allowed.

    `month` is written as 2021-02, nothing for the last one that is over; `on` is the day it is seen on, nothing for the register's own."""
    session = open_session({"REGISTER": os.environ.get("REGISTER", ""), "MODEL": municipality, "TODAY": on})
    found = tuple(cases(session.register, session.model.head.id).values())
    known = known_months(found, session.today)
    if not known:
        raise VisitationError(f"Registret har ingen henvendelser for {session.model.head.label.da} til og med {session.today}.")
    asked = read_month(month) if month else [*known[:1], *whole_months(found, session.today)][-1]
    if asked not in known:
        raise VisitationError(f"{asked} er ikke i registret; tilladt er {known[0]} til {known[-1]}.")
    return Study(session, found, asked)
