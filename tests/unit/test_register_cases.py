"""A case is what its events leave behind, whatever order they are read in."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitation.errors import VisitationError
from visitation.model import load
from visitation.pathway import apply, begin, move, pathways
from visitation.register.cases import STEPS, Application, Confirmed, Enquiry, cases, enquiry_of, fold, is_sample, received, register_today
from visitation.register.events import GENESIS, Draft, canonical, seal
from visitation.register.history import undo
from visitation.register.store import open_register

AT = "2021-03-09T09:00:00"
SALT = "0" * 32
ENQUIRY = Enquiry(
    reference="EKS-R-0001",
    received=date(2021, 3, 2),
    channel="mail",
    sender="borger",
    age_group="30-49",
    target_group="psykisk",
    words="Jeg vil gerne ud.",
    asks_for="støtte",
    asks_section="§ 85",
    support_now="ingen",
    consent="ja",
)
DECIDED = {"outcome": "P85", "step": "p85", "returns": False}
P82 = pathways(load("ringsted"))["p82"]
LATER = {"decided": DECIDED, "parked": {}, "reopened": {}}


def history(kinds, enquiry=ENQUIRY):
    drafts = [Draft(enquiry.reference, 0, "enquiry_received", received(enquiry, "ringsted", "0433"), AT)]
    drafts += [Draft(enquiry.reference, i, kind, LATER.get(kind, {}), f"2021-03-09T10:{i:02d}:00") for i, kind in enumerate(kinds, start=1)]
    return [seal(draft, number, GENESIS, SALT) for number, draft in enumerate(drafts, start=1)]


def told(events, *more):
    """The events with more of them behind: pairs of kind and data."""
    for kind, data in more:
        number = len(events)
        draft = Draft(ENQUIRY.reference, number, kind, data, f"2021-03-09T11:{number:02d}:00")
        events = [*events, seal(draft, number + 1, GENESIS, SALT)]
    return events


def test_an_enquiry_round_trips_through_its_event():
    event = history([])[0]
    assert enquiry_of(event) == ENQUIRY
    assert "reference" not in event.data


def test_a_new_case_knows_its_alias_model_and_enquiry():
    case = fold(history([]))
    assert (case.alias, case.model, case.enquiry, case.version) == ("0433", "ringsted", ENQUIRY, 1)
    assert (case.status, case.decisions, case.sample) == ("ny", (), True)


def test_a_case_with_a_real_reference_is_no_sample():
    assert not fold(history([], replace(ENQUIRY, reference="2021-EKS-1"))).sample


def test_a_decision_is_kept_with_its_time():
    case = fold(history(["decided"]))
    assert case.status == "besluttet"
    assert case.decisions == (DECIDED | {"at": "2021-03-09T10:01:00", "event": 2},)


@pytest.mark.parametrize(
    ("kinds", "status"),
    [
        (["parked"], "parkeret"),
        (["parked", "reopened"], "ny"),
        (["parked", "decided"], "besluttet"),
        (["decided", "reopened"], "ny"),
        (["decided", "parked"], "parkeret"),
    ],
)
def test_the_last_event_decides_where_a_case_stands(kinds, status):
    case = fold(history(kinds))
    assert case.status == status
    assert len(case.decisions) == kinds.count("decided")


@given(st.lists(st.sampled_from(list(LATER)), max_size=8), st.randoms())
def test_the_order_in_which_events_are_read_does_not_matter(kinds, random):
    events = history(kinds)
    shuffled = random.sample(events, len(events))
    assert fold(shuffled) == fold(events)
    assert fold(events).version == len(events)


@given(st.lists(st.sampled_from(list(LATER)), min_size=2, max_size=8), st.data())
def test_a_missing_event_is_an_error(kinds, data):
    events = history(kinds)
    del events[data.draw(st.integers(0, len(events) - 2))]
    with pytest.raises(VisitationError, match=r"Sag EKS-R-0001"):
        fold(events)


@given(st.text(min_size=1, max_size=20).filter(lambda kind: kind not in {*STEPS, "undone"}))
def test_an_unknown_kind_of_event_is_an_error(kind):
    with pytest.raises(VisitationError, match="ukendt hændelse"):
        fold(history([kind]))


def test_an_event_of_another_case_is_an_error():
    events = history(["decided"])
    with pytest.raises(VisitationError):
        fold([events[0], replace(events[1], case="EKS-R-0002")])


@pytest.mark.parametrize("missing", ["outcome", "step", "returns"])
def test_a_decision_says_outcome_step_and_whether_it_returns(missing):
    events = history(["decided"])
    told = {key: value for key, value in DECIDED.items() if key != missing}
    with pytest.raises(VisitationError, match=missing):
        fold([events[0], replace(events[1], text=canonical(told))])


def test_an_enquiry_that_names_a_section_is_an_application_and_others_may_follow():
    applied = ("applied", {"section": "§ 107/108", "on": "2021-03-05"})
    case = fold(told(history([]), applied))
    assert case.applications == (Application("§ 85", date(2021, 3, 2)), Application("§ 107/108", date(2021, 3, 5)))
    assert fold(history([], replace(ENQUIRY, asks_section=""))).applications == ()


def test_a_follow_up_is_confirmed_with_its_day_and_reason():
    events = told(history(["decided"]), ("confirmed", {"what": "decision", "version": 2, "reason": "Brev sendt."}))
    assert fold(events).confirmed == (Confirmed("decision", 2, date(2021, 3, 9), "Brev sendt."),)


def test_a_forgotten_case_says_so_and_what_was_imported_changes_nothing():
    before = fold(history(["decided"]))
    noted = fold(told(history(["decided"]), ("session_scored", {"on": "2021-03-01", "ors": 17})))
    assert noted == replace(before, version=3)
    assert fold(told(history(["decided"]), ("forgotten", {"remains": []}))) == replace(before, version=3, forgotten=True)


def test_a_course_stands_where_its_events_leave_it_and_tells_what_happened_since_the_decision():
    begun = begin(P82, "p82-1", date(2021, 3, 9)) | {"decision": 2}
    moved = move(P82, apply(None, "course_begun", begun), "samtale_tilbudt", date(2021, 3, 15))
    case = fold(told(history(["decided"]), ("course_begun", begun), ("course_moved", moved)))
    assert (case.course("p82-1").state, [one.fact.event for one in case.since]) == ("opstartssamtale", ["samtale_tilbudt"])
    assert fold(told(history(["decided"]), ("course_begun", begun), ("course_moved", moved), ("decided", DECIDED))).since == ()
    with pytest.raises(VisitationError, match=r"ukendt forløb 'p85-1'; tilladt er p82-1"):
        case.course("p85-1")


def test_a_decision_is_undone_with_the_courses_it_began():
    begun = begin(P82, "p82-1", date(2021, 3, 9)) | {"decision": 2}
    events = told(history(["decided"]), ("course_begun", begun))
    assert undo(events) == {"version": 2}
    after = fold(told(events, ("undone", undo(events))))
    assert after == replace(fold(history([])), version=4)
    with pytest.raises(VisitationError, match="intet at fortryde"):
        undo(told(events, ("undone", undo(events))))


@pytest.mark.parametrize("wrong", [1, 2, 4])
def test_only_the_latest_action_can_be_undone(wrong):
    with pytest.raises(VisitationError, match="fortryder noget andet"):
        fold(told(history(["parked", "reopened"]), ("undone", {"version": wrong})))


def test_nothing_brings_back_what_was_forgotten():
    with pytest.raises(VisitationError, match="intet at fortryde"):
        undo(told(history(["decided"]), ("forgotten", {"remains": []})))


def test_an_import_after_the_action_does_not_stand_in_its_way():
    events = told(history(["decided"]), ("session_scored", {"on": "2021-03-01", "ors": 17}))
    assert undo(events) == {"version": 2}
    assert fold(told(events, ("undone", {"version": 2}))) == replace(fold(history([])), version=4)


@given(st.lists(st.sampled_from([*LATER, "undone"]), max_size=12))
def test_undone_events_leave_the_case_as_if_they_had_never_been(wanted):
    events, standing = history([]), history([])
    for kind in wanted:
        if kind != "undone":
            events, standing = told(events, (kind, LATER[kind])), told(standing, (kind, LATER[kind]))
        elif len(standing) > 1:
            events, standing = told(events, ("undone", undo(events))), standing[:-1]
    case, plain = fold(events), fold(standing)
    assert (case.status, case.version) == (plain.status, len(events))
    assert [d["outcome"] for d in case.decisions] == [d["outcome"] for d in plain.decisions]


@pytest.fixture
def register(tmp_path):
    opened = open_register(f"sqlite:///{tmp_path.as_posix()}/r.sqlite")
    yield opened
    opened.close()


def put(register, reference, model):
    enquiry = replace(ENQUIRY, reference=reference)
    register.append(reference, 0, "enquiry_received", received(enquiry, model, "0001"), AT)


def test_the_cases_of_one_municipality_leave_the_others_out(register):
    put(register, "2", "slagelse")
    put(register, "1", "ringsted")
    put(register, "3", "slagelse")
    register.append("3", 1, "decided", DECIDED, AT)
    assert list(cases(register, "slagelse")) == ["2", "3"]
    assert list(cases(register, None)) == ["2", "1", "3"]
    assert cases(register, "slagelse")["3"].status == "besluttet"
    assert cases(register, "greve") == {}


def test_a_register_is_a_sample_once_it_holds_an_invented_case(register):
    put(register, "2021-1", "ringsted")
    assert not is_sample(register)
    put(register, "EKS-R-0001", "ringsted")
    assert is_sample(register)


def test_a_register_has_a_day_of_its_own_only_when_it_was_opened_with_one(register):
    assert register_today(register) is None
    register.append("", 0, "register_opened", {"today": "2021-03-09", "sample": True}, AT)
    assert register_today(register) == date(2021, 3, 9)
    register.append("", 1, "register_opened", {"today": None, "sample": False}, AT)
    assert register_today(register) is None
