"""Sample notes at the political guideposts: numbers, texts, a target, one corrected and one taken back. Synthetic, like the rest."""

from pathlib import Path

from files import write_csv
from places import Municipality

HEADER = ["Fokuspunkt", "Skrevet", "Hændelse", "Slags", "Dato", "Rolle", "Måling", "Værdi", "Nummer", "Tekst"]
# Nummer: of the note at its point that is corrected or taken back.
ROWS = [
    ["P2.1", "14-01-2020 10:05", "skrevet", "gjort", "31-12-2019", "bolig", "anviste", "6", "", "Seks boliger under den aftalte husleje."],
    ["P4.3", "20-01-2020 09:10", "skrevet", "gjort", "15-01-2020", "chp", "", "", "", "Spurgt tre andre kommuner, hvad det kræver."],
    ["P5.3", "22-01-2020 13:30", "skrevet", "gjort", "31-12-2019", "personale", "kursusdage", "2,4", "", "Mest kurser i recovery."],
    ["P5.1", "22-01-2020 13:40", "skrevet", "gjort", "31-12-2019", "personale", "omsaetning", "14,2", "", ""],
    ["P5.4", "28-01-2020 11:00", "skrevet", "gjort", "31-12-2019", "oekonomi", "solgte", "61", "", ""],
    ["P1.2", "04-02-2020 08:45", "skrevet", "gjort", "31-01-2020", "virksomheder", "lokale_planer", "4", "", "Fire planer er skrevet."],
    ["P2.2", "11-02-2020 09:20", "skrevet", "gjort", "01-02-2020", "chp", "forsoeg", "1", "", "Et forsøg med netværksmøder er begyndt."],
    ["P2.1", "12-01-2021 10:15", "skrevet", "gjort", "31-12-2020", "bolig", "anviste", "11", "", "Tal fra boliglisten."],
    ["P2.1", "13-01-2021 08:30", "skrevet", "gjort", "31-12-2020", "bolig", "anviste", "9", "2", "To af de elleve var talt med to gange."],
    ["P2.1", "13-01-2021 08:40", "skrevet", "gjort", "31-12-2020", "bolig", "ventetid", "212", "", ""],
    ["P4.3", "19-01-2021 09:00", "skrevet", "gjort", "12-01-2021", "chp", "milepael", "1", "", "Notat om lokaler er sendt til udvalget."],
    ["P5.3", "20-01-2021 13:00", "skrevet", "gjort", "31-12-2020", "personale", "kursusdage", "1,1", "", "Mange kurser blev aflyst."],
    ["P5.1", "20-01-2021 13:10", "skrevet", "gjort", "31-12-2020", "personale", "omsaetning", "11,8", "", ""],
    ["P5.4", "26-01-2021 11:00", "skrevet", "gjort", "31-12-2020", "oekonomi", "solgte", "58", "", ""],
    ["P1.1", "27-01-2021 09:30", "skrevet", "gjort", "20-01-2021", "virksomheder", "", "", "", "Fælles beskrivelse delt med alle."],
    ["P4.2", "02-02-2021 10:00", "skrevet", "gjort", "31-01-2021", "chp", "moeder", "40", "", ""],
    ["P4.2", "03-02-2021 08:15", "trukket", "", "", "chp", "", "", "1", "Tallet var for hele regionen."],
    ["P2.4", "23-02-2021 14:00", "skrevet", "maal", "31-12-2022", "udvalg", "", "", "", "Færre henvendelser om unge i 2022 end i 2020."],
    ["P4.5", "02-03-2021 09:00", "skrevet", "gjort", "01-03-2021", "myndighed", "", "", "", "Interval ses efter ved hver opfølgning."],
]


def write(place: Municipality, folder: Path) -> None:
    """Writes the notes of the one municipality that has guideposts."""
    write_csv(folder / "pejlemaerker.csv", place.encoding, [HEADER, *ROWS])
