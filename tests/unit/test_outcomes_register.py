"""Cases of the register read as followed courses: stages, reopened courses, sessions, levels, and who has support."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from tests.courses import MEETING, MODELS, begun, decided, moved, opened
from tests.registers import sample_register
from visitation.intake import import_bytes
from visitation.outcomes.criteria import tiles
from visitation.outcomes.fit import report
from visitation.outcomes.followed import Followed, Help
from visitation.outcomes.funnel import funnel
from visitation.outcomes.mix import mix
from visitation.outcomes.read import read_outcomes
from visitation.outcomes.register import followed
from visitation.outcomes.returns import returns
from visitation.register.cases import Case, cases
from visitation.register.demo import SAMPLES, TODAY
from visitation.register.events import GENESIS, Draft, Event, seal
from visitation.register.store import open_register

MODEL = MODELS["slagelse"]
START = (("modtaget", 1), ("inviteret", 5), ("start_hjemme", 10))
DONE = (*START, ("intro_slut", 30), ("beskrivelse_begyndt", 70), ("beskrivelse_sendt", 80))


def on(days: int) -> date:
    return MEETING + timedelta(days=days)


def walked(*moves: tuple[str, int], **other) -> Case:
    case = begun("fokus", **other)
    for event, days in moves:
        case = moved(case, event, days)
    return case


def imported(kind: str, reference: str = "EKS-0001", **facts) -> Event:
    return seal(Draft(reference, 9, kind, facts, f"{MEETING}T12:00:00"), 1, GENESIS, "")


def session(days: int, ors: float) -> Event:
    areas = dict.fromkeys(("individual", "relations", "social", "overall"), ors / 4)
    return imported("session_scored", day=on(days).isoformat(), ors=ors, srs=None, **areas)


def service(section: str, reference: str = "EKS-0001") -> Event:
    return imported("service_granted", reference, section=section, ffb=None, start="2021-01-01", end=None, band="30-119", hours=None)


def one(case: Case, events: Iterable[Event] = (), *more: Case) -> Followed:
    return followed(MODEL, [case, *more], list(events))[0]


def test_the_stages_are_the_days_of_their_events():
    found = one(walked(*DONE, ("moede_aftalt", 85), ("ansoeger", 90), ("forloeb_slut", 112), ("afgjort", 130)))
    assert (found.referred, found.started, found.completed, found.ended) == (MEETING, on(10), on(80), on(112))
    assert (found.wanted_more, found.applied, found.decided, found.closed) == (on(85), on(90), on(130), on(130))
    assert (found.form, found.unit, found.target_group, found.standing) == ("hjemme", "fokus", "psykisk", "gennemfoert")


@pytest.mark.parametrize(
    ("moves", "standing"),
    [
        ((), "ikke_startet"),
        (START, "i_gang"),
        ((*START, ("borger_stopper", 20)), "stoppet"),
        ((("modtaget", 1), ("borger_stopper", 20)), "ikke_startet"),
        (DONE, "gennemfoert"),
    ],
)
def test_where_a_course_stands(moves, standing):
    assert one(walked(*moves)).standing == standing


def test_help_ends_with_the_course_where_nothing_else_says_so():
    assert one(walked(*DONE, ("egne_ben", 90))).ended == on(90)


def test_a_reopened_course_is_followed_the_first_time_it_was_started():
    again = (("genaabn", 200), ("inviteret", 205), ("start_gruppe", 210))
    found = one(walked(*DONE, ("egne_ben", 90), *again))
    assert (found.started, found.ended, found.form) == (on(10), on(90), "hjemme")
    late = one(walked(("modtaget", 1), ("borger_stopper", 20), *again))
    assert (late.started, late.ended, late.form) == (on(210), None, "gruppe")


def test_a_session_belongs_to_the_last_course_that_had_started_and_an_earlier_one_to_the_first():
    case = decided(walked(*DONE, ("egne_ben", 90)), "FOKUS", on(200))
    for event, days in (("modtaget", 201), ("inviteret", 202), ("start_gruppe", 210)):
        case = moved(case, event, days)
    first, second = followed(MODEL, [case], [session(days, 10.0) for days in (5, 10, 209, 210, 300)])
    assert [[each.day for each in course.sessions] for course in (first, second)] == [[on(5), on(10), on(209)], [on(210), on(300)]]


def test_sessions_keep_their_areas_and_their_case():
    (found,) = one(walked(*START), [session(10, 16.0), imported("session_scored", "EKS-0002", day=on(10).isoformat())]).sessions
    assert (found.ors, found.srs, found.areas) == (16.0, None, (4.0, 4.0, 4.0, 4.0))


def test_a_level_that_was_not_rated_is_none():
    def level(told: str) -> Event:
        return imported("level_measured", theme="samfundsliv", level=told, day=on(10).isoformat(), phase="foer")

    assert [each.level for each in one(walked(*START), [level("2"), level("ikke_vurderet")]).levels] == [2]


def test_support_is_known_only_where_some_record_tells_of_support():
    assert one(walked(*START), [service("§ 82 a")]).helps is None
    assert one(walked(*START), [service("§ 85", "EKS-0002")], walked(*START, alias="0002")).helps == ()


def test_a_mentor_is_no_step_of_the_ladder_and_no_support():
    assert one(walked(*START), [service("§ 85"), service("mentor")]).helps == (Help("§ 85", date(2021, 1, 1), None, "30-119"),)
    assert one(walked(*START, support_now="§ 85"), [service("mentor")]).helps is None


def test_one_who_came_with_support_that_nothing_tells_of_is_unknown():
    case = walked(*START, support_now="§ 85")
    assert one(case, [service("§ 85", "EKS-0002")], walked(*START, alias="0002")).helps is None
    assert one(case, [service("§ 85")]).helps == (Help("§ 85", date(2021, 1, 1), None, "30-119"),)


def test_a_course_under_85_is_support_while_it_runs():
    case = decided(opened("ringsted"), "P85")
    for event, days in (("udredning_begyndt", 1), ("bevilget", 20), ("bestilt", 21), ("moede_holdt", 30)):
        case = moved(case, event, days)
    ended = moved(moved(case, "opfoelgning_begyndt", 60), "ophoerer", 70)
    course = decided(case, "HENVIS_82AB", on(100)), decided(ended, "HENVIS_82AB", on(100))
    running, over = (followed(MODELS["ringsted"], [each], [])[0] for each in course)
    assert running.supports == (Help("§ 85", on(30), None),)
    assert over.supports == (Help("§ 85", on(30), on(70)),)
    assert [over.supported(on(days)) for days in (29, 30, 69, 70)] == [False, True, True, False]


def test_a_case_without_a_course_follows_nothing_and_a_model_without_stages_follows_none():
    assert followed(MODEL, [opened("slagelse")], []) == ()


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """Slagelse's sample cases as followed courses, with what the other exports tell of them."""
    url = sample_register(tmp_path_factory.mktemp("r"))
    register = open_register(url)
    for kind in ("fit", "ydelser", "niveauer"):
        path = SAMPLES / "slagelse" / f"{kind}.csv"
        import_bytes(path.read_bytes(), path.name, None, MODEL, register, TODAY)
    known = cases(register, "slagelse").values()
    yield known, followed(MODEL, known, register.events())
    register.close()


def test_the_sample_register_can_be_told_of(samples):
    known, courses = samples
    read, scores = read_outcomes(MODEL), report(courses)
    found = funnel(courses, read.stages)
    assert found.referred == len(courses) > 200 and found.started.share.n + found.started.open == found.referred
    assert scores.coverage.n == found.started.share.k and 0 < scores.coverage.k < scores.coverage.n
    assert (
        sum(one.equal[0].too_short + one.equal[0].share.n + one.running + one.unknown for one in returns(courses, TODAY))
        == scores.coverage.n
    )
    assert [each.share for each in tiles(read, courses, date(2020, 1, 1), TODAY, TODAY) if each.share]
    groups, senders = mix("form", known, courses), mix("sender", known, courses)
    assert 0.5 < groups["gruppe"].k / groups["gruppe"].n < 0.7 and senders["borger"].n == len(known)
