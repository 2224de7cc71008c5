"""What the report of a business case says: the document's own figures line by line, and what others would come to."""

import pytest

from visitation.economy.outcome import outcome
from visitation.errors import VisitationError
from widgets.report import investment_case, money


def study(saving_share="", investment="", phase_in="", discount_rate="", municipality="slagelse"):
    return investment_case.study(municipality, saving_share, investment, phase_in, discount_rate)


def test_as_the_document_reckons_every_line_comes_out_as_printed():
    said = investment_case.lines(study()).text
    assert said.startswith("Alle tal kommer ud som trykt.")
    assert (
        "Besparelse til kassen | trykt | 0,0 | −0,2 | −0,7 | −1,2 | −1,2 | −1,2\n | regnet | 0,0 | −0,2 | −0,7 | −1,2 | −1,2 | −1,2" in said
    )
    result = investment_case.result(study()).text
    assert result.startswith("Som dokumentet regner, spares der 4,5 mio. kr. i årene 2015–2020; det går lige op ved en besparelse på 2,5")
    assert "bruges der 0,54 mio. kr. mere, end der spares" in result  # the reading that saves least stands in the headline


def test_parameters_are_written_as_danes_write_them_and_stand_beside_the_documents():
    own = study("0,05", "2016: 2000000", "0; 0,5; 1", "0.035")
    assert (own.chosen.saving_share, own.chosen.phase_in, own.chosen.discount_rate) == (0.05, (0.0, 0.5, 1.0), 0.035)
    assert own.chosen.investment == {"2016": 2000000}
    asked = investment_case.question(own).text
    assert "Besparelse | 10\N{NO-BREAK SPACE}% | 5\N{NO-BREAK SPACE}% | " in asked and "Indfasning | 100\N{NO-BREAK SPACE}% | 0" in asked
    assert " | 2016: 2.000.000\N{NO-BREAK SPACE}kr. | " in asked
    assert f"netto i alle år (minus er sparet) | {money.mio(own.outcome.total)} | −4,5" in investment_case.result(own).text


def test_nothing_given_is_the_documents_own():
    assert study().chosen == study().base and "rapporten" not in investment_case.result(study()).text


def test_a_saving_of_nothing_is_a_saving():
    assert study("0").chosen.saving_share == 0 and "bruges der 1,5 mio. kr. mere" in investment_case.result(study("0")).text


def test_other_readings_each_begin_from_the_document():
    own = study("0,05")
    for alternative, found in own.alternatives:
        assert found == outcome(own.base.read(own.base.data() | alternative.set.data()))
        assert f"{alternative.label.da} | {money.mio(found.total)} | " in investment_case.alternatives(own).text


def test_the_sensitivity_has_the_case_itself():
    own = study("0,04")
    said = investment_case.sensitivity(own).text
    assert f"{money.mio(own.outcome.total)} ({own.outcome.payback_year})" in next(
        line for line in said.splitlines() if line.startswith("4\N{NO-BREAK SPACE}%")
    )


def test_what_is_not_costed_is_named():
    said = investment_case.left_out(study()).text
    assert all(one.label.da in said for one in study().data.not_costed) and "10 % af hvad?" in said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"saving_share": "1,5"}, "Rapporten: saving_share er 1.5; tilladt er 0 til 1"),
        ({"saving_share": "meget"}, "saving_share: 'meget' er ikke en andel; skriv den som 0,1"),
        ({"phase_in": "0; 2"}, "Rapporten: phase_in.1 er 2; tilladt er 0 til 1"),
        ({"investment": "1000000"}, "investment: '1000000' er ikke et år og et beløb"),
        ({"investment": "2031: 1"}, "Rapporten: investment.2031: der er ikke noget sådant år i beregningen"),
        ({"municipality": "ringsted"}, "Ringsted har ingen investeringscase"),
    ],
)
def test_nonsense_is_refused_by_name(given, said):
    with pytest.raises(VisitationError, match=said):
        study(**given)


@pytest.mark.parametrize(("kr", "said"), [(7_650_000, "7,65"), (12_000_000, "12,0"), (-1, "0,0"), (-1_205_000, "−1,21"), (5_000, "0,01")])
def test_millions_are_rounded_half_up(kr, said):
    assert money.mio(kr) == said
