"""A broad selection of citizens: quotas over benefit and condition by the largest remainder, and a random draw within each."""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from visitation.errors import VisitationError
from visitation.overlap.citizen import Citizen


@dataclass(frozen=True)
class Cell:
    """A benefit and a condition: how many there are, how many are taken, and who was drawn.

    `short` is how many more a cell was to have at least than there are."""

    benefit: str
    condition: str
    there: int
    quota: int
    short: int
    drawn: tuple[str, ...]


@dataclass(frozen=True)
class Selection:
    """Every cell that is asked for, and the seed of the draw."""

    cells: tuple[Cell, ...]
    seed: int

    @property
    def total(self) -> int:
        """How many were drawn."""
        return sum(cell.quota for cell in self.cells)

    @property
    def unfilled(self) -> tuple[Cell, ...]:
        """The cells that hold fewer than each was to have at least."""
        return tuple(cell for cell in self.cells if cell.short)


def selection(
    citizens: Iterable[Citizen], benefits: Iterable[str], conditions: Iterable[str], total: int, at_least: int, seed: int
) -> Selection:
    """So many citizens over all pairs of benefit and condition, in proportion, but at least so many of each where there are.

    VisitationError when there are fewer citizens than `total`, or when `total` is too few for the least of every cell."""
    groups: dict[tuple[str, str], list[str]] = {(one, other): [] for one in benefits for other in conditions}
    for citizen in citizens:
        groups[citizen.benefit, citizen.condition].append(citizen.reference)
    there = [len(group) for group in groups.values()]
    least = [min(at_least, count) for count in there]
    if not sum(least) <= total <= sum(there):
        raise VisitationError(f"Udvælgelsen er {total} borgere; tilladt er {sum(least)} til {sum(there)}.")
    taken, rng = quotas(there, total, least), Random(seed)
    return Selection(
        tuple(
            Cell(*pair, len(group), quota, at_least - low, tuple(rng.sample(group, quota)))
            for (pair, group), quota, low in zip(groups.items(), taken, least, strict=True)
        ),
        seed,
    )


def quotas(there: list[int], total: int, least: list[int]) -> list[int]:
    """`total` shared out in proportion to how many are `there`, by the largest remainder, nobody below `least` or above `there`.

    `least` is at most `there`, and `total` lies between their sums; of equal remainders the first one goes first."""
    found, free = list(least), {i for i, count in enumerate(there) if count > least[i]}
    while True:
        left = total - sum(low for i, low in enumerate(least) if i not in free)
        whole = sum(there[i] for i in free)
        below = {i for i in free if left * there[i] < least[i] * whole}
        if not below:
            break
        free -= below
    parts = {i: divmod(left * there[i], whole) for i in free}
    for i, (part, _) in parts.items():
        found[i] = part
    for i in sorted(free, key=lambda i: (-parts[i][1], i))[: total - sum(found)]:
        found[i] += 1
    return found
