"""Taking back the meeting's last action: a new event says so, and what was said comes back as a draft."""

from dataclasses import asdict

from visitation.errors import VisitationError
from visitation.register.events import Event
from visitation.register.history import undo as undone
from widgets.meeting.acts import course
from widgets.meeting.drafts import Draft
from widgets.meeting.state import MeetingState
from widgets.text import translator


def undo(state: MeetingState) -> None:
    """Takes back what this meeting stored last, in one case or in several, and puts the first of them on the table."""
    before = state.actions
    if not before:
        raise VisitationError(translator(state.session.lang)("Der er intet at fortryde på dette møde."))
    at, taken = before[-1]["at"], {case: state.session.register.events(case) for case in before[-1]["cases"]}
    state.take_back(state.event(state.cases[case], "undone", _undone(state, events, at), state.at()) for case, events in taken.items())
    first = [next(event for event in events if event.at == at) for events in taken.values()]
    for event in first:
        state.drafts.say(event.case, state.at(), **asdict(_draft(event)))
    state.over = None
    state.open(first[0].case)
    if first[0].kind == "decided" and course.on_table(state):
        course.turn(state)
    state.message = ("ok", _said(state, first))


def _undone(state: MeetingState, events: list[Event], at: str) -> dict:
    """The data of the `undone` event; VisitationError when the case's latest action is not the one of that moment."""
    data = undone(events)
    if events[data["version"] - 1].at != at:
        raise VisitationError(translator(state.session.lang)("Der er sket mere i sagen siden; det kan ikke fortrydes her."))
    return data


def _draft(event: Event) -> Draft:
    """What had been said before the event was stored."""
    data = event.data
    if event.kind == "decided":
        answers = data["answers"] | dict.fromkeys(data["unclear"])
        return Draft(answers, data["why_not_lower"], data["deviation"], deviating=bool(data["deviation"]))
    if event.kind == "course_moved":
        return Draft(event=data["event"], note=data["note"])
    if event.kind == "confirmed":
        return Draft(confirming=True, reason=data["reason"])
    return Draft()


def _said(state: MeetingState, events: list[Event]) -> str:
    _ = translator(state.session.lang)
    what = {
        "decided": _("beslutningen"),
        "course_moved": _("udfaldet af forløbet"),
        "parked": _("parkeringen"),
        "confirmed": _("bekræftelsen"),
    }
    cases = ", ".join(state.cases[event.case].alias for event in events)
    return _("Fortrudt: %(what)s i sag %(cases)s.") % {"what": what[events[0].kind], "cases": cases}
