"""The dates a course has promised: those of its timers, met or running, and the day on which its state is looked at again."""

from dataclasses import dataclass
from datetime import date

from visitation.model import Model, Source, Text, Timer
from visitation.model.base import Kind
from visitation.pathway.course import Course
from visitation.pathway.dates import add
from visitation.pathway.load import pathways, running_timers
from visitation.pathway.schema import REACHED, Pathway, State

REVIEW = "opfoelgning"  # stands where a timer's id stands, for the day on which a state is looked at again


@dataclass(frozen=True)
class Deadline:
    """A promised date: `due`, from `window_from` when it has a window, `met_on` some day or not yet; `approximate` is "about"."""

    timer: str
    label: Text
    state: str
    due: date
    window_from: date | None
    approximate: bool
    met: bool
    met_on: date | None
    owner: str
    kind: Kind
    source: tuple[Source, ...]


def deadlines(model: Model, course: Course, today: date) -> tuple[Deadline, ...]:
    """The promises of a course as they stand at the end of `today`, running ones first, by date; an ended course only has kept ones.

    A timer runs once its state is reached and its anchor dated, until one of `met_by` happens on that day or later."""
    pathway = pathways(model).get(course.pathway)
    if pathway is None:
        return ()  # the model no longer has this pathway; the course stays readable
    reached = _reached(pathway, course)
    marks = {mark: day for mark, day in course.marks.items() if day <= today}
    timers = [timer for timer in running_timers(model, pathway.id) if timer.state in reached and timer.anchor.event in marks]
    found = [_promise(timer, marks) for timer in timers]
    found += _reviews(pathway, course, found)
    return tuple(sorted((one for one in found if one.met or not course.ended), key=lambda one: (one.met, one.due, one.timer)))


def _reached(pathway: Pathway, course: Course) -> set[str]:
    """The states a course has been in since it began or was last reopened; a reopened one has the start behind it."""
    final = {state.id for state in pathway.states if state.final}
    reached = {pathway.starts, course.state}
    for move in reversed(course.moves):
        if move.source in final:
            break
        reached.add(move.source)
    return reached


def _promise(timer: Timer, marks: dict[str, date]) -> Deadline:
    since = marks[timer.anchor.event]
    met_on = min((day for mark in timer.met_by if (day := marks.get(mark, date.min)) >= since), default=None)
    return Deadline(
        timer=timer.id,
        label=timer.label,
        state=timer.state,
        due=add(since, timer.length, end=True),
        window_from=add(since, timer.length) if timer.length.to is not None else None,
        approximate=timer.length.approximate,
        met=met_on is not None,
        met_on=met_on,
        owner=timer.owner,
        kind=timer.kind,
        source=timer.source,
    )


def _reviews(pathway: Pathway, course: Course, found: list[Deadline]) -> list[Deadline]:
    state = next((state for state in pathway.states if state.id == course.state and state.review), None)
    since = state and _review_from(state, course, found)
    return [_review(state, since)] if since else []


def _review_from(state: State, course: Course, found: list[Deadline]) -> date | None:
    """The day a review counts from; None while a timer of the state's own runs, or while contact is still sought."""
    if state.contact:
        return next((one.at.date() for one in course.tries if one.result == REACHED), None)
    return None if any(one.state == state.id and not one.met for one in found) else course.since


def _review(state: State, since: date) -> Deadline:
    return Deadline(
        timer=REVIEW,
        label=Text(da=f"Ses igen: {state.label.da}", en=f"Look again: {state.label.en}"),
        state=state.id,
        due=add(since, state.review),
        window_from=None,
        approximate=False,
        met=False,
        met_on=None,
        owner=state.owner,
        kind="antagelse",
        source=(),
    )
