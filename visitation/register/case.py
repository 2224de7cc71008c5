"""What a case is: the enquiry it began with, and where its events have left it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from visitation.errors import VisitationError, allowed
from visitation.pathway.course import Course, Move, Try


@dataclass(frozen=True)
class Enquiry:
    """What came in, without name, number or address; choices are ids of the vocabulary, `words` the citizen's own."""

    reference: str
    received: date
    channel: str
    sender: str
    age_group: str
    target_group: str
    words: str
    asks_for: str
    asks_section: str
    support_now: str
    consent: str


@dataclass(frozen=True)
class Application:
    """Something applied for under a section of the law, which obliges the authority to answer."""

    section: str
    on: date


@dataclass(frozen=True)
class Happening:
    """A move or a try in a course."""

    course: str
    pathway: str
    fact: Move | Try


@dataclass(frozen=True)
class Confirmed:
    """A follow-up that was closed: on a decision (`which` is its event), a course (its id) or an application (its section)."""

    what: str
    which: str | int
    on: date
    reason: str


@dataclass(frozen=True)
class Case:
    """A case as its events leave it. `status`: ny, parkeret or besluttet; a decision has outcome, step, returns, at and `event`.

    `event` is the version that the decision gave the case; `since` is what happened in its courses after the last decision."""

    reference: str
    alias: str
    model: str
    enquiry: Enquiry
    version: int
    status: str
    decisions: tuple[dict[str, Any], ...]
    sample: bool
    courses: tuple[Course, ...] = ()
    applications: tuple[Application, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()
    since: tuple[Happening, ...] = ()
    forgotten: bool = False

    def course(self, course_id: str) -> Course:
        """The course of that id; VisitationError names those there are."""
        for course in self.courses:
            if course.id == course_id:
                return course
        raise VisitationError(f"Sag {self.reference}: ukendt forløb '{course_id}'; tilladt er {allowed(c.id for c in self.courses)}.")
