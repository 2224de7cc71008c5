"""Numbers on the screen: said in the reader's language, and what was said is read back as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitation.errors import VisitationError
from widgets.numbers import between, number, parse, signed

LANGUAGES = st.sampled_from(["da", "en"])
VALUES = st.floats(-1e9, 1e9, allow_nan=False)


@given(VALUES, LANGUAGES, st.integers(0, 3), st.booleans())
def test_what_is_said_reads_back_as_the_same(value, lang, decimals, trim):
    assert parse(number(value, lang, decimals, trim), lang) == pytest.approx(round(value, decimals))


@given(VALUES, LANGUAGES)
def test_one_minus_everywhere(value, lang):
    assert "-" not in number(value, lang, 2) + between(value, value + 1, lang, 2) + signed(value, lang, 2)


@pytest.mark.parametrize(
    ("given", "lang", "value"),
    [
        ("1.000", "da", 1000),
        ("1.000,5", "da", 1000.5),
        ("92.5", "da", 92.5),
        ("-3,5", "da", -3.5),
        ("1,000", "en", 1000),
        ("−1,234,567.5", "en", -1234567.5),
        (" 1 000 ", "en", 1000),
        ("92.5", "en", 92.5),
    ],
)
def test_thousands_and_decimals_are_those_of_the_language(given, lang, value):
    assert parse(given, lang) == value


@pytest.mark.parametrize(
    ("given", "lang"), [("", "da"), ("mange", "da"), ("nan", "da"), ("inf", "en"), ("92,5", "en"), ("1,00", "en"), ("1,0000", "en")]
)
def test_what_is_no_number_is_refused(given, lang):
    with pytest.raises(VisitationError, match=r"92 (eller|or) 2[.,]5"):
        parse(given, lang)


def test_a_number_has_all_its_decimals_or_as_few_as_it_needs():
    assert [number(12, "da", 1), number(12, "da", 1, trim=True)] == ["12,0", "12"]
    assert [number(-0.04, "da", 1), number(1145.5, "en", 2)] == ["0,0", "1,145.50"]
    assert [number(2016, "da"), number(2016, "da", 2, trim=True, grouped=False)] == ["2.016", "2016"]


def test_a_range_says_til_at_a_sign_and_one_number_only_when_it_may_be_trimmed():
    assert [between(268, 433, "da"), between(-3, 3, "da"), between(-3, 3, "en")] == ["268–433", "−3 til 3", "−3 to 3"]
    assert [between(8, 8, "da", 1), between(8, 8, "da", 1, trim=True)] == ["8,0–8,0", "8"]


def test_a_change_that_rounds_to_nothing_has_no_sign():
    assert [signed(12, "da"), signed(-3.25, "da", 1), signed(-0.04, "da", 1)] == ["+12", "−3,2", "0,0"]
