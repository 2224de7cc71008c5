"""The sample list shows every state of a review: types and none, two raters, what was taken back, and what is granted twice."""

from collections import Counter

import pytest

from tests.registers import TODAY, sample_register
from visitation.agreement import two_raters
from visitation.model import load
from visitation.overlap.citizen import FIRST, SECOND
from visitation.overlap.fold import Progress
from visitation.overlap.grants import granted, spans
from visitation.overlap.read import read_overlap
from visitation.overlap.review import read_review
from visitation.overlap.reviewed import YEAR, reviewed
from visitation.overlap.second import SEVERAL, questions
from visitation.overlap.selection import selection
from visitation.overlap.types import by_type
from visitation.register.cases import cases
from visitation.register.records import LISTED
from visitation.register.store import open_register

DATA = read_overlap(load("slagelse"))


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    url = sample_register(tmp_path_factory.mktemp("demo"))
    opened = open_register(url)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def review(register):
    return read_review(register, "slagelse")


def test_a_thousand_are_listed_and_about_640_rated_some_of_them_twice(review):
    assert (review.progress(FIRST), review.progress(SECOND)) == (Progress(639, 1000), Progress(45, 60))
    assert Counter(rating.by.name for one in review.citizens.values() for rating in one.ratings) == {"bedømmer 1": 639, "bedømmer 2": 45}


def test_some_are_known_to_the_register_and_no_case_was_opened_for_the_others(register, review):
    known = set(cases(register, "slagelse"))
    assert sum(name in known for name in review.citizens) == 96
    assert all(name.startswith("EKS-F-") for name in review.citizens if name not in known)


def test_every_choice_has_been_made_and_some_were_taken_back(register, review):
    facts = by_type(review, DATA)
    assert all(one.n > 20 for one in facts)
    for each in ("each_subcategory", "each_criterion", "each_tag", "each_centre"):
        assert all(sum(getattr(one, each)[name] for one in facts) for name in getattr(facts[0], each))
    kinds = Counter(event.kind for event in register.known().below("@faellesmaengden/"))
    assert kinds == {LISTED.event: 1000, "review_rated": 639 + 45 + 7, "review_undone": 7, "review_drawn": 60}


def test_every_answer_of_the_files_is_one_that_overlap_yaml_knows(review):
    for one in review.citizens.values():
        for rating in one.ratings:
            assert rating.answers.type in [known.id for known in DATA.types]
            for name in SEVERAL:
                assert set(getattr(rating.answers, name)) <= {known.id for known in getattr(DATA, name)}


def test_the_raters_agree_well_on_some_questions_and_badly_on_others(review):
    found = {name: two_raters(pairs) for name, pairs in questions(review, DATA).items()}
    assert len(found) == 1 + 4 + 5 + 3 and all(one.n == 45 for one in found.values())
    assert found["type"].kappa > 0.6 and min(one.kappa for one in found.values() if one.kappa is not None) < 0.6


def test_some_have_a_mentor_and_support_at_once_and_some_one_after_the_other(register, review):
    told = spans(register, review.citizens)
    there = granted(told, TODAY - YEAR, TODAY)
    assert sum(bool(one.both) for one in there) == 27
    apart = [own for own in told.values() if {one.section for one in own} == {"mentor", "§ 85"}]
    assert len(apart) > 35


def test_what_is_measured_is_told_apart_from_what_was_assumed(register, review):
    found = reviewed(DATA, register, review, TODAY)
    assert found.known.n == 639 and found.known.interval.low > 0.16
    assert found.twice.interval.low < 0.1 < found.twice.share


def test_one_pair_of_benefit_and_condition_cannot_be_filled(review):
    benefits = [one.id for one in DATA.benefits]
    found = selection(review.citizens.values(), benefits, ("psykisk", "fysisk", "socialt"), DATA.quotas.total, DATA.quotas.at_least, 1)
    assert [(cell.benefit, cell.condition) for cell in found.unfilled] == [("anden", "fysisk")]
