"""The tables that are really published, attacked; and docs/security.md says no less of what is left than what is measured here."""

import re
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from tests.attacks.bounds import integer_bounds, linked_months, own_record
from tests.attacks.knowledge import algorithm_aware, known_orders, unchanged_months
from tests.attacks.sums import margin_subtraction, overlapping_filters
from tests.registers import sample_register
from visitation.disclosure import BASE, publish, read_archive
from visitation.publishing.folder import PROMISES, RESULTS, STOCK
from visitation.publishing.source import read_source
from visitation.register.store import open_register

TOLD = (Path(__file__).resolve().parents[2] / "docs" / "security.md").read_text(encoding="utf-8")
COLUMN = {STOCK: 1, RESULTS: 2, PROMISES: 3}
SLACK = 0.05  # of a share, as the sample register may grow


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The published and the true cubes of the sample register, by the table's name."""
    folder = tmp_path_factory.mktemp("published")
    url = sample_register(folder)
    store = open_register(url, make=False)
    true = read_source(store, (), date(2021, 3, 9)).tables
    store.close()
    for name, cube in true.items():
        publish(folder / name, cube, bytes(range(32)), date(2021, 3, 9))
    return {name: (read_archive(folder / name).cube, cube) for name, cube in true.items()}


def told(row: str, name: str) -> str:
    """What the page says of an attack on a table."""
    (line,) = [line for line in TOLD.splitlines() if line.startswith(f"| {row}")]
    return line.strip("| ").split(" | ")[COLUMN[name]]


@pytest.mark.parametrize("name", COLUMN)
def test_no_small_number_of_what_is_published_is_worked_out(both, name):
    rows = {"subtraction": margin_subtraction, "overlapping": overlapping_filters, "integer": integer_bounds}
    for row, attack in rows.items():
        found = attack(*both[name])
        assert (found.exact, found.width, found.narrowed) == (0, BASE - 1, 0), row
        assert "width 4" in told(row, name)


@pytest.mark.parametrize("name", COLUMN)
def test_who_knows_more_is_left_with_what_the_page_says(both, name):
    for row, attack in {"told from outside": unchanged_months, '"I know my own': own_record}.items():
        found, said = attack(*both[name]), told(row, name)
        share = re.search(r"width 3\*?\*? in ([\d,]+) of ([\d,]+)", said)
        narrowed = int(share[1].replace(",", "")) / int(share[2].replace(",", "")) if share else 0
        assert found.exact == 0 and found.width >= BASE - 2, row
        assert found.narrowed / found.cells <= narrowed + SLACK, row


def test_who_takes_it_that_no_promise_is_taken_back_is_left_with_what_the_page_says(both):
    found = linked_months(*both[PROMISES])
    assert (found.exact, found.width, found.narrowed) == (0, BASE - 1, 0)
    assert "width 4" in told("two months", PROMISES)


@pytest.mark.parametrize(("name", "other"), [(STOCK, PROMISES), (PROMISES, STOCK), (RESULTS, PROMISES), (PROMISES, RESULTS)])
def test_who_has_two_tables_and_knows_every_order_between_them_is_left_with_what_the_page_says(both, name, other):
    found = known_orders(both[name], both[other])
    share = re.search(rf"`{name}` with `{other}`:\s(\d+) of ([\d,]+)", TOLD)
    assert found.cells > 0 and found.exact == 0 and found.width >= BASE - 2
    assert found.narrowed / found.cells <= int(share[1]) / int(share[2].replace(",", "")) + SLACK


@pytest.mark.parametrize("name", COLUMN)
def test_who_knows_the_way_guesses_no_better_than_the_page_says(both, name):
    with np.errstate(invalid="ignore"):  # months before the first result have no distribution
        found = algorithm_aware(*both[name])
    said = told("knows the way", name)
    sure = re.search(r"sure of (\d+)", said)
    assert found.guessed <= int(re.search(r"(\d+) %", said)[1]) / 100 + SLACK
    assert found.exact <= (int(sure[1]) if sure else 0)
