"""The agenda of a weekly meeting, from the cases of the register (Slagelse: a coordinated meeting every week, document 001)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from visitation.register.cases import Case

WEEK = timedelta(days=7)
SECTIONS = ("venter", "nye", "tilbage", "parkeret")


@dataclass(frozen=True)
class Item:
    """A case on the agenda: in which section, and whether this meeting has decided it."""

    section: str
    case: Case
    done: bool


def agenda(cases: Iterable[Case], today: date) -> list[Item]:
    """What the meeting of `today` deals with, section by section, oldest first.

    venter: enquiries of earlier weeks without a decision; nye: of the last seven days; tilbage: decided earlier as something
    that comes back; parkeret: put aside. What is decided today stays where it was, as done."""
    items = [item for case in cases if (item := _item(case, today))]
    return sorted(items, key=lambda item: (SECTIONS.index(item.section), item.case.enquiry.received, item.case.alias))


def _item(case: Case, today: date) -> Item | None:
    if case.enquiry.received > today:
        return None
    earlier = [d for d in case.decisions if decided_on(d) < today]
    done = len(earlier) < len(case.decisions)
    if earlier and not earlier[-1]["returns"] and not done:
        return None
    if case.status == "parkeret" and not done:
        return Item("parkeret", case, done)
    if earlier:
        return Item("tilbage", case, done)
    return Item("nye" if case.enquiry.received > today - WEEK else "venter", case, done)


def decided_on(decision: dict) -> date:
    """The day of a decision."""
    return date.fromisoformat(decision["at"][:10])
