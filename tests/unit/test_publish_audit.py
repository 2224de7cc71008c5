"""The attack that is made at every publication finds what can be found, and nothing in what is rounded together."""

from datetime import date
from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.published import KEY
from visitation.disclosure import BASE, Axis, Cube, rounded, with_margins
from visitation.publishing.audit import audit, bounds
from visitation.register.month import Month

AXES = (Axis("a", ("x", "y")), Axis("b", ("p", "q")))
MONTHS = (Month(date(2021, 1, 1)), Month(date(2021, 2, 1)))
counts = st.lists(st.integers(0, 12), min_size=4, max_size=4).map(lambda found: np.array(found, np.int64).reshape(2, 2))


def cube(*tables):
    return Cube(AXES, MONTHS[: len(tables)], np.array(tables, np.int64))


@settings(max_examples=25)
@given(counts)
def test_nothing_can_be_worked_out_of_what_was_rounded_together(true):
    found = audit(cube(rounded(true, AXES, KEY)))
    assert found.ok and found.attacked == 9


@given(counts)
def test_the_bounds_hold_the_true_numbers(true):
    shown = rounded(true, AXES, KEY)
    low, high = bounds(with_margins(shown)[None], grows=False)
    whole = with_margins(true)
    assert (low[0] <= whole).all() and (whole <= high[0]).all()


def test_the_bounds_are_as_narrow_as_trying_every_table():
    """Numbers rounded one by one, so that their sum is off: the parts can be told."""
    shown = np.array([[[5, 5, 20], [0, 0, 0], [5, 5, 20]]])
    low, high = bounds(shown, grows=False)
    possible = [p for p in product(range(1, 10), repeat=2) if 16 <= sum(p) <= 24]
    assert low[0, 0, 0] == min(p[0] for p in possible) and high[0, 0, 0] == max(p[0] for p in possible)
    assert high[0, 0, 0] - low[0, 0, 0] < 2 * (BASE - 1)


def test_months_that_seem_to_fall_tell_more_where_nothing_can_fall():
    falling = cube([[10, 0], [0, 0]], [[5, 0], [0, 0]])
    assert audit(falling).ok
    assert not audit(falling, grows=True).ok
