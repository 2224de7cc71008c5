"""What the sample files tell of each case, as the drafts of its events."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial

from visitation.model import Model
from visitation.pathway import Course, contact_protocol, move, pathways, task_done, tried
from visitation.register.cases import Case, after, fold
from visitation.register.courses import confirm, decision_drafts
from visitation.register.decisions import decision, needs_why_not_lower
from visitation.register.events import GENESIS, Draft, seal
from visitation.register.imports import Intake, facts_of
from visitation.register.records import ENQUIRIES, Kind
from visitation.screening import Cube, screen

MORNING, MEETING = time(8), time(9)
DAY, TUESDAY = timedelta(days=1), 1
NOT_ANSWERS = ("Sagsnummer", "Dato", "Afvigelse", "Begrundelse")

Row = dict[str, str]  # a row of a sample file by its headers
Told = tuple[str, str, Callable[[Case | None], list[Draft]]]  # the case, when, and the drafts of what happened then


def year(told: Iterable[Told]) -> list[Draft]:
    """The drafts of everything told, in order of time; what is told of one moment stays in its order."""
    standing: dict[str, Case] = {}
    drafts = []
    for reference, _, happened in sorted(told, key=lambda one: one[1]):
        for draft in happened(standing.get(reference)):
            standing[reference] = _grown(standing.get(reference), draft)
            drafts.append(draft)
    return drafts


def _grown(case: Case | None, draft: Draft) -> Case:
    event = seal(draft, 1, GENESIS, "")
    return replace(after(case, event), version=event.version) if case else fold([event])


def enquiries(arrived: Mapping[str, Iterable[tuple]]) -> list[Told]:
    """The enquiries of each model, taken in on the morning of their meeting under aliases in that order."""
    rows = sorted(((meeting_of(row), model, row) for model, rows in arrived.items() for row in rows), key=lambda one: one[0])
    found = []
    for alias, (meeting, model, row) in enumerate(rows, start=1):
        at = _at(meeting, MORNING)
        data = facts_of(ENQUIRIES, row) | {"model": model, "alias": f"{alias:04d}"}
        found.append((row.reference, at, partial(_noted, ENQUIRIES, data, row.reference, at)))
    return found


def meeting_of(row: tuple) -> date:
    """The Tuesday on which an enquiry's meeting is."""
    return row.received + (TUESDAY - row.received.weekday()) % 7 * DAY


def noted(intakes: Iterable[Intake], arrived: Mapping[str, tuple], today: date) -> list[Told]:
    """What other systems' exports tell, taken in on the morning after the last of its days, when its enquiry is."""
    found = []
    for intake in intakes:
        kind = intake.profile.record
        for row in intake.accepted:
            days = [day for name in kind.dates if (day := _day(getattr(row, name))) and day <= today]
            at = _at(max(min(max(days, default=today) + DAY, today), meeting_of(arrived[row.reference])), MORNING)
            found.append((row.reference, at, partial(_noted, kind, facts_of(kind, row), row.reference, at)))
    return found


def _noted(kind: Kind, data: dict, reference: str, at: str, case: Case | None) -> list[Draft]:
    return [Draft(reference, case.version if case else 0, kind.event, data, at)]


def decisions(model: Model, cube: Cube, rows: Sequence[Row]) -> list[Told]:
    """The meetings' decisions; each meeting begins at nine and takes its minutes an item."""
    found, items = [], dict.fromkeys((row["Dato"] for row in rows), 0)
    for row in rows:
        items[row["Dato"]] += 1
        begins = datetime.combine(datetime.strptime(row["Dato"], "%d-%m-%Y"), MEETING)
        at = (begins + items[row["Dato"]] * timedelta(minutes=model.head.meeting.minutes)).isoformat()
        found.append((row["Sagsnummer"], at, partial(_decided, model, cube, row, at)))
    return found


def _decided(model: Model, cube: Cube, row: Row, at: str, case: Case) -> list[Draft]:
    """The table's outcome, or the one the meeting chose instead of it."""
    answers = {name: value for name, value in row.items() if value and name not in NOT_ANSWERS}
    screening, chosen, reason = screen(cube, answers), row["Afvigelse"], row["Begrundelse"]
    outcome = chosen or screening.outcome
    why = reason if outcome and needs_why_not_lower(model, screening, outcome) else ""
    return decision_drafts(model, case, decision(model, screening, outcome, why_not_lower=why, deviation=reason if chosen else ""), at)


def happenings(model: Model, rows: Iterable[Row]) -> list[Told]:
    """What happened in the courses."""
    times = [(row, datetime.strptime(row["Tidspunkt"], "%d-%m-%Y %H:%M")) for row in rows]
    return [(row["Sagsnummer"], at.isoformat(), partial(_happened, model, row, at)) for row, at in times]


def _happened(model: Model, row: Row, at: datetime, case: Case) -> list[Draft]:
    found = KINDS[row["Hændelse"]](model, case, row, at)
    return [Draft(case.reference, case.version + n, kind, data, at.isoformat()) for n, (kind, data) in enumerate(found)]


def _moved(model: Model, case: Case, row: Row, at: datetime) -> list[tuple[str, dict]]:
    return [("course_moved", move(pathways(model)[row["Forløb"]], _course(case, row), row["Hvad"], at.date(), row["Note"]))]


def _tried(model: Model, case: Case, row: Row, at: datetime) -> list[tuple[str, dict]]:
    answer_by = datetime.strptime(row["Svarfrist"], "%d-%m-%Y").date() if row["Svarfrist"] else None
    return [("contact_tried", tried(contact_protocol(model), _course(case, row), row["Hvad"], at, row["Resultat"], answer_by))]


def _done(_: Model, case: Case, row: Row, at: datetime) -> list[tuple[str, dict]]:
    return [("task_done", task_done(_course(case, row), task, at.date())) for task in row["Hvad"].split()]


KINDS = {
    "flyttet": _moved,
    "forsøgt": _tried,
    "udført": _done,
    "søgt": lambda model, case, row, at: [("applied", {"section": row["Hvad"], "on": at.date().isoformat()})],
    "bekræftet": lambda model, case, row, at: [("confirmed", confirm(case, "application", row["Hvad"], row["Note"]))],
}


def _course(case: Case, row: Row) -> Course:
    """The latest course of the case on the row's pathway."""
    return [course for course in case.courses if course.pathway == row["Forløb"]][-1]


def _day(value: date | datetime | None) -> date | None:
    return value.date() if isinstance(value, datetime) else value


def _at(day: date, clock: time) -> str:
    return datetime.combine(day, clock).isoformat()
