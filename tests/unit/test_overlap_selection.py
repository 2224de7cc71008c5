"""A selection is broad: quotas add up, follow the proportions as closely as whole citizens can, and leave nobody out that was asked for."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitation.errors import VisitationError
from visitation.overlap.citizen import Citizen
from visitation.overlap.selection import quotas, selection

ONE = Citizen("B-1", 1, date(2021, 2, 1), "18-29", "kontanthjaelp", "psykisk", ("am",), 2, "nej")
BENEFITS, CONDITIONS = ("kontanthjaelp", "foertidspension"), ("psykisk", "fysisk", "socialt")


def citizens(*counts):
    """So many citizens of each pair, in the order of the pairs."""
    pairs = [(benefit, condition) for benefit in BENEFITS for condition in CONDITIONS]
    pairs = [pair for pair, count in zip(pairs, counts, strict=True) for _ in range(count)]
    return [replace(ONE, reference=f"B-{n}", benefit=one, condition=other) for n, (one, other) in enumerate(pairs, 1)]


@st.composite
def shared_out(draw):
    there = draw(st.lists(st.integers(0, 40), min_size=1, max_size=8))
    least = [min(draw(st.integers(0, 3)), count) for count in there]
    return there, draw(st.integers(sum(least), sum(there))), least


@given(shared_out())
def test_quotas_add_up_within_what_there_is_and_what_is_asked_for(given_):
    there, total, least = given_
    found = quotas(there, total, least)
    assert sum(found) == total
    assert all(low <= quota <= count for low, quota, count in zip(least, found, there, strict=True))


@given(shared_out())
def test_without_a_least_nobody_is_a_whole_citizen_off_the_proportion_and_the_largest_remainders_get_one_more(given_):
    there, total, _ = given_
    found = quotas(there, total, [0] * len(there))
    if not sum(there):
        assert found == there
        return
    exact = [Fraction(total * count, sum(there)) for count in there]
    assert all(abs(quota - share) < 1 for quota, share in zip(found, exact, strict=True))
    up = [share - share.__floor__() for quota, share in zip(found, exact, strict=True) if quota > share]
    down = [share - share.__floor__() for quota, share in zip(found, exact, strict=True) if quota < share]
    assert not up or not down or min(up) >= max(down)


def test_a_known_sharing_by_the_largest_remainder():
    assert quotas([47, 16, 158, 12, 8, 59], 30, [0] * 6) == [5, 1, 16, 1, 1, 6]


def test_a_small_group_gets_its_least_and_the_others_share_the_rest():
    assert quotas([96, 2, 2], 10, [1, 1, 1]) == [8, 1, 1]


def test_it_says_which_cells_cannot_be_filled_and_draws_the_same_for_a_seed():
    there = citizens(60, 25, 5, 9, 1, 0)
    found = selection(there, BENEFITS, CONDITIONS, 20, 2, 7)
    assert found.total == 20 and [cell.quota for cell in found.cells] == [11, 4, 2, 2, 1, 0]
    assert [(cell.benefit, cell.condition, cell.short) for cell in found.unfilled] == [
        ("foertidspension", "fysisk", 1),
        ("foertidspension", "socialt", 2),
    ]
    of = {one.reference: (one.benefit, one.condition) for one in there}
    assert all(of[name] == (cell.benefit, cell.condition) for cell in found.cells for name in cell.drawn)
    assert len({name for cell in found.cells for name in cell.drawn}) == 20
    assert selection(there, BENEFITS, CONDITIONS, 20, 2, 7) == found != selection(there, BENEFITS, CONDITIONS, 20, 2, 8)


@pytest.mark.parametrize(("total", "said"), [(4, "tilladt er 5 til 9"), (10, "tilladt er 5 til 9")])
def test_too_few_and_too_many_are_refused(total, said):
    with pytest.raises(VisitationError, match=said):
        selection(citizens(5, 1, 1, 1, 1, 0), BENEFITS, CONDITIONS, total, 1, 1)
