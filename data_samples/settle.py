"""Draws again what was drawn, until it fits: one by one, or all of it in sum."""

from collections import Counter
from collections.abc import Callable, Iterable
from random import Random
from typing import TypeVar

Drawn = TypeVar("Drawn")


def fitting(draw: Callable[[], Drawn], fits: Callable[[Drawn], bool]) -> Drawn:
    """The first draw that fits."""
    while not fits(found := draw()):
        pass
    return found


def settle(
    rng: Random,
    drawn: list[Drawn],
    again: Callable[[Drawn], Drawn],
    count: Callable[[Drawn], Counter],
    off: Callable[[Counter], float],
    beside: list[Drawn],
) -> list[Drawn]:
    """The cases, some drawn again, so that they and those `beside` them add up to what is off by nothing.

    One case at a time, at random; a draw that leads further away is not kept."""
    kept, total = list(drawn), _summed(map(count, [*beside, *drawn]))
    while distance := off(total):
        i = rng.randrange(len(kept))
        new, changed = again(kept[i]), total.copy()
        changed.subtract(count(kept[i]))
        changed.update(count(new))
        if off(changed) <= distance:
            kept[i], total = new, changed
    return kept


def _summed(counts: Iterable[Counter]) -> Counter:
    """The sum; unlike that of Counter it keeps what is below 0."""
    total = Counter()
    for one in counts:
        total.update(one)
    return total
