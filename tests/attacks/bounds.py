"""The least and the most a cell can be, over all true tables that fit what is published: by witnesses and integer programmes."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

import highspy
import numpy as np

from tests.attacks.places import cells_of, inner_of, summed
from tests.attacks.result import Result, of_widths, tables, targets
from visitation.disclosure import BASE, Cube

OFF = BASE - 1
Tables = Sequence[np.ndarray]


class Fitting:
    """All tables of whole numbers that fit the published ones of neighbouring months; their inner cells stand one after another.

    `low` and `high` are what is known of every number of these tables, margins too; `shown` are tables that may fit, from which the
    others are looked for. `links` are sums of inner cells that are known not to be negative, as places and signs."""

    def __init__(self, shown: Tables, low: Tables, high: Tables, links: Sequence[tuple[np.ndarray, np.ndarray]] = ()):
        self.months, self.size = len(shown), inner_of(shown[0]).size
        self.shown, self.low, self.high = (np.concatenate([inner_of(table).reshape(-1) for table in one]) for one in (shown, low, high))
        parts = summed(shown[0].shape)
        margins = parts.sum(axis=1) > 1
        linking = np.zeros((len(links), self.shown.size), np.int8)
        for row, (places, signs) in zip(linking, links, strict=True):
            row[places] = signs
        self.sums = np.concatenate([np.kron(np.eye(self.months, dtype=np.int8), parts[margins]), linking])
        self.least = np.concatenate([*(table.reshape(-1)[margins] for table in low), np.zeros(len(links))])
        self.most = np.concatenate([*(table.reshape(-1)[margins] for table in high), np.full(len(links), np.inf)])

    def width(self, month: int, parts: np.ndarray, low: int, high: int) -> int:
        """The most less the least that these cells of a month can be together, of which the sum is known to be from `low` to `high`.

        Tables that fit and reach the end settle it; else the integer programme does."""
        least = max(low, self.low[parts + month * self.size].sum())
        ends = [end if self._reached(month, parts, end) else self.solve(month, parts, i) for i, end in enumerate((least, high))]
        return ends[1] - ends[0]

    def solve(self, month: int, parts: np.ndarray, most: bool) -> int:
        """The least, or the most, that the cells can be together, by the integer programme."""
        cost = np.zeros(self.shown.size)
        cost[parts + month * self.size] = -1 if most else 1
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.passModel(self._programme(cost))
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise AssertionError("no true table fits what is published")
        return round(abs(solver.getInfo().objective_function_value))

    def _reached(self, month: int, parts: np.ndarray, end: int) -> bool:
        """Whether the shown tables fit when one of the cells takes the whole change to that end, in this month or in more of them."""
        change = end - self.shown[parts + month * self.size].sum()
        spans = ((month, month + 1), (month, self.months), (0, month + 1), (0, self.months))
        return any(self._fits(part + self.size * np.arange(*span), change) for span in spans for part in parts)

    def _fits(self, moved: np.ndarray, change: int) -> bool:
        cells = self.shown[moved] + change
        if (cells < self.low[moved]).any() or (cells > self.high[moved]).any():
            return False
        sums = self._published + change * self.sums[:, moved].sum(axis=1)
        return bool(((sums >= self.least) & (sums <= self.most)).all())

    @cached_property
    def _published(self) -> np.ndarray:
        return self.sums @ self.shown

    def _programme(self, cost: np.ndarray) -> highspy.HighsLp:
        programme = highspy.HighsLp()
        programme.num_row_, programme.num_col_ = self.sums.shape
        programme.col_cost_, programme.integrality_ = cost, [highspy.HighsVarType.kInteger] * len(cost)
        programme.col_lower_, programme.col_upper_ = self.low.astype(float), self.high.astype(float)
        programme.row_lower_, programme.row_upper_ = self.least, self.most
        rows, columns = np.nonzero(self.sums)
        matrix = programme.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.searchsorted(rows, np.arange(len(self.sums) + 1))
        matrix.index_, matrix.value_ = columns, self.sums[rows, columns].astype(float)
        return programme


def integer_bounds(shown: Cube, true: Cube | None = None) -> Result:
    """Each month alone: every number is within OFF of the true one, and all sums are sums."""
    pairs = zip(tables(shown), targets(shown, true), strict=True)
    return of_widths("integer programme", chain.from_iterable(_widths(rounded_tables([table]), 0, table, asked) for table, asked in pairs))


def linked_months(shown: Cube, true: Cube | None = None, together: int = 2) -> Result:
    """So many neighbouring months at once, by one who takes it that nobody leaves: a sum over the steps, where there are any, never falls.

    Results once known stay known: in a table without steps no cell falls."""
    every, asked, widths = tables(shown), targets(shown, true), []
    for first in range(max(1, len(every) - together + 1)):
        linked = every[first : first + together]
        fitting = rounded_tables(linked, list(_never_falls(shown, len(linked))))
        for month, table in enumerate(linked):
            widths += _widths(fitting, month, table, asked[first + month])
    return of_widths("linked months", widths, f"{together} months at a time")


def own_record(shown: Cube, true: Cube | None = None) -> Result:
    """The citizen who is in the cell knows that it holds at least one."""
    widths = []
    for table, asked in zip(tables(shown), targets(shown, true), strict=True):
        fitting = rounded_tables([table])
        for place in np.flatnonzero(inner_of(asked)):
            fitting.low[place] = max(1, fitting.low[place])
            widths.append(fitting.width(0, np.array([place]), fitting.low[place], fitting.high[place]))
            fitting.low[place] = max(0, fitting.shown[place] - OFF)
    return of_widths("I know my own record", widths, "that the cell is not empty leaves one value fewer")


def _widths(fitting: Fitting, month: int, table: np.ndarray, asked: np.ndarray) -> Iterator[int]:
    for place in np.flatnonzero(asked):
        number = table.reshape(-1)[place]
        yield fitting.width(month, cells_of(table.shape, place), max(number - OFF, 0), number + OFF)


def rounded_tables(shown: Tables, links: Sequence[tuple[np.ndarray, np.ndarray]] = ()) -> Fitting:
    """What fits rounded tables: none of their numbers is further from the true one than OFF, and none is below 0."""
    return Fitting(shown, [np.maximum(table - OFF, 0) for table in shown], [table + OFF for table in shown], links)


def _never_falls(shown: Cube, months: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """For all that never falls and every pair of neighbouring months, what of the later and less the earlier is not negative."""
    inner, step = shown.counts[0], [at for at, axis in enumerate(shown.axes) if axis.name == "step"]
    cells = np.arange(inner.size).reshape((*inner.shape, 1))
    together = np.moveaxis(cells, step, [-1]).reshape(-1, inner.shape[step[0]]) if step else cells.reshape(-1, 1)
    for parts in together:
        for month in range(months - 1):
            earlier = parts + month * inner.size
            yield np.concatenate([earlier, earlier + inner.size]), np.repeat([-1, 1], len(parts))
