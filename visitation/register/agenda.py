"""The agenda of a weekly meeting, from the cases of the register (Slagelse: a coordinated meeting every week, document 001)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from visitation.model import Model
from visitation.pathway import Course
from visitation.register.cases import Case, Happening
from visitation.register.followup import FollowUp, follow_ups

WEEK = timedelta(days=7)
SECTIONS = (
    "overskredet", "nye", "venter", "tilbage", "kontakt_tilbage", "ingen_kontakt", "beskrivelser", "udloeb", "opfoelgning", "parkeret",
)  # fmt: skip
CONTACT = ("kontakt_tilbage", "ingen_kontakt")
CONFIRMED_IN = 1.0  # minutes: a follow-up is confirmed, not discussed


@dataclass(frozen=True)
class Item:
    """A case on the agenda: in which section, whether this meeting has dealt with it, and how many minutes it takes.

    `course` is what brought it here, `since` what happened in its courses after the meeting last decided on it."""

    section: str
    case: Case
    done: bool
    course: Course | None
    minutes: float
    since: tuple[Happening, ...]


def agenda(cases: Iterable[Case], model: Model, today: date) -> list[Item]:
    """What the meeting of `today` deals with, section by section, oldest first; every case once, in the first section that fits.

    overskredet: broken promises; nye: enquiries of the last seven days; venter: earlier ones without a decision; tilbage: decided
    as something that comes back; kontakt_tilbage, ingen_kontakt: how the search for contact ended; beskrivelser: courses in a
    state that meets; udloeb: help that ends within weeks; opfoelgning: open tasks; parkeret: put aside. What is dealt with today
    stays where it was, as done."""
    items = [item for case in cases if (item := _item(case, model, today))]
    return sorted(items, key=lambda item: (SECTIONS.index(item.section), item.case.enquiry.received, item.case.alias))


def _item(case: Case, model: Model, today: date) -> Item | None:
    if case.enquiry.received > today:
        return None
    earlier = [d for d in case.decisions if decided_on(d) < today]
    decided = len(earlier) < len(case.decisions)
    found = list(follow_ups(case, model, today))
    if case.status == "parkeret" and not decided and (not earlier or earlier[-1]["returns"] or found):
        return _made("parkeret", case, False, None, model)
    plain = _plain(case, earlier, decided, today)
    first = min(found, key=lambda one: (one.done, SECTIONS.index(one.section)), default=None)
    if first and (plain is None or _before(first, plain)):
        return _made(first.section, case, decided or (first.done and plain is None), first.course, model)
    return _made(plain, case, decided, None, model) if plain else None


def _plain(case: Case, earlier: list[dict], decided: bool, today: date) -> str | None:
    """The section of a case by its enquiry and decisions alone."""
    if earlier:
        return "tilbage" if earlier[-1]["returns"] or decided else None
    return "nye" if case.enquiry.received > today - WEEK else "venter"


def _before(found: FollowUp, plain: str) -> bool:
    """Whether a course says better than the enquiry why the case is here: it comes first, or says what contact brought."""
    return SECTIONS.index(found.section) < SECTIONS.index(plain) or (plain == "tilbage" and found.section in CONTACT)


def _made(section: str, case: Case, done: bool, course: Course | None, model: Model) -> Item:
    minutes = CONFIRMED_IN if section == "opfoelgning" else model.head.meeting.minutes
    return Item(section, case, done, course, minutes, case.since if case.decisions else ())


def decided_on(decision: dict) -> date:
    """The day of a decision."""
    return date.fromisoformat(decision["at"][:10])
