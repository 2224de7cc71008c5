"""What the report of the outcomes says: cohorts with equal follow-up beside the naive, both percents, and what was published."""

from datetime import date
from types import SimpleNamespace

import pytest

from tests.outcomes import as_published, course, scored
from tests.registers import TODAY, register_with
from visitation.errors import VisitationError
from visitation.model import load
from visitation.outcomes.followed import Help
from visitation.outcomes.read import read_outcomes
from visitation.outcomes.scores import STANDARD
from widgets.report import development, said
from widgets.report.development.study import Study


def study(*courses, municipality="slagelse", seen=TODAY):
    model = load(municipality)
    session = SimpleNamespace(model=model, today=seen, sample=True)
    days = [one.started for one in courses if one.started]
    return Study(session, read_outcomes(model), (), tuple(courses), min(days), max(days), STANDARD)


def test_equal_follow_up_stands_beside_the_naive_with_intervals():
    late = Help("§ 85", date(2021, 5, 20), None)  # after the twelve months
    made = study(*(course(i, helps=(late,) if i < 3 else ()) for i in range(8)), seen=date(2021, 6, 1))
    (row,) = [line for line in development.returns(made).text.splitlines() if line.startswith("2020 | 8 | 3 af 8")]
    (one,) = made.returns
    assert row.split(" | ")[2:6] == [said.share(one.on_the_day.share), "17–17", said.share(one.equal[0].share), "ikke endnu"]
    assert one.equal[0].share.k == 0 and "<svg" in development.returns(made).html


def test_a_coverage_below_the_gate_is_said():
    low, high = study(scored(10, 20), *(scored(10) for _ in range(5))), study(*(scored(10, 20) for _ in range(6)))
    assert "så siger tallene ikke noget om dem alle" in development.scores(low).text
    assert "så siger tallene ikke noget om dem alle" not in development.scores(high).text


def test_both_percents_stand_beside_each_other():
    found = development.scores(study(*(scored(10, 20) for _ in range(3)), *(scored(30, 30) for _ in range(3)))).text
    assert "gennemsnit af procenter | 50,0 (" in found and "procent af gennemsnit | 25,0 | 6" in found


def test_few_are_a_count_and_never_a_percent():
    found = study(*(scored(10, 20) for _ in range(4)))
    text = development.scores(found).text + development.returns(found).text + development.criteria(found).text
    shares = [cell for line in text.splitlines() for cell in line.split(" | ") if " af 4" in cell]
    assert shares and not [cell for cell in shares if "%" in cell]
    assert "steget mindst 5,0 point | 4 af 4 | – | –" in text


def test_the_published_numbers_stand_beside_the_registers_and_the_rest_is_no_cohort():
    model = load("slagelse")
    text = development.published(study(*as_published(read_outcomes(model).published))).text
    for told in ("49 af 200 (24,5", "63 af 312 (20,2", "133 af 726 (18,3", "21 af 214 (9,8"):
        (line,) = [line for line in text.splitlines() if told in line]
        assert line.count(told) == 2
    assert "ingen årgang" in text and "Offentliggjort: 35,2\N{NO-BREAK SPACE}% fremskridt i 645 afsluttede målinger." in text
    assert "de to årgange kan ikke skelnes" in text and "henvist om året, når 20\N{NO-BREAK SPACE}% henvises | 208–260" in text
    caveats = development.caveats(study(course())).text
    assert all(f"- {name}." in caveats for name in ("G1", "G2", "G16", "G17"))


def test_every_criterion_is_named_also_the_one_without_a_number():
    found = study(*(scored(10, 20) for _ in range(6)))
    text = development.criteria(found).text
    assert all(one.label.da in text for one in found.read.criteria) and len(found.read.criteria) == 5
    assert "Fra offentlig forsørgelse til selvforsørgelse | ingen data | – | – | 6 af 6 | –" in text


def test_a_municipality_that_has_published_nothing_says_so():
    found = study(course(unit="p82"), municipality="ringsted")
    assert development.published(found).text == "Kommunen har ikke offentliggjort, hvordan det gik borgerne."
    assert "ingen succeskriterier" in development.criteria(found).text and "Ingen" not in development.caveats(found).text


def test_without_a_started_course_there_is_nothing_to_tell(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path.as_posix()}/register.sqlite"
    register_with(url).close()
    monkeypatch.setenv("REGISTER", url)
    with pytest.raises(VisitationError, match="Registret har ingen startede forløb for Slagelse til og med 2021-03-09"):
        development.study("slagelse", "", "", 5.0, 25.0, "2021-03-09")
