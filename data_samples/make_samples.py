"""Writes the sample exports: a year of invented enquiries and decisions for two municipalities, and what one of them did before it.

Always the same bytes.

python data_samples/make_samples.py [FOLDER]
"""

import sys
from pathlib import Path
from random import Random

import exports
import guideposts
import history
import overlap
import people
import yaml
from arrivals import HEADER, arrivals
from decided import course_rows, decision_rows, header, in_order, steps
from files import write_csv, write_xlsx
from places import RINGSTED, SEED, SLAGELSE, TODAY, WEEK, WEEKS, Municipality
from story import HEADER as COURSE_HEADER

HERE = Path(__file__).resolve().parent
NOT_REACHED = 2  # enquiries of the last past week that its meeting did not get to


def make(place: Municipality, themes: dict, folder: Path) -> None:
    """Writes a municipality's files."""
    rng = Random(f"{SEED} {place.name}")
    voices = people.Voices(rng, themes)
    past = arrivals(rng, place, voices, [TODAY - back * WEEK for back in range(WEEKS, 0, -1)], 1)
    this_week = [HEADER] + [arrival.row for arrival in arrivals(rng, place, voices, [TODAY], len(past) + 1)]
    decided = in_order(row for arrival in past[:-NOT_REACHED] for row in decision_rows(place, arrival, steps(rng, place, arrival)))
    folder.mkdir(parents=True, exist_ok=True)
    write_csv(folder / "henvendelser.csv", place.encoding, [HEADER] + [arrival.row for arrival in past])
    write_csv(folder / "henvendelser-denne-uge.csv", place.encoding, this_week)
    write_csv(folder / "beslutninger.csv", place.encoding, [header(place), *decided])
    write_csv(folder / "forloeb.csv", place.encoding, [COURSE_HEADER, *course_rows(place, past, decided)])
    if place is RINGSTED:
        write_xlsx(folder / "henvendelser-denne-uge.xlsx", this_week, TODAY)
    exports.write(place, folder)
    if place is SLAGELSE:
        history.write(place, themes, folder)
        guideposts.write(place, folder)
        overlap.write(place, folder)


def main(folder: Path = HERE) -> None:
    """Writes the files of all municipalities below `folder`."""
    themes = yaml.safe_load((HERE / "stemmer.yaml").read_text(encoding="utf-8"))
    for place in (RINGSTED, SLAGELSE):
        make(place, themes, folder / place.name)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
