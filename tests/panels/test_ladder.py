"""The ladder without a browser: its steps, where the cases stand, and what the counts are of."""

from datetime import timedelta

import pytest

from tests.registers import TODAY, enquiries, register_with, session
from widgets.ladder.panel import panel


@pytest.fixture
def url(tmp_path) -> str:
    return f"sqlite:///{tmp_path}/register.sqlite"


def decide(register, reference: str, version: int, step: str | None, days_ago: int) -> None:
    data = {"outcome": "X", "step": step, "returns": step is None}
    register.append(reference, version, "decided", data, f"{TODAY - timedelta(days=days_ago)}T10:00:00")


def test_every_step_says_law_who_decides_duty_appeal_and_offers(url):
    register_with(url).close()
    steps = panel(session(url)).view["steps"]
    assert [step["id"] for step in steps] == ["netvaerk", "aabent", "p82", "p85", "bofaellesskab", "botilbud"]
    p82 = steps[2]
    assert [fact["label"] for fact in p82["facts"]] == ["Lov", "Hvem afgør", "Pligt", "Klage"]
    assert p82["facts"][0]["value"] == "SEL § 82 a, SEL § 82 b" and p82["facts"][2]["value"] == "kan-regel"
    assert p82["offers"] and p82["source"].startswith("Ringsted Indsatsmodel (2020): ")
    assert [step["id"] for step in steps if step["dashed"]] == ["bofaellesskab"]


def test_a_case_stands_where_its_last_decision_put_it(url):
    register = register_with(url, *enquiries(5))
    decide(register, "EKS-R-0001", 1, "p82", 30)
    decide(register, "EKS-R-0002", 1, "p82", 20)
    decide(register, "EKS-R-0002", 2, "p85", 10)
    decide(register, "EKS-R-0003", 1, None, 5)
    decide(register, "EKS-R-0004", 1, "aabent", -1)
    view = panel(session(url)).view
    assert {step["id"]: step["count"] for step in view["steps"] if step["count"] != "0"} == {"p82": "1", "p85": "1"}
    assert view["sentence"] == (
        "3 sager med en beslutning, 7. februar 2021 – 4. marts 2021, talt efter sagens seneste beslutning. "
        "1 står ved siden af trappen, 2 venter på mødet. Kilde: registret."
    )


def test_no_decision_yet_is_said(url):
    register_with(url, *enquiries(2)).close()
    assert panel(session(url)).view["sentence"] == "Ingen sager er besluttet endnu."


def test_the_other_municipality_has_its_own_ladder(url):
    register_with(url).close()
    assert [step["id"] for step in panel(session(url, "slagelse")).view["steps"]] == ["netvaerk", "aabent", "fokus", "p85", "botilbud"]


def test_the_order_is_an_assumption_and_says_so(url):
    register_with(url).close()
    assert panel(session(url)).view["order"]["kind"] == "antagelse"
