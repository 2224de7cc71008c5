"""What has happened in a line, newest first, and what of it can be taken back."""

from collections.abc import Iterable
from datetime import date, datetime

from visitation.errors import VisitationError
from visitation.model import Text
from visitation.pathway import KINDS, contact_protocol
from visitation.register.events import Event
from visitation.register.history import live, undo
from widgets.deadlines.lines import Line
from widgets.deadlines.names import day_label, event_label, state_label
from widgets.session import Session
from widgets.text import translator

UNDOABLE = {"course_moved", "contact_tried", "task_done"}  # the beginning belongs to the meeting's decision


def history(session: Session, line: Line, events: Iterable[Event]) -> list[dict]:
    """The events of the line that count, newest first."""
    found = [event for event in live(list(events)) if _belongs(event, line)]
    return [_entry(session, line, event, found) for event in reversed(found)]


def undoable(session: Session, line: Line, events: list[Event]) -> str | None:
    """What "undo" would take back, in words; None when the latest action of the case lies elsewhere."""
    try:
        event = events[undo(events)["version"] - 1]
    except VisitationError:
        return None
    allowed = UNDOABLE if line.course else {"confirmed"}
    if event.kind not in allowed or not _belongs(event, line):
        return None
    entry = _entry(session, line, event, live(events))
    return translator(session.lang)("Det seneste: %(what)s (%(when)s).") % entry


def _belongs(event: Event, line: Line) -> bool:
    if line.course is None:
        return event.kind == "confirmed" and event.data["what"] == "application"
    return event.kind in KINDS and event.data["course"] == line.course.id


def _entry(session: Session, line: Line, event: Event, among: Iterable[Event]) -> dict:
    when, what, note = TELL[event.kind](session, line, event, among)
    return {"when": day_label(session, when), "what": what, "note": note or None}


def _begun(session: Session, line: Line, event: Event, _among) -> tuple[date, str, str]:
    state = state_label(session, line.course, event.data["state"])
    return date.fromisoformat(event.data["on"]), translator(session.lang)("Begyndt: %(state)s") % {"state": state}, ""


def _moved(session: Session, line: Line, event: Event, _among) -> tuple[date, str, str]:
    what = event_label(session, line.course, event.data["event"])
    return date.fromisoformat(event.data["on"]), what, event.data["note"]


def _tried(session: Session, _line, event: Event, _among) -> tuple[date, str, str]:
    _, data = translator(session.lang), event.data
    protocol = contact_protocol(session.model)
    way = next((way for way in protocol.ways if way.channel == data["channel"]), None) if protocol else None
    result = way.results.get(data["result"]) if way else None
    said = f"{way.label.in_(session.lang) if way else data['channel']}: {result.in_(session.lang) if result else data['result']}"
    answer_by = data["answer_by"] and day_label(session, date.fromisoformat(data["answer_by"]))
    return datetime.fromisoformat(data["at"]).date(), said, _("Svar senest %(day)s") % {"day": answer_by} if answer_by else ""


def _done(session: Session, _line, event: Event, among: Iterable[Event]) -> tuple[date, str, str]:
    _, task = translator(session.lang), event.data["task"]
    labels = {one["id"]: Text(**one["label"]) for earlier in among for one in earlier.data.get("tasks", ())}
    label = labels[task].in_(session.lang) if task in labels else task
    return date.fromisoformat(event.data["on"]), _("Udført: %(task)s") % {"task": label}, ""


def _answered(session: Session, _line, event: Event, _among) -> tuple[date, str, str]:
    said = translator(session.lang)("Ansøgning om %(section)s besvaret") % {"section": event.data["section"]}
    return date.fromisoformat(event.at[:10]), said, event.data["reason"]


TELL = {"course_begun": _begun, "course_moved": _moved, "contact_tried": _tried, "task_done": _done, "confirmed": _answered}
