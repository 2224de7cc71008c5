"""Writes the sample exports: a year of invented enquiries and decisions for two municipalities, always the same bytes.

    python data_samples/make_samples.py [FOLDER]
"""

import csv
import io
import re
import sys
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import meetings
import yaml
from openpyxl import Workbook

HERE = Path(__file__).resolve().parent
SEED = 20210309
TODAY = date(2021, 3, 9)  # the Tuesday of the meeting that lies open
WEEKS = 51
PER_WEEK = (20, 25)
NOT_REACHED = 2  # enquiries of the last week that its meeting did not get to

HEADER = [
    "Sagsnummer", "Modtaget", "Kanal", "Henvendt af", "Aldersgruppe", "Funktionsnedsættelse", "Borgerens egne ord",
    "Søger om", "Søgt paragraf", "Støtte i dag", "Samtykke",
]  # fmt: skip
CITIZEN, PROFESSIONAL = "borger eller pårørende", "fagprofessionel"
SENDER = {CITIZEN: 20, PROFESSIONAL: 80}
TARGET = {"psykisk": 81, "fysisk": 10, "socialt problem": 9}
HANDOVER = "overdragelse ung til voksen"
CHANNEL = {
    CITIZEN: {"telefon": 55, "mail": 30, "fremskudt sagsbehandling": 15},
    PROFESSIONAL: {"telefon": 24, "mail": 44, "fremskudt sagsbehandling": 10, "reham-møde": 13, HANDOVER: 9},
}
AGE = {"under 18": 1, "18-29": 31, "30-49": 38, "50-65": 26, "over 65": 4}
AGE_AT_HANDOVER = {"under 18": 20, "18-29": 80}
THEMES = {"psykisk": ["ud", "hverdag", "hjem", "penge", "faellesskab", "arbejde", "ro", "naere", "selv"],
          "fysisk": ["krop", "krop", "hjem", "ud", "selv"],
          "socialt problem": ["penge", "bolig", "faellesskab", "arbejde", "naere"]}  # fmt: skip
SECTION = {
    "kompensation": {"§ 85": 50, "": 50}, "laengere": {"§ 85": 50, "": 50}, "mere": {"§ 85": 50, "": 50},
    "bofaellesskab": {"§ 85": 40, "": 60}, "botilbud": {"§ 107/108": 60, "": 40},
    "p82": {"§ 82": 12, "§ 85": 20, "": 68}, "fokus": {"§ 82": 12, "§ 85": 20, "": 68},
    "anden": {"§ 85": 18, "§ 107/108": 8, "": 74},
}  # fmt: skip
SUPPORT = {"Ingen": 70, "§ 85": 18, "Anden": 12}
CONSENT = {CITIZEN: {"Ja": 90, "Ukendt": 8, "Nej": 2}, PROFESSIONAL: {"Ja": 68, "": 26, "Nej": 6}}
WORDS = {CITIZEN: 95, PROFESSIONAL: 50}  # per cent that hold the citizen's own words


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


class Decks:
    """Texts drawn like cards: none comes again before all have been drawn."""

    def __init__(self, rng: Random):
        self.rng, self.left = rng, {}

    def draw(self, name: str, cards: list[str]) -> str:
        """The next card of a deck; the deck is shuffled anew when it is empty."""
        if not self.left.get(name):
            self.left[name] = self.rng.sample(cards, len(cards))
        return self.left[name].pop()


def weighted(rng: Random, shares: dict[str, int]) -> str:
    """One key, as likely as its share."""
    return rng.choices(list(shares), list(shares.values()))[0]


def spread(rng: Random, shares: dict[str, int], count: int) -> list[str]:
    """`count` keys in a random order whose numbers follow the shares exactly, but for rounding."""
    total, bounds = sum(shares.values()), [0]
    for share in shares.values():
        bounds.append(bounds[-1] + share)
    cut = [round(bound * count / total) for bound in bounds]
    keys = [key for key, a, b in zip(shares, cut, cut[1:], strict=False) for _ in range(b - a)]
    return rng.sample(keys, count)


def received_days(rng: Random, meeting: date) -> list[date]:
    """When the enquiries of a meeting came in: on the working days since the meeting before, in order."""
    back = {6: 23, 5: 23, 4: 20, 1: 26, 0: 8}
    days = rng.choices(list(back), list(back.values()), k=rng.randint(*PER_WEEK))
    return sorted(meeting - timedelta(days=day) for day in days)


def enquiry(rng: Random, decks: Decks, voices: dict, sender: str, target: str, story: str) -> list[str]:
    """An enquiry's cells from Kanal to Samtykke."""
    channel = weighted(rng, CHANNEL[sender])
    age = weighted(rng, AGE_AT_HANDOVER if channel == HANDOVER else AGE)
    theme = "ung" if channel == HANDOVER else "bolig" if story.startswith("bo") else rng.choice(THEMES[target])
    asks = decks.draw(theme + "?", voices[theme]["asks"])
    words = decks.draw(theme, voices[theme]["words"]) if rng.random() * 100 < WORDS[sender] else ""
    section = weighted(rng, SECTION.get(story, {"§ 85": 12, "": 88}))
    return [channel, sender, age, target, words, asks, section, weighted(rng, SUPPORT), weighted(rng, CONSENT[sender])]


def stories(rng: Random, place: Municipality, count: int) -> list[str]:
    """What becomes of each enquiry; in Slagelse those outside the age range have no story of their own to take."""
    return spread(rng, {story: share for story, (share, _) in place.stories.items()}, count)


def make(place: Municipality, voices: dict) -> tuple[list[list[str]], list[list[str]], list[list[str]]]:
    """A municipality's past enquiries, those of the open week, and the decisions of the past meetings."""
    rng = Random(f"{SEED} {place.name}")
    decks, past, decisions = Decks(rng), [], []
    weeks = [(TODAY - timedelta(weeks=back), received_days(rng, TODAY - timedelta(weeks=back))) for back in range(WEEKS, 0, -1)]
    days = [(meeting, day, i >= len(found) - NOT_REACHED and meeting == weeks[-1][0])
            for meeting, found in weeks for i, day in enumerate(found)]  # fmt: skip
    facts = zip(spread(rng, SENDER, len(days)), spread(rng, TARGET, len(days)), stories(rng, place, len(days)), strict=True)
    for number, ((meeting, day, waits), (sender, target, story)) in enumerate(zip(days, facts, strict=True), start=1):
        cells = enquiry(rng, decks, voices, sender, target, story)
        past.append([f"EKS-{place.letter}-{number:04d}", f"{day:%d-%m-%Y}", *cells])
        steps = path(rng, place, story, cells)
        decisions += [] if waits else [decision(place, past[-1][0], meeting, step) for step in steps]
    this_week = open_week(rng, decks, place, voices, len(past))
    done = [row for row in decisions if day_of(row) < TODAY]
    return past, this_week, sorted(done, key=lambda row: (day_of(row), row[0]))


def open_week(rng: Random, decks: Decks, place: Municipality, voices: dict, before: int) -> list[list[str]]:
    """The enquiries the meeting of TODAY is to decide."""
    days = received_days(rng, TODAY)
    facts = zip(spread(rng, SENDER, len(days)), spread(rng, TARGET, len(days)), stories(rng, place, len(days)), strict=True)
    return [
        [f"EKS-{place.letter}-{before + i:04d}", f"{day:%d-%m-%Y}", *enquiry(rng, decks, voices, *fact)]
        for i, (day, fact) in enumerate(zip(days, facts, strict=True), start=1)
    ]


def path(rng: Random, place: Municipality, story: str, cells: list[str]) -> list[meetings.Step]:
    """The decisions an enquiry went through, week by week."""
    if place.name == "ringsted":
        return meetings.ringsted(rng, story)
    return meetings.slagelse(rng, story, cells[2].replace(" ", ""), cells[4])


def decision(place: Municipality, reference: str, meeting: date, step: meetings.Step) -> list[str]:
    """One row of beslutninger.csv."""
    answers = [step.answers.get(question, "") for question in place.questions]
    return [reference, f"{meeting + timedelta(weeks=step.weeks):%d-%m-%Y}", *answers, step.chosen, step.reason]


def day_of(row: list[str]) -> date:
    """The date in a row's second cell."""
    return datetime.strptime(row[1], "%d-%m-%Y").date()


def write_csv(path: Path, encoding: str, rows: list[list[str]]) -> None:
    """A CSV file as Danish Excel writes it."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


def write_xlsx(path: Path, rows: list[list[str]]) -> None:
    """The rows as an Excel sheet with real dates, without the time of writing that openpyxl leaves in it."""
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
            new.writestr(zipfile.ZipInfo(name, date_time=(2021, 3, 9, 0, 0, 0)), part)


def main(folder: Path = HERE) -> None:
    """Writes the files of all municipalities below `folder`."""
    voices = yaml.safe_load((HERE / "stemmer.yaml").read_text(encoding="utf-8"))
    for place in MUNICIPALITIES:
        past, this_week, decisions = make(place, voices)
        target = folder / place.name
        target.mkdir(parents=True, exist_ok=True)
        write_csv(target / "henvendelser.csv", place.encoding, [HEADER, *past])
        write_csv(target / "henvendelser-denne-uge.csv", place.encoding, [HEADER, *this_week])
        columns = ["Sagsnummer", "Dato", *place.questions, "Afvigelse", "Begrundelse"]
        write_csv(target / "beslutninger.csv", place.encoding, [columns, *decisions])
        if place.name == "ringsted":
            write_xlsx(target / "henvendelser-denne-uge.xlsx", [HEADER, *this_week])


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
