"""The least and the most a cell can be, over all true tables that fit what is published: by integer programmes."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import highspy
import numpy as np

from tests.attacks.places import cells_of, growing, inner_of, summed
from tests.attacks.result import Result, of_widths, tables, targets
from visitation.disclosure import BASE, Cube

OFF = BASE - 1
Tables = Sequence[np.ndarray]
Asked = tuple[np.ndarray, int, int]  # the places of cells, and what their sum is known to be at least and at most
Links = Sequence[tuple[np.ndarray, np.ndarray]]
TOGETHER = 200  # ends that one programme looks for


class Fitting:
    """All tables of whole numbers that fit the published ones of neighbouring months; their inner cells stand one after another.

    `low` and `high` are what is known of every number of these tables, margins too; `links` are sums of inner cells that are known
    not to be negative, as places and signs."""

    def __init__(self, shown: Tables, low: Tables, high: Tables, links: Links = ()):
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

    def ends(self, asked: Iterable[Asked]) -> list[tuple[int, int]]:
        """The least and the most that each can be, looked for many at a time.

        A table that fits, in which many are pushed to their ends, shows of all that reach them that they can; where none does, the
        first one's end is the programme's own."""
        numbered = list(enumerate(asked))
        left = {(at, most): (parts, ends[most]) for most in (0, 1) for at, (parts, *ends) in numbered}  # as pushed both ways none moves
        found = {}
        while left:
            together = list(left.items())[:TOGETHER]
            table = self._pushed((parts, most) for (_, most), (parts, _) in together)
            reached = {one: end for one, (parts, end) in left.items() if table[parts].sum() == end}
            if not reached:
                (one, (parts, _)), *_ = together
                reached = {one: self._pushed([(parts, one[1])])[parts].sum()}
            found |= reached
            left = {one: asking for one, asking in left.items() if one not in reached}
        return [(int(found[at, 0]), int(found[at, 1])) for at in range(len(found) // 2)]

    def solve(self, parts: np.ndarray, most: bool) -> int:
        """The least, or the most, that the cells can be together."""
        return int(self._pushed([(parts, most)])[parts].sum())

    def _pushed(self, towards: Iterable[tuple[np.ndarray, int]]) -> np.ndarray:
        """The fitting tables in which these sums of cells are, all in all, furthest towards their most or least."""
        cost = np.zeros(self.shown.size)
        for parts, most in towards:
            cost[parts] += (-1 if most else 1) / len(parts)
        self._solver.changeColsCost(cost.size, np.arange(cost.size, dtype=np.int32), cost)
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise AssertionError("no true table fits what is published")
        return np.rint(self._solver.getSolution().col_value).astype(int)

    @cached_property
    def _solver(self) -> highspy.Highs:
        programme = highspy.HighsLp()
        programme.num_row_, programme.num_col_ = self.sums.shape
        programme.col_cost_, programme.integrality_ = np.zeros(self.shown.size), [highspy.HighsVarType.kInteger] * self.shown.size
        programme.col_lower_, programme.col_upper_ = self.low.astype(float), self.high.astype(float)
        programme.row_lower_, programme.row_upper_ = self.least, self.most
        rows, columns = np.nonzero(self.sums)
        matrix = programme.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.searchsorted(rows, np.arange(len(self.sums) + 1))
        matrix.index_, matrix.value_ = columns, self.sums[rows, columns].astype(float)
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.passModel(programme)
        return solver


def integer_bounds(shown: Cube, true: Cube | None = None) -> Result:
    """Each month alone: every number is within OFF of the true one, and all sums are sums."""
    pairs = zip(tables(shown), targets(shown, true), strict=True)
    ends = [both for table, asked in pairs for both in _ends([table], [asked])]
    return of_widths("integer programme", (most - least for least, most in ends))


def linked_months(shown: Cube, true: Cube | None = None, together: int = 2) -> Result:
    """So many neighbouring months at once, by one who takes it that what growing() names never falls."""
    every, asked, ends = tables(shown), targets(shown, true), []
    for first in range(max(1, len(every) - together + 1)):
        months = slice(first, first + together)
        ends += _ends(every[months], asked[months], list(_never_falls(shown, len(every[months]))))
    return of_widths("linked months", (most - least for least, most in ends), f"{together} months at a time")


def own_record(shown: Cube, true: Cube | None = None) -> Result:
    """The citizen who is in the cell knows that it holds at least one."""
    widths: list[int] = []
    for table, asked in zip(tables(shown), targets(shown, true), strict=True):
        cells = np.zeros(table.shape, bool)
        inner_of(cells)[...] = inner_of(asked)
        widths += [most - max(1, least) for least, most in _ends([table], [cells])]
    return of_widths("I know my own record", widths, "that the cell is not empty leaves one value fewer")


def _ends(shown: Tables, asked: Tables, links: Links = ()) -> list[tuple[int, int]]:
    """The least and the most of the numbers asked for, of rounded tables of neighbouring months."""
    fitting = rounded_tables(shown, links)
    return fitting.ends(
        (cells_of(table.shape, place) + month * fitting.size, max(table.reshape(-1)[place] - OFF, 0), table.reshape(-1)[place] + OFF)
        for month, (table, wanted) in enumerate(zip(shown, asked, strict=True))
        for place in np.flatnonzero(wanted)
    )


def rounded_tables(shown: Tables, links: Links = ()) -> Fitting:
    """What fits rounded tables: none of their numbers is further from the true one than OFF, and none is below 0."""
    return Fitting(shown, [np.maximum(table - OFF, 0) for table in shown], [table + OFF for table in shown], links)


def _never_falls(shown: Cube, months: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """For all that never falls and every pair of neighbouring months, what of the later and less the earlier is not negative."""
    size = shown.counts[0].size
    for parts in growing(shown.axes):
        for month in range(months - 1):
            earlier = parts + month * size
            yield np.concatenate([earlier, earlier + size]), np.repeat([-1, 1], len(parts))
