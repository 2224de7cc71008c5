"""Stock and flow between the steps of the ladder: how many stood where at the end of a day, and every move from one day to another.

A move is a change of place from one day's end to the next; a citizen who moves twice counts twice. Every fact counts by its own day and
as it is known now, so that what was registered late counts where it belongs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from visitation.errors import VisitationError
from visitation.register.agenda import decided_on
from visitation.register.cases import Case
from visitation.register.standing import BESIDE, Granted, Helps, Steps, place

Place = str | None  # a step, BESIDE, or None: not on the ladder
Path = tuple[tuple[date, Place], ...]
Direction = Literal["up", "down", "in", "out", "beside"]


@dataclass(frozen=True)
class Flow:
    """The moves after `first` until the end of `last`, between the stock of both days.

    `again`: of those who came onto the ladder, where they had last stood before they left it. `still`: those who stood at the same
    place on both days and never moved in between."""

    first: date
    last: date
    start: Counter[Place]
    end: Counter[Place]
    moves: Counter[tuple[Place, Place]]
    again: Counter[tuple[Place, Place]]
    still: Counter[Place]

    def toward(self, direction: Direction, steps: Steps) -> int:
        """How many moves went that way."""
        return sum(count for (source, target), count in self.moves.items() if direction_of(source, target, steps) == direction)


def paths(cases: Iterable[Case], granted: Helps, steps: Steps, until: date) -> tuple[Path, ...]:
    """Where each case came to stand and when, until the end of a day; a case that never stood anywhere has an empty path."""
    return tuple(_path(case, granted.get(case.reference, ()), steps, until) for case in cases)


def _path(case: Case, granted: Sequence[Granted], steps: Steps, until: date) -> Path:
    found: list[tuple[date, Place]] = []
    for day in sorted(day for day in _turns(case, granted) if case.enquiry.received <= day <= until):
        where = place(case, granted, steps, day)
        if where != (found[-1][1] if found else None):
            found.append((day, where))
    return tuple(found)


def _turns(case: Case, granted: Iterable[Granted]) -> set[date]:
    """The days on which a case can come to stand elsewhere."""
    days = {case.enquiry.received, *map(decided_on, case.decisions)}
    days |= {day for one in granted for day in (one.start, one.end) if day}
    return days | {course.since for course in case.courses if course.ended}


def at(path: Path, day: date) -> Place:
    """Where a path is at the end of a day."""
    return next((where for since, where in reversed(path) if since <= day), None)


def stock(found: Iterable[Path], day: date) -> Counter[Place]:
    """How many stood at each place at the end of a day; those who stood nowhere are left out."""
    places = Counter(at(path, day) for path in found)
    del places[None]
    return places


def flow(found: Sequence[Path], first: date, last: date) -> Flow:
    """The moves between the ends of two days; VisitationError unless the first lies before the last."""
    if first >= last:
        raise VisitationError(f"Perioden går fra {first} til {last}; den første dag skal ligge før den sidste.")
    moves, again, still = Counter(), Counter(), Counter()
    for path in found:
        within = [number for number, (day, _) in enumerate(path) if first < day <= last]
        moves.update((path[number - 1][1] if number else None, path[number][1]) for number in within)
        again.update((path[number - 2][1], path[number][1]) for number in within if number > 1 and path[number - 1][1] is None)
        still.update([at(path, first)] if not within else [])
    del still[None]
    return Flow(first, last, stock(found, first), stock(found, last), moves, again, still)


def direction_of(source: Place, target: Place, steps: Steps) -> Direction:
    """Which way a move goes; to or from a place beside the ladder it is neither up nor down."""
    if source is None or target is None:
        return "in" if source is None else "out"
    if BESIDE in (source, target):
        return "beside"
    return "up" if steps.height[source] < steps.height[target] else "down"
