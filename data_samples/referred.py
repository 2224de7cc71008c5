"""The cases that were referred to FOKUS: those of the year as its files tell of them, and those before it as they are drawn."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

import courses
import exports
import helps
import people
from arrivals import AGE, HEADER, SECTION, Arrival, arrival, received
from decided import Rows, decision_rows, led_to, steps
from files import Row, read
from meetings import OUTSIDE, RETURNS
from places import TODAY, Municipality
from settle import fitting
from story import HEADER as COURSE_HEADER
from tally import Published, stages

STORY, OUTCOME = "fokus", "FOKUS"
SHARE = 29  # beside the shares of the other stories; with fewer the published counts cannot come out
QUEUE = (14, 84)  # days from the invitation to the start; so long must they wait when they come as evenly as that
CLOSED = ("egne_ben", "borger_stopper", "luk_uden_kontakt", "afgjort")


@dataclass(frozen=True)
class Referred:
    """A case of a decided enquiry: it, the days and outcomes of its decisions, and what is drawn of its course, its help and its scores."""

    enquiry: Row
    made: list[tuple[date, str]]
    told: list[Row]
    helped: list[helps.Help]
    scores: list[Row]

    @property
    def case(self) -> str:
        """Its reference."""
        return self.enquiry["Sagsnummer"]

    @property
    def begins(self) -> bool:
        """Whether it was referred to FOKUS in the end."""
        return self.made[-1][1] == OUTCOME


def of_year(place: Municipality, folder: Path) -> list[Referred]:
    """The cases of the year."""
    enquiries, decisions, told = (read(folder / f"{what}.csv", place.encoding) for what in ("henvendelser", "beslutninger", "forloeb"))
    scores = helps.by_case(exports.read_export(place, "fit", folder / "fit.csv"), "reference")
    by_case, taken = helps.by_case(told), helps.by_case(decisions)
    made = {case: led_to(place, [[*row.values()] for row in rows]) for case, rows in taken.items()}
    cases = [(row, case) for row in enquiries if (case := row["Sagsnummer"]) in by_case]
    found = [Referred(row, made[case], by_case[case], helps.of_case(row, by_case[case]), scores.get(case, [])) for row, case in cases]
    return [one for one in found if one.begins]


def arrived(
    rng: Random, place: Municipality, voices: people.Voices, weeks: list[date], first: int, year: list[Referred], known: Published
) -> list[Arrival]:
    """All enquiries before the year; with those of the year the referred have the published mix of needs."""
    days = received(rng, weeks)
    stories = people.spread(rng, place.shares | {STORY: SHARE}, len(days))
    senders = people.spread(rng, people.SENDER, len(days))
    before = Counter(one.enquiry["Funktionsnedsættelse"] for one in year if one.made[-1][0] <= known.last)
    needs = _needs(rng, stories, before)
    told = enumerate(zip(days, senders, needs, stories, strict=True), start=first)
    return [fitting(partial(arrival, rng, place, voices, number, *when, *facts), _may_come) for number, (when, *facts) in told]


def _needs(rng: Random, stories: list[str], before: Counter) -> list[str]:
    referred = stories.count(STORY)
    wanted = Counter(people.spread(rng, people.TARGET, before.total() + referred))
    wanted.subtract(before)
    mixes = {True: people.spread(rng, wanted, referred), False: people.spread(rng, people.TARGET, len(stories) - referred)}
    return [mixes[story == STORY].pop() for story in stories]


def _may_come(one: Arrival) -> bool:
    """FOKUS is for those from 18 to 65."""
    return one.story != STORY or one.row[AGE].replace(" ", "") not in OUTSIDE


def decisions(rng: Random, place: Municipality, one: Arrival) -> Rows:
    """The decisions on an enquiry; one that is not referred is settled at its first meeting."""

    def fits(rows: Rows) -> bool:
        outcomes = [outcome for _, outcome in led_to(place, rows)]
        if one.story == STORY:
            return outcomes[-1] == OUTCOME
        return len(outcomes) == 1 and outcomes[0] not in (*RETURNS, OUTCOME)

    return fitting(lambda: decision_rows(place, one, steps(rng, place, one)), fits)


def told(rng: Random, case: str, made: list[tuple[date, str]], section: str, known: Published) -> list[Row]:
    """What happened in a case's courses: the one in FOKUS is over, and not started before the first cohort."""

    def fits(rows: list[Row]) -> bool:
        moves = [row["Hvad"] for row in rows if row["Forløb"] == STORY and row["Hændelse"] == "flyttet"]
        started = stages(rows)[1]
        return not moves or (moves[-1] in CLOSED and (started is None or started >= known.first))

    def tell() -> list[Row]:
        return [dict(zip(COURSE_HEADER, row, strict=True)) for row in courses.case_rows(rng, case, made, section, TODAY, QUEUE)]

    return fitting(tell, fits)


def drawn(rng: Random, place: Municipality, one: Arrival, rows: Rows, known: Published) -> Referred:
    """A case before the year, drawn for the first time."""
    made, enquiry = led_to(place, rows), dict(zip(HEADER, one.row, strict=True))
    happened = told(rng, one.case, made, one.row[SECTION], known)
    return Referred(enquiry, made, happened, [], [])
