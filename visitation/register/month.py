"""A calendar month of the register: who came, who waited, what was decided, and which promised dates were kept.

Every fact counts by its own day and as it is known now, so that what was registered late counts where it belongs."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import total_ordering
from typing import Any, Literal

from visitation.errors import VisitationError
from visitation.model import Model, Text
from visitation.pathway import Course, add, deadlines
from visitation.pathway.deadlines import REVIEW
from visitation.register.agenda import decided_on
from visitation.register.applications import AUTHORITY, waiting
from visitation.register.cases import Case

MONTHS = 12  # of a year


@total_ordering
@dataclass(frozen=True)
class Month:
    """A calendar month by its first day."""

    first: date

    @property
    def last(self) -> date:
        """Its last day."""
        return self.first.replace(day=monthrange(self.first.year, self.first.month)[1])

    @property
    def next(self) -> "Month":
        """The month after it."""
        return Month(self.last + timedelta(days=1))

    def before(self, count: int = MONTHS) -> list["Month"]:
        """So many months before it, the earliest first."""
        number = 12 * self.first.year + self.first.month - 1
        return [Month(date(at // 12, at % 12 + 1, 1)) for at in range(number - count, number)]

    def holds(self, day: date | None) -> bool:
        """Whether the day lies in it; no day does not."""
        return day is not None and self.first <= day <= self.last

    def __lt__(self, other: "Month") -> bool:
        return self.first < other.first

    def __str__(self) -> str:
        return f"{self.first:%Y-%m}"


@dataclass(frozen=True)
class Promise:
    """A promised date that has come: kept in time, met too late, or still open."""

    timer: str
    label: Text
    owner: str
    due: date
    status: Literal["kept", "late", "open"]


def read_month(text: str) -> Month:
    """The month written as 2021-02; VisitationError when it is none."""
    try:
        return Month(date.fromisoformat(f"{text}-01"))
    except ValueError:
        raise VisitationError(f"'{text}' er ikke en måned; skriv den som 2021-02") from None


def known_months(cases: Iterable[Case], today: date) -> list[Month]:
    """From the month of the first enquiry to that of `today`, which may not be over; none without an enquiry."""
    first = min((case.enquiry.received for case in cases if case.enquiry.received <= today), default=None)
    return [] if first is None else _until(Month(first.replace(day=1)), today)


def whole_months(cases: Iterable[Case], today: date) -> list[Month]:
    """The known months that are over; the first only when an enquiry came on its first day, as a register may begin midway."""
    known = list(cases)
    first = min((case.enquiry.received for case in known), default=today)
    return [month for month in known_months(known, today) if first <= month.first and month.last < today]


def arrived(cases: Iterable[Case], month: Month, today: date) -> list[Case]:
    """The enquiries received in the month, until `today`."""
    return [case for case in cases if month.holds(case.enquiry.received) and case.enquiry.received <= today]


def decided(cases: Iterable[Case], month: Month, today: date) -> list[dict[str, Any]]:
    """The meeting's decisions of the month, until `today`."""
    made = [decision for case in cases for decision in case.decisions]
    return [decision for decision in made if month.holds(decided_on(decision)) and decided_on(decision) <= today]


def queues(cases: Iterable[Case], day: date) -> dict[str, list[int]]:
    """How many days each has waited at the end of that day: for the meeting's first decision, to come back to it, for the authority's."""
    there = [case for case in cases if case.enquiry.received <= day]
    lasts = [(case, [made for made in case.decisions if decided_on(made) <= day]) for case in there]
    since = {
        "moede": [case.enquiry.received for case, made in lasts if not made],
        "tilbage": [decided_on(made[-1]) for _, made in lasts if made and made[-1]["returns"]],
        "afgoerelse": [one.on for case in there for one in waiting(case, day)],
    }
    return {name: [(day - one).days for one in days] for name, days in since.items()}


def promises(cases: Iterable[Case], model: Model, month: Month, today: date) -> list[Promise]:
    """The promised dates of the month that have come at the end of `today`.

    What a course still owed when it ended has lapsed. A clock that began again counts by its latest beginning."""
    found = [one for case in cases for one in (*_of_courses(case, model, today), *_of_applications(case, model, today))]
    return [one for one in found if month.holds(one.due) and (one.due < today or one.status == "kept")]


def _until(month: Month, today: date) -> list[Month]:
    found = []
    while month.first <= today:
        found.append(month)
        month = month.next
    return found


def _of_courses(case: Case, model: Model, today: date) -> Iterator[Promise]:
    for course in case.courses:
        for one in deadlines(model, replace(course, ended=False), today):
            if one.timer != REVIEW and (one.met or not _lapsed(course, one.due)):
                yield Promise(one.timer, one.label, one.owner, one.due, _status(one.due, one.met_on))


def _lapsed(course: Course, due: date) -> bool:
    return course.ended and course.since <= due


def _status(due: date, met_on: date | None) -> Literal["kept", "late", "open"]:
    if met_on is None:
        return "open"
    return "kept" if met_on <= due else "late"


def _of_applications(case: Case, model: Model, today: date) -> Iterator[Promise]:
    still = waiting(case, today)
    for application in case.applications:
        if deadline := model.deadlines.of(application.section, application.on):
            due = add(application.on, deadline.length, end=True)
            late = "open" if application in still else "late"
            yield Promise(deadline.id, deadline.label, AUTHORITY, due, late if application in waiting(case, due) else "kept")
