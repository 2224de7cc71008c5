"""Writes the sample list of citizens under review, the ratings given so far, and the social mentors of some who also have § 85.

Document 003 gives about a thousand citizens, most known to the employment department only. All shares here are assumptions; the
share known to both centres is made another than the document's 16 per cent, so that a measured number shows that it is one."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import people
from exports import read_export, write_export
from files import Row, day_of, read, write_csv, written
from places import SEED, TODAY, Municipality

SPANS = ("", "-2018-2020")
LISTED_ON, BEGAN, DRAWN = date(2021, 2, 1), date(2021, 2, 8), datetime(2021, 3, 1, 12)
CITIZENS, OWN, RATED, SECOND, SECOND_DONE, RATED_A_DAY = 1000, 96, 640, 60, 45, 34
DOUBLE, BEFORE = 26, 24  # mentors on the same days as § 85, and mentors whose days ended before it began
NOTES = ("Venter på udredning.", "Har både mentor og bostøtte.", "Vil gerne i praktik.", "Mangler aftale med egen læge.")
RATER, OTHER = "bedømmer 1", "bedømmer 2"
HEADER = ["Borger", "Tidspunkt", "Hændelse", "Bedømmer", "Runde", "Type", "Underkategorier", "Kriterier", "Mærker", "Note", "Udtræk"]

BENEFIT = {"kontanthjaelp": 48, "ressourceforloeb": 17, "uddannelseshjaelp": 15, "foertidspension": 9, "sygedagpenge": 7, "anden": 4}
BENEFIT_OWN = {"kontanthjaelp": 34, "ressourceforloeb": 18, "uddannelseshjaelp": 8, "foertidspension": 32, "sygedagpenge": 4, "anden": 4}
CONDITION = {"psykisk": 66, "socialt": 20, "fysisk": 14}
AGE = {"under18": 1, "18-29": 27, "30-49": 44, "50-65": 27, "over65": 1}
AGES = {"under 18": "under18", "18-29": "18-29", "30-49": "30-49", "50-65": "50-65", "over 65": "over65"}
CONDITIONS = {"psykisk": "psykisk", "fysisk": "fysisk", "socialt problem": "socialt"}
KNOWS = {"am": 97, "hp": 15, "ru": 31, "boern_unge": 14, "sundhed_omsorg": 22}
KNOWS_OWN = {"am": 82, "hp": 100, "ru": 40, "boern_unge": 15, "sundhed_omsorg": 35}
EFFORTS = {0: 6, 1: 17, 2: 24, 3: 20, 4: 14, 5: 9, 6: 5, 7: 3, 8: 2}
HELPED = {"nej": 46, "ja": 38, "ukendt": 16}
TYPES = {"type1": 24, "type2": 21, "type3": 18, "type4": 14, "type5": 9, "type6": 6, "udenfor": 8}
HARD = {"type1": 0.5, "type2": 0.7, "type3": 1, "type4": 1.2, "type5": 1.6, "type6": 2, "udenfor": 1.5}  # how often what is hard is met
SUBCATEGORIES = {"oekonomi": 42, "boern": 17, "misbrug": 24, "andet": 14}
JUDGED = {"dokumentation": 18, "handicap": 15, "flere_centre": 22}


def write(place: Municipality, folder: Path) -> None:
    """Writes the three files beside those that tell of the cases."""
    rng = Random(f"{SEED} {place.name} faellesmaengden")
    services = [row for span in SPANS for row in read_export(place, "ydelser", folder / f"ydelser{span}.csv")]
    arrived = {row["Sagsnummer"]: row for span in SPANS for row in read(folder / f"henvendelser{span}.csv", place.encoding)}
    supported = _supported(services, arrived)
    listed = _list(rng, supported, arrived)
    write_export(place, "ydelser", folder / "ydelser-mentor.csv", _mentors(rng, listed, supported, arrived))
    write_export(place, "faellesmaengden", folder / "faellesmaengden.csv", listed)
    rows = sorted(_told(rng, listed), key=lambda row: datetime.strptime(row[1], "%d-%m-%Y %H:%M:%S"))
    write_csv(folder / "bedoemmelser.csv", place.encoding, [HEADER, *rows])


def _supported(services: Iterable[Row], arrived: dict[str, Row]) -> dict[str, Row]:
    """The cases with § 85 that runs since half a year after their enquiry at the latest, and the last such row of each."""
    running = [row for row in services if row["section"] == "SEL § 85" and not row["end"] and row["reference"] in arrived]
    return {row["reference"]: row for row in running if day_of(row["start"]) < TODAY - timedelta(weeks=26)}


def _list(rng: Random, supported: dict[str, Row], arrived: dict[str, Row]) -> list[Row]:
    own = [_citizen(rng, case, arrived[case]) for case in rng.sample(sorted(supported), OWN)]
    others = [_citizen(rng, f"EKS-F-{number:04d}", None) for number in range(1, CITIZENS - OWN + 1)]
    found = own + others
    rng.shuffle(found)
    return found


def _citizen(rng: Random, reference: str, enquiry: Row | None) -> Row:
    knows = {name: "ja" if rng.random() * 100 < share else "nej" for name, share in (KNOWS_OWN if enquiry else KNOWS).items()}
    if "ja" not in knows.values():
        knows["am"] = "ja"
    efforts = "" if rng.random() < 0.05 else str(people.weighted(rng, EFFORTS))
    benefit = people.weighted(rng, BENEFIT_OWN if enquiry else BENEFIT)
    condition = CONDITIONS[enquiry["Funktionsnedsættelse"]] if enquiry else people.weighted(rng, CONDITION)
    if (benefit, condition) == ("anden", "fysisk"):  # a pair that nobody has, for the selection to say so
        benefit = "kontanthjaelp"
    return {
        "reference": reference,
        "day": written(LISTED_ON),
        "age_group": AGES[enquiry["Aldersgruppe"]] if enquiry else people.weighted(rng, AGE),
        "benefit": benefit,
        "condition": condition,
        **knows,
        "efforts": efforts,
        "helped": people.weighted(rng, HELPED) if efforts not in ("", "0") else "ukendt",
    }


def _mentors(rng: Random, listed: list[Row], supported: dict[str, Row], arrived: dict[str, Row]) -> Iterator[Row]:
    """Mentors of citizens whom both centres know: some beside § 85, some who came after one."""
    both = sorted(row["reference"] for row in listed if row["reference"] in supported and row["am"] == "ja")
    chosen = rng.sample(both, DOUBLE + BEFORE)
    for number, case in enumerate(chosen):
        support, came = day_of(supported[case]["start"]), day_of(arrived[case]["Modtaget"])
        if number < DOUBLE:
            start = max(came + timedelta(days=1), TODAY - timedelta(weeks=rng.randrange(10, 60)))
            end = written(start + timedelta(weeks=rng.randrange(8, 40))) if rng.random() < 0.6 else ""
        else:
            start, last = came + timedelta(days=1), support - timedelta(days=1)
            if last < start:
                continue
            end = written(last)
        yield {"reference": case, "section": "mentor", "ffb": "", "start": written(start), "end": end, "band": "", "hours": "1"}


def _told(rng: Random, listed: list[Row]) -> Iterator[list[str]]:
    """The first ratings in the order of the list, with some taken back; those drawn, and the second ratings so far."""
    rated: dict[str, tuple[str, ...]] = {}
    taken_back = set(rng.sample(range(RATED), 6))
    for number, citizen in enumerate(listed[:RATED]):
        at, answers = _moment(number), _answers(rng, citizen)
        if number in taken_back:
            yield _row(citizen, at, "bedømt", RATER, 1, _answers(rng, citizen))
            yield _row(citizen, at + timedelta(seconds=3), "fortrudt", RATER, 1)
            at += timedelta(seconds=6)
        if number == RATED - 1 and number not in taken_back:  # the last one is taken back and not rated again
            yield _row(citizen, at, "bedømt", RATER, 1, answers)
            yield _row(citizen, at + timedelta(seconds=3), "fortrudt", RATER, 1)
        else:
            yield _row(citizen, at, "bedømt", RATER, 1, answers)
            rated[citizen["reference"]] = answers
    yield from _second(rng, listed, rated)


def _second(rng: Random, listed: list[Row], rated: dict[str, tuple[str, ...]]) -> Iterator[list[str]]:
    before = [one for number, one in enumerate(listed[:RATED]) if one["reference"] in rated and _moment(number) < DRAWN]
    drawn = rng.sample(before, SECOND)
    yield from (_row(one, DRAWN, "udtrukket", seed=SEED) for one in drawn)
    for number, one in enumerate([one for one in before if one in drawn][:SECOND_DONE]):
        at = datetime(2021, 3, 2, 13) + timedelta(days=number // 15, seconds=9 * (number % 15))
        yield _row(one, at, "bedømt", OTHER, 2, _alike(rng, one, rated[one["reference"]]))


def _moment(number: int) -> datetime:
    """When the first rater came to a citizen: some on every working day, one after the other."""
    day, place = divmod(number, RATED_A_DAY)
    weeks, weekday = divmod(day, 5)
    return datetime.combine(BEGAN, datetime.min.time()) + timedelta(days=7 * weeks + weekday, hours=8, minutes=30, seconds=8 * place)


def _answers(rng: Random, citizen: Row) -> tuple[str, ...]:
    type_ = people.weighted(rng, TYPES)
    hard = HARD[type_]
    criteria = [name for name, share in JUDGED.items() if rng.random() * 100 < share * hard]
    criteria += ["sag_i_hp"] * (citizen["hp"] == "ja") + ["kontanthjaelp"] * (citizen["benefit"] == "kontanthjaelp")
    subcategories = [name for name, share in SUBCATEGORIES.items() if rng.random() * 100 < share * hard]
    tags = ["kort_indsats"] * (rng.random() < 0.15) + ["ung"] * (citizen["age_group"] in ("under18", "18-29"))
    tags += ["pause"] * (citizen["helped"] == "nej" and int(citizen["efforts"] or 0) >= 3 and rng.random() < 0.8)
    return type_, " ".join(subcategories), " ".join(criteria), " ".join(tags), rng.choice(NOTES) if rng.random() < 0.04 else ""


def _alike(rng: Random, citizen: Row, first: tuple[str, ...]) -> tuple[str, ...]:
    """What another says of the same citizen: mostly the same, question by question."""
    other = _answers(rng, citizen)
    return (*(one if rng.random() < 0.75 else two for one, two in zip(first[:4], other[:4], strict=True)), "")


def _row(
    citizen: Row, at: datetime, what: str, by: str = "", round_: int | str = "", answers: tuple[str, ...] = ("",) * 5, seed: int | str = ""
) -> list[str]:
    return [citizen["reference"], f"{at:%d-%m-%Y %H:%M:%S}", what, by, str(round_), *answers, str(seed)]
