"""What the register holds of one municipality that an indicator can be counted by."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any

from visitation.guideposts.found import Period
from visitation.model import Model
from visitation.register.case import Case, Enquiry
from visitation.register.events import Event
from visitation.register.records import ACTIVITIES, CONTACTS, SERVICES, Kind, records

REACHED = "opnaaet"
TOLD = (SERVICES, ACTIVITIES, CONTACTS)  # the imported kinds that are counted
Records = tuple[tuple[str, dict[str, Any]], ...]  # the case and the facts of each


@dataclass(frozen=True)
class Facts:
    """`enquiries` are of all cases; of those in `forgotten` nothing that anybody wrote is left.

    `decisions` are the day and the step of each, and `lowest` is the lowest step of the ladder. `became_active` is, for each course
    measured before and after, its start and whether the citizen is less limited in community life. `residents` are the inhabitants by
    quarter, "2020K4"; empty where nobody knows."""

    enquiries: tuple[Enquiry, ...] = ()
    forgotten: frozenset[str] = frozenset()
    decisions: tuple[tuple[date, str | None], ...] = ()
    lowest: str = ""
    services: Records = ()
    activities: Records = ()
    contacts: Records = ()
    became_active: tuple[tuple[date, bool], ...] = ()
    residents: Mapping[str, float] = field(default_factory=dict)

    def received(self, period: Period) -> list[Enquiry]:
        """The enquiries of a period, in order of their days."""
        days, there = self._by_day
        return there[bisect_left(days, period.first) : bisect_right(days, period.last)]

    @cached_property
    def _by_day(self) -> tuple[list[date], list[Enquiry]]:
        there = sorted(self.enquiries, key=attrgetter("received"))
        return [one.received for one in there], there

    @cached_property
    def reached(self) -> Mapping[str, list[date]]:
        """The days on which the citizen of a case was reached."""
        found: dict[str, list[date]] = {}
        for case, contact in self.contacts:
            if contact["result"] == REACHED:
                found.setdefault(case, []).append(contact["at"].date())
        return found

    @cached_property
    def begun(self) -> date | None:
        """The day of the first enquiry; None in an empty register."""
        return min((one.received for one in self.enquiries), default=None)


def facts_of(model: Model, cases: Iterable[Case], events: Sequence[Event], **known) -> Facts:
    """The facts of one municipality's cases; `events` are the register's, those of TOLD at least, and `known` what others can tell."""
    there = {case.reference: case for case in cases}
    return Facts(
        enquiries=tuple(case.enquiry for case in there.values()),
        forgotten=frozenset(name for name, case in there.items() if case.forgotten),
        decisions=tuple((date.fromisoformat(made["at"][:10]), made["step"]) for case in there.values() for made in case.decisions),
        lowest=model.ladder.steps[0].id,
        **{name: _of(events, kind, there) for name, kind in zip(("services", "activities", "contacts"), TOLD, strict=True)},
        **known,
    )


def _of(events: Sequence[Event], kind: Kind, cases: Mapping[str, Case]) -> Records:
    return tuple((record.case, record.facts) for record in records(events, kind) if record.case in cases)
