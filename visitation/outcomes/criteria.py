"""The success criteria of a model, counted from the register, with what is missing.

They say how it went and not why: nobody is compared with."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from visitation.outcomes.followed import Followed, as_of
from visitation.outcomes.measures import MEASURES, Pair, Terms
from visitation.outcomes.schema import Criterion, Outcomes
from visitation.outcomes.scores import STANDARD, Thresholds
from visitation.statistics.small import Share


@dataclass(frozen=True)
class Tile:
    """A criterion counted for the courses started from `first` to `last`, as seen on the day `seen`.

    `share` is None when the register holds nothing to count it by. Of the `started` courses those `missing` are not measured before and
    after, or not followed long enough. `flow` counts the others from what to what, where that is not a score."""

    criterion: Criterion
    first: date
    last: date
    seen: date
    started: int
    share: Share | None
    missing: int
    pairs: tuple[Pair, ...]
    flow: dict[tuple[str, str], int]


def tiles(
    read: Outcomes, followed: Iterable[Followed], first: date, last: date, seen: date, thresholds: Thresholds = STANDARD
) -> tuple[Tile, ...]:
    """Every criterion for the courses started from `first` to `last`, both included."""
    courses = [one for one in as_of(followed, seen) if one.started and first <= one.started <= last]
    found = []
    for criterion in read.criteria:
        terms = Terms(seen, read.support.months, criterion.theme, thresholds)
        measured = [MEASURES[criterion.measure](one, terms) for one in courses] if criterion.measure else []
        pairs = tuple(pair for pair in measured if pair)
        found.append(
            Tile(criterion, first, last, seen, len(courses), _share(pairs, thresholds), len(courses) - len(pairs), pairs, _flow(pairs))
        )
    return tuple(found)


def _share(pairs: tuple[Pair, ...], thresholds: Thresholds) -> Share | None:
    counted = [pair.reached for pair in pairs if pair.reached is not None]
    return Share(sum(counted), len(counted), thresholds.few) if pairs else None


def _flow(pairs: tuple[Pair, ...]) -> dict[tuple[str, str], int]:
    return dict(Counter((pair.before, pair.after) for pair in pairs if isinstance(pair.before, str)))
