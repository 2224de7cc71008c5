"""The enquiries of the weeks: when they came in, from whom, and what becomes of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import people
from files import written
from places import Municipality

PER_WEEK = (20, 25)  # document 001, Henvisningspraksis hos CHP Myndighed
DAYS_BACK = {6: 23, 5: 23, 4: 20, 1: 26, 0: 8}  # working days since the Tuesday before, and how much came in on each
HEADER = [
    "Sagsnummer", "Modtaget", "Kanal", "Henvendt af", "Aldersgruppe", "Funktionsnedsættelse", "Borgerens egne ord",
    "Søger om", "Søgt paragraf", "Støtte i dag", "Samtykke",
]  # fmt: skip
AGE, TARGET, WORDS, SECTION, SUPPORT = map(
    HEADER.index, ("Aldersgruppe", "Funktionsnedsættelse", "Borgerens egne ord", "Søgt paragraf", "Støtte i dag")
)


@dataclass(frozen=True)
class Arrival:
    """An enquiry's row in the file, the meeting it was for, and what becomes of it."""

    row: list[str]
    meeting: date
    story: str

    @property
    def case(self) -> str:
        """Its reference."""
        return self.row[0]


def received(rng: Random, weeks: Iterable[date]) -> list[tuple[date, date]]:
    """Each enquiry's meeting and the day it came in, in order, by the days of the meetings."""
    return [(meeting, day) for meeting in weeks for day in _days(rng, meeting)]


def arrival(
    rng: Random, place: Municipality, voices: people.Voices, number: int, meeting: date, day: date, sender: str, target: str, story: str
) -> Arrival:
    """An enquiry of that sender, need and story, under a number."""
    facts = people.enquiry(rng, voices, sender, target, story)
    return Arrival([f"EKS-{place.letter}-{number:04d}", written(day), *facts], meeting, story)


def arrivals(rng: Random, place: Municipality, voices: people.Voices, weeks: list[date], first: int) -> list[Arrival]:
    """The enquiries of the meetings in some weeks, numbered from `first`; the mixes hold over all of them together."""
    days = received(rng, weeks)
    mixes = [people.spread(rng, mix, len(days)) for mix in (people.SENDER, people.TARGET, place.shares)]
    told = enumerate(zip(days, *mixes, strict=True), start=first)
    return [arrival(rng, place, voices, number, *when, *facts) for number, (when, *facts) in told]


def _days(rng: Random, meeting: date) -> list[date]:
    days = rng.choices(list(DAYS_BACK), list(DAYS_BACK.values()), k=rng.randint(*PER_WEEK))
    return sorted(meeting - timedelta(days=day) for day in days)
