"""The business case keeps its own accounts whatever its parameters, and refuses nonsense by name."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitation.economy.case import case_of, changed
from visitation.economy.outcome import outcome, sensitivity
from visitation.economy.read import read_economy
from visitation.errors import VisitationError
from visitation.model import load

CASE = case_of(read_economy(load("slagelse")).case)

shares = st.integers(0, 100).map(lambda percent: percent / 100)
amounts = st.integers(0, 50_000_000)
cases = st.fixed_dictionaries(
    {
        "budget_am": amounts,
        "budget_hp": amounts,
        "saving_share": shares,
        "covered_am": shares,
        "covered_hp": shares,
        "investment": st.dictionaries(st.sampled_from([str(year) for year in CASE.years]), st.integers(0, 5_000_000)),
        "first_saving_year": st.sampled_from(CASE.years),
        "phase_in": st.lists(shares, min_size=1, max_size=4),
        "before": st.sampled_from(["nul", "uaendret"]),
        "discount_rate": shares,
    }
).map(lambda own: changed(CASE, own, "prøve"))


@given(cases)
def test_the_net_of_a_year_is_what_it_costs_more_than_before(case):
    found, unchanged = outcome(case), outcome(case.replace(before="uaendret"))
    for printed, row in zip(found.years, unchanged.years, strict=True):
        assert row.net == printed.net == row.corrected + row.investment - row.original
        assert printed.corrected in (row.corrected, 0)
    assert found.total == sum(row.net for row in found.years) == found.years[-1].cumulative
    assert outcome(case.replace(discount_rate=0.0)).present_value == found.total


@given(cases)
def test_a_centre_is_what_it_saves_and_what_is_left(case):
    found = outcome(case)
    for centre in (found.am, found.hp):
        assert centre.saving + centre.rest == centre.budget and 0 <= centre.saving <= centre.base <= centre.budget
    saved = found.years[-1].investment - found.years[-1].net
    reached = case.phase_in[min(case.last_year - case.first_saving_year, len(case.phase_in) - 1)]
    assert saved == (found.am.saving + found.hp.saving) * Decimal(str(reached))


@given(cases)
def test_a_saving_of_the_break_even_share_just_pays_the_investment(case):
    share = outcome(case).break_even
    if share is None or share > 1:
        assert outcome(case.replace(saving_share=1.0)).present_value >= 0
    else:
        assert float(outcome(case.replace(saving_share=float(share))).present_value) == pytest.approx(0, abs=1)


@given(cases)
def test_from_the_payback_year_on_nothing_is_owed_and_the_year_before_something_was(case):
    found = outcome(case)
    first = next((row.year for row in found.years if row.investment), None)
    free = [year for year in case.years if all(row.cumulative <= 0 for row in found.years if row.year >= year)]
    paid = [year for year in free if first is not None and year >= first]
    assert found.payback_year == (paid[0] if paid else None)


@given(cases, st.integers(2, 9))
def test_twice_the_kroner_are_twice_the_kroner(case, times):
    more = {key: getattr(case, key) * times for key in ("budget_am", "budget_hp")}
    more |= {"investment": {year: kr * times for year, kr in case.investment.items()}}
    one, many = outcome(case), outcome(case.replace(**more))
    assert many.total == times * one.total and many.payback_year == one.payback_year
    assert (many.break_even is None) == (one.break_even is None)
    if one.break_even is not None:
        assert float(many.break_even) == pytest.approx(float(one.break_even))


def test_before_the_model_holds_the_corrected_budget_is_nothing_or_unchanged_and_nothing_is_saved():
    nothing, unchanged = outcome(CASE).years[0], outcome(CASE.replace(before="uaendret")).years[0]
    assert (nothing.corrected, unchanged.corrected) == (0, 12_000_000)
    assert nothing.net == unchanged.net == 0


def test_without_an_investment_nothing_is_paid_back_and_without_a_budget_nothing_is_saved_of():
    free = outcome(CASE.replace(investment={}))
    assert (free.payback_year, free.break_even, free.total) == (None, 0, -6_000_000)
    assert outcome(CASE.replace(budget_am=0, budget_hp=0)).break_even is None


def test_the_sensitivity_is_the_case_at_every_pair():
    cells = sensitivity(CASE, [0.02, 0.025, 0.1], [1, 2])
    found = [(cell.saving_share, cell.investment, cell.break_even, cell.payback_year) for cell in cells]
    assert found == [
        (0.02, 1_500_000, Decimal("0.025"), None),
        (0.02, 3_000_000, Decimal("0.05"), None),
        (0.025, 1_500_000, Decimal("0.025"), 2020),
        (0.025, 3_000_000, Decimal("0.05"), None),
        (0.1, 1_500_000, Decimal("0.025"), 2016),
        (0.1, 3_000_000, Decimal("0.05"), 2018),
    ]
    assert cells[4].total == outcome(CASE).total


def test_a_sensitivity_outside_what_a_case_allows_is_refused():
    with pytest.raises(VisitationError, match="Følsomhed: saving_share er 2; tilladt er 0 til 1"):
        sensitivity(CASE, [2], [1])


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"saving_share": 1.5}, "saving_share er 1.5; tilladt er 0 til 1"),
        ({"saving_share": float("nan")}, "saving_share er nan; tilladt er 0 til 1"),
        ({"covered_hp": -0.1}, "covered_hp er -0.1; tilladt er 0 til 1"),
        ({"phase_in": []}, "phase_in er tom; skriv mindst én andel"),
        ({"phase_in": [0, 2]}, "phase_in.1 er 2; tilladt er 0 til 1"),
        ({"budget_am": -1}, "budget_am er -1; tilladt er 0 til"),
        ({"budget_am": "meget"}, "budget_am: skal være et helt tal"),
        ({"investment": {"2014": 1}}, "investment.2014: der er ikke noget sådant år i beregningen; tilladt er 2015 til 2020"),
        ({"investment": {"2016": -5}}, "investment.2016 er -5; tilladt er 0 til"),
        ({"first_saving_year": 2021}, "first_saving_year er 2021; tilladt er 2015 til 2020"),
        ({"last_year": 2014}, "last_year er 2014; tilladt er 2015 til 2064"),
        ({"price_year": 15}, "price_year er 15; tilladt er 1965 til 2065"),
        ({"before": "halv"}, "before: ukendt værdi; tilladt er 'nul' eller 'uaendret'"),
        ({"gevinst": 1}, "ukendt nøgle 'gevinst'; tilladt er budget_am, budget_hp, saving_share"),
    ],
)
def test_nonsense_is_refused_by_name(own, said):
    with pytest.raises(VisitationError) as refused:
        changed(CASE, own, "Eget scenarie")
    assert str(refused.value).startswith("Eget scenarie: ") and said in str(refused.value)
