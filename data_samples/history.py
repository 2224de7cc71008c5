"""What came before the year of the samples in Slagelse: from the first referrals to FOKUS in March 2018 to March 2020.

The published counts of document 001 come out by construction: cases are drawn as those of the year are, and drawn again, one by one,
until they and the year add up to the counts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import decided
import exports
import helps
import people
import referred
from arrivals import HEADER
from files import Row, write_csv
from places import SEED, TODAY, WEEK, WEEKS, Municipality
from referred import Referred
from settle import settle
from story import HEADER as COURSE_HEADER
from tally import Published, course_count, courses_off, published, score_count, scores_off, support_count, support_off

SPAN = "2018-2020"
FIRST_MEETING = date(2018, 3, 13)  # after the first whole week in which one could be referred to FOKUS
FIRST_NUMBER = 2001  # the year's references begin at 1
RATED = 4  # one in so many of the referred has levels


def write(place: Municipality, themes: dict, folder: Path) -> None:
    """Writes the files of the time before the year beside those of the year."""
    rng, known, year = Random(f"{SEED} {place.name} {SPAN}"), published(place.name), referred.of_year(place, folder)
    weeks = [FIRST_MEETING + week * WEEK for week in range((TODAY - FIRST_MEETING) // WEEK - WEEKS)]
    arrived = referred.arrived(rng, place, people.Voices(rng, themes), weeks, FIRST_NUMBER, year, known)
    made = {one.case: referred.decisions(rng, place, one) for one in arrived}
    cases = [referred.drawn(rng, place, one, made[one.case], known) for one in arrived]
    others = [row for one in cases if not one.begins for row in one.told]
    found = _settled(rng, [one for one in cases if one.begins], year, known)
    told = [[*row.values()] for row in (*others, *(row for one in found for row in one.told))]
    files = {
        "henvendelser": [HEADER, *(one.row for one in arrived)],
        "beslutninger": [decided.header(place), *decided.in_order(row for rows in made.values() for row in rows)],
        "forloeb": [COURSE_HEADER, *decided.in_time(told)],
    }
    for kind, cells in files.items():
        write_csv(folder / f"{kind}-{SPAN}.csv", place.encoding, cells)
    for kind, exported in _exported(found).items():
        exports.write_export(place, kind, folder / f"{kind}-{SPAN}.csv", exported)


def _exported(found: list[Referred]) -> dict[str, Iterable[Row]]:
    """The rows of what other systems would export, as far as it is needed to follow the courses."""
    return {
        "ydelser": [exports.service(help_) for one in found for help_ in one.helped],
        "niveauer": [row for one in found[::RATED] for help_ in one.helped if help_.course for row in exports.levels(help_)],
        "fit": [row for one in found for row in one.scores],
    }


def _settled(rng: Random, drawn: list[Referred], year: list[Referred], known: Published) -> list[Referred]:
    """The referred cases, drawn again until they and the year have the published courses, then the support, then the scores."""

    def tell(one: Referred) -> Referred:
        return replace(one, told=referred.told(rng, one.case, one.made, one.enquiry["Søgt paragraf"], known))

    def help_(one: Referred) -> Referred:
        return replace(one, helped=helps.of_case(one.enquiry, one.told, f"{rng.random()}"))

    def score(one: Referred) -> Referred:
        stretches = [replace(stretch, rng=Random(rng.random())) for stretch in one.helped if stretch.course]
        return replace(one, scores=[row for stretch in stretches for row in exports.sessions(stretch)])

    rounds = (
        (tell, lambda one: course_count(one.told, known), courses_off),
        (help_, lambda one: support_count(one.told, one.helped, known), support_off),
        (score, lambda one: score_count(one.told, one.scores, known), scores_off),
    )
    found = drawn
    for again, count, off in rounds:
        found = settle(rng, [again(one) for one in found], again, count, lambda total, off=off: off(total, known), year)
    return found
