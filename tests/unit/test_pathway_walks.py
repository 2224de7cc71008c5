"""Random walks through every pathway of both models: nobody is left without an owner and a next date, and every end can be reopened."""

import json
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitation.model import load, shipped
from visitation.pathway import add, apply, begin, contact_protocol, deadlines, move, next_contact, pathways, task_done, tried
from visitation.pathway.check import reachable
from visitation.pathway.dates import dated
from visitation.pathway.load import running_timers

EVERY = [(name, pathway) for name in shipped() for pathway in pathways(load(name))]
STEPS = 20


def happen(course, kind: str, data: dict, told: list):
    """The course after an event that went through JSON as in a register; the data claim what the fold finds."""
    data = json.loads(json.dumps(data, sort_keys=True))
    told.append((kind, data))
    course = apply(course, kind, data)
    assert course.state == data.get("to", data.get("state", course.state))
    if "marks" in data:
        assert {mark: day.isoformat() for mark, day in course.marks.items()} == data["marks"]
    return course


def a_try(draw, protocol, course, on: date) -> dict:
    way = draw(st.sampled_from(protocol.ways))
    at = datetime.combine(on, time(draw(st.sampled_from([9, 14]))))
    return tried(protocol, course, way.channel, at, draw(st.sampled_from(sorted(way.results))), way.answer and add(on, way.answer))


@st.composite
def walks(draw, name: str, pathway_id: str):
    """Each stage of a walk as (course, day), and the data of all its events."""
    model = load(name)
    pathway, protocol, told = pathways(model)[pathway_id], contact_protocol(model), []
    on = draw(st.dates(date(2018, 3, 1), date(2023, 12, 31)))
    course = happen(None, "course_begun", begin(pathway, "f1", on), told)
    stages = [(course, on)]
    for _ in range(draw(st.integers(0, STEPS))):
        on += timedelta(days=draw(st.integers(0, 40)))
        if course.contact and draw(st.booleans()):
            course = happen(course, "contact_tried", a_try(draw, protocol, course, on), told)
        elif course.tasks and draw(st.booleans()):
            course = happen(course, "task_done", task_done(course, draw(st.sampled_from(course.tasks)).id, on), told)
        else:
            event = draw(st.sampled_from(pathway.events_from(course.state)))
            course = happen(course, "course_moved", move(pathway, course, event.id, on, "fordi"), told)
        stages.append((course, on))
    return stages, told


@pytest.mark.parametrize(("name", "pathway_id"), EVERY)
@settings(max_examples=25)
@given(data=st.data())
def test_nobody_is_forgotten_on_any_way(name, pathway_id, data):
    model = load(name)
    pathway = pathways(model)[pathway_id]
    stages, told = data.draw(walks(name, pathway_id))
    for course, on in stages:
        state = pathway.state(course.state)
        running = [one for one in deadlines(model, course, on) if not one.met]
        assert state.owner and pathway.events_from(state.id)
        assert course.ended == state.final and course.contact == state.contact
        assert bool(running or next_contact(model, course, on)) != course.ended, f"{state.id} has no next date, or an end that owes one"
        assert course.ended or all(one.owner and one.due >= course.begun for one in running)
    again = None
    for kind, each in told:
        again = apply(again, kind, each)
    assert again == stages[-1][0]


@pytest.mark.parametrize(("name", "pathway_id"), EVERY)
def test_every_end_is_reopened_with_a_clean_slate(name, pathway_id):
    model = load(name)
    pathway = pathways(model)[pathway_id]
    for end in (state for state in pathway.states if state.final):
        (event,) = pathway.events_from(end.id)
        data = {"course": "f1", "event": "x", "from": pathway.starts, "to": end.id, "on": "2021-02-02", "note": ""}
        begun = apply(None, "course_begun", begin(pathway, "f1", date(2021, 2, 1)))
        ended = apply(begun, "course_moved", data | {"marks": {"x": "2021-02-02"}, "tasks": [], "contact": False, "ended": True})
        assert deadlines(model, ended, date(2021, 2, 2)) == ()
        reopened = apply(ended, "course_moved", move(pathway, ended, event.id, date(2021, 3, 1), "fordi"))
        assert not reopened.ended and set(reopened.marks) == set(event.marks)
        assert deadlines(model, reopened, date(2021, 3, 1)) or next_contact(model, reopened, date(2021, 3, 1))


@pytest.mark.parametrize(("name", "pathway_id"), EVERY)
def test_no_timer_without_end(name, pathway_id):
    """From wherever a timer can begin to run, an event or a try that keeps it can still come."""
    model = load(name)
    pathway, protocol = pathways(model)[pathway_id], contact_protocol(model)
    for timer in running_timers(model, pathway_id):
        ahead = [pathway.state(state) for state in reachable(pathway, timer.state)]
        events = {mark for state in ahead for event in pathway.events_from(state.id) for mark in event.marks}
        tries = {way.channel for way in protocol.ways for state in ahead if state.contact} if protocol else set()
        assert (events | tries) & set(timer.met_by), timer.id


def test_every_timer_in_use_runs_on_some_pathway():
    """All 27: those that lead to a date run; the others are historic, kept by the agenda, or lead to no date."""
    for name in shipped():
        model = load(name)
        running = {timer.id for pathway in pathways(model) for timer in running_timers(model, pathway)}
        for timer in model.timers.timers:
            assert (timer.id in running) == (dated(timer.length) and not timer.practice and not timer.agenda), timer.id
