"""Controlled rounding: each cell and each margin of a month's table to one of the two multiples of BASE beside it.

Why it protects: what is published is itself a possible true table, and so is every table that differs from it by at most 4 in one
cell. Whoever knows only that each number is less than BASE away is therefore left with at least five values for any cell, from 0 to
4 where 0 is shown, and sums and differences of what is published tell no more. It does not protect against everybody: who knows the
way of rounding holds some of the values for likelier than others, who knows of a person in the cell has one value fewer, who knows
all of them has none to find, and who has the key can try out every table. It is not provably safe.

The way: a secret threshold for every cell, drawn from the key. Alone, a cell would go up when its remainder exceeds its threshold,
which is right on average; the programme goes against as few of the thresholds as the sums allow, the weakest first. The thresholds
are the same every month, and a number that has not fallen is not shown to fall: a threshold drawn afresh every month would round the
same few citizens up in one month and down in the next, and so narrow them to four values and let them be guessed by counting.
The price: who learns one month's true number knows a little of that cell's threshold in the others. And the sums come first: some
numbers that stood still are shown to change all the same, and leave four values to whoever knows from elsewhere that they stood."""

from collections.abc import Sequence

import numpy as np

from visitation.disclosure.cube import Axis, Ints, addresses, with_margins
from visitation.disclosure.programme import Floats, choose
from visitation.disclosure.secret import checked, drawn

BASE = 5
SECONDS = 60.0
AGAINST = 10.0  # what it costs to show a change that was not there; all thresholds of a sum together weigh about as much

Before = tuple[Ints, Ints]  # the true and the published table of the month before


def rounded(counts: Ints, axes: Sequence[Axis], key: bytes, before: Before | None = None, seconds: float = SECONDS) -> Ints:
    """One month's table rounded, without its margins: they are its sums. The same arguments give the same table.

    VisitationError when no such table exists, or none is found in so many seconds."""
    true = with_margins(counts)
    low, rest = np.divmod(true, BASE)
    cost = thresholds(axes, checked(key)) - rest / BASE
    if before is not None:
        cost = cost + AGAINST * _against(true, BASE * low, with_margins(before[0]), with_margins(before[1]))
    chosen = choose(low, rest > 0, cost, seconds)
    return BASE * (low + chosen)[tuple(slice(0, size) for size in counts.shape)]


def thresholds(axes: Sequence[Axis], key: bytes) -> Floats:
    """The threshold of every cell and margin, between 0 and 1 and all equally likely; it follows from the key and the cell's place."""
    found = [int.from_bytes(drawn(key, "threshold", *place)[:8]) / 2**64 for place in addresses(axes)]
    return np.reshape(found, [len(axis.members) + 1 for axis in axes])


def _against(true: Ints, low: Ints, true_before: Ints, shown_before: Ints) -> Floats:
    """1 where going up would show a rise that was not there, -1 where staying would show a fall that was not there, else 0."""
    false_rise = (true <= true_before) & (low + BASE > shown_before)
    false_fall = (true >= true_before) & (low < shown_before)
    return false_rise.astype(float) - false_fall.astype(float)
