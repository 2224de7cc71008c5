"""The contact protocol: what has been tried, and what is to be tried next, by when and by whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from visitation.errors import VisitationError, allowed
from visitation.model import Model, Source, Text
from visitation.model.base import Kind
from visitation.pathway.course import Course, Try
from visitation.pathway.dates import add
from visitation.pathway.load import contact_protocol
from visitation.pathway.move import FIRST_TRY, not_before
from visitation.pathway.schema import REACHED, Protocol, Template, Way

NOON = 12


@dataclass(frozen=True)
class ContactStep:
    """What is to be done next to reach a citizen.

    `part`: the part of the day that no call has fallen on yet. `answer_by`: the date to give. `report`: not a try, the meeting is told."""

    channel: str
    due: date
    label: Text
    template: Template | None
    owner: str
    kind: Kind
    source: tuple[Source, ...]
    part: Literal["formiddag", "eftermiddag"] | None
    answer_by: date | None
    report: bool


def tried(protocol: Protocol, course: Course, channel: str, at: datetime, result: str, answer_by: date | None = None) -> dict[str, Any]:
    """The data of a `contact_tried` event; VisitationError names the channels, results and dates that are allowed."""
    way = _way(protocol, course, channel)
    if result not in way.results:
        raise VisitationError(f"{way.label.da}: ukendt resultat '{result}'; tilladt er {allowed(way.results)}.")
    not_before(course, at.date())
    _check_answer(way, at.date(), answer_by)
    day = at.date().isoformat()
    marks = {FIRST_TRY: day, channel: day} | {mark: when.isoformat() for mark, when in course.marks.items()}
    return {
        "course": course.id,
        "channel": channel,
        "at": at.isoformat(),
        "result": result,
        "answer_by": answer_by and answer_by.isoformat(),
        "marks": marks | ({f"{channel}_frist": answer_by.isoformat()} if answer_by else {}),
    }


def next_contact(model: Model, course: Course, today: date) -> ContactStep | None:
    """What to try next; None outside the contact phases and once the citizen is reached."""
    protocol = contact_protocol(model)
    if protocol is None or not course.contact or any(one.result == REACHED for one in course.tries):
        return None
    limit = _limit(model, protocol, course)
    way = next((way for way in _in_turn(protocol) if _wanted(way, course.tries)), None)
    if way is None or (limit is not None and limit <= today):
        return _report(protocol, limit or today)
    return _step(way, course, protocol, today)


def _way(protocol: Protocol, course: Course, channel: str) -> Way:
    if not course.contact:
        raise VisitationError(f"Forløb {course.id} står i '{course.state}', hvor der ikke søges kontakt.")
    ways = {way.channel: way for way in protocol.ways}
    if channel not in ways:
        raise VisitationError(f"Forløb {course.id}: ukendt kanal '{channel}'; tilladt er {allowed(ways)}.")
    return ways[channel]


def _check_answer(way: Way, on: date, answer_by: date | None) -> None:
    if way.answer is None and answer_by is not None:
        raise VisitationError(f"{way.label.da}: her gives ingen svarfrist; lad den være tom.")
    if way.answer is not None and (answer_by is None or answer_by <= on):
        raise VisitationError(f"{way.label.da}: giv en svarfrist efter {on}, for eksempel {add(on, way.answer)}.")


def _in_turn(protocol: Protocol) -> Iterable[Way]:
    """What follows every single try comes before the next way."""
    return sorted(protocol.ways, key=lambda way: way.each is None)


def _wanted(way: Way, tries: Iterable[Try]) -> bool:
    own = [one for one in tries if one.channel == way.channel]
    if way.each:
        return sum(one.channel == way.each for one in tries) > len(own)
    return len(own) < way.times or len(_parts(own)) < way.distinct_times


def _parts(tries: Iterable[Try]) -> set[str]:
    return {"formiddag" if one.at.hour < NOON else "eftermiddag" for one in tries}


def _limit(model: Model, protocol: Protocol, course: Course) -> date | None:
    timer = next(timer for timer in model.timers.timers if timer.id == protocol.report.timer)
    since = course.marks.get(timer.anchor.event)
    return since and add(since, timer.length, end=True)


def _step(way: Way, course: Course, protocol: Protocol, today: date) -> ContactStep:
    due = _due(way, course, protocol)
    parts = _parts(one for one in course.tries if one.channel == way.channel)
    return ContactStep(
        channel=way.channel,
        due=due,
        label=way.label,
        template=way.template,
        owner=way.owner,
        kind=way.kind,
        source=way.source,
        part=_other(parts) if 0 < len(parts) < way.distinct_times else None,
        answer_by=add(max(due, today), way.answer) if way.answer else None,
        report=False,
    )


def _other(parts: set[str]) -> Literal["formiddag", "eftermiddag"]:
    return "formiddag" if "eftermiddag" in parts else "eftermiddag"


def _due(way: Way, course: Course, protocol: Protocol) -> date:
    """Own tries count from the last one, what follows every try from that, the rest from the last answer that was waited for."""
    after = [one for one in course.tries if one.channel in (way.channel, way.each)] or course.tries
    if not after:
        return add(course.marks.get(protocol.counts_from, course.since), way.length)
    repeated = any(one.channel == way.channel for one in after) and not way.each
    last = max(one.answer_by or one.at.date() for one in after)
    return add(last, way.again if repeated else way.length)


def _report(protocol: Protocol, due: date) -> ContactStep:
    report = protocol.report
    return ContactStep(report.channel, due, report.label, None, report.owner, report.kind, report.source, None, None, report=True)
