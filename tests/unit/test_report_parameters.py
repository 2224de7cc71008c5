"""The cell of parameters is the one declaration: types, defaults and what is allowed are read from it, and held before anything runs."""

import re

import pytest

from visitation.errors import VisitationError
from visitation.forecast.scenario import BOUNDS
from visitation.reports.notebook import Report, described, described_text, report
from visitation.reports.parameters import declared

EVERY = """municipality: str = "slagelse"  # kommunens model; navn eller mappe
on: str = ""  # dagen; ÅÅÅÅ-MM-DD; tom: i dag
month: str = "2021-02"  # måneden; ÅÅÅÅ-MM
horizon: int = 260  # uger frem; 1 til 520
reliable: float = 5.0  # point, som # ikke er; 0,1 til 40
share: str = ""  # andelen; 0 til 1, som 0,1; tom: dokumentets
phases: str = ""  # hvert år; andele, som 0; 0,5; 1; tom: dokumentets
money: str = ""  # kroner; år: beløb, som 2016: 1000000; 2017: 500000; tom: dokumentets
free: str = "æ # ø"  # hvad som helst"""


@pytest.fixture
def every():
    return {one.name: one for one in declared(EVERY)}


def test_a_cell_tells_types_defaults_and_what_they_are(every):
    assert [one.type for one in every.values()] == ["str"] * 3 + ["int", "float"] + ["str"] * 4
    assert (every["horizon"].default, every["horizon"].help) == (260, "uger frem; 1 til 520")
    assert (every["free"].default, every["free"].help) == ("æ # ø", "hvad som helst")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("municipality", "ringsted", "ringsted"),
        ("on", "2021-03-09", "2021-03-09"),
        ("on", "", ""),
        ("month", "2021-12", "2021-12"),
        ("horizon", "520", 520),
        ("reliable", "5,5", 5.5),
        ("share", "0,1", "0,1"),
        ("phases", "0; 0,5; 1", "0; 0,5; 1"),
        ("money", "2016: 1000000; 2017: 500000", "2016: 1000000; 2017: 500000"),
        ("free", "", ""),
    ],
)
def test_what_is_allowed_is_taken(every, name, text, value):
    assert every[name].value(text) == value


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("municipality", "atlantis", "ukendt model 'atlantis'; tilladt er ringsted, slagelse eller en mappe med model.yaml"),
        ("municipality", "", "ukendt model"),
        ("on", "i går", "on skal være en dato, skrevet som 2021-03-09"),
        ("on", "2021-02-30", "on skal være en dato"),
        ("month", "2021-13", "'2021-13' er ikke en måned"),
        ("month", "", "er ikke en måned"),
        ("horizon", "0", "horizon skal være fra 1 til 520"),
        ("horizon", "1,5", "horizon skal være et helt tal"),
        ("reliable", "nan", "reliable skal være fra 0,1 til 40"),
        ("share", "1,5", "share skal være fra 0 til 1"),
        ("share", "meget", "share skal være fra 0 til 1"),
        ("phases", "0; 2", "phases skal være andele fra 0 til 1 med semikolon imellem, som 0; 0,5; 1"),
        ("money", "2016", "money skal være år og beløb med semikolon imellem, som 2016: 1000000; 2017: 500000"),
    ],
)
def test_what_is_not_is_one_sentence(every, name, text, said):
    with pytest.raises(VisitationError, match=f"^-p {name}={text}: .*{said}"):
        every[name].value(text)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("x = 1", "x = 1; tilladt er kun navn: type = værdi"),
        ("x: int", "tilladt er kun navn: type = værdi"),
        ("x: int = len('a')", "tilladt er kun navn: type = værdi"),
        ("x: list = []", "parameteren x har typen list; tilladt er str, int, float"),
        ("x: int = 1\ny ==", "linje 2, er ikke Python"),
    ],
)
def test_a_cell_that_declares_otherwise_is_said(cell, said):
    with pytest.raises(VisitationError, match=said):
        declared(cell)


def test_they_are_told_to_people_as_they_are_given(every):
    lines = described_text(described(Report("lille", None, "Lille", every))).splitlines()
    assert lines[0] == "lille: Lille. Parametre, og hvad de er, når de ikke gives:"
    assert lines[5].split("  ")[1] == "-p reliable=5" and re.search(r"et tal  +point, som # ikke er; 0,1 til 40$", lines[5])


def test_the_allowed_range_is_the_forecasts_own():
    found = report("prognoserapport")
    for name, bounds in {"horizon": BOUNDS["horizon_weeks"], "seed": BOUNDS["seed"]}.items():
        assert f"{bounds[0]} til {bounds[1]}" in found.parameters[name].help
