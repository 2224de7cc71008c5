"""Controlled rounding: next to the true number everywhere, additive everywhere, the same for the same key, and no change from nothing."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitation.disclosure import BASE, Axis, Cube, pieces, rounded, with_margins
from visitation.disclosure.rounding import thresholds
from visitation.errors import VisitationError
from visitation.register.month import read_month

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))


def axes_for(shape):
    names = ("unit", "step", "target_group", "age_group")
    return tuple(Axis(names[i], tuple(f"{names[i]}-{at}" for at in range(size))) for i, size in enumerate(shape))


def table(seed, shape=(3, 6, 4), mean=3.0):
    return np.random.default_rng(seed).poisson(mean, shape)


@st.composite
def small_tables(draw):
    shape = draw(st.tuples(st.integers(1, 4), st.integers(1, 6), st.integers(1, 4)))
    return np.array(draw(st.lists(st.integers(0, 23), min_size=int(np.prod(shape)), max_size=int(np.prod(shape))))).reshape(shape)


@settings(max_examples=40)
@given(small_tables())
def test_every_cell_and_margin_goes_to_a_multiple_beside_it_and_everything_adds_up(counts):
    shown = rounded(counts, axes_for(counts.shape), KEY)
    true, wide = with_margins(counts), with_margins(shown)
    assert not (shown % BASE).any() and (shown >= 0).all()
    assert (np.abs(wide - true) < BASE).all()
    assert (wide == true)[true % BASE == 0].all()


@settings(max_examples=20)
@given(small_tables())
def test_a_table_that_stands_still_is_shown_so(counts):
    axes = axes_for(counts.shape)
    shown = rounded(counts, axes, KEY)
    assert (rounded(counts, axes, OTHER, (counts, shown)) == shown).all()


def test_the_key_decides_and_decides_alone():
    counts = table(1)
    first = rounded(counts, axes_for(counts.shape), KEY)
    assert (first == rounded(counts, axes_for(counts.shape), KEY)).all()
    assert (first != rounded(counts, axes_for(counts.shape), OTHER)).any()


def test_the_cost_is_secret_and_not_the_distance():
    counts = table(2)
    nearest = BASE * np.rint(counts / BASE)
    shares = [(rounded(counts, axes_for(counts.shape), bytes([n]) * 32) == nearest)[counts % BASE > 0].mean() for n in range(20)]
    assert 0.6 < np.mean(shares) < 0.8  # nearest-cost rounding shows nearly all at the nearest


def test_thresholds_follow_the_place_and_not_the_order_or_the_number_of_members():
    few, more = Axis("step", ("a", "b")), Axis("step", ("c", "b", "a"))
    assert thresholds([few], KEY)[0] == thresholds([more], KEY)[2]
    assert len(set(thresholds([more], KEY))) == 4


def test_a_month_after_the_other_shows_fewer_changes_that_were_not_there():
    def flips(before):
        rng, found = np.random.default_rng(3), 0
        for seed in range(15):
            earlier = table(seed, mean=2.0)
            later = earlier + (rng.random(earlier.shape) < 0.1)
            axes, still = axes_for(earlier.shape), (later == earlier) & (earlier % BASE > 0)
            shown = rounded(earlier, axes, KEY)
            found += (rounded(later, axes, KEY, (earlier, shown) if before else None) != shown)[still].sum()
        return found

    assert flips(before=True) < 0.6 * flips(before=False)


def test_a_table_that_takes_too_long_is_refused_in_a_sentence():
    counts = table(4, (20, 9, 3, 5), 1.5)
    with pytest.raises(VisitationError, match=r"ikke afrundet på 0\.2 sekunder; brug færre akser"):
        rounded(counts, axes_for(counts.shape), KEY, seconds=0.2)


def test_a_key_of_another_length_is_refused():
    with pytest.raises(VisitationError, match="32 tilfældige bytes"):
        rounded(table(5), axes_for((3, 6, 4)), b"kort")


@settings(max_examples=40)
@given(small_tables(), st.data())
def test_a_choice_is_off_by_no_more_than_its_pieces(counts, data):
    axes, months = axes_for(counts.shape), (read_month("2021-01"),)
    chosen = {axis.name: data.draw(st.sets(st.sampled_from(axis.members), min_size=1)) for axis in axes}
    true, shown = (Cube(axes, months, one[None]).series(**chosen)[0] for one in (counts, rounded(counts, axes, KEY)))
    assert abs(shown - true) <= (BASE - 1) * pieces(axes, **chosen)


def test_pieces_count_members_or_what_is_left_out():
    axes = axes_for((3, 6, 4))
    assert pieces(axes) == 1
    assert pieces(axes, unit=["unit-0"]) == 1
    assert pieces(axes, step=[f"step-{n}" for n in range(5)], unit=["unit-0", "unit-1"]) == 2 * 2


def test_an_unknown_axis_or_member_is_named():
    cube = Cube(axes_for((2, 2, 2)), (read_month("2021-01"),), np.zeros((1, 2, 2, 2), int))
    with pytest.raises(VisitationError, match="Ukendt akse koen"):
        cube.series(koen=["k"])
    with pytest.raises(VisitationError, match=r"ukendt x; tilladt er unit-0, unit-1"):
        cube.series(unit=["x"])
    with pytest.raises(VisitationError, match="Tabellen er"):
        Cube(cube.axes, (), cube.counts)


def test_reading_what_is_published_does_not_load_the_solver():
    asked = "import sys, visitation.disclosure; print('highspy' in sys.modules)"
    seen = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert seen.stdout.strip() == "False"
