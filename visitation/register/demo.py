"""The sample register: a year of both municipalities' meetings, taken in and decided week by week."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random

from visitation.errors import VisitationError
from visitation.model import Model, load
from visitation.register.cases import SAMPLE, Case, Enquiry, fold, received
from visitation.register.demo_year import Row, decisions, happenings, year
from visitation.register.events import GENESIS, OPAQUE, Draft, Event, seal
from visitation.register.imports import Intake, load_profile, read_export, read_table, take_in
from visitation.register.store import Register, open_register
from visitation.screening import Cube, build

SAMPLES = Path(__file__).resolve().parents[2] / "data_samples"
TODAY = date(2021, 3, 9)
MODELS = ("ringsted", "slagelse")
WEEK = timedelta(weeks=1)
OPENING, MORNING = time(7), time(8)
SEED = 20210309  # seals the events with the same salts every time


def make_demo(url: str, samples: Path = SAMPLES) -> dict[str, int]:
    """The number of cases and events of the sample register made at `url`, the same events every time.

    VisitationError, and nothing touched, when a register with anything but samples is there."""
    exports = {model: [_intake(samples, model, name) for name in ("", "-denne-uge")] for model in MODELS}
    drafts = [draft for model, intakes in exports.items() for draft in _year(samples, model, intakes)]
    register = open_register(url, Random(SEED).randbytes)
    try:
        register.start_over(only_if=_all_samples)
        _fill(register, exports, sorted(drafts, key=lambda draft: draft.at))
        return {"cases": register.count("enquiry_received"), "events": register.head()[0]}
    finally:
        register.close()


@lru_cache(maxsize=len(MODELS))
def _model(model_id: str) -> tuple[Model, Cube]:
    model = load(model_id)
    return model, build(model.meeting_table)


def _year(samples: Path, model_id: str, intakes: list[Intake]) -> list[Draft]:
    """What happened in one municipality's cases after their enquiries."""
    model, cube = _model(model_id)
    cases = {row.reference: _opened(row, model_id) for intake in intakes for row in intake.accepted}
    told = decisions(model, cube, list(_rows(samples / model_id / "beslutninger.csv")))
    return year(cases, [*told, *happenings(model, _rows(samples / model_id / "forloeb.csv"))])


def _opened(row: tuple, model_id: str) -> Case:
    enquiry = Enquiry(**row._asdict())
    draft = Draft(enquiry.reference, 0, "enquiry_received", received(enquiry, model_id, ""), _at(enquiry.received, MORNING))
    return fold([seal(draft, 1, GENESIS, "")])


def _fill(register: Register, exports: dict[str, list[Intake]], drafts: list[Draft]) -> None:
    """Week by week, so that the register's order is that of the year it tells of."""
    first = min(row.received for intakes in exports.values() for intake in intakes for row in intake.accepted)
    meeting = TODAY - ((TODAY - first) // WEEK) * WEEK
    register.append("", 0, "register_opened", {"today": TODAY.isoformat(), "sample": True}, _at(meeting, OPENING))
    written = 0
    while meeting <= TODAY:
        morning = _at(meeting, MORNING)
        until = bisect_left(drafts, morning, lo=written, key=lambda draft: draft.at)
        written += register.append_all(drafts[written:until])
        for model, intakes in exports.items():
            for intake in intakes:
                take_in(register, _week(intake, meeting), model, morning)
        meeting += WEEK
    register.append_all(drafts[written:])


def _week(intake: Intake, meeting: date) -> Intake:
    """The part of an intake that came in since the meeting before."""
    rows = [(number, row) for number, row in zip(intake.numbers, intake.accepted, strict=True) if meeting - WEEK < row.received <= meeting]
    return replace(intake, accepted=tuple(row for _, row in rows), numbers=tuple(number for number, _ in rows))


def _rows(path: Path) -> Iterator[Row]:
    table = read_table(_bytes(path), path.name)
    return (dict(zip(table.header, row.cells, strict=True)) for row in table.rows)


def _intake(samples: Path, model: str, name: str) -> Intake:
    path = samples / model / f"henvendelser{name}.csv"
    profile = load_profile(_model(model)[0].folder / "imports" / "henvendelser.yaml")
    return read_export(_bytes(path), path.name, profile, TODAY)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise VisitationError(f"{path.name}: eksempelfilen kan ikke læses; den skal ligge i {path.parent}.") from None


def _all_samples(events: list[Event]) -> bool:
    """Whether every case is invented, forgotten ones too, and no register was opened for real ones."""
    cases = all(event.case.startswith((SAMPLE, OPAQUE)) for event in events if event.case)
    return cases and all(event.data.get("sample") is True for event in events if event.kind == "register_opened")


def _at(day: date, clock: time) -> str:
    return datetime.combine(day, clock).isoformat()
