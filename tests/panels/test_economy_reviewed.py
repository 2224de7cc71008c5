"""What the review measures stands in the economy beside what the document assumed, and says on how many it rests."""

from datetime import datetime

import pytest

from tests.registers import ENQUIRY, TODAY, register_with, session
from visitation.intake import import_bytes
from visitation.model import load
from visitation.overlap.citizen import Answers, Rater
from visitation.overlap.read import read_overlap
from visitation.overlap.review import keep, rate, read_review
from widgets.economy.panel import EconomyPanel
from widgets.economy.state import EconomyState

MODEL = load("slagelse")
HEADER = "Borger;Opgjort;Aldersgruppe;Forsørgelse;Målgruppe;Kendt i AM;Kendt i HP"
READING = "Målt i gennemgangen: 4 af 5 borgere er bedømt"


@pytest.fixture
def url(tmp_path):
    """Five listed, four rated, two of them known to both centres; one of these has a mentor for 10 of the 20 weeks with § 85."""
    url = f"sqlite:///{tmp_path}/register.sqlite"
    register = register_with(url, ENQUIRY, model="slagelse")
    names = ["EKS-R-0001", "B-2", "B-3", "B-4", "B-5"]
    rows = [f"{name};01-02-2021;30-49;kontanthjælp;psykisk;ja;{'ja' if number < 2 else 'nej'}" for number, name in enumerate(names)]
    assert not import_bytes("\n".join([HEADER, *rows]).encode(), "l.csv", None, MODEL, register, TODAY).errors
    for version, (section, end) in enumerate([("§ 85", "2020-11-17"), ("mentor", "2020-09-08")], 1):
        told = {"section": section, "ffb": None, "start": "2020-07-01", "end": end, "band": "", "hours": None}
        register.append("EKS-R-0001", version, "service_granted", told, "2021-03-09T08:00:00")
    review, data = read_review(register, "slagelse"), read_overlap(MODEL)
    for name in names[:4]:
        keep(register, review, rate(review, data, name, Answers("type1"), Rater("bedømmer 1"), datetime(2021, 3, 9, 9)))
    register.close()
    return url


def case_of(shown):
    shown.act({"do": "show", "tab": "case"})
    return shown.view["case"]


def test_the_measured_reading_stands_beside_the_document_s(url):
    rows = {row["label"]: row for row in case_of(EconomyPanel(EconomyState(session(url, "slagelse"))))["readings"]["rows"]}
    assert {"Som dokumentet", "Kun de 160 borgeres del af begge budgetter", READING} <= rows.keys()
    said = rows[READING]["reason"]
    assert "2 af 4 bedømte, 50,0 % (15,0–85,0 %)" in said and "500 af 1.000" in said and "ca. 160" in said
    assert "33,3 % af det bevilgede (n = 1 borgere, 11-03-2020 til 09-03-2021)" in said and "10 %" in said
    assert "ikke er nogen pris på § 85" in said


def test_it_can_be_reckoned_with(url):
    state = EconomyState(session(url, "slagelse"))
    shown = EconomyPanel(state)
    case_of(shown)
    shown.act({"do": "choose", "group": "besparelsens_grundlag", "alternative": "gennemgangen"})
    assert (state.case.covered_am, state.case.covered_hp, state.case.saving_share) == (0.5, 0.5, 0.333)
    assert state.chosen("besparelsens_grundlag") == "gennemgangen"
    shown.act({"do": "choose", "group": "besparelsens_grundlag", "alternative": ""})
    assert state.case == state.base


def test_without_a_service_the_assumed_saving_stays_and_that_is_said(tmp_path):
    url = f"sqlite:///{tmp_path}/register.sqlite"
    register = register_with(url, ENQUIRY, model="slagelse")
    import_bytes(f"{HEADER}\nB-9;01-02-2021;30-49;kontanthjælp;psykisk;ja;ja".encode(), "l.csv", None, MODEL, register, TODAY)
    review = read_review(register, "slagelse")
    keep(register, review, rate(review, read_overlap(MODEL), "B-9", Answers("type1"), Rater("bedømmer 1"), datetime(2021, 3, 9, 9)))
    (measured,) = [one for one, _ in EconomyState(session(url, "slagelse")).alternatives if one.id == "gennemgangen"]
    assert measured.set.saving_share is None and "De antagne 10 % er ikke målt" in measured.reason.da


@pytest.mark.parametrize("model", ["slagelse", "ringsted"])
def test_while_nobody_is_reviewed_there_is_no_such_reading(tmp_path, model):
    state = EconomyState(session(f"sqlite:///{tmp_path}/empty.sqlite", model))
    assert "gennemgangen" not in [one.id for one, _ in state.alternatives]
