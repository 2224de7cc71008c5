"""What can be worked out from published tables: on the sample register, on generated ones, and on tables that are badly made."""

from datetime import date
from itertools import product

import numpy as np
import pytest

from tests.attacks import ALONE, attack_folder
from tests.attacks.bounds import integer_bounds, linked_months, own_record, rounded_tables
from tests.attacks.generated import generated
from tests.attacks.knowledge import again_and_again, algorithm_aware, unchanged_months
from tests.attacks.places import cells_of, inner_of
from tests.attacks.result import Result, of_widths, tables
from tests.attacks.sums import margin_subtraction, overlapping_filters
from tests.registers import sample_register
from visitation.disclosure import BASE, Axis, Cube, publish, read_archive, rounded
from visitation.model import load
from visitation.publishing.counted import stock
from visitation.register.cases import cases
from visitation.register.month import read_month, whole_months
from visitation.register.standing import helps
from visitation.register.store import open_register

KEY, ON = bytes(range(32)), date(2021, 3, 9)
ERROR = 2.5  # the mean of the margins, at most


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The true cube of the sample register's months, and the folder that is published of it."""
    folder = tmp_path_factory.mktemp("published")
    url = sample_register(folder)
    register = open_register(url, make=False)
    known, granted = cases(register, None), helps(register)
    register.close()
    months = whole_months([case for case in known.values() if case.model == "ringsted"], ON)
    true = stock([load(unit) for unit in ("ringsted", "slagelse")], known, granted, months)
    publish(folder / "ud", true, KEY, ON)
    return true, folder / "ud"


def safe(found, width=BASE - 1):
    return found.cells > 0 and found.exact == 0 and found.width >= width


def margin_error(shown, true):
    pairs = list(zip(tables(shown), tables(true), strict=True))
    off = [np.abs(one - other) for one, other in pairs]
    return sum(one.sum() - inner_of(one).sum() for one in off) / sum(one.size - inner_of(one).size for one in off)


def test_no_small_cell_of_the_sample_register_is_worked_out(sample):
    true, folder = sample
    shown = read_archive(folder).cube
    assert integer_bounds(shown, true).cells > 1000
    for attack in (margin_subtraction, overlapping_filters, integer_bounds):
        assert safe(attack(shown, true)), attack
    assert safe(own_record(shown, true), BASE - 2)
    assert margin_error(shown, true) <= ERROR


def test_no_small_cell_is_worked_out_over_months_by_one_who_knows_that_nobody_leaves(sample):
    """In months where no such sum is shown to fall; where one is, some cells near it are left with four values, and it takes minutes."""
    true, folder = sample
    last = [Cube(cube.axes, cube.months[-3:], cube.counts[-3:]) for cube in (read_archive(folder).cube, true)]
    assert safe(linked_months(*last))


@pytest.mark.parametrize("seed", range(20))
def test_no_small_cell_of_a_generated_register_is_worked_out(seed):
    true, before, found = generated(seed), None, []
    for counts in true.counts:
        found.append(rounded(counts, true.axes, KEY, before))
        before = (counts, found[-1])
    shown = Cube(true.axes, true.months, np.array(found))
    for attack in (margin_subtraction, overlapping_filters, integer_bounds):
        assert safe(attack(shown, true)), attack
    assert safe(own_record(shown, true), BASE - 2)
    assert margin_error(shown, true) <= ERROR


def test_who_is_told_that_a_cell_stood_still_is_left_with_four_values_and_mostly_with_five(sample):
    true, folder = sample
    found, fresh = unchanged_months(read_archive(folder).cube, true), unchanged_months(_afresh(true), true)
    assert safe(found, BASE - 2)
    assert found.narrowed < 0.2 * found.cells < 0.3 * fresh.cells < fresh.narrowed  # thresholds drawn anew every month tell more


def _afresh(true):
    tables_ = [rounded(counts, true.axes, bytes([number]) * 32) for number, counts in enumerate(true.counts)]
    return Cube(true.axes, true.months, np.array(tables_))


def test_who_knows_the_way_of_rounding_is_sure_of_none(sample):
    true, folder = sample
    found = algorithm_aware(read_archive(folder).cube, true)
    assert found.exact == 0
    assert found.guessed < found.before + 0.05


def test_another_key_every_time_would_let_the_numbers_be_guessed(sample):
    true, _ = sample
    one = Cube(true.axes, true.months[-1:], true.counts[-1:])
    once, often = (again_and_again(one, [bytes([number]) * 32 for number in range(times)]) for times in (1, 8))
    assert once.guessed == 0
    assert often.guessed > 0.15


def test_a_folder_is_attacked_without_its_true_numbers(sample, tmp_path):
    true, _ = sample
    publish(tmp_path, Cube(true.axes, true.months[-2:], true.counts[-2:]), KEY, ON)
    found = attack_folder(tmp_path)
    assert [one.exact for one in found] == [0] * len(ALONE)
    assert all(one.cells > 100 for one in found)


def test_the_programme_finds_what_trying_all_tables_finds():
    shown = np.array([[5, 0, 5], [0, 5, 5], [5, 5, 10]])
    fitting = rounded_tables([shown])
    inner = shown[:2, :2].reshape(-1)
    fits = [cells for cells in product(*(range(max(0, n - 4), n + 5) for n in inner)) if _fits(np.reshape(cells, (2, 2)), shown)]
    for place in range(shown.size):
        parts = cells_of(shown.shape, place)
        sums = [sum(cells[part] for part in parts) for cells in fits]
        assert (fitting.solve(parts, False), fitting.solve(parts, True)) == (min(sums), max(sums))
        assert fitting.ends([(parts, 0, 100)]) == [(min(sums), max(sums))]


def _fits(cells, shown):
    wide = np.block([[cells, cells.sum(axis=1, keepdims=True)], [cells.sum(axis=0, keepdims=True), cells.sum()]])
    return (np.abs(wide - shown) <= 4).all()


def test_numbers_that_were_rounded_each_for_themselves_are_found_out():
    fitting = rounded_tables([np.array([[0, 0, 10], [0, 0, 10]])])  # 3 and 4 to 0, as one may, and 7 to 10
    assert [most - least for least, most in fitting.ends([(np.array([at]), 0, 4) for at in range(2)])] == [2, 2]
    impossible = rounded_tables([np.array([[0, 0, 15], [0, 0, 15]])])
    with pytest.raises(AssertionError, match="no true table fits"):
        impossible.solve(np.array([0]), True)


def test_a_cell_that_only_one_number_fits_counts_as_worked_out():
    assert of_widths("attack", [0, 2, 4]) == Result("attack", 3, exact=1, width=0, narrowed=2)


def test_a_month_that_stood_still_and_was_shown_as_two_numbers_is_narrowed():
    axes = (Axis("step", ("a", "b")), Axis("age_group", ("x", "y")))
    months = (read_month("2021-01"), read_month("2021-02"))
    true = Cube(axes, months, np.array([[[2, 10], [10, 10]]] * 2))
    shown = Cube(axes, months, np.array([[[0, 10], [10, 10]], [[5, 10], [10, 10]]]))
    found = unchanged_months(shown, true)
    assert (found.cells, found.width, found.narrowed) == (1, BASE - 2, 1)
