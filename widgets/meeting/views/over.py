"""What may lie over the case: the participants, the items to confirm together, the closing of the meeting."""

from collections.abc import Sequence

from visitation.pathway import OpenTask
from visitation.register.agenda import Item
from widgets.meeting.acts import follow_up
from widgets.meeting.state import MeetingState
from widgets.meeting.texts import section_titles
from widgets.meeting.views.since import happening_text, on
from widgets.text import translator


def people(state: MeetingState) -> dict | None:
    """The model's roles, marked as noted today or else as at the meeting before; None in a model without roles."""
    _, session, known = translator(state.session.lang), state.session, state.session.model.head.participants
    if known is None:
        return None
    noted = state.meeting.participants
    present = {participant.role for participant in (state.meeting.before if noted is None else noted)}
    capacity = {"myndighed": _("myndighed"), "udfører": _("udfører")}
    return {
        "roles": [
            {"id": role.id, "label": f"{role.label.in_(session.lang)} · {capacity[role.capacity]}", "present": role.id in present}
            for role in known.roles
        ],
        "button": _("Deltagere") if noted is None else _("Deltagere: %(count)d roller") % {"count": len(noted)},
    }


def together(state: MeetingState) -> dict:
    """The items that may be confirmed without talk, each with its mark and reason."""
    sentence = follow_up.blocked(state)
    return {"items": [_row(state, item) for item in follow_up.items(state)], "can_save": sentence is None, "blocked": sentence}


def _row(state: MeetingState, item: Item) -> dict:
    _, lang, draft = translator(state.session.lang), state.session.lang, state.drafts.of(item.case.reference)
    return {
        "id": item.case.reference,
        "label": _("Sag %(alias)s") % {"alias": item.case.alias},
        "section": section_titles(lang)[item.section],
        "text": _what(state, item),
        "marked": draft.confirming,
        "reason": draft.reason,
    }


def _what(state: MeetingState, item: Item) -> str:
    """What is to be confirmed: what was decided, what happened since, and what is still to be done."""
    session, tasks = state.session, item.course.tasks if item.course else ()
    said = [state.chosen(item.case.decisions[-1])] if item.case.decisions else []
    said += [happening_text(session.model, happening, session.lang) for happening in item.since[-1:]]
    return " · ".join([*said, *([_tasks(tasks, session.lang)] if tasks else [])])


def _tasks(tasks: Sequence[OpenTask], lang: str) -> str:
    """How many tasks are open, and the one that is due first."""
    _, first = translator(lang), min(tasks, key=lambda task: task.due)
    said = {"count": len(tasks), "what": first.label.in_(lang), "day": on(first.due, lang)}
    return _("åbne opgaver: %(count)d, først %(what)s %(day)s") % said
