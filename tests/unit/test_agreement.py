"""Agreement on the questions: kappa against a published table, by hand and against another formula; arrivals; the invented cases."""

import random
from dataclasses import replace
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.answers import SUFFICIENT
from tests.tables import partial_states, possible, rule, table, tables
from visitation.agreement import UNCLEAR, agreement, arrivals, vignettes
from visitation.errors import ModelError, VisitationError
from visitation.model import load, shipped
from visitation.screening import build, screen

# Fleiss (1971), table 1 as the R package irr carries it ("diagnoses"): 30 patients, 6 raters, 5 diagnoses; kappa 0.430.
FLEISS_1971 = """
444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445
333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555
"""
ABC = ["a", "b", "c"]


def asked(answers: list[str] = ABC, questions: tuple[str, ...] = ("q",)):
    return table(dict.fromkeys(questions, answers), [[rule("r", {}, "X")]])


def sheets(*cases: str, question: str = "q") -> dict:
    """Cases as strings: a letter per participant, "-" is uafklaret, "." is not answered."""
    said = {"-": None}
    return {f"v{i}": [{} if a == "." else {question: said.get(a, a)} for a in case] for i, case in enumerate(cases)}


def kappa(*cases: str, answers: list[str] = ABC):
    return agreement(sheets(*cases), asked(answers))[0]


def by_pairs(cases: list[str]) -> float:
    """Fleiss' kappa from its meaning: how often two raters of a case agree, against two answers drawn from all answers."""
    pairs = [a == b for case in cases for a, b in combinations(case, 2)]
    pool = "".join(cases)
    chance = sum(a == b for a in pool for b in pool) / len(pool) ** 2
    seen = sum(pairs) / len(pairs)
    return (seen - chance) / (1 - chance)


def test_the_table_of_fleiss_gives_the_published_kappa():
    found = kappa(*FLEISS_1971.split(), answers=list("12345"))
    assert found.kappa == pytest.approx(0.4302445, abs=5e-8)
    assert (found.raters, found.n) == (6, 180)


def test_a_kappa_worked_out_by_hand():
    # pairs alike 1/3, 1 and 1/3, mean 5/9; a 3 and b 6 of 9: chance 1/9 + 4/9 = 5/9
    assert kappa("aab", "bbb", "abb").kappa == pytest.approx(0, abs=1e-12)
    # pairs alike 5/9 again; a 2, b 6 and c 1 of 9: chance 41/81; (45 - 41) / (81 - 41)
    assert kappa("aab", "bbb", "bbc").kappa == pytest.approx(1 / 10, abs=1e-12)


def test_kappa_equals_the_pairwise_definition_on_random_answers():
    draw, compared = random.Random(1971), 0
    for _ in range(300):
        raters, answers = draw.randint(2, 9), ABC[: draw.randint(2, 3)]
        cases = ["".join(draw.choices(answers, k=raters)) for _ in range(draw.randint(2, 8))]
        if len(set("".join(cases))) > 1:
            assert kappa(*cases).kappa == pytest.approx(by_pairs(cases), abs=1e-9)
            compared += 1
    assert compared > 250


@st.composite
def answered(draw) -> list[str]:
    raters = draw(st.integers(2, 6))
    return draw(st.lists(st.text("abc-", min_size=raters, max_size=raters), min_size=2, max_size=5))


@given(answered(), st.randoms())
def test_the_order_of_participants_and_of_cases_never_matters(cases, shuffle):
    order = list(range(len(cases[0])))
    shuffle.shuffle(order)
    mixed = ["".join(case[i] for i in order) for case in cases]
    shuffle.shuffle(mixed)
    one, other = kappa(*cases), kappa(*mixed)
    assert (one.raters, one.undefined, one.n, one.alike) == (other.raters, other.undefined, other.n, other.alike)
    assert one.kappa == pytest.approx(other.kappa, abs=1e-12) if one.kappa is not None else other.kappa is None
    assert one.without_one == pytest.approx(other.without_one, abs=1e-12) if one.without_one else other.without_one is None


@given(answered())
def test_a_kappa_is_at_most_one_and_one_only_when_all_agree(cases):
    found = kappa(*cases)
    if found.kappa is not None:
        assert -1 <= found.kappa <= 1 + 1e-12
        assert (found.kappa == pytest.approx(1, abs=1e-12)) == all(len(set(case)) == 1 for case in cases)


def test_uafklaret_is_an_answer_like_the_others():
    assert kappa("--a", "aa-").kappa == pytest.approx(kappa("bba", "aab").kappa, abs=1e-12)
    assert kappa("--a", "aa-").spreads["v0"].counts == {"a": 1, "b": 0, "c": 0, UNCLEAR: 2}


def test_who_did_not_answer_in_every_case_is_counted_but_left_out_of_kappa():
    found = kappa("abb.", "bb.b", "aabb")
    assert (found.raters, [spread.n for spread in found.spreads.values()]) == (2, [3, 3, 4])
    assert found.kappa == kappa("ab", "bb", "aa").kappa
    assert kappa("abc", "ab", "bb").raters == 2


@pytest.mark.parametrize(
    ("cases", "why"),
    [
        (("aab",), "vignettes"),
        ((), "vignettes"),
        (("a", "b"), "raters"),
        (("a.", ".b"), "raters"),
        (("..", ".."), "raters"),
        (("aa", "aa"), "one_answer"),
        (("--", "--"), "one_answer"),
    ],
)
def test_without_a_kappa_it_says_what_is_missing(cases, why):
    found = kappa(*cases)
    assert (found.kappa, found.undefined, found.without_one) == (None, why, None)


def test_how_much_hangs_on_one_case():
    found = kappa("aab", "bbb", "abc")
    left_out = [by_pairs(pair) for pair in (["bbb", "abc"], ["aab", "abc"], ["aab", "bbb"])]
    assert found.without_one == pytest.approx((min(left_out), max(left_out)), abs=1e-12)
    assert kappa("aab", "bbb").without_one is None
    assert kappa("aab", "bbb", "bbb").without_one is None


def test_one_answer_nearly_everywhere_is_told_apart_from_disagreement():
    nearly = kappa("aaaaa", "aaaaa", "aaaab")
    assert nearly.kappa < 0 and (nearly.alike, nearly.n) == (14, 15) and nearly.lopsided
    assert not kappa("aaaab", "bbbbc", "cccca").lopsided
    assert not kappa("aaabb", "bbbaa").lopsided
    assert not kappa("aaaaa", "aaaaa", "bbb").lopsided


def test_every_question_has_its_own_agreement_in_the_order_of_the_table():
    both = {"v0": [{"q": "a", "p": "b"}, {"q": "a"}], "v1": [{"q": "b", "p": "b"}, {"q": "b", "p": None}]}
    found = agreement(both, asked(questions=("q", "p")))
    assert [(one.question, one.raters, one.kappa) for one in found] == [("q", 2, 1.0), ("p", 1, None)]


@pytest.mark.parametrize(("sheet", "named"), [({"x": "a"}, "ukendt spørgsmål 'x'; tilladt er q"), ({"q": "z"}, "ukendt svar 'z' på 'q'")])
def test_what_the_table_does_not_know_is_refused_by_name(sheet, named):
    with pytest.raises(VisitationError, match=named):
        agreement({"v0": [sheet]}, asked())


def test_the_distribution_of_steps_and_what_settled_them():
    cube = build(load("ringsted").meeting_table)
    sure, small, unclear = SUFFICIENT, SUFFICIENT | {"behov": "lille"}, SUFFICIENT | {"behov": None}
    found = arrivals([sure, small, sure, unclear, small, sure], cube)
    assert [(at.possible, at.count) for at in found] == [(("HENVIS_82AB",), 3), (("UVISITERET",), 2), (screen(cube, unclear).possible, 1)]
    assert found[0].because == (({"behov": "rummes"}, 3),) and found[1].because == (({"behov": "lille"}, 2),) and found[2].because == ()


def test_alike_answers_are_not_why_anyone_arrived_elsewhere():
    cube = build(load("ringsted").meeting_table)
    (only,) = arrivals([{"oensker": "nej"}] * 3, cube)
    assert (only.possible, only.count, only.because) == (("INGEN",), 3, (({}, 3),))
    assert arrivals([], cube) == ()


@given(tables(), st.data())
def test_everyone_arrives_at_exactly_what_the_table_leaves_possible(subject, data):
    chosen = data.draw(st.lists(st.sampled_from(partial_states(subject)), max_size=5))
    found = arrivals(chosen, build(subject))
    arrived = sorted(chain.from_iterable([sorted(at.possible)] * at.count for at in found))
    assert arrived == sorted(sorted(possible(subject, sheet)) for sheet in chosen)
    assert all(sum(count for _, count in at.because) == (at.count if len(at.possible) == 1 else 0) for at in found)


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_model_has_invented_cases_in_both_languages(name):
    found = vignettes(load(name))
    assert 3 <= len(found) <= 4
    for vignette in found:
        for text in (vignette.label, vignette.words, vignette.text):
            assert text.da != text.en
        assert 40 <= len(vignette.text.da.split()) <= 90


GOOD = """invented: true
vignettes:
  - id: en
    label: {da: "En", en: "One"}
    words: {da: "Ord", en: "Words"}
    text: {da: "Tekst", en: "Text"}
"""


def model_with(tmp_path, text: str | None):
    if text is not None:
        (tmp_path / "vignettes.yaml").write_text(text, encoding="utf-8")
    return replace(load("ringsted"), folder=tmp_path)


def test_a_model_without_the_file_has_none(tmp_path):
    assert vignettes(model_with(tmp_path, None)) == ()
    assert [vignette.id for vignette in vignettes(model_with(tmp_path, GOOD))] == ["en"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("invented: true", "invented: false"), "linje 1: invented: skal være true"),
        (GOOD.replace("invented: true\n", ""), "invented: mangler"),
        (GOOD.replace('"Ord"', '""'), "linje 5: vignettes.0.words.da: må ikke være tom"),
        (GOOD.replace("text:", "tekst:"), "linje 3: vignettes.0: ukendt nøgle 'tekst'; tilladt er id, label, words, text"),
        (GOOD.replace('"Tekst"', "12"), "linje 6: vignettes.0.text.da: skal være tekst"),
        ("invented: true\nvignettes: []\n", "linje 2: vignettes: må ikke være tom"),
        (GOOD + GOOD.split("vignettes:\n")[1], "linje 7: 'en' står to gange"),
        ("", "linje 1: skal være en tabel med nøglerne invented, vignettes"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(tmp_path, text, said):
    with pytest.raises(ModelError) as refused:
        vignettes(model_with(tmp_path, text))
    assert said in str(refused.value) and "vignettes.yaml" in str(refused.value)
