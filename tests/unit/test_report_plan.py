"""Which runs a report is asked for: what is no parameter, or of the wrong type, is refused before anything runs."""

import pytest

from tests.reports import small_report
from visitation.errors import VisitationError
from visitation.model import shipped
from visitation.reports.notebook import Report, report
from visitation.reports.parameters import Parameter
from visitation.reports.plan import plan


@pytest.fixture
def small(tmp_path):
    return report(str(small_report(tmp_path)))


def known(key, given):
    """What a register could know: the models, or the months of the municipalities given."""
    return shipped() if key == "municipality" else [f"2021-0{len(name)}" for name in given.get("municipality", ["x"])]


def of_texts(name, *parameters):
    """A report with these parameters, all of them texts."""
    return Report(name, None, name, {one: Parameter(one, "str", "", "") for one in parameters})


def planned(wanted, *settings, each=None):
    return {run.name: run.parameters for run in plan(wanted, settings, each, known)}


def test_without_settings_there_is_one_run_as_the_notebook_has_it(small):
    assert planned(small) == {"lille": {}}


def test_a_text_becomes_what_the_parameter_is(small):
    assert planned(small, "wait=0.5", "answer=7", "scenario=7") == {"lille-7-0-5-7": {"answer": 7, "wait": 0.5, "scenario": "7"}}


def test_several_values_make_every_combination(small):
    runs = planned(small, "scenario=", "scenario=plads/Flere pladser.yaml", "answer=1", "answer=2")
    assert list(runs) == ["lille-1-grundlag", "lille-1-flere-pladser", "lille-2-grundlag", "lille-2-flere-pladser"]
    assert runs["lille-2-flere-pladser"] == {"answer": 2, "scenario": "plads/Flere pladser.yaml"}


def test_each_municipality_is_every_shipped_model():
    assert planned(of_texts("prognose", "municipality", "scenario"), "scenario=x", each="municipality") == {
        f"prognose-{name}-x": {"municipality": name, "scenario": "x"} for name in shipped()
    }


def test_each_month_goes_by_what_else_is_given():
    monthly = of_texts("maaned", "municipality", "month")
    assert list(planned(monthly, each="month")) == ["maaned-2021-01"]
    assert list(planned(monthly, "municipality=sorø", each="month")) == ["maaned-sorø-2021-04"]


@pytest.mark.parametrize(
    ("settings", "each", "said"),
    [
        (["svar=1"], None, "-p svar=1: lille har ikke den parameter; tilladt er answer, wait, scenario, tell, on"),
        (["answer"], None, "-p answer: skriv parameter=værdi"),
        (["answer=syv"], None, "-p answer=syv: answer skal være et helt tal"),
        (["answer=7.5"], None, "answer skal være et helt tal"),
        (["wait=kort"], None, "wait skal være et tal"),
        (["answer=100"], None, "-p answer=100: answer skal være fra 0 til 99"),
        ([], "municipality", "har ikke den parameter"),
        (["scenario=a/x.yaml", "scenario=b/x.yaml"], None, "To kørsler ville begge hedde lille-x"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(small, settings, each, said):
    with pytest.raises(VisitationError, match="^.*" + said.replace("(", r"\(")):
        plan(small, settings, each, known)


def test_a_parameter_is_given_in_one_way_only():
    with pytest.raises(VisitationError, match="også givet med -p"):
        plan(of_texts("prognose", "municipality"), ["municipality=ringsted"], "municipality", known)


def test_an_unknown_report_is_named_with_those_there_are():
    with pytest.raises(
        VisitationError, match="ukendt rapport 'prognose'; tilladt er investeringscase, maanedsrapport, prognoserapport, udviklingsrapport"
    ):
        report("prognose")


@pytest.mark.parametrize("content", ["", "{}", "no json"])
def test_what_is_no_notebook_is_said(tmp_path, content):
    path = tmp_path / "andet.ipynb"
    path.write_text(content)
    with pytest.raises(VisitationError, match="er ikke en notebook"):
        report(str(path))


def test_a_type_that_no_text_can_give_is_refused(tmp_path):
    path = small_report(tmp_path)
    path.write_text(path.read_text().replace("answer: int", "answer: list"))
    with pytest.raises(VisitationError, match=r"^lille\.ipynb: parameteren answer har typen list; tilladt er str, int, float"):
        report(str(path))
