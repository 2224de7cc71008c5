"""Writes what other systems would export of the sample cases: statuses, services, levels, contacts, session scores, activities.

The rows follow from the files that tell of the cases; headers and words are those of the municipality's own import profiles."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import yaml
from meetings import RETURNS, outcome

PROFILES = Path(__file__).resolve().parents[1] / "visitation" / "municipalities"
BEGINS = {"opstart_C": "§ 82 a", "start_gruppe": "§ 82 a", "start_alternativ": "§ 82 b", "start_hjemme": "§ 82 b", "bestilt": "§ 85"}
ENDS = ("sag_afsluttet", "borger_stopper", "myndighed_afslutter", "egne_ben", "luk_uden_kontakt", "fulgt_op", "ophoerer")
FFB = {
    "§ 82 a": "3459f530-7334-48c4-9037-53bf80df8851",
    "§ 82 b": "fe42f8f4-d516-4bab-b006-12b0cd186603",
    "§ 85": "1f0ff82b-3243-422f-9651-1d00fd2dcd61",
}
THEMES = ("relationer", "samfundsliv", "praktiske_opgaver", "mentale_funktioner", "egenomsorg", "sociale_forhold")
GROUPS = ("hverdagsmestring", "netvaerk", "recovery", "social_inklusion", "beskaeftigelse")
ALONE = ("faerdigheder", "praktisk_hjaelp", "tovholder")
CALLS = {"ringet_forgaeves": "ikke_opnaaet", "ikke_truffet": "ikke_opnaaet", "talt_med_borgeren": "opnaaet", "samtale_tilbudt": "opnaaet"}
RESULTS = {"kontakt": "opnaaet", "kontaktet": "afsendt", "intet_svar": "ikke_opnaaet", "sendt": "afsendt", "i_postkassen": "afsendt"}
AREAS = ("individual", "relations", "social", "overall")
BETWEEN_SESSIONS = timedelta(weeks=4)

Row = dict[str, str]


@dataclass(frozen=True)
class Help:
    """A stretch of help in a case: its section, its days (no end: still running), and its own chance."""

    case: str
    section: str
    start: date
    end: date | None
    rng: Random


def write(name: str, encoding: str, folder: Path, seed: int, today: date) -> None:
    """Writes the six files of a municipality beside those that are there."""
    told = _read(folder / "forloeb.csv", encoding)
    helps = list(_helps(told, seed))
    enquiries, decisions = (_read(folder / f"{what}.csv", encoding) for what in ("henvendelser", "beslutninger"))
    files = {
        "sager": _statuses(enquiries, decisions, helps),
        "ydelser": [_service(one) for one in helps],
        "niveauer": [row for one in helps for row in _levels(one)],
        "kontakter": _contacts(told),
        "fit": [row for one in helps if one.section != "§ 85" for row in _sessions(one, today)],
        "styringsark": [row for one in helps if one.section != "§ 85" for row in _activities(one)],
    }
    for kind, rows in files.items():
        _write(folder / f"{kind}.csv", encoding, PROFILES / name / "imports" / f"{kind}.yaml", rows)


def _helps(told: list[Row], seed: int) -> Iterator[Help]:
    """The first stretch of each section in each case."""
    begun: dict[tuple[str, str], date] = {}
    ended: dict[str, date] = {}
    for row in told:
        if row["Hvad"] in BEGINS:
            begun.setdefault((row["Sagsnummer"], BEGINS[row["Hvad"]]), _day(row))
        if row["Hvad"] in ENDS:
            ended[row["Sagsnummer"]] = _day(row)
    for (case, section), start in begun.items():
        end = ended.get(case)
        yield Help(case, section, start, end if end and end > start else None, Random(f"{seed} {case} {section}"))


def _statuses(enquiries: list[Row], decisions: list[Row], helps: list[Help]) -> Iterator[Row]:
    """A case is open from its enquiry, and closed when its help has ended or a meeting decided and began none."""
    running = {one.case for one in helps if one.end is None}
    closed = {row["Sagsnummer"]: row["Dato"] for row in decisions if (row["Afvigelse"] or outcome(row)) not in RETURNS}
    closed |= {one.case: f"{one.end:%d-%m-%Y}" for one in helps if one.end}
    for row in enquiries:
        case = row["Sagsnummer"]
        if case in closed and case not in running:
            yield {"reference": case, "status": "lukket", "day": closed[case]}
        else:
            yield {"reference": case, "status": "aaben", "day": row["Modtaget"]}


def _service(one: Help) -> Row:
    measured = one.section == "§ 85"
    return {
        "reference": one.case,
        "section": one.section,
        "ffb": FFB[one.section] if one.rng.random() < 0.6 else "",
        "start": f"{one.start:%d-%m-%Y}",
        "end": f"{one.end:%d-%m-%Y}" if one.end else "",
        "band": one.rng.choice(("10-29", "30-119", "30-119", "120-179", "180+")) if measured else "",
        "hours": "" if measured else _comma(one.rng.choice((1, 1.5, 2, 2.5, 3))),
    }


def _levels(one: Help) -> Iterator[Row]:
    """Three themes before; after, where the help has ended, mostly as before or a level better."""
    for theme in one.rng.sample(THEMES, 3):
        level = one.rng.choice((1, 2, 2, 3, 3, 4))
        yield _level(one, theme, "foer", one.start, level)
        if one.end:
            yield _level(one, theme, "efter", one.end, max(0, level - one.rng.choice((-1, 0, 0, 1, 1))))


def _level(one: Help, theme: str, phase: str, day: date, level: int) -> Row:
    told = "ikke_vurderet" if one.rng.random() < 0.05 else str(min(level, 4))
    return {"reference": one.case, "theme": theme, "level": told, "day": f"{day:%d-%m-%Y}", "phase": phase}


def _contacts(told: list[Row]) -> list[Row]:
    """Every attempt that the courses tell of; one at a time, whatever else happened in that minute."""
    found: dict[tuple[str, ...], Row] = {}
    for row in told:
        channel = row["Hvad"] if row["Hændelse"] == "forsøgt" else "opkald" if row["Hvad"] in CALLS else None
        if channel:
            result = RESULTS[row["Resultat"]] if row["Hændelse"] == "forsøgt" else CALLS[row["Hvad"]]
            key = (row["Sagsnummer"], channel, row["Tidspunkt"])
            found[key] = {"reference": key[0], "channel": channel, "at": key[2], "result": result}
    return list(found.values())


def _sessions(one: Help, today: date) -> Iterator[Row]:
    """A session every four weeks; three in four cases are measured at all, and wellbeing mostly rises a little."""
    if one.rng.random() > 0.75:
        return
    last, level, day = one.end or today, one.rng.gauss(4.3, 1.2), one.start
    while day <= last:
        areas = [round(min(10, max(0, one.rng.gauss(level, 0.8))), 1) for _ in AREAS]
        srs = _comma(round(min(40, max(0, one.rng.gauss(36, 2.5))), 1)) if one.rng.random() < 0.9 else ""
        told = dict(zip(AREAS, map(_comma, areas), strict=True))
        yield {"reference": one.case, "day": f"{day:%d-%m-%Y}", **told, "ors": _comma(round(sum(areas), 1)), "srs": srs}
        level += one.rng.gauss(0.35, 0.4)
        day += BETWEEN_SESSIONS


def _activities(one: Help) -> Iterator[Row]:
    group = one.section == "§ 82 a"
    for activity in one.rng.sample(GROUPS if group else ALONE, one.rng.choice((1, 1, 2))):
        start = one.start + timedelta(days=one.rng.randrange(0, 15))
        yield {
            "reference": one.case,
            "activity": activity,
            "form": "gruppe" if group else "individuel",
            "start": f"{start:%d-%m-%Y}",
            "end": f"{max(start, one.end):%d-%m-%Y}" if one.end else "",
            "hours": _comma(one.rng.choice((1, 1.5, 2, 3))) if one.rng.random() < 0.9 else "",
        }


def _comma(number: float) -> str:
    return f"{number:g}".replace(".", ",")


def _day(row: Row) -> date:
    return datetime.strptime(row["Tidspunkt"][:10], "%d-%m-%Y").date()


def _read(path: Path, encoding: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(encoding), newline=""), delimiter=";"))


def _write(path: Path, encoding: str, profile: Path, rows: list[Row] | Iterator[Row]) -> None:
    """The rows in the municipality's own headers and words, as Danish Excel writes them."""
    columns = yaml.safe_load(profile.read_text(encoding="utf-8"))["columns"]
    text = io.StringIO(newline="")
    file = csv.writer(text, delimiter=";", lineterminator="\r\n")
    file.writerow(columns)
    file.writerows([_word(column, row[column["field"]]) for column in columns.values()] for row in rows)
    path.write_bytes(text.getvalue().encode(encoding))


def _word(column: dict, value: str) -> str:
    return next((text for text, meaning in column.get("choices", {}).items() if meaning == value), value)
