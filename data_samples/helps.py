"""Which help a case had and when: in its courses, before them and after them.

That about half of those who apply after FOKUS are granted § 85 is told by the courses (document 001). All else here is an assumption."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from files import Row, day_of
from places import SEED, TODAY
from story import GRANTED

BEGINS = {"opstart_C": "§ 82 a", "start_gruppe": "§ 82 a", "start_alternativ": "§ 82 b", "start_hjemme": "§ 82 b", "bestilt": "§ 85"}
ENDS = (
    "sag_afsluttet", "borger_stopper", "myndighed_afslutter", "myndighed_afgjort", "forloeb_slut", "egne_ben", "luk_uden_kontakt",
    "fulgt_op", "ophoerer",
)  # fmt: skip
DECIDED = ("afgjort", "myndighed_afgjort")
BANDS = ("10-29", "30-119", "30-119", "120-179", "180+")
OTHER = "§ 82 d"  # help beside § 85 that one comes with
LATER = 6  # per cent who come back for § 85 without having been granted it at the end of the course
FATES = ("ends",) * 7 + ("falls",) * 2 + ("goes on",)  # of what one came with
STAYS = 75  # per cent of those with § 85 after a course who keep it as long as we know


@dataclass(frozen=True)
class Help:
    """A stretch of help in a case: its section, its days (no end: still running), its own chance, its band, and whether a course is it."""

    case: str
    section: str
    start: date
    end: date | None
    rng: Random
    band: str = ""
    course: bool = False


def by_case(rows: Iterable[Row], reference: str = "Sagsnummer") -> dict[str, list[Row]]:
    """The rows of each case, by the column of its reference."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[reference], []).append(row)
    return found


def of_case(enquiry: Row, told: list[Row], draw: str = "") -> list[Help]:
    """The help of one case by its enquiry and what its courses tell; `draw` names another draw of what they do not tell."""
    found = list(_courses(told))
    if not found:
        return []
    case, ended = enquiry["Sagsnummer"], max(one.end or TODAY for one in found)
    rng = Random(f"{SEED} {case} støtte {draw}")
    supported = next((one.start for one in found if one.section == "§ 85"), None)
    found += _before(rng, enquiry, supported or ended, *(("ends",) if supported else ()))
    granted = next((day_of(row["Tidspunkt"]) for row in told if row["Hvad"] in DECIDED and row["Note"] == GRANTED), None)
    begins = _start(rng, granted, ended)
    if begins and not any(one.section == "§ 85" and one.end is None for one in found):
        found += _after(rng, case, begins)
    return found


def _courses(told: list[Row]) -> Iterator[Help]:
    """The first stretch of each section that a course was."""
    begun: dict[str, date] = {}
    end = None
    for row in told:
        if row["Hvad"] in BEGINS:
            begun.setdefault(BEGINS[row["Hvad"]], day_of(row["Tidspunkt"]))
        if row["Hvad"] in ENDS:
            end = day_of(row["Tidspunkt"])
    for section, start in begun.items():
        rng = Random(f"{SEED} {told[0]['Sagsnummer']} {section}")
        band = rng.choice(BANDS) if section == "§ 85" else ""
        yield Help(told[0]["Sagsnummer"], section, start, end if end and end > start else None, rng, band, course=True)


def _before(rng: Random, enquiry: Row, until: date, fates: tuple[str, ...] = FATES) -> Iterator[Help]:
    """What the citizen came with: it ends around that day, or becomes less then, or goes on."""
    if enquiry["Støtte i dag"] == "Ingen":
        return
    case, received = enquiry["Sagsnummer"], day_of(enquiry["Modtaget"])
    section = "§ 85" if enquiry["Støtte i dag"] == "§ 85" else OTHER
    start, last = received - timedelta(days=rng.randint(60, 900)), max(received, until + timedelta(days=rng.randint(-30, 120)))
    band, what = rng.choice(BANDS[1:]) if section == "§ 85" else "", rng.choice(fates)
    less = what == "falls" and band
    yield Help(case, section, start, last if last <= TODAY and (less or what == "ends") else None, rng, band)
    if less and last <= TODAY:
        yield Help(case, section, last, None, rng, BANDS[BANDS.index(band) - 1])


def _start(rng: Random, granted: date | None, ended: date) -> date | None:
    """§ 85 begins days to 18 months after it was granted, mostly soon; a few others come back for it some time in 18 months."""
    if granted:
        return granted + timedelta(days=round(540 * rng.random() ** 3))
    return ended + timedelta(days=rng.randint(30, 540)) if rng.random() * 100 < LATER else None


def _after(rng: Random, case: str, start: date) -> Iterator[Help]:
    end = None if rng.random() * 100 < STAYS else start + timedelta(days=rng.randint(180, 720))
    if start <= TODAY:
        yield Help(case, "§ 85", start, end if end and end <= TODAY else None, rng, rng.choice(BANDS))
