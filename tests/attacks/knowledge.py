"""Attacks by those who know more than the folder: the way of rounding, which cells did not change, or another rounding of a month."""

import numpy as np

from tests.attacks.places import inner_of
from tests.attacks.result import SMALL, Result, of_widths, tables, targets
from visitation.disclosure import BASE, Cube, rounded

OFF = BASE - 1
SURE = 0.95


def unchanged_months(shown: Cube, true: Cube) -> Result:
    """By one who is told in which months a cell stood still: what it was shown as in all of them holds for one number."""
    true_tables, shown_tables = np.array(tables(true)), np.array(tables(shown))
    widths = []
    for place in zip(*np.nonzero(((true_tables > 0) & (true_tables <= SMALL)).any(axis=0)), strict=True):
        counts, seen = true_tables[(slice(None), *place)], shown_tables[(slice(None), *place)]
        for run in np.split(np.arange(len(counts)), np.flatnonzero(np.diff(counts)) + 1):
            if len(run) > 1 and 0 < counts[run[0]] <= SMALL:
                widths.append(seen[run].min() + OFF - max(0, seen[run].max() - OFF))
    return of_widths("unchanged months", widths, "runs of at least two months, told from outside; shown as 0 and as 5 it is 1 to 4")


def algorithm_aware(shown: Cube, true: Cube) -> Result:
    """By one who knows that the cell is not empty, how often each number occurs and how likely each goes up: Bayes' likeliest number."""
    guessed, before, sure, cells = 0.0, 0.0, 0, 0
    for table, wide, asked in zip(true.counts, shown.counts, targets(shown, true), strict=True):
        often = np.bincount(table[table > 0], minlength=3 * BASE) / (table > 0).sum()
        for count, seen in zip(table[inner_of(asked)], wide[inner_of(asked)], strict=True):
            chances = _posterior(often, int(seen))
            likeliest = int(np.argmax(chances))
            guessed, cells = guessed + (likeliest == count), cells + 1
            before += int(np.argmax(often)) == count
            sure += chances[count] > SURE
    note = f"exact: the true number has a chance above {SURE:.0%}; the guesser knows the distribution of the true numbers themselves"
    return Result("algorithm-aware posterior", cells, int(sure), guessed=float(guessed / cells), before=float(before / cells), note=note)


def known_orders(one: tuple[Cube, Cube], other: tuple[Cube, Cube]) -> Result:
    """By one who is told from outside, of every two numbers of a municipality, one of each table, which of them is never the greater.

    Each table as published and as true. However many such orders are known, four values are left: a number is shown as one of the two
    multiples beside it, and an order can only tell on which side of what is shown it lies."""
    widths = []
    for unit in set(one[0].axes[0].members) & set(other[0].axes[0].members):
        (low, high), (low_other, high_other) = (_ends(shown, unit) for shown, _ in (one, other))
        true, true_other = (_numbers(cube, unit) for _, cube in (one, other))
        less, more = (compare(true[:, :, None], true_other[:, None, :]).all(axis=0) for compare in (np.less_equal, np.greater_equal))
        low_both = np.maximum(low, np.where(more, low_other[:, None, :], 0).max(axis=2))
        high_both = np.minimum(high, np.where(less, high_other[:, None, :], high.max()).min(axis=2))
        widths += list((high_both - low_both)[(true > 0) & (true <= SMALL)])
    return of_widths("known orders between tables", widths, "told from outside, of all months")


def _numbers(cube: Cube, unit: str) -> np.ndarray:
    """The numbers of a municipality, of shape (months, cells and margins)."""
    place = cube.axes[0].members.index(unit)
    return np.array([table[place].reshape(-1) for table in tables(cube)])


def _ends(shown: Cube, unit: str) -> tuple[np.ndarray, np.ndarray]:
    numbers = _numbers(shown, unit)
    return np.maximum(numbers - OFF, 0), numbers + OFF


def _posterior(often: np.ndarray, seen: int) -> np.ndarray:
    """The chance of each number, given what is shown: a number goes up as often as its remainder is of BASE."""
    numbers = np.arange(len(often))
    low, up = numbers - numbers % BASE, (numbers % BASE) / BASE
    chances = often * (np.where(low == seen, 1 - up, 0) + np.where((low + BASE == seen) & (up > 0), up, 0))
    return chances / chances.sum() if chances.any() else chances


def again_and_again(true: Cube, keys: list[bytes]) -> Result:
    """What would be won if a month were rounded anew with every key: the mean of all roundings, against the first alone."""
    cells, guessed, before = 0, 0, 0
    for table in true.counts:
        small = (table > 0) & (table <= SMALL)
        every = np.array([rounded(table, true.axes, key)[small] for key in keys])
        cells += int(small.sum())
        guessed += int((np.rint(every.mean(axis=0)) == table[small]).sum())
        before += int((every[0] == table[small]).sum())
    return Result("re-release averaging", cells, 0, guessed=guessed / cells, before=before / cells, note=f"{len(keys)} keys")
