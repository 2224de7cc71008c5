"""The meeting in the register: who takes part, in which capacity, how it ended, and what its summary counts."""

from datetime import timedelta

import pytest

from tests.panels.meetings import RECOMMENDED, SUFFICIENT, WHY, at, case_of, move, referred
from tests.registers import ENQUIRY, TODAY, register_with
from visitation.documents.minutes import minutes, minutes_table
from visitation.errors import VisitationError
from visitation.model import load, shipped
from visitation.pathway import apply, begin, pathways
from visitation.pathway import move as moved
from visitation.register.actions import move_course
from visitation.register.agenda import agenda
from visitation.register.cases import cases
from visitation.register.decisions import decision
from visitation.register.history import undo
from visitation.register.meetings import CLOSED, OPENED, Participant, closed, meeting, opening
from visitation.register.settling import decide, settles
from visitation.register.store import open_register
from visitation.register.summary import numbers, summary
from visitation.screening import build, screen

RINGSTED, SLAGELSE = load("ringsted"), load("slagelse")


@pytest.fixture
def register(tmp_path):
    return open_register(f"sqlite:///{tmp_path}/register.sqlite")


def write(register, kind: str, data: dict) -> None:
    register.append("", len(register.events("")), kind, data, f"{data['day']}T09:00:00")


def held(register, model: str = "ringsted", day=TODAY):
    return meeting(register.events(""), model, day)


@pytest.mark.parametrize("name", shipped())
def test_every_model_says_who_takes_part_in_which_capacity(name):
    roles = load(name).head.participants.roles
    assert {role.capacity for role in roles} == {"myndighed", "udfører"}
    assert len({role.id for role in roles}) == len(roles)


def test_a_meeting_that_nobody_opened_has_no_capacity(register):
    assert (held(register).participants, held(register).capacity, held(register).closing) == (None, "", None)


def test_participants_are_those_noted_last_on_the_day_in_the_models_order(register):
    write(register, OPENED, opening(RINGSTED, TODAY, ["ungeenheden"]))
    write(register, OPENED, opening(RINGSTED, TODAY, ["socialpsykiatrien", "myndighed"]))
    assert held(register).participants == (Participant("myndighed", "myndighed"), Participant("socialpsykiatrien", "udfører"))
    assert held(register).capacity == "myndighed"


def test_each_municipality_and_each_day_has_a_meeting_of_its_own(register):
    write(register, OPENED, opening(RINGSTED, TODAY - timedelta(days=7), ["socialpsykiatrien"]))
    write(register, OPENED, opening(SLAGELSE, TODAY, ["fokus"]))
    write(register, OPENED, opening(RINGSTED, TODAY + timedelta(days=7), ["myndighed"]))
    assert held(register).participants is None
    assert held(register).before == (Participant("socialpsykiatrien", "udfører"),)
    assert held(register, "slagelse").capacity == "udfører"


def test_an_unknown_role_is_named_with_those_there_are():
    with pytest.raises(VisitationError, match="ukendt rolle 'Jens'; tilladt er chp_myndighed, raadgivere, fokus, csae"):
        opening(SLAGELSE, TODAY, ["fokus", "Jens"])


def test_the_anchor_covers_the_closing_event_itself(register):
    write(register, CLOSED, closed(RINGSTED, TODAY, {"items": 0}, register.head()))
    count, head = register.head()
    assert held(register).closing.anchor == f"{head}:{count}" and held(register).version == 1


# The summary.


@pytest.fixture
def busy(tmp_path):
    """Two new cases and one in a course, after a meeting that decided one and sent the course on."""
    register = referred(f"sqlite:///{tmp_path}/register.sqlite", 20)
    move(register, "EKS-R-100", ("samtale_tilbudt", 10), ("opstart_B", 4), ("proev_igen", 0))
    decided = decision(RINGSTED, screen(build(RINGSTED.meeting_table), SUFFICIENT), RECOMMENDED, why_not_lower=WHY)
    register.append_all(decide(RINGSTED, case_of(register, "EKS-R-0001"), None, decided, at(0).isoformat()))
    case = case_of(register, "EKS-R-0002")
    register.append(case.reference, case.version, "parked", {}, at(0).isoformat())
    return register


def of(register):
    return summary(agenda(cases(register, "ringsted").values(), RINGSTED, TODAY), RINGSTED, TODAY, 1000)


def test_a_summary_counts_decisions_outcomes_and_what_was_parked(busy):
    found = of(busy)
    assert (found.items, found.minutes, found.confirmed, found.parked) == (3, 17, 0, ("0002",))
    assert (found.decided, found.moved) == ({"Henvis til § 82 a/b": 1}, {"Myndighed: prøv igen": 1})


def test_everybody_is_told_what_to_do_first_things_first(busy):
    todo = of(busy).todo
    assert [(each.owner, each.due) for each in todo] == sorted((each.owner, each.due) for each in todo)
    assert {each.alias for each in todo} == {"0001", "0003"} and {each.owner for each in todo} == {"Socialpsykiatrien", "myndighed"}


def test_what_was_decided_before_the_day_is_no_part_of_it(busy):
    found = summary(agenda(cases(busy, "ringsted").values(), RINGSTED, TODAY), RINGSTED, TODAY - timedelta(days=1), 0)
    assert (found.decided, found.moved, found.todo) == ({}, {}, ())


def test_the_register_keeps_counts_and_no_case(busy):
    kept = numbers(of(busy))
    assert kept["parked"] == 1 and sum(kept["todo"].values()) == len(of(busy).todo) > 0
    assert not any(alias in str(kept) for alias in ("0001", "0002", "0003"))


@pytest.mark.parametrize("name", shipped())
def test_minutes_name_roles_tasks_and_the_anchor(busy, name):
    document = minutes(load(name), of(busy), ["Myndighedsenheden"], TODAY, "abc:7")
    assert all(part in document.text for part in ("Myndighedsenheden", "Henvis til § 82 a/b: 1", "Sag 0002", "abc:7"))
    assert minutes_table(of(busy), "abc:7").startswith(b"\xef\xbb\xbfHvad;Hvem;Sag;Antal;Senest\r\n")


# A decision that settles a course.


def heard(model, *events: str):
    pathway = pathways(model)["stemme"]
    course = apply(None, "course_begun", begin(pathway, "stemme-1", TODAY - timedelta(days=9)))
    for event in events:
        course = apply(course, "course_moved", moved(pathway, course, event, TODAY - timedelta(days=2), "Talt med borgeren."))
    return course


def test_a_decision_ends_the_search_for_the_citizens_voice():
    assert settles(SLAGELSE, heard(SLAGELSE, "talt_med_borgeren")).id == "besluttet"


def test_a_decision_does_not_end_a_search_that_is_still_on():
    assert settles(SLAGELSE, heard(SLAGELSE)) is None


def test_a_decision_never_ends_help_that_needs_a_letter_or_a_note(tmp_path):
    register = referred(f"sqlite:///{tmp_path}/register.sqlite", 20)
    move(register, "EKS-R-100", ("samtale_tilbudt", 10), ("opstart_B", 4))
    assert settles(RINGSTED, case_of(register, "EKS-R-100").courses[0]) is None


def test_the_end_of_the_search_is_part_of_the_decision_and_taken_back_with_it(tmp_path):
    register = register_with(f"sqlite:///{tmp_path}/register.sqlite", ENQUIRY, model="slagelse")
    cube = build(SLAGELSE.meeting_table)
    ring = {"akut": "nej", "alder": "18-65", "stemme": "tvivl", "kontakt": "ikke_forsoegt"}
    fokus = {
        "akut": "nej",
        "alder": "18-65",
        "stemme": "hoert",
        "anden_indsats": "nej",
        "oensker": "ja",
        "maalgruppe": "nedsat_eller_problem",
    }

    def case():
        return cases(register, "slagelse")[ENQUIRY.reference]

    def decided(answers, days, course=None):
        screening = screen(cube, answers)
        made = decision(SLAGELSE, screening, screening.outcome, why_not_lower=WHY)
        register.append_all(decide(SLAGELSE, case(), course, made, at(days).isoformat()))

    decided(ring, 2)
    register.append_all([move_course(SLAGELSE, case(), "stemme-1", "talt_med_borgeren", at(1), note="Vil gerne.")])
    decided(fokus, 0, case().courses[0])
    assert [(course.pathway, course.state) for course in case().courses] == [("stemme", "besluttet"), ("fokus", "henvist")]
    events = register.events(ENQUIRY.reference)
    register.append(ENQUIRY.reference, case().version, "undone", undo(events), at(0).isoformat())
    assert [(course.pathway, course.state) for course in case().courses] == [("stemme", "hoert")] and len(case().decisions) == 1
