"""Two raters: Cohen's kappa as the formula has it, its interval as statsmodels gives it, and no number where there is none."""

from math import isnan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa

from visitation.agreement import TwoRaters, two_raters

PAIRS = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), min_size=2, max_size=60)


def by_definition(pairs):
    """Observed agreement over that expected of the two raters' own shares (Cohen 1960)."""
    n, answers = len(pairs), {answer for pair in pairs for answer in pair}
    seen = sum(one == other for one, other in pairs) / n
    chance = sum(sum(one == answer for one, _ in pairs) * sum(other == answer for _, other in pairs) for answer in answers) / n**2
    return (seen - chance) / (1 - chance)


@given(PAIRS)
def test_kappa_is_that_of_the_definition(pairs):
    assume(len({answer for pair in pairs for answer in pair}) > 1)
    found = two_raters(pairs)
    assert found.kappa == pytest.approx(by_definition(pairs))
    assert (found.n, found.alike) == (len(pairs), sum(one == other for one, other in pairs))


@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # statsmodels' own test of kappa, which may divide by zero
@given(PAIRS)
def test_the_interval_is_that_of_statsmodels_over_all_answers(pairs):
    found = two_raters(pairs)
    assume(found.low is not None)
    counts = [[sum(pair == (one, other) for pair in pairs) for other in "abcd"] for one in "abcd"]
    expected = cohens_kappa(counts)
    assert not isnan(expected.kappa_low)
    assert (found.low, found.high) == pytest.approx((max(-1, expected.kappa_low), min(1, expected.kappa_upp)))
    assert found.low <= found.kappa <= found.high


@given(PAIRS, st.permutations("abcd"))
def test_the_names_of_the_answers_and_who_is_first_do_not_matter(pairs, names):
    other = dict(zip("abcd", names, strict=True))
    renamed = two_raters([(other[two], other[one]) for one, two in pairs])
    assert (renamed.kappa, renamed.undefined) == (pytest.approx(two_raters(pairs).kappa), two_raters(pairs).undefined)


def test_a_known_table():
    """25 say yes both, 15 no both, 5 and 5 differ: 0.8 seen, 0.52 by chance."""
    pairs = [("ja", "ja")] * 25 + [("nej", "nej")] * 15 + [("ja", "nej")] * 5 + [("nej", "ja")] * 5
    found = two_raters(pairs)
    assert found.kappa == pytest.approx((0.8 - 0.52) / (1 - 0.52)) and (found.n, found.alike) == (50, 40)


@pytest.mark.parametrize(
    ("pairs", "undefined"),
    [([], "few"), ([("ja", "nej")], "few"), ([("ja", "ja")] * 9, "one_answer")],
)
def test_where_there_is_no_kappa_it_says_why(pairs, undefined):
    assert two_raters(pairs) == TwoRaters(len(pairs), sum(one == other for one, other in pairs), None, None, None, undefined)


def test_agreeing_throughout_is_a_kappa_of_one_without_an_interval():
    assert two_raters([("ja", "ja")] * 5 + [("nej", "nej")] * 4) == TwoRaters(9, 9, 1.0, None, None, None)
