"""Applications and their answers: which of them the municipality still owes a decision, and by when it has said it would decide."""

from dataclasses import dataclass
from datetime import date

from visitation.model import Model, Text
from visitation.model.published import ProcessingDeadline
from visitation.pathway import add
from visitation.register.agenda import decided_on
from visitation.register.cases import Application, Case

DECIDED = "afgoerelse"  # the mark of the authority's decision on a pathway
MAY = ("§ 82",)  # may be offered and not appealed: the meeting's referral is the answer; all else waits for the authority
AUTHORITY = "myndighed"


@dataclass(frozen=True)
class Owed:
    """An application without an answer: the published deadline it stands under, and the day it ends on."""

    application: Application
    deadline: ProcessingDeadline
    due: date
    owner: str = AUTHORITY

    @property
    def label(self) -> Text:
        """What is to be answered."""
        return self.deadline.label


def waiting(case: Case, today: date) -> list[Application]:
    """The applications that await their answer at the end of `today`, whether a deadline is published or not."""
    return [one for one in case.applications if one.on <= today and not _answered(case, one, today)]


def owed(case: Case, model: Model, today: date) -> list[Owed]:
    """The applications that await their answer at the end of `today`, as far as the municipality has published a deadline."""
    found = [(one, model.deadlines.of(one.section, one.on)) for one in waiting(case, today)]
    return [Owed(one, deadline, add(one.on, deadline.length, end=True)) for one, deadline in found if deadline]


def _answered(case: Case, application: Application, today: date) -> bool:
    closed = [one.on for one in case.confirmed if (one.what, one.which) == ("application", application.section)]
    decided = [course.marks[DECIDED] for course in case.courses if DECIDED in course.marks]
    referred = [decided_on(one) for one in case.decisions if not one["returns"]] if application.section in MAY else []
    return any(application.on <= day <= today for day in (*closed, *decided, *referred))
