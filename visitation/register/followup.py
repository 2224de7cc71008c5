"""Why a meeting has to look at a course again: a broken promise, a state that meets, an end that comes, an open task."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from visitation.model import Model, Timer
from visitation.pathway import Course, Pathway, deadlines, pathways
from visitation.pathway.deadlines import REVIEW
from visitation.register.cases import Case

AHEAD = timedelta(weeks=4)  # an end that comes within it has to be planned now
DECIDED = "besluttet"  # the event by which the meeting's decision ends a course that sought the citizen's voice for it
UNREACHED = "luk_uden_kontakt"  # the event by which the meeting closes a course whose citizen is not reached
LONG = 6  # months: the six of § 82 b, and the fourteen of a group course


@dataclass(frozen=True)
class FollowUp:
    """A course that belongs on the agenda: in which section, and whether this meeting has dealt with it."""

    section: str
    course: Course
    done: bool


def follow_ups(case: Case, model: Model, today: date) -> Iterator[FollowUp]:
    """Why the courses of a case are on the agenda of `today`.

    A confirmed course is done at that meeting; later ones only see what fell due after it."""
    known = pathways(model)
    for course in case.courses:
        if course.pathway in known:
            closed = [one.on for one in case.confirmed if (one.what, one.which) == ("course", course.id)]
            for section, done in _reasons(course, known[course.pathway], model, today, [day for day in closed if day < today]):
                yield FollowUp(section, course, done or today in closed)


def _reasons(course: Course, pathway: Pathway, model: Model, today: date, closed: list[date]) -> Iterator[tuple[str, bool]]:
    yield from _promises(course, model, today, max(closed, default=date.min))
    yield from _meets(course, pathway, today)
    if any(max(closed, default=date.min) < task.due <= today for task in course.tasks):
        yield "opfoelgning", False


def _promises(course: Course, model: Model, today: date, after: date) -> Iterator[tuple[str, bool]]:
    """Promises that broke, also when they were kept today at last, and long stretches of help that come to their end."""
    if course.ended and today not in course.marks.values():
        return  # what was kept earlier is nobody's concern any more, and an ended course promises nothing
    long = {timer.id for timer in model.timers.timers if _is_long(timer)}
    for one in deadlines(model, course, today):
        if one.timer == REVIEW or one.due <= after or (one.met and one.met_on < today):
            continue
        if one.due < today and not one.approximate:
            yield "overskredet", one.met
        elif one.timer in long and not one.met and today <= one.due <= today + AHEAD:
            yield "udloeb", False


def _is_long(timer: Timer) -> bool:
    return bool(timer.length and timer.length.months and max(timer.length.months, timer.length.to or 0) >= LONG)


def _meets(course: Course, pathway: Pathway, today: date) -> Iterator[tuple[str, bool]]:
    """The course stands in a state that meets, or left one today."""
    states = [*(move.source for move in course.moves if move.on == today), course.state]
    met = [state for state in states if pathway.state(state).meets]
    if met:
        yield _why(pathway, met[-1]), course.state != met[-1]


def _why(pathway: Pathway, state: str) -> str:
    """What brought a course to a state that meets, told by what the meeting can do there."""
    possible = {event.id for event in pathway.events_from(state)}
    if UNREACHED in possible:
        return "ingen_kontakt"
    return "kontakt_tilbage" if DECIDED in possible else "beskrivelser"
