"""Who waited at the end of the month, for what, and for how long."""

from visitation.register.month import queues
from widgets.report import said
from widgets.report.monthly.study import Study
from widgets.report.piece import Piece, paragraph, table
from widgets.report.told import NONE
from widgets.text import full_date

QUEUES = {"moede": "på mødets første beslutning", "tilbage": "på at komme tilbage til mødet", "afgoerelse": "på svar på en ansøgning"}
COURSE = "på at begynde i et forløb"
COLUMNS = ["De ventede", "antal", "dage, det midterste", "dage, det længste"]


def waiting(study: Study) -> Piece:
    """The queues, and how long those had waited who began a course."""
    waits, courses = {QUEUES[name]: found for name, found in queues(study.cases, study.seen).items()}, study.courses
    if courses:
        waits[COURSE] = courses.waiting
    rows = [(label, *said.waited(found)) for label, found in waits.items()]
    ground = study.ground(sum(map(len, waits.values())), "ventetider", study.seen)
    counted = table(f"Ventende ved udgangen af {full_date(study.seen, 'da')}", COLUMNS, rows, ground)
    note = paragraph("En sag kan stå i mere end én række: en ansøgning kan vente på svar, mens borgeren venter på et forløb.", "note")
    return counted + (_began(courses.waited) if courses else Piece("", "")) + note


def _began(days: tuple[int, ...]) -> Piece:
    count, middle, longest = said.waited(days)
    if middle == NONE:
        return paragraph(f"{count} begyndte et forløb i måneden.")
    return paragraph(
        f"{count} begyndte et forløb i måneden; fra henvisning gik der {middle} dage for den midterste og {longest} for den sidste."
    )
