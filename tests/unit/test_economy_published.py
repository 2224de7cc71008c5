"""Every economic figure of the documents comes out to the digit, from the figures the model has."""

from datetime import date
from decimal import Decimal

import pytest

from visitation.economy.budget import break_even, change, table, unit_cost
from visitation.economy.case import case_of, changed
from visitation.economy.money import millions, rounded
from visitation.economy.outcome import outcome
from visitation.economy.read import read_economy
from visitation.errors import VisitationError
from visitation.model import load

MODEL = load("slagelse")
ECONOMY = read_economy(MODEL)
FIRST, LATER = (table(budget) for budget in ECONOMY.budgets)
VOLUMES = {one.id: one for one in ECONOMY.volumes}
SPENT = change(ECONOMY.spending.before.kr, ECONOMY.spending.after.kr)
CASE = ECONOMY.case
DOCUMENT = outcome(case_of(CASE))
ALTERNATIVES = {one.id: outcome(changed(case_of(CASE), one.set.data(), one.id)) for one in CASE.alternatives}
PER_COURSE = change(FIRST.per_course, LATER.per_course)
COURSES = change(FIRST.budget.courses.count, LATER.budget.courses.count)
TOTALS = change(FIRST.budget.total.kr, LATER.budget.total.kr)

FIGURES = [
    ("budget: the lines add up", FIRST.difference, 0),
    ("budget: per course 2018", rounded(FIRST.per_course, 2), "33333.33"),
    ("budget: per course 2021", rounded(LATER.per_course, 2), "21666.67"),
    ("budget: change per course", rounded(PER_COURSE.percent, 1), "-35.0"),
    ("budget: per post", rounded(FIRST.per_post, 2), "592857.14"),
    ("budget: volume", COURSES.percent, 100),
    ("budget: kroner", TOTALS.percent, 30),
    ("spending: difference", SPENT.difference, ECONOMY.spending.published.kr),
    ("spending: in millions", millions(SPENT.difference), "-10.7"),
    ("spending: per cent", rounded(SPENT.percent, 4), "-12.2989"),
    ("volume: 2018 as a year", rounded(VOLUMES["startet_2018"].a_year), 267),
    ("volume: completed as a year", VOLUMES["gennemfoert"].a_year, 264),
    ("volume: 2018's budget at the pace of 2018", rounded(unit_cost(FIRST.budget.total, VOLUMES["startet_2018"])), 18750),
    ("case: both budgets", DOCUMENT.am.budget + DOCUMENT.hp.budget, 12_000_000),
    ("case: saving", DOCUMENT.am.saving + DOCUMENT.hp.saving, 1_200_000),
    ("case: AM after", millions(DOCUMENT.am.rest, 2), "3.15"),
    ("case: HP after", millions(DOCUMENT.hp.rest, 2), "7.65"),
    ("case: HP after, as printed", millions(DOCUMENT.hp.rest), "7.7"),
    ("case: per citizen in AM", unit_cost(CASE.am, CASE.citizens), 3500),
    ("case: total", millions(DOCUMENT.total), "-4.5"),
    ("case: break-even", 100 * DOCUMENT.break_even, "2.5"),
    ("case: phased in 0, 50, 100", millions(ALTERNATIVES["indfaset"].total), "-2.7"),
    ("case: discounted at 4 %", millions(ALTERNATIVES["diskonteret_4"].present_value, 2), "-3.92"),
    ("case: discounted at 3.5 %", millions(ALTERNATIVES["diskonteret_3_5"].present_value, 2), "-3.99"),
    ("case: all invested in 2016", millions(ALTERNATIVES["alt_i_2016"].total), "-4.5"),
    ("case: the 160's part of both", millions(ALTERNATIVES["de_160"].total, 2), "0.54"),
    ("case: the 160's part of AM", millions(ALTERNATIVES["de_160_i_am"].total, 2), "-3.03"),
]


@pytest.mark.parametrize(("found", "published"), [figures for _, *figures in FIGURES], ids=[what for what, *_ in FIGURES])
def test_a_figure_comes_out_to_the_digit(found, published):
    assert found == Decimal(published)


def test_the_lines_have_their_shares():
    assert [line.percent for line in FIRST.lines] == [83, 9, 5, 3]
    assert (LATER.lines, LATER.difference, LATER.per_post) == ((), None, None)  # 2021's lines are not printed


@pytest.mark.parametrize("row", CASE.printed, ids=lambda row: row.row)
def test_every_printed_row_is_calculated_as_printed(row):
    assert tuple(getattr(year, row.row) for year in DOCUMENT.years) == row.kr


def test_the_rows_of_the_document_are_those_of_its_table():
    printed = {row.row: [millions(kr) for kr in row.kr] for row in CASE.printed}
    assert printed == {
        "original": [12] * 6,
        "corrected": [0, *[Decimal("10.8")] * 5],
        "investment": [0, 1, Decimal("0.5"), 0, 0, 0],
        "net": [Decimal(net) for net in ("0", "-0.2", "-0.7", "-1.2", "-1.2", "-1.2")],
    }


def test_the_saving_accumulates():
    assert [str(millions(year.cumulative)) for year in DOCUMENT.years] == ["0.0", "-0.2", "-0.9", "-2.1", "-3.3", "-4.5"]


def test_what_the_document_says_of_each_centre_is_calculated():
    published = {one.id: one.kr for one in CASE.published}
    assert (DOCUMENT.am.saving, DOCUMENT.hp.saving) == (published["besparelse_am"], published["besparelse_hp"])
    assert millions(DOCUMENT.hp.rest) == millions(published["rest_hp"])
    assert (CASE.citizens.count, CASE.both.count) == (1000, 160)


def test_the_phase_in_delays_the_saving_year_by_year():
    assert [str(millions(year.net)) for year in ALTERNATIVES["indfaset"].years] == ["0.0", "1.0", "-0.1", "-1.2", "-1.2", "-1.2"]


def test_the_years_in_which_the_investment_is_paid_back():
    years = {name: found.payback_year for name, found in ALTERNATIVES.items()}
    assert DOCUMENT.payback_year == 2016
    assert (years["alt_i_2016"], years["indfaset"], years["de_160_i_am"], years["de_160"]) == (2017, 2018, 2017, None)


def test_the_prices_of_the_model_are_those_of_the_budgets():
    prices = MODEL.prices
    assert prices.of("forloeb", date(2018, 4, 1)).kr == rounded(FIRST.per_course)
    assert prices.of("forloeb", date(2021, 3, 9)).kr == rounded(LATER.per_course)
    assert prices.of("aarsvaerk", date(2021, 3, 9)).kr == rounded(FIRST.per_post)


def test_what_must_be_avoided_is_asked_at_the_municipalitys_own_price():
    paid = break_even(FIRST.budget.total.kr, 2500)
    assert (paid.weeks, paid.years) == (2000, Decimal(2000) / 52)
    with pytest.raises(VisitationError, match=r"§ 85 er 0 kr\.; skriv kommunens egen pris, over 0"):
        break_even(FIRST.budget.total.kr, 0)


def test_a_change_from_nothing_has_no_percent():
    with pytest.raises(VisitationError, match="det første tal skal være over 0"):
        change(0, 1)
