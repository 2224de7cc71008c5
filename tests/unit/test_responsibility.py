"""Who holds § 85 in Slagelse: dated rules, each screened by what was in force on its day and proven for both periods."""

from datetime import date

import pytest

from visitation.check import model_proof
from visitation.model import load
from visitation.screening import build, periods, prove, screen

LAST_DAY, FIRST_DAY = date(2018, 12, 31), date(2019, 1, 1)
TABLE = load("slagelse").tables["S5"]


@pytest.mark.parametrize(
    ("on", "benefit", "responsible", "rule"),
    [
        (LAST_DAY, "foertidspension", "HP", "S5.01"),
        (LAST_DAY, "andet", "AM", "S5.02"),
        (FIRST_DAY, "foertidspension", "CHP", "S5.03"),
        (FIRST_DAY, "andet", "CHP", "S5.03"),
        (None, "andet", "CHP", "S5.03"),
    ],
)
def test_the_day_decides_who_is_responsible(on, benefit, responsible, rule):
    found = screen(build(TABLE, on), {"forsoergelse": benefit})
    assert (found.outcome, found.rule.id) == (responsible, rule)


def test_until_2018_the_benefit_matters_and_from_2019_it_does_not():
    assert screen(build(TABLE, LAST_DAY), {}).relevant == ("forsoergelse",)
    after = screen(build(TABLE, FIRST_DAY), {})
    assert (after.relevant, after.outcome) == ((), "CHP")


@pytest.mark.parametrize(("on", "rules"), [(date(2016, 1, 1), 2), (LAST_DAY, 2), (FIRST_DAY, 1)])
def test_the_table_is_proven_on_every_side_of_the_change(on, rules):
    proof = prove(build(TABLE, on))
    assert (proof.ok, proof.rules, proof.cells) == (True, rules, 2)


def test_the_proof_of_the_model_covers_both_periods():
    assert periods(TABLE) == [date(2016, 1, 1), FIRST_DAY]
    rows = [row for row in model_proof("slagelse", None)["tables"] if row["table"] == "S5"]
    assert [(row["from"], row["gaps"], row["rules"]) for row in rows] == [(date(2016, 1, 1), 0, 2), (FIRST_DAY, 0, 1)]


def test_before_2016_no_document_says_who_is_responsible():
    assert build(TABLE, date(2015, 12, 31)).gaps.all()


def test_the_proposal_is_no_source_for_what_was_done():
    assert [(rule.id, rule.kind) for rule in TABLE.rules] == [("S5.01", "antagelse"), ("S5.02", "fortolkning"), ("S5.03", "kilde")]
