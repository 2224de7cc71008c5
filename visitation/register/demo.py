"""The sample register: what both municipalities took in and decided, and what came of it, week by week."""

from collections.abc import Iterator
from datetime import date, datetime, time
from functools import lru_cache
from heapq import merge
from operator import attrgetter
from pathlib import Path
from random import Random

from visitation.errors import VisitationError
from visitation.home import SHARED
from visitation.model import Model, load
from visitation.register.cases import SAMPLE
from visitation.register.demo_guideposts import guidepost_drafts
from visitation.register.demo_review import review_drafts
from visitation.register.demo_year import Row, Told, decisions, enquiries, happenings, meeting_of, noted, year
from visitation.register.events import BESIDE, OPAQUE, Draft, Event
from visitation.register.imports import Intake, load_profile, read_export, read_table
from visitation.register.records import IMPORTED_KINDS, KINDS
from visitation.register.store import open_register
from visitation.register.uncollected import uncollected
from visitation.screening import Cube, build

SAMPLES = SHARED / "data_samples"
TODAY = date(2021, 3, 9)
MODELS = ("ringsted", "slagelse")
OPENING = time(7)
SEED = 20210309  # seals the events with the same salts every time


def make_demo(url: str, samples: Path = SAMPLES) -> dict[str, int]:
    """The number of cases and events of the sample register made at `url`, the same events every time.

    VisitationError, and nothing touched, when a register with anything but samples is there."""
    with uncollected():
        drafts = _drafts(samples)
    register = open_register(url, Random(SEED).randbytes)
    try:
        register.start_over(only_if=_all_samples)
        register.append_all(drafts)
        return {"cases": register.count("enquiry_received"), "events": register.head()[0]}
    finally:
        register.close()


def _drafts(samples: Path) -> list[Draft]:
    """Everything that the register holds, in order of time."""
    arrived = {model: [row for intake in _intakes(samples, model, "henvendelser") for row in intake.accepted] for model in MODELS}
    opening = datetime.combine(min(meeting_of(row) for rows in arrived.values() for row in rows), OPENING)
    opened = Draft("", 0, "register_opened", {"today": TODAY.isoformat(), "sample": True}, opening.isoformat())
    of_cases = year([*enquiries(arrived), *(told for model in MODELS for told in _told(samples, model, arrived[model]))])
    return [opened, *merge(of_cases, _beside(samples), key=attrgetter("at"))]


def _beside(samples: Path) -> Iterator[Draft]:
    """What stands beside the cases of the municipality that has some: the notes at its guideposts, and the citizens under review."""
    notes = guidepost_drafts("slagelse", _rows(samples, "slagelse", "pejlemaerker"))
    rated = _rows(samples, "slagelse", "bedoemmelser")
    return merge(notes, review_drafts("slagelse", _intakes(samples, "slagelse", "faellesmaengden"), rated), key=attrgetter("at"))


@lru_cache(maxsize=len(MODELS))
def _model(model_id: str) -> tuple[Model, Cube]:
    model = load(model_id)
    return model, build(model.meeting_table)


def _told(samples: Path, model_id: str, arrived: list[tuple]) -> list[Told]:
    """What happened in one municipality's cases after their enquiries."""
    model, cube = _model(model_id)
    kinds = [name for name, kind in KINDS.items() if kind.event in IMPORTED_KINDS]
    intakes = [intake for name in kinds for intake in _intakes(samples, model_id, name)]
    return [
        *decisions(model, cube, _rows(samples, model_id, "beslutninger")),
        *happenings(model, _rows(samples, model_id, "forloeb")),
        *noted(intakes, {row.reference: row for row in arrived}, TODAY),
    ]


def _rows(samples: Path, model: str, name: str) -> list[Row]:
    tables = [read_table(_bytes(path), path.name) for path in _files(samples, model, name)]
    return [dict(zip(table.header, row.cells, strict=True)) for table in tables for row in table.rows]


def _intakes(samples: Path, model: str, name: str) -> list[Intake]:
    """The files of a kind, read as a user's import reads them."""
    profile = load_profile(_model(model)[0].folder / "imports" / f"{name}.yaml")
    return [read_export(_bytes(path), path.name, profile, TODAY) for path in _files(samples, model, name)]


def _files(samples: Path, model: str, name: str) -> list[Path]:
    """The municipality's file of that name and those whose name goes on with what they hold."""
    return [samples / model / f"{name}.csv", *sorted((samples / model).glob(f"{name}-*.csv"))]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise VisitationError(f"{path.name}: eksempelfilen kan ikke læses; den skal ligge i {path.parent}.") from None


def _all_samples(events: list[Event]) -> bool:
    """Whether every case is invented, forgotten ones too, and no register was opened for real ones; what stands beside needs one."""
    opened = [event.data.get("sample") is True for event in events if event.kind == "register_opened"]
    invented = (SAMPLE, OPAQUE, BESIDE) if opened else (SAMPLE, OPAQUE)
    return all(opened) and all(event.case.startswith(invented) for event in events if event.case)
