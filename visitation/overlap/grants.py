"""Double grants: a social mentor and § 85 to the same citizen on the same days, in weeks and in what a mentor costs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from visitation.model import Model
from visitation.register.records import SERVICES, records
from visitation.register.store import Register

MENTOR, SUPPORT = "mentor", "§ 85"
SUPPORT_WEEK = "p85_uge"  # the id in prices.yaml of a week of § 85, where the municipality has set one
DAY = timedelta(days=1)
DAYS_A_WEEK, WEEKS_A_YEAR = 7, 52

Stretch = tuple[date, date]  # first and last day


@dataclass(frozen=True)
class Span:
    """A service as granted, both days included; without an end it still runs."""

    section: str
    start: date
    end: date | None


@dataclass(frozen=True)
class Granted:
    """The days of one citizen within a period that have a mentor, that have § 85, and that have both; as stretches in order."""

    reference: str
    mentor: tuple[Stretch, ...]
    support: tuple[Stretch, ...]
    both: tuple[Stretch, ...]


def spans(register: Register, references: Iterable[str]) -> dict[str, list[Span]]:
    """The mentors and the § 85 granted in these cases; a reference without any, or without a case, is absent."""
    found: dict[str, list[Span]] = {}
    for one in records(register.events_of(list(references)), SERVICES):
        if one.facts["section"] in (MENTOR, SUPPORT):
            found.setdefault(one.case, []).append(Span(one.facts["section"], one.facts["start"], one.facts["end"]))
    return found


def granted(told: Mapping[str, Iterable[Span]], first: date, last: date) -> list[Granted]:
    """What each citizen had on the days from `first` to `last`, both included; who had neither is left out.

    Grants of one kind that overlap or follow each other count each day once."""
    found = []
    for reference, own in told.items():
        mentor, support = (_stretches((one for one in own if one.section == section), first, last) for section in (MENTOR, SUPPORT))
        if mentor or support:
            found.append(Granted(reference, mentor, support, _common(mentor, support)))
    return found


def weeks(stretches: Iterable[Stretch]) -> Decimal:
    """How many weeks of seven days they come to."""
    return Decimal(sum((last - first).days + 1 for first, last in stretches)) / DAYS_A_WEEK


def mentor_kr(stretches: Iterable[Stretch], year_kr: int) -> Decimal:
    """What a mentor costs in these stretches at so many kroner for a citizen in a year of 52 weeks."""
    return weeks(stretches) * year_kr / WEEKS_A_YEAR


def support_week_kr(model: Model, on: date) -> int | None:
    """The municipality's own price of a week of § 85 on a day, in kroner; None where it has set none, as no document gives it."""
    price = model.prices.of(SUPPORT_WEEK, on)
    return price.kr if price else None


def _stretches(own: Iterable[Span], first: date, last: date) -> tuple[Stretch, ...]:
    cut = sorted((max(one.start, first), min(one.end or last, last)) for one in own)
    found: list[Stretch] = []
    for start, end in cut:
        if start > end:
            continue
        if found and start <= found[-1][1] + DAY:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def _common(one: Iterable[Stretch], other: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    pairs = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return tuple((start, end) for start, end in pairs if start <= end)
