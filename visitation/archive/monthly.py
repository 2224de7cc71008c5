"""The monthly numbers of an archive, as DuckDB counts them: the same that the register's own small path counts from its cases."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from visitation.archive.counted import COUNTED
from visitation.archive.database import database
from visitation.archive.folder import read_manifest
from visitation.errors import VisitationError
from visitation.register.standing import Steps


@dataclass(frozen=True)
class Count:
    """How many, in a month (YYYY-MM) and a municipality; never 0.

    `what` is received (enquiries; `which` is empty), decided (by the meeting, by TABLE.OUTCOME), begun or ended (courses, by pathway),
    or standing (cases at the end of the month, by step; ved_siden is beside the ladder)."""

    municipality: str
    month: str
    what: str
    which: str
    count: int


def monthly(folder: Path, ladders: Mapping[str, Steps]) -> list[Count]:
    """The numbers of all whole months of the municipalities whose ladders are given, in order; what is not named is 0.

    A month is whole as in register.month.whole_months, on the archive's day. VisitationError when no archive can be read there."""
    manifest = read_manifest(folder)
    if not (manifest.facts and ladders):
        return []
    files = [str(folder / name) for name in manifest.parts]
    try:
        with database() as connection:
            connection.execute("SET preserve_insertion_order = false")  # the numbers are put in order at the end
            rows = connection.execute(COUNTED, {"files": files, "today": manifest.today, **_ladder(ladders)}).fetchall()
    except OSError:
        raise VisitationError(f"{folder}: arkivets filer kan ikke læses; lav det om med visitation archive.") from None
    return [Count(*row) for row in rows]


def _ladder(ladders: Mapping[str, Steps]) -> dict[str, list]:
    """The columns of a table with a row for every section that a step is the place of, or one for a step that has none."""
    rows = [
        (name, step, height, section)
        for name, steps in ladders.items()
        for step, height in steps.height.items()
        for section in [section for section, place in steps.under.items() if place == step] or [None]
    ]
    return dict(zip(("municipality", "step", "height", "section"), map(list, zip(*rows, strict=True)), strict=True))
