"""What an attack found."""

from dataclasses import dataclass

import numpy as np

from visitation.disclosure import BASE, Cube, with_margins

SMALL = BASE - 1  # of 1 to so many citizens


@dataclass(frozen=True)
class Result:
    """How many cells were attacked, of how many one value is left, and the fewest left to any: the width is that number less one.

    `guessed` and `before` are how often the likeliest value is the true one, with and without what the attack uses."""

    attack: str
    cells: int
    exact: int
    width: int | None = None
    narrowed: int = 0  # cells of a width below BASE - 1
    guessed: float | None = None
    before: float | None = None
    note: str = ""


def of_widths(attack: str, widths, note: str = "") -> Result:
    """The result of an attack that left these widths."""
    found = np.asarray(list(widths), int)
    least = int(found.min()) if found.size else None
    return Result(attack, found.size, int((found == 0).sum()), least, int((found < BASE - 1).sum()), note=note)


def tables(cube: Cube) -> list[np.ndarray]:
    """The tables of all months with their margins."""
    return [with_margins(table) for table in cube.counts]


def targets(shown: Cube, true: Cube | None) -> list[np.ndarray]:
    """Which cells and margins of every month are attacked: the small ones, or all that may be small when the true ones are not known."""
    if true is None:
        return [table <= BASE for table in tables(shown)]
    return [(table > 0) & (table <= SMALL) for table in tables(true)]
