"""Where the answers led: the steps that several people came to in the same invented case, and through which answers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from visitation.screening import Cube, Screening, screen


@dataclass(frozen=True)
class Arrival:
    """How many came to the same place. `possible` has one outcome, or several where their answers left it open;
    `because` the answers that settled it, less what all had said alike, most common first, with how many it was so for."""

    possible: tuple[str, ...]
    count: int
    because: tuple[tuple[dict[str, str], int], ...]


def arrivals(sheets: Sequence[Mapping[str, str | None]], cube: Cube) -> tuple[Arrival, ...]:
    """The places that one vignette's answers led to, the most common first; VisitationError names an unknown answer."""
    alike = _alike(sheets)
    groups: dict[tuple[str, ...], list[Screening]] = {}
    for case in (screen(cube, sheet) for sheet in sheets):
        groups.setdefault(case.possible, []).append(case)
    found = [Arrival(possible, len(cases), _because(cases, alike)) for possible, cases in groups.items()]
    order = {name: i for i, name in enumerate(cube.outcomes)}
    return tuple(sorted(found, key=lambda at: (-at.count, [order[name] for name in at.possible])))


def _alike(sheets: Sequence[Mapping[str, str | None]]) -> set[str]:
    """The questions that everyone answered with the same: they cannot be why people arrived at different places."""
    questions = {question for sheet in sheets for question in sheet}
    return {question for question in questions if len({sheet.get(question) for sheet in sheets}) == 1}


def _because(cases: list[Screening], alike: set[str]) -> tuple[tuple[dict[str, str], int], ...]:
    settled = [case.sufficient for case in cases if case.sufficient is not None]
    ways = Counter(tuple((q, a) for q, a in answers.items() if q not in alike) for answers in settled)
    return tuple((dict(answers), count) for answers, count in sorted(ways.items(), key=lambda way: (-way[1], way[0])))
