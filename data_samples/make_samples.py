"""Writes the sample exports: a year of invented enquiries and decisions for two municipalities, always the same bytes.

python data_samples/make_samples.py [FOLDER]
"""

import csv
import io
import os
import re
import sys
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import courses
import exports
import meetings
import people
import yaml
from story import HEADER as COURSE_HEADER

HERE = Path(__file__).resolve().parent
SEED = 20210309
TODAY = date(2021, 3, 9)  # the Tuesday of the meeting that lies open
WEEKS = 51
PER_WEEK = (20, 25)  # document 001, Henvisningspraksis hos CHP Myndighed
DAYS_BACK = {6: 23, 5: 23, 4: 20, 1: 26, 0: 8}  # working days since the Tuesday before, and how much came in on each
NOT_REACHED = 2  # enquiries of the last past week that its meeting did not get to

HEADER = [
    "Sagsnummer", "Modtaget", "Kanal", "Henvendt af", "Aldersgruppe", "Funktionsnedsættelse", "Borgerens egne ord",
    "Søger om", "Søgt paragraf", "Støtte i dag", "Samtykke",
]  # fmt: skip
AGE, WORDS, SECTION = (HEADER.index(name) for name in ("Aldersgruppe", "Borgerens egne ord", "Søgt paragraf"))


@dataclass(frozen=True)
class Municipality:
    """A municipality's folder, the letter of its references, its files' encoding, stories and questions."""

    name: str
    letter: str
    encoding: str
    stories: dict
    questions: tuple[str, ...]


MUNICIPALITIES = (
    Municipality("ringsted", "R", "utf-8-sig", meetings.T1,
                 ("oensker", "maalgruppe", "aarsag", "virkning", "behov", "varighed", "bofaellesskab")),
    Municipality("slagelse", "S", "cp1252", meetings.S1,
                 ("akut", "alder", "stemme", "kontakt", "anden_indsats", "oensker", "maalgruppe")),
)  # fmt: skip


@dataclass(frozen=True)
class Arrival:
    """An enquiry's row in the file, the meeting it was for, and what becomes of it."""

    row: list[str]
    meeting: date
    story: str


def received(rng: Random, meeting: date) -> list[date]:
    """The days on which a meeting's enquiries came in, in order."""
    days = rng.choices(list(DAYS_BACK), list(DAYS_BACK.values()), k=rng.randint(*PER_WEEK))
    return sorted(meeting - timedelta(days=day) for day in days)


def arrivals(rng: Random, place: Municipality, voices: people.Voices, weeks: list[date], first: int) -> list[Arrival]:
    """The enquiries of the meetings in some weeks, numbered from `first`; the mixes hold over all of them together."""
    days = [(meeting, day) for meeting in weeks for day in received(rng, meeting)]
    shares = {story: share for story, (share, _) in place.stories.items()}
    mixes = [people.spread(rng, mix, len(days)) for mix in (people.SENDER, people.TARGET, shares)]
    found = []
    for number, ((meeting, day), *facts) in enumerate(zip(days, *mixes, strict=True), start=first):
        row = [f"EKS-{place.letter}-{number:04d}", f"{day:%d-%m-%Y}", *people.enquiry(rng, voices, *facts)]
        found.append(Arrival(row, meeting, facts[-1]))
    return found


def decisions(rng: Random, place: Municipality, arrived: list[Arrival]) -> list[list[str]]:
    """The rows of beslutninger.csv: what the meetings before TODAY decided, in order."""
    rows = []
    for arrival in arrived[:-NOT_REACHED]:
        for step in steps(rng, place, arrival):
            day = arrival.meeting + timedelta(weeks=step.weeks)
            answers = [step.answers.get(question, "") for question in place.questions]
            rows.append([arrival.row[0], f"{day:%d-%m-%Y}", *answers, step.chosen, step.reason])
    return sorted((row for row in rows if day_of(row) < TODAY), key=lambda row: (day_of(row), row[0]))


def steps(rng: Random, place: Municipality, arrival: Arrival) -> list[meetings.Step]:
    """The decisions an enquiry went through, week by week."""
    if place.name == "ringsted":
        return meetings.ringsted(rng, arrival.story)
    return meetings.slagelse(rng, arrival.story, arrival.row[AGE].replace(" ", ""), arrival.row[WORDS])


def course_rows(place: Municipality, arrived: list[Arrival], decided: list[list[str]]) -> list[list[str]]:
    """The rows of forloeb.csv: what happened in the courses that the decisions began, in order."""
    by_case: dict[str, list[tuple[date, str]]] = {}
    for row in decided:
        answers = dict(zip(place.questions, row[2:], strict=False))
        by_case.setdefault(row[0], []).append((day_of(row), row[-2] or meetings.outcome(answers)))
    sections = {arrival.row[0]: arrival.row[SECTION] for arrival in arrived}
    told = (courses.case_rows(Random(f"{SEED} {case}"), case, made, sections[case], TODAY) for case, made in by_case.items())
    rows = [row for case in told for row in case]
    return sorted(rows, key=lambda row: (datetime.strptime(row[1], "%d-%m-%Y %H:%M"), row[0]))


def day_of(row: list[str]) -> date:
    """The date in a row's second cell."""
    return datetime.strptime(row[1], "%d-%m-%Y").date()


def write_csv(path: Path, encoding: str, rows: list[list[str]]) -> None:
    """A CSV file as Danish Excel writes it."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def write_xlsx(path: Path, rows: list[list[str]]) -> None:
    """The rows as an Excel sheet with real dates; the same bytes every time.

    openpyxl writes the time of day into it, and zlib packs differently from place to place, so it stays unpacked."""
    os.environ["OPENPYXL_LXML"] = "False"  # lxml, where it is installed, would write other bytes
    from openpyxl import Workbook

    book, raw = Workbook(), io.BytesIO()
    sheet = book.active
    sheet.append(rows[0])
    for row in rows[1:]:
        sheet.append([row[0], day_of(row), *row[2:]])
        sheet.cell(sheet.max_row, 2).number_format = "dd-mm-yyyy"
    book.save(raw)
    stamp = f"{TODAY.isoformat()}T00:00:00Z".encode()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            part = re.sub(rb"(?<=W3CDTF\">)[^<]+", stamp, old.read(name))
            new.writestr(zipfile.ZipInfo(name, date_time=(*TODAY.timetuple()[:3], 0, 0, 0)), part)


def make(place: Municipality, themes: dict, folder: Path) -> None:
    """Writes a municipality's files."""
    rng = Random(f"{SEED} {place.name}")
    voices = people.Voices(rng, themes)
    past = arrivals(rng, place, voices, [TODAY - timedelta(weeks=back) for back in range(WEEKS, 0, -1)], 1)
    this_week = [HEADER] + [arrival.row for arrival in arrivals(rng, place, voices, [TODAY], len(past) + 1)]
    columns = ["Sagsnummer", "Dato", *place.questions, "Afvigelse", "Begrundelse"]
    folder.mkdir(parents=True, exist_ok=True)
    write_csv(folder / "henvendelser.csv", place.encoding, [HEADER] + [arrival.row for arrival in past])
    write_csv(folder / "henvendelser-denne-uge.csv", place.encoding, this_week)
    decided = decisions(rng, place, past)
    write_csv(folder / "beslutninger.csv", place.encoding, [columns, *decided])
    write_csv(folder / "forloeb.csv", place.encoding, [COURSE_HEADER, *course_rows(place, past, decided)])
    if place.name == "ringsted":
        write_xlsx(folder / "henvendelser-denne-uge.xlsx", this_week)
    exports.write(place.name, place.encoding, folder, SEED, TODAY)


def main(folder: Path = HERE) -> None:
    """Writes the files of all municipalities below `folder`."""
    themes = yaml.safe_load((HERE / "stemmer.yaml").read_text(encoding="utf-8"))
    for place in MUNICIPALITIES:
        make(place, themes, folder / place.name)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
