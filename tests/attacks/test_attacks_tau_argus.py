"""tau-ARGUS beside our integer programme.

Its audit is for suppressed tables: what is left open when some cells are blanked and the rest is known. There it says of each blanked
cell what our programme says. Of rounded tables it has no audit, and its own rounding refuses base 5 when a total has two digits or
more, so that the rounding itself is held against the programme alone."""

from collections import Counter

import numpy as np
import pytest

from tests.attacks.bounds import Fitting
from tests.attacks.places import cells_of
from visitation.disclosure import with_margins

PROTECTED = 1  # what the rule FREQ asks for on both sides of a small cell

pytauargus = pytest.importorskip("pytauargus")


@pytest.mark.parametrize("seed", range(4))
def test_the_audit_of_tau_argus_finds_the_same_ends(seed, tmp_path):
    counts = 1 + np.random.default_rng(seed).poisson(3, (6, 5))
    people = {"a": [], "b": [], "v": []}
    for (row, column), number in np.ndenumerate(counts):
        for name, value in zip(people, (f"a{row}", f"b{column}", 1.0), strict=True):
            people[name] += [value] * int(number)
    done = pytauargus.protect(people, ["a", "b"], response="v", safety_rules="FREQ(3,30)", suppress="OPT(1)", workdir=str(tmp_path))
    audited = done.engine.audit(0)
    _same_ends(with_margins(counts), audited)


def _same_ends(table, audited):
    """tau-ARGUS takes for known that no cell lies outside the least and the most of the whole table, but leaves each PROTECTED on."""
    rows, columns = table.shape
    places = {number: _place(number, rows, columns) for number in range(table.size)}
    low, high = table.copy(), table.copy()
    for cell in audited:
        at = places[cell["cell"]]
        low[at], high[at] = min(table.min(), table[at] - PROTECTED), table.max()
    fitting = Fitting([table], [low], [high])
    for cell in audited:
        parts = cells_of(table.shape, int(np.ravel_multi_index(places[cell["cell"]], table.shape)))
        assert (fitting.solve(parts, False), fitting.solve(parts, True)) == (round(cell["min"]), round(cell["max"]))
    assert Counter(cell["status"] for cell in audited)["u"] > 0


def _place(number, rows, columns):
    """Where a cell of tau-ARGUS stands, which counts the totals first in both directions."""
    row, column = divmod(number, columns)
    return (row - 1) % rows, (column - 1) % columns
