"""The true tables: who stands where, and which results are known."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.outcomes import START, WEEK, scored
from tests.published import decide, register
from visitation.model import load
from visitation.outcomes.followed import Level
from visitation.outcomes.read import read_outcomes
from visitation.publishing.counted import NOT_REACHED, REACHED, known_results, results, stock
from visitation.register.cases import cases
from visitation.register.flow import at, paths
from visitation.register.month import Month, whole_months
from visitation.register.standing import helps, steps_of

SLAGELSE = load("slagelse")
MONTHS = [Month(date(2020, month, 1)) for month in range(1, 13)]


def test_who_stands_on_a_step_beside_it_or_waits_is_counted_there(tmp_path):
    found = register(f"sqlite:///{tmp_path}/r.sqlite")
    decide(found, "EKS-P-0002", 1, None, date(2021, 1, 5))
    there, granted = cases(found, None), helps(found)
    months = whole_months(there.values(), date(2021, 3, 9))
    cube = stock([SLAGELSE], there, granted, months)
    last = months[-1].last
    at_end = Counter(at(path, last) for path in paths(there.values(), granted, steps_of(SLAGELSE), last))
    assert cube.series(step=["aabent"])[-1] == at_end["aabent"] == 20
    assert cube.series(step=["ved_siden"])[-1] == 1
    assert cube.series(step=["uafgjort"])[-1] == 19
    assert cube.series(age_group=["18-29"])[-1] == 20


def test_another_municipality_is_not_counted(tmp_path):
    found = register(f"sqlite:///{tmp_path}/r.sqlite")
    there = cases(found, None)
    months = whole_months(there.values(), date(2021, 3, 9))
    assert stock([load("ringsted")], there, helps(found), months).counts.sum() == 0


def test_a_result_is_known_when_the_help_has_ended():
    course = scored(10, 16)
    (trivsel,) = [one for one in known_results(SLAGELSE, [course]) if one[1] == "trivsel"]
    assert trivsel == (course.ended, "trivsel", REACHED)
    assert known_results(SLAGELSE, [scored(10, 16, ended=None, completed=None, closed=None)]) == []


def test_what_comes_after_does_not_change_a_result():
    late = scored(10, 16, 12, ended=START + 5 * WEEK)
    assert (late.ended, "trivsel", REACHED) in known_results(SLAGELSE, [late])


def test_a_level_measured_later_is_known_then():
    levels = (Level("samfundsliv", 3, START, "foer"), Level("samfundsliv", 3, date(2020, 9, 1), "efter"))
    found = known_results(SLAGELSE, [scored(levels=levels, helps=None)])
    assert found == [(date(2020, 9, 1), "faellesskab", NOT_REACHED)]


@given(st.lists(st.tuples(st.dates(date(2019, 12, 1), date(2020, 12, 31)), st.sampled_from((REACHED, NOT_REACHED)))))
def test_the_table_counts_all_that_is_known_and_never_falls(told):
    criteria = {"slagelse": read_outcomes(SLAGELSE).criteria}
    cube = results(criteria, {"slagelse": [(day, "trivsel", result) for day, result in told]}, MONTHS)
    for result in (REACHED, NOT_REACHED):
        counted = cube.series(criterion=["trivsel"], result=[result])
        assert list(counted) == [sum(day <= month.last and one == result for day, one in told) for month in MONTHS]
    assert cube.counts.sum() == cube.series(criterion=["trivsel"]).sum()


def test_a_criterion_that_nothing_measures_has_no_place():
    cube = results({"slagelse": read_outcomes(SLAGELSE).criteria}, {"slagelse": []}, MONTHS)
    assert "selvforsoergelse" not in cube.axes[1].members
