"""How each indicator is counted in a period. They say what was seen and never why."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from visitation.guideposts.facts import Facts
from visitation.guideposts.found import QUARTER, YEAR, Found, Period, counted, days, rate, share

NETWORK, COMMUNITY = "netvaerk", "social_inklusion"  # as activities are registered
HANDED_OVER, YOUNG, OLD = "overdragelse", "18-29", "over65"
SUPPORT = "§ 85"


@dataclass(frozen=True)
class Measure:
    """What counts an indicator, the unit it comes in, and how many months each point of its trend covers; None where it has no trend."""

    unit: str
    of: Callable[[Facts, Period], Found]
    months: int | None = QUARTER


def own_words(facts: Facts, period: Period) -> Found:
    """Enquiries in which the citizen's own words stand; of forgotten ones nobody knows."""
    there = [one for one in facts.received(period) if one.reference not in facts.forgotten]
    return share(sum(bool(one.words) for one in there), len(there))


def with_end(facts: Facts, period: Period) -> Found:
    """Services that run on the last day, and how many have an end date; of an earlier day it is not known which had one then."""
    ends = [one["end"] for _, one in facts.services if _runs(one, period.last)]
    return share(sum(end is not None for end in ends), len(ends))


def activity(name: str, facts: Facts, period: Period) -> Found:
    """Citizens with an activity that began in the period, and how many of them had this one."""
    of_case = defaultdict(set)
    for case, one in facts.activities:
        if period.holds(one["start"]):
            of_case[case].add(one["activity"])
    return share(sum(name in found for found in of_case.values()), len(of_case))


def became_active(facts: Facts, period: Period) -> Found:
    """Courses that began in the period and are measured before and after in community life, and how many are less limited."""
    measured = [active for day, active in facts.became_active if period.holds(day)]
    return share(sum(measured), len(measured))


def to_lowest_step(facts: Facts, period: Period) -> Found:
    """Decisions of the meeting, and how many of them chose the lowest step of the ladder."""
    steps = [step for day, step in facts.decisions if period.holds(day)]
    return share(steps.count(facts.lowest), len(steps))


def young(facts: Facts, period: Period) -> Found:
    """Enquiries about citizens of 18-29 for every thousand inhabitants."""
    return rate(sum(one.age_group == YOUNG for one in facts.received(period)), _residents(facts, period))


def handed_over(facts: Facts, period: Period) -> Found:
    """Enquiries that came when a young citizen was handed over to the adults' part."""
    return counted(sum(one.channel == HANDED_OVER for one in facts.received(period)))


def old(facts: Facts, period: Period) -> Found:
    """Enquiries about citizens over 65."""
    return counted(sum(one.age_group == OLD for one in facts.received(period)))


def first_contact(facts: Facts, period: Period) -> Found:
    """Days from the enquiry until the citizen was reached for the first time."""
    there = facts.received(period)
    firsts = [
        (one.received, min((day for day in facts.reached.get(one.reference, ()) if day >= one.received), default=None)) for one in there
    ]
    return days([(first - received).days for received, first in firsts if first], len(there))


def changed_band(facts: Facts, period: Period) -> Found:
    """Citizens with § 85 in a known band on the first and the last day of the period, and how many have another band."""
    moves = {pair: n for pair, n in bands(facts, period).items() if all(pair)}
    return share(sum(n for (before, after), n in moves.items() if before != after), sum(moves.values()))


def bands(facts: Facts, period: Period) -> dict[tuple[str, str], int]:
    """How many citizens had § 85 in which band on the first and on the last day of the period; "" without § 85 on that day.

    Who had it in a band that nobody noted is left out."""
    supported = [(case, one) for case, one in facts.services if one["section"] == SUPPORT]
    first, last = ({case: one["band"] for case, one in supported if _runs(one, day)} for day in (period.first, period.last))
    pairs = ((first.get(case), last.get(case)) for case in {**first, **last})
    return dict(Counter((before or "", after or "") for before, after in pairs if "" not in (before, after)))


MEASURES: dict[str, Measure] = {
    "egne_ord": Measure("procent", own_words),
    "slutdato": Measure("procent", with_end, None),
    "netvaerk": Measure("procent", partial(activity, NETWORK)),
    "faellesskab": Measure("procent", partial(activity, COMMUNITY)),
    "blev_aktiv": Measure("procent", became_active),
    "laveste_trin": Measure("procent", to_lowest_step),
    "unge": Measure("pr_1000", young),
    "ung_voksen": Measure("antal", handed_over),
    "aeldre": Measure("antal", old),
    "foerste_kontakt": Measure("dage", first_contact),
    "aendret_interval": Measure("procent", changed_band, YEAR),
}


def _residents(facts: Facts, period: Period) -> float | None:
    """The inhabitants of the latest quarter that began in the period or before."""
    began = f"{period.last.year}K{(period.last.month + 2) // QUARTER}"
    return facts.residents.get(max((name for name in facts.residents if name <= began), default=""))


def _runs(service: dict[str, Any], day: date) -> bool:
    return service["start"] <= day and (service["end"] is None or day < service["end"])
