"""The sample register: a year of both municipalities' meetings, taken in and decided week by week."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path

from visitation.errors import VisitationError
from visitation.model import Model, load
from visitation.register.cases import SAMPLE
from visitation.register.decisions import decision, needs_why_not_lower
from visitation.register.enquiries import Intake, read_enquiries, take_in
from visitation.register.events import Draft, Event
from visitation.register.profile import load_profile
from visitation.register.store import Register, open_register
from visitation.register.table_file import read_table
from visitation.screening import Cube, build, screen

SAMPLES = Path(__file__).resolve().parents[2] / "data_samples"
TODAY = date(2021, 3, 9)
MODELS = ("ringsted", "slagelse")
WEEK = timedelta(weeks=1)
OPENING, MORNING, MEETING = time(7), time(8), time(9)
NOT_ANSWERS = ("Sagsnummer", "Dato", "Afvigelse", "Begrundelse")

Decide = Callable[[str, dict[str, str], str, str], dict]  # model, answers, another outcome or "", reason


def make_demo(url: str, samples: Path = SAMPLES, today: date = TODAY, decide: Decide | None = None) -> dict[str, int]:
    """The number of cases and events of the sample register made at `url`, the same events every time.

    VisitationError, and nothing touched, when a register with anything but samples is there."""
    exports = {model: [_intake(samples, model, name, today) for name in ("", "-denne-uge")] for model in MODELS}
    decided = sorted((row for model in MODELS for row in _decisions(samples, model)), key=lambda row: row[0])
    register = open_register(url)
    try:
        register.start_over(only_if=_all_samples)
        _fill(register, exports, decided, today, decide or from_screening)
        return {"cases": register.count("enquiry_received"), "events": register.head()[0]}
    finally:
        register.close()


def from_screening(model_id: str, answers: dict[str, str], chosen: str, reason: str) -> dict:
    """The decision a meeting stores for these answers: the table's outcome, or `chosen` instead of it."""
    model, cube = _model(model_id)
    case = screen(cube, answers)
    outcome = chosen or case.outcome
    why = reason if outcome and needs_why_not_lower(model, case, outcome) else ""
    return decision(model, case, outcome, why_not_lower=why, deviation=reason if chosen else "")


@lru_cache(maxsize=len(MODELS))
def _model(model_id: str) -> tuple[Model, Cube]:
    model = load(model_id)
    return model, build(model.meeting_table)


def _fill(register: Register, exports: dict, decided: list[tuple], today: date, decide: Decide) -> None:
    """Week by week, so that the register's order is that of the year it tells of."""
    first = min(enquiry.received for intakes in exports.values() for intake in intakes for enquiry in intake.accepted)
    meeting = today - ((today - first) // WEEK) * WEEK
    register.append("", 0, "register_opened", {"today": today.isoformat(), "sample": True}, _at(meeting, OPENING))
    versions: dict[str, int] = {}
    while meeting <= today:
        for model, intakes in exports.items():
            for intake in intakes:
                take_in(register, _week(intake, meeting), model, _at(meeting, MORNING))
        rows = [row for row in decided if meeting - WEEK < row[0] <= meeting]
        register.append_all(_drafts(rows, versions, decide))
        meeting += WEEK


def _week(intake: Intake, meeting: date) -> Intake:
    """The part of an intake that came in since the meeting before."""
    rows = [
        (number, enquiry)
        for number, enquiry in zip(intake.numbers, intake.accepted, strict=True)
        if meeting - WEEK < enquiry.received <= meeting
    ]
    return replace(intake, accepted=tuple(enquiry for _, enquiry in rows), numbers=tuple(number for number, _ in rows))


def _drafts(rows: list[tuple], versions: dict[str, int], decide: Decide) -> list[Draft]:
    """One meeting's decisions; each municipality's meeting begins at nine and takes its minutes an item."""
    drafts, items = [], dict.fromkeys(MODELS, 0)
    for day, model, reference, answers, chosen, reason in rows:
        items[model] += 1
        at = datetime.combine(day, MEETING) + items[model] * timedelta(minutes=_model(model)[0].head.meeting.minutes)
        data = decide(model, answers, chosen, reason)
        drafts.append(Draft(reference, versions.setdefault(reference, 1), "decided", data, at.isoformat()))
        versions[reference] += 1
    return sorted(drafts, key=lambda draft: draft.at)


def _decisions(samples: Path, model: str) -> Iterator[tuple]:
    table = read_table(_bytes(samples / model / "beslutninger.csv"), "beslutninger.csv")
    for row in table.rows:
        told = dict(zip(table.header, (*row.cells, *[""] * len(table.header)), strict=False))
        answers = {name: value for name, value in told.items() if value and name not in NOT_ANSWERS}
        day = datetime.strptime(told["Dato"], "%d-%m-%Y").date()
        yield day, model, told["Sagsnummer"], answers, told["Afvigelse"], told["Begrundelse"]


def _intake(samples: Path, model: str, name: str, today: date) -> Intake:
    path = samples / model / f"henvendelser{name}.csv"
    profile = load_profile(_model(model)[0].folder / "imports" / "henvendelser.yaml")
    return read_enquiries(_bytes(path), path.name, profile, today)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise VisitationError(f"{path.name}: eksempelfilen kan ikke læses; den skal ligge i {path.parent}.") from None


def _all_samples(events: list[Event]) -> bool:
    return all(event.case.startswith(SAMPLE) if event.case else event.data.get("sample") is True for event in events)


def _at(day: date, clock: time) -> str:
    return datetime.combine(day, clock).isoformat()
