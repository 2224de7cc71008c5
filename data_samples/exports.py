"""Writes what other systems would export of the sample cases: statuses, services, levels, contacts, session scores, activities.

The rows follow from the files that tell of the cases; headers and words are those of the municipality's own import profiles."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

import helps
from files import Row, model_file, read, write_csv, written
from helps import Help
from meetings import RETURNS, outcome
from places import TODAY, Municipality

FFB = {
    "§ 82 a": "3459f530-7334-48c4-9037-53bf80df8851",
    "§ 82 b": "fe42f8f4-d516-4bab-b006-12b0cd186603",
    "§ 82 d": "794ebc42-0639-46eb-aca2-40e996568578",
    "§ 85": "1f0ff82b-3243-422f-9651-1d00fd2dcd61",
}
THEMES = ("relationer", "samfundsliv", "praktiske_opgaver", "mentale_funktioner", "egenomsorg", "sociale_forhold")
GROUPS = ("hverdagsmestring", "netvaerk", "recovery", "social_inklusion", "beskaeftigelse")
ALONE = ("faerdigheder", "praktisk_hjaelp", "tovholder")
CALLS = {"ringet_forgaeves": "ikke_opnaaet", "ikke_truffet": "ikke_opnaaet", "talt_med_borgeren": "opnaaet", "samtale_tilbudt": "opnaaet"}
RESULTS = {"kontakt": "opnaaet", "kontaktet": "afsendt", "intet_svar": "ikke_opnaaet", "sendt": "afsendt", "i_postkassen": "afsendt"}
AREAS = ("individual", "relations", "social", "overall")
MEASURED = 0.9  # of the courses; who is there for less than four weeks is measured once
BETWEEN_SESSIONS = timedelta(weeks=4)


def write(place: Municipality, folder: Path) -> None:
    """Writes the six files of a municipality beside those that are there."""
    enquiries, decisions, told = (read(folder / f"{what}.csv", place.encoding) for what in ("henvendelser", "beslutninger", "forloeb"))
    by_case = helps.by_case(told)
    found = [one for enquiry in enquiries for one in helps.of_case(enquiry, by_case.get(enquiry["Sagsnummer"], []))]
    courses = [one for one in found if one.course]
    preventive = [one for one in courses if one.section != "§ 85"]
    files = {
        "sager": statuses(enquiries, decisions, found),
        "ydelser": map(service, found),
        "niveauer": (row for one in courses for row in levels(one)),
        "kontakter": contacts(told),
        "fit": (row for one in preventive for row in sessions(one)),
        "styringsark": (row for one in preventive for row in activities(one)),
    }
    for kind, rows in files.items():
        write_export(place, kind, folder / f"{kind}.csv", rows)


def write_export(place: Municipality, kind: str, path: Path, rows: Iterable[Row]) -> None:
    """The rows of a kind in the municipality's own headers and words."""
    columns = model_file(place.name, f"imports/{kind}.yaml")["columns"]
    cells = [[_word(column, row[column["field"]]) for column in columns.values()] for row in rows]
    write_csv(path, place.encoding, [list(columns), *cells])


def read_export(place: Municipality, kind: str, path: Path) -> list[Row]:
    """The rows of a written export by their fields; choices in the municipality's words."""
    columns = model_file(place.name, f"imports/{kind}.yaml")["columns"]
    return [{columns[header]["field"]: cell for header, cell in row.items()} for row in read(path, place.encoding)]


def statuses(enquiries: list[Row], decisions: list[Row], found: list[Help]) -> Iterator[Row]:
    """A case is open from its enquiry, and closed when its help has ended or a meeting decided and began none."""
    running = {one.case for one in found if one.end is None}
    closed = {row["Sagsnummer"]: row["Dato"] for row in decisions if (row["Afvigelse"] or outcome(row)) not in RETURNS}
    ends = sorted((one.end, one.case) for one in found if one.end)
    closed |= {case: written(end) for end, case in ends}
    for row in enquiries:
        case = row["Sagsnummer"]
        if case in closed and case not in running:
            yield {"reference": case, "status": "lukket", "day": closed[case]}
        else:
            yield {"reference": case, "status": "aaben", "day": row["Modtaget"]}


def service(one: Help) -> Row:
    """A stretch of help as it was granted."""
    return {
        "reference": one.case,
        "section": one.section,
        "ffb": FFB[one.section] if one.rng.random() < 0.6 else "",
        "start": written(one.start),
        "end": written(one.end) if one.end else "",
        "band": one.band,
        "hours": "" if one.band else _comma(one.rng.choice((1, 1.5, 2, 2.5, 3))),
    }


def levels(one: Help) -> Iterator[Row]:
    """Three themes before; after, where the help has ended, mostly as before or a level better."""
    for theme in one.rng.sample(THEMES, 3):
        level = one.rng.choice((1, 2, 2, 3, 3, 4))
        yield _level(one, theme, "foer", level)
        if one.end:
            yield _level(one, theme, "efter", max(0, level - one.rng.choice((-1, 0, 0, 1, 1))))


def _level(one: Help, theme: str, phase: str, level: int) -> Row:
    told = "ikke_vurderet" if one.rng.random() < 0.05 else str(min(level, 4))
    day = one.start if phase == "foer" else one.end
    return {"reference": one.case, "theme": theme, "level": told, "day": written(day), "phase": phase}


def contacts(told: list[Row]) -> list[Row]:
    """Every attempt that the courses tell of; one at a time, whatever else happened in that minute."""
    found: dict[tuple[str, ...], Row] = {}
    for row in told:
        channel = row["Hvad"] if row["Hændelse"] == "forsøgt" else "opkald" if row["Hvad"] in CALLS else None
        if channel:
            result = RESULTS[row["Resultat"]] if row["Hændelse"] == "forsøgt" else CALLS[row["Hvad"]]
            key = (row["Sagsnummer"], channel, row["Tidspunkt"])
            found[key] = {"reference": key[0], "channel": channel, "at": key[2], "result": result}
    return list(found.values())


def sessions(one: Help) -> Iterator[Row]:
    """A session every four weeks in the courses that are measured; wellbeing mostly rises a little."""
    if one.rng.random() > MEASURED:
        return
    last, level, day = one.end or TODAY, one.rng.gauss(4.3, 1.2), one.start
    while day <= last:
        areas = [round(min(10, max(0, one.rng.gauss(level, 0.8))), 1) for _ in AREAS]
        srs = _comma(round(min(40, max(0, one.rng.gauss(36, 2.5))), 1)) if one.rng.random() < 0.9 else ""
        told = dict(zip(AREAS, map(_comma, areas), strict=True))
        yield {"reference": one.case, "day": written(day), **told, "ors": _comma(round(sum(areas), 1)), "srs": srs}
        level += one.rng.gauss(0.35, 0.4)
        day += BETWEEN_SESSIONS


def activities(one: Help) -> Iterator[Row]:
    """One or two of the unit's activities in a course."""
    group = one.section == "§ 82 a"
    for activity in one.rng.sample(GROUPS if group else ALONE, one.rng.choice((1, 1, 2))):
        start = one.start + timedelta(days=one.rng.randrange(0, 15))
        yield {
            "reference": one.case,
            "activity": activity,
            "form": "gruppe" if group else "individuel",
            "start": written(start),
            "end": written(max(start, one.end)) if one.end else "",
            "hours": _comma(one.rng.choice((1, 1.5, 2, 3))) if one.rng.random() < 0.9 else "",
        }


def _comma(number: float) -> str:
    return f"{number:g}".replace(".", ",")


def _word(column: dict, value: str) -> str:
    return next((text for text, meaning in column.get("choices", {}).items() if meaning == value), value)
