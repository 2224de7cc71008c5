"""Reads the register's cases as followed courses."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from visitation.model import Model
from visitation.outcomes.followed import Followed, Help, Level, Session
from visitation.outcomes.read import read_outcomes
from visitation.outcomes.schema import Stages, Support
from visitation.pathway import Course, Move, Pathway, pathways
from visitation.pathway.course import changed
from visitation.register.case import Case
from visitation.register.events import Event
from visitation.register.records import LEVELS, ORS_AREAS, SERVICES, SESSIONS, Kind, records
from visitation.vocabulary import ON_THE_LADDER

BEGUN = "opstart"  # the mark of the day on which help begins
TOLD = (SERVICES, LEVELS, SESSIONS)  # the imported kinds that a course is followed by
Facts = dict[str, list[dict[str, Any]]]


def followed(model: Model, cases: Iterable[Case], events: Sequence[Event]) -> tuple[Followed, ...]:
    """The courses of the model's cases that its outcomes.yaml follows; `events` are the register's, those of TOLD at least.

    A course that was reopened is followed the first time it was started."""
    read, known = read_outcomes(model), list(cases)
    if read.stages is None:
        return ()
    services, levels, sessions = (_by_case(events, kind) for kind in TOLD)
    helps = {case.reference: _helps(case, services[case.reference], read.support) for case in known}
    tells = any(one.section in read.support.sections for found in helps.values() for one in found)
    told = {case.reference: tells and _tells(case, helps[case.reference]) for case in known}
    return tuple(
        one
        for case in known
        if (courses := _courses(case, read.stages, pathways(model)[read.stages.pathway]))
        for one in _shared(
            courses,
            [_session(facts) for facts in sessions[case.reference]],
            levels=tuple(_level(facts) for facts in levels[case.reference] if facts["level"].isdecimal()),
            helps=helps[case.reference] if told[case.reference] else None,
            support=read.support.sections,
        )
    )


def _by_case(events: Iterable[Event], kind: Kind) -> Facts:
    found: Facts = defaultdict(list)
    for record in records(events, kind):
        found[record.case].append(record.facts)
    return found


def _courses(case: Case, stages: Stages, pathway: Pathway) -> list[Followed]:
    passages = [(course, _passage(pathway, stages, course)) for course in case.courses if course.pathway == pathway.id]
    return [
        Followed(
            case=case.reference,
            unit=pathway.id,
            form=_form(pathway, stages, moves),
            target_group=case.enquiry.target_group,
            referred=course.begun,
            **_stages(pathway, stages, moves),
        )
        for course, moves in passages
    ]


def _shared(courses: Sequence[Followed], sessions: Sequence[Session], **facts) -> list[Followed]:
    """The courses of a case with its facts; a session belongs to the last that had started, an earlier one to the first that did."""
    starts = sorted(one.started for one in courses if one.started)
    owners = [max((start for start in starts if start <= session.day), default=starts[0]) if starts else None for session in sessions]
    return [
        changed(one, sessions=tuple(session for session, owner in zip(sessions, owners, strict=True) if owner == one.started), **facts)
        for one in courses
    ]


def _passage(pathway: Pathway, stages: Stages, course: Course) -> list[Move]:
    """The moves of the first time through the pathway in which the course was started, else of the latest time."""
    final, passages = _final(pathway), [[]]
    for move in course.moves:
        if move.source in final:
            passages.append([])
        passages[-1].append(move)
    return next((one for one in passages if _first(one, stages.started)), passages[-1])


def _stages(pathway: Pathway, stages: Stages, moves: Sequence[Move]) -> dict[str, date | None]:
    """The day of every stage; help ends with one of its events or with the course, whichever comes first."""
    days = {name: _first(moves, events) for name, events in stages.named.items()}
    final = _final(pathway)
    closed = next((move.on for move in moves if move.to in final), None)
    return days | {"ended": days["ended"] or closed, "closed": closed}


def _final(pathway: Pathway) -> set[str]:
    """The states in which a course has ended."""
    return {state.id for state in pathway.states if state.final}


def _first(moves: Iterable[Move], events: Iterable[str]) -> date | None:
    return next((move.on for move in moves if move.event in events), None)


def _form(pathway: Pathway, stages: Stages, moves: Iterable[Move]) -> str:
    form = next((pathway.event(move.event).form for move in moves if move.event in stages.started), None)
    return form.letter if form else ""


def _session(facts: dict[str, Any]) -> Session:
    return Session(facts["day"], facts["ors"], facts["srs"], tuple(facts[area] for area in ORS_AREAS))


def _level(facts: dict[str, Any]) -> Level:
    return Level(facts["theme"], int(facts["level"]), facts["day"], facts["phase"])


def _helps(case: Case, services: Iterable[dict[str, Any]], support: Support) -> tuple[Help, ...]:
    """The services of the ladder granted and the courses that are support, in one list: the same help may stand in it twice."""
    on_the_ladder = (facts for facts in services if facts["section"] in ON_THE_LADDER)
    granted = [Help(facts["section"], facts["start"], facts["end"], facts["band"]) for facts in on_the_ladder]
    courses = [
        Help(support.pathways[course.pathway], course.marks[BEGUN], course.latest if course.ended else None)
        for course in case.courses
        if course.pathway in support.pathways and BEGUN in course.marks
    ]
    return (*granted, *courses)


def _tells(case: Case, helps: Iterable[Help]) -> bool:
    """Whether the register knows the help of this citizen: one who came with support that no record tells of is not known."""
    return case.enquiry.support_now == "ingen" or any(one.runs(case.enquiry.received) for one in helps)
