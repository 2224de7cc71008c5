"""What this meeting has stored for the case on the table."""

from visitation.documents.journal import journal_note
from widgets.meeting.acts.closing import roles
from widgets.meeting.state import MeetingState
from widgets.meeting.views.since import move_label
from widgets.text import translator


def done(state: MeetingState) -> dict | None:
    """What was decided, how the course goes on, or why the item was confirmed; None while it is open."""
    if state.decided:
        return _decision(state)
    if not state.item.done:
        return None
    return _moved(state) or _confirmed(state)


def _decision(state: MeetingState) -> dict:
    _, session, decided = translator(state.session.lang), state.session, state.decided
    present = tuple(roles(state, session.lang))
    more = {"deltagere": present} if present else {}
    return {
        "title": _("Besluttet: %(step)s") % {"step": state.chosen(decided)},
        "text": decided["deviation"] or decided["why_not_lower"],
        "note": journal_note(state.model, state.item.case, decided, session.today, session.lang, **more),
    }


def _moved(state: MeetingState) -> dict | None:
    _, session, course = translator(state.session.lang), state.session, state.item.course
    move = course.moves[-1] if course and course.moves else None
    if move is None or move.on != session.today:
        return None
    label = move_label(session.model, course.pathway, move, session.lang)
    return {"title": _("Aftalt: %(what)s") % {"what": label}, "text": move.note, "note": None}


def _confirmed(state: MeetingState) -> dict:
    _, made = translator(state.session.lang), state.item.case.confirmed
    return {"title": _("Bekræftet"), "text": made[-1].reason if made else "", "note": None}
